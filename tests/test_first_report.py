"""`coverage` and `init --from`: what no claim speaks to, and from a folder of documents to a first report."""

import csv
import json
from pathlib import Path

import pytest

ANNALS = """The Orla dam was finished on 9 May 1931 by the Brandt yard. It rained.

The mill of Orla made rye flour. Only a few saw why.

Ole Brun said: "we never saw the water so high".
"""
LETTERS = "The Orla dam was finished on 19 May 1931 by the Brandt yard, they say.\n\nNobody came back from the hill.\n"
CLAIM = "id,topic,kind,statement\ndam,orla,date,The Orla dam was finished on 9 May 1931.\n"


@pytest.fixture
def run(desk):
    return desk({"papers/annals.txt": ANNALS, "papers/letters.txt": LETTERS, "claims.csv": CLAIM})


def covered(run, *more):
    return run("coverage", "--claims", "claims.csv", "--seeds", "papers", *more)


def test_coverage_counts_sentences_that_tell_something(run):
    data = json.loads(covered(run, "--format", "json").output)
    assert data["schema_version"] == 1
    annals, letters = data["sources"]
    assert (annals["sentences"], annals["covered"], annals["share"]) == (3, 1, 33)
    assert (letters["sentences"], letters["covered"], letters["share"]) == (1, 1, 100)
    assert [place["exact"] for place in annals["open"]] == [
        "The mill of Orla made rye flour.",
        'Ole Brun said: "we never saw the water so high".',
    ]
    assert all(ANNALS[place["start"] : place["end"]] == place["exact"] for place in annals["open"])


def test_coverage_is_told_in_every_format(run):
    table = covered(run, "--limit", "1").output
    assert "The claims speak to 2 of 4 sentences with a date, figure, name or quotation (50 %)." in table
    assert "annals, line 3: The mill of Orla made rye flour." in table
    assert "... and 1 more" in table
    rows = list(csv.DictReader(covered(run, "--format", "csv").output.splitlines()))
    assert [(row["source"], row["place"]) for row in rows] == [
        ("annals", "annals, line 3"),
        ("annals", "annals, line 5"),
    ]
    page = covered(run, "--format", "md").output
    assert "| annals | 3 | 1 | 33 % |" in page
    assert "## annals" in page
    assert "## letters" not in page
    assert covered(run, "--out", "papers/x").exit_code == 2


def test_the_index_tells_coverage(run):
    run("compare", "--claims", "claims.csv", "--seeds", "papers", "--out", "out")
    page = Path("out/index.md").read_text(encoding="utf-8")
    assert "The claims speak to 2 of 4 sentences" in page
    assert "| letters | 1 | 1 | 100 % |" in page


def test_from_a_folder_to_a_report(run, monkeypatch):
    done = run("init", "p", "--from", "papers")
    assert done.exit_code == 0, done.output
    assert "annals: txt" in done.output
    assert "high " in done.output
    assert "begin with p/out/index.md" in done.output
    assert "dam" in Path("p/out/index.md").read_text(encoding="utf-8")
    assert not list(Path("p").rglob("example*"))
    monkeypatch.chdir("p")
    assert run("claims", "check").output.endswith(" 0 problems\n")
    assert run("compare").exit_code == 0


def test_odd_files_are_told_and_left_out(run):
    Path("papers/broken.docx").write_bytes(b"PK\x03\x04 no document")
    Path("papers/photo.jpg").write_bytes(b"\xff\xd8")
    Path("papers/claims.csv").write_text(CLAIM, encoding="utf-8")
    Path("papers/empty.txt").write_text("", encoding="utf-8")
    Path("papers/inner").mkdir()
    Path("papers/inner/more.txt").write_text("More.\n", encoding="utf-8")
    done = run("init", "p", "--from", "papers")
    assert done.exit_code == 0, done.output
    assert "  not read: papers/broken.docx: " in done.output
    assert "left out, no document that is read: 2 files: .jpg (1), tables of claims (1)" in done.output
    assert "not read: the documents in inner/" in done.output
    assert sorted(path.name for path in Path("p/sources").iterdir() if path.suffix == ".txt")[0] == "annals.txt"
    assert not Path("p/sources/broken.docx").exists()
    assert Path("p/out/index.md").is_file()


def test_what_a_folder_says_of_its_documents_is_kept(run):
    registry = "id,title,author,published\nletters,Letters home,Ida Lund,1931-06-02\n"
    Path("papers/sources.csv").write_text(registry, encoding="utf-8")
    run("init", "p", "--from", "papers")
    with Path("p/sources/sources.csv").open(encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["letters"]["title"] == "Letters home"
    assert rows["letters"]["published"] == "1931-06-02"


def test_documents_without_a_claim_make_a_project_all_the_same(run):
    Path("notes").mkdir()
    Path("notes/a.txt").write_text("Nobody came.\n", encoding="utf-8")
    done = run("init", "p", "--from", "notes")
    assert done.exit_code == 0
    assert "No sentence stands by itself as a claim" in done.output
    assert Path("p/claims/proposed.csv").is_file()


@pytest.mark.parametrize(
    ("folder", "said"), [("nowhere", "is no folder"), ("hollow", "holds no document that is read")]
)
def test_a_folder_without_documents_makes_no_project(run, folder, said):
    Path("hollow").mkdir()
    done = run("init", "p", "--from", folder)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("p").exists()


def test_no_project_where_nothing_can_be_read(run):
    Path("bad").mkdir()
    Path("bad/broken.docx").write_bytes(b"PK\x03\x04 no document")
    done = run("init", "p", "--from", "bad")
    assert done.exit_code == 2
    assert "none of its 1 documents can be read" in done.stderr
    assert not Path("p/out").exists()


def test_nothing_that_stands_there_is_replaced(run, monkeypatch):
    run("init", "p", "--from", "papers")
    before = {path: path.read_bytes() for path in Path("p").rglob("*") if path.is_file()}
    assert run("init", "p", "--from", "papers").exit_code == 2
    assert before == {path: path.read_bytes() for path in Path("p").rglob("*") if path.is_file()}
    monkeypatch.setenv("SOURCECHECK_SEEDS", "papers")
    done = run("init", "q", "--from", "papers")
    assert done.exit_code == 2
    assert "SOURCECHECK_SEEDS is set" in done.stderr
    assert not Path("q").exists()
