"""`init` and `seeds add`: what they make, what they leave alone, what they refuse; and the registry that grows."""

import csv
import hashlib
import json
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from reports.cli import main
from seeds.errors import InputError
from seeds.model import Source
from seeds.registry import read_registry, with_sources
from tests.conftest import ROOT
from tests.test_readers_pdf import lines, pdf

TEMPLATE = ROOT / "reports" / "templates" / "init"
CASES = list(csv.DictReader((ROOT / "tests" / "cases" / "source-ids.csv").open(encoding="utf-8")))
PIER = "The pier opened on 3 May 2019. It is long.\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


@pytest.fixture
def project(run, monkeypatch):
    """A new project without its examples, in the working folder."""
    assert run("init", "p").exit_code == 0
    monkeypatch.chdir("p")
    for path in [*Path("sources").iterdir(), Path("claims/example.csv")]:
        path.unlink()
    return run


def everything(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def write(path, data):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data if isinstance(data, bytes) else data.encode())


def refused(result, *said):
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    for words in said:
        assert words in result.stderr, result.stderr
    assert all(line.startswith("sourcecheck: ") for line in result.stderr.splitlines())


def rows():
    return list(csv.DictReader(Path("sources/sources.csv").open(encoding="utf-8", newline="")))


def test_a_new_project_works_at_once(run, monkeypatch):
    assert run("init", "p").exit_code == 0
    monkeypatch.chdir("p")
    assert run("claims", "check").output == "6 claims, 0 problems\n"
    data = json.loads(run("compare", "--format", "json").output)
    assert {c["id"].removeprefix("example-"): c["verdict"] for c in data["claims"]} == {
        "opening": "agreement",
        "cost": "value-discrepancy",
        "designer": "single-source",
        "bridge": "framing-difference",
        "ferry": "agreement",
        "mayor": "single-source",
    }
    assert len({c["kind"] for c in data["claims"]}) == 6
    assert data["coverage"]["silent"] == 2
    draft = run("draft", "example-draft.md")
    assert draft.exit_code == 1
    assert "Findings: 1 contradicted, 1 altered quotation, 1 disputed." in draft.output
    verified = run("seeds", "verify")
    assert verified.exit_code == 0
    assert verified.output.count("as registered") == 2
    assert run("compare").exit_code == 0
    assert Path("out/example.md").is_file()


def test_every_file_of_a_project_is_in_its_readme(run):
    run("init", "p")
    readme = Path("p/README.md").read_text(encoding="utf-8")
    assert everything("p") == everything(TEMPLATE)
    assert all(
        f"`{path.split('/')[0]}{'/' * ('/' in path)}`" in readme for path in everything("p") if path != "README.md"
    )


def test_every_command_in_the_readme_of_a_project_exists():
    words = (TEMPLATE / "README.md").read_text(encoding="utf-8").split("`sourcecheck ")[1:]
    for command in [w.split("`")[0].split() for w in words if w[0].islower()]:
        assert command[0] in main.commands
        group = main.commands[command[0]]
        assert not hasattr(group, "commands") or command[1] in group.commands


def test_a_project_beside_documents_leaves_them_and_says_how_to_take_them_in(run):
    write("p/My report.txt", PIER)
    write("p/.DS_Store", b"\0")
    result = run("init", "p")
    assert result.exit_code == 0
    assert "sourcecheck seeds add 'My report.txt'" in result.output
    assert Path("p/My report.txt").read_text() == PIER
    many = [f"p2/{n}.{ending}" for n in range(4) for ending in ("txt", "pdf")]
    for name in many:
        write(name, PIER)
    assert "sourcecheck seeds add *.pdf *.txt" in run("init", "p2").output


def test_nothing_is_overwritten_and_every_conflict_told(run):
    for name in ("p/README.md", "p/claims/mine.csv", "p/prices.zip", "p/a.txt"):
        write(name, "mine")
    before = everything("p")
    result = run("init", "p")
    refused(result, "p/README.md: stands there already", "p/claims: stands there", "p/prices.zip: is no document")
    assert len(result.stderr.splitlines()) == 3
    assert everything("p") == before
    refused(run("init", "p/a.txt"), "p/a.txt: is a file")
    refused(run("init", "p/a.txt/q"), "p/a.txt/q: is a file, or lies in one")
    refused(run("init", "/proc/none"), "/proc/none: cannot be made")
    for n in range(30):
        write(f"full/{n}.zip", "x")
    assert len(run("init", "full").stderr.splitlines()) == 11


def test_a_second_init_changes_nothing(run):
    run("init", "p")
    write("p/claims/example.csv", "changed")
    before = everything("p")
    refused(run("init", "p"), "p/sourcecheck.toml: stands there already")
    assert everything("p") == before


def test_documents_are_copied_registered_and_read(project):
    write("../in/Pier news.txt", PIER)
    write(
        "../in/Pier report.pdf",
        pdf([[(50, 780, 18, "The long pier"), *lines(740, "It was opened in May 2019.")], lines(700, "It is long.")]),
    )
    paper = docx.Document()
    paper.core_properties.title = "A pier of one's own"
    paper.add_paragraph("It cost 5 million euros.")
    paper.save("../in/draft.docx")
    result = project(
        "seeds", "add", "../in/Pier news.txt", "../in/Pier report.pdf", "../in/draft.docx", "--published", "2019-06"
    )
    assert result.exit_code == 0
    assert [line for line in result.output.splitlines() if line.count(": ") == 2 and "warning" not in line] == [
        "pier-news: txt, 1 line, 2 passages: Pier news",
        "pier-report: pdf, 2 pages, 3 passages: The long pier",
        "draft: docx, 1 paragraph, 1 passage: A pier of one's own",
    ]
    assert [(r["id"], r["published"]) for r in rows()] == [
        ("pier-news", "2019-06"),
        ("pier-report", "2019-06"),
        ("draft", "2019-06"),
    ]
    for row, name in zip(rows(), ("Pier news.txt", "Pier report.pdf", "draft.docx"), strict=True):
        data = Path("../in", name).read_bytes()
        copy = Path("sources", row["id"] + Path(name).suffix)
        assert copy.read_bytes() == data
        assert (row["sha256"], row["size"]) == (hashlib.sha256(data).hexdigest(), str(len(data)))
    listed = project("seeds", "list").output
    assert "2 pages" in listed
    assert "1 paragraph " in listed
    assert project("seeds", "verify").exit_code == 0


TITLES = {
    "a heading": ([("Heading 1", "The long pier")], "Kept title", "The long pier"),
    "a heading of one word is none": ([("Heading 1", "Analysis"), ("Heading 1", "The long pier")], "", "The long pier"),
    "the title that was kept": ([("Normal", "It is long.")], "Kept title", "Kept title"),
    "no name of a file": ([("Normal", "It is long.")], "Microsoft Word - pier.docx", "a paper"),
    "no formula": ([("Heading 1", "=HYPERLINK(1) and more")], "", "HYPERLINK(1) and more"),
    "broken properties": ([("Normal", "It is long.")], None, "a paper"),
}


@pytest.mark.parametrize("case", TITLES)
def test_titles(project, case):
    paragraphs, kept, title = TITLES[case]
    paper = docx.Document()
    for style, words in paragraphs:
        paper.add_paragraph(words, style=style)
    paper.core_properties.title = kept or ""
    paper.save("a_paper.docx")
    if kept is None:
        with zipfile.ZipFile("a_paper.docx") as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile("a_paper.docx", "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, b"<x/>" if name == "docProps/core.xml" else data)
    assert project("seeds", "add", "a_paper.docx").exit_code == 0
    assert rows()[0]["title"] == title


def test_the_page_stands_in_json(project):
    write("a.pdf", pdf([lines(740, "Nothing of note is on this page."), lines(740, "The pier opened on 3 May 2019.")]))
    write("claims/a.csv", "id,topic,kind,statement,terms\nopen,pier,date,The pier opened in 2019.,pier * open\n")
    write("b.txt", PIER)
    project("seeds", "add", "a.pdf", "b.txt")
    sources = json.loads(project("compare", "--format", "json").output)["claims"][0]["sources"]
    assert {s["source"]: [e["page"] for e in s["evidence"]] for s in sources} == {"a": [2], "b": [None]}


def test_what_the_user_says_is_kept(project):
    write("a.txt", PIER)
    given = {
        "id": "Pier_1",
        "title": "The Pier, a “history”",
        "author": "Ida Lund, Ole Brun",
        "publisher": "Press",
        "published": "2020-01~",
    }
    assert project("seeds", "add", "a.txt", *[f"--{k}={v}" for k, v in given.items()]).exit_code == 0
    assert {k: rows()[0][k] for k in given} == given
    assert Path("sources/Pier_1.txt").is_file()
    assert "cannot be dated" not in project("seeds", "add", "a.txt").output


def test_the_same_file_twice_changes_nothing(project):
    write("a.txt", PIER)
    project("seeds", "add", "a.txt")
    write("b.txt", PIER)
    before = everything("sources")
    for name in ("a.txt", "b.txt", "sources/a.txt"):
        result = project("seeds", "add", name)
        assert (result.exit_code, result.output) == (0, f"{name}: is registered already, as a; nothing changed\n")
    write("sources/loose.txt", "Another text.")
    write("c.txt", "Another text.")
    assert "c.txt: holds the same as loose.txt in sources" in project("seeds", "add", "c.txt").output
    assert everything("sources") == before | {"loose.txt": b"Another text."}


def test_the_same_file_twice_in_one_run(project):
    write("a.txt", PIER)
    write("b.txt", PIER)
    assert "b.txt: is registered already, as a" in project("seeds", "add", "a.txt", "b.txt").output
    assert [r["id"] for r in rows()] == ["a"]


def test_a_registered_file_that_changed_is_told(project):
    write("a.txt", PIER)
    project("seeds", "add", "a.txt")
    write("sources/a.txt", "Other words.")
    assert "as a, though with other bytes" in project("seeds", "add", "sources/a.txt").output


def test_a_file_in_the_folder_is_registered_where_it_is(project):
    write("sources/Report_2.txt", PIER)
    assert project("seeds", "add", "sources/Report_2.txt").exit_code == 0
    assert sorted(everything("sources")) == ["Report_2.txt", "sources.csv"]
    assert "as registered" in project("seeds", "verify").output
    write("sources/my report.txt", "Words.")
    assert "my-report: txt" in project("seeds", "add", "sources/my report.txt").output
    assert project("seeds", "verify").output.count("as registered") == 2
    write("sources/other.txt", "Words again.")
    refused(project("seeds", "add", "sources/other.txt", "--id", "x"), "its name has to begin with 'x'")


def test_a_file_that_two_sources_would_claim_is_refused_alone_and_taken_together(project):
    write("sources/report.txt", PIER)
    write("sources/report-final.txt", "Words.")
    refused(project("seeds", "add", "sources/report.txt"), "would both be taken for source report")
    assert project("seeds", "add", "sources/report.txt", "sources/report-final.txt").exit_code == 0
    assert project("seeds", "verify").output.count("as registered") == 2


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['name']} beside {c['there'] or 'nothing'}")
def test_ids(project, case):
    for name in case["there"].split():
        write(f"sources/{name}", f"Words of {name}.")
    write(f"../in/{case['name']}", PIER)
    assert project("seeds", "add", f"../in/{case['name']}").exit_code == 0
    assert rows()[-1]["id"] == case["id"]
    assert Path("sources", case["id"] + Path(case["name"]).suffix.lower()).is_file()


WRONG = {
    "missing": (["no.txt"], "no.txt: cannot be read"),
    "a folder": (["claims"], "claims: is a folder"),
    "another format": (["t.zip"], "t.zip: is none of the formats"),
    "broken": (["b.pdf"], "b.pdf: is damaged or no PDF file"),
    "empty": (["e.txt"], "e.txt: is empty"),
    "no date": (["a.txt", "--published", "May"], "--published 'May' is no date"),
    "no id": (["a.txt", "--id", "a b"], "--id 'a b' must be"),
    "a taken id": (["a.txt", "--id", "old"], "--id 'old' is another source's"),
    "one title for two": (["a.txt", "c.txt", "--title", "T"], "--id and --title are of one document"),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("beside", [[], ["c.txt"]])
def test_what_cannot_be_taken_in_changes_nothing(project, case, beside):
    write("sources/old.txt", "Old words.")
    write("sources/sources.csv", "id,title\nold,Old\n")
    for name, data in (("a.txt", PIER), ("c.txt", "Words."), ("b.pdf", "%PDF-1.4 x"), ("e.txt", ""), ("t.zip", "x")):
        write(name, data)
    before = everything(".")
    given, said = WRONG[case]
    if "--title" in given or not {"--id", "--published"} & set(given):
        given = [*given, *beside]
    refused(project("seeds", "add", *given), said)
    assert everything(".") == before


def test_every_problem_is_told_at_once(project):
    refused(project("seeds", "add", "x.txt", "y.txt", "z.zip"), "x.txt: cannot", "y.txt: cannot", "z.zip: is none")


def test_a_copy_is_taken_back_when_the_table_cannot_grow(project):
    write("a.txt", PIER)
    write("sources/sources.csv", "id,title\nold,Old\n")
    before = everything("sources")
    refused(project("seeds", "add", "a.txt", "--published", "2019"), "sources.csv: has no column published")
    Path("sources/a.txt").mkdir()
    refused(project("seeds", "add", "a.txt"), "a.txt: stands there already")
    Path("sources/a.txt").rmdir()
    assert everything("sources") == before


def test_without_a_project_the_way_is_shown(run, monkeypatch, tmp_path):
    write("a.txt", PIER)
    refused(run("seeds", "add", "a.txt"), "is no project", "sourcecheck init DIR")
    write("sourcecheck.toml", 'claims = "claims"\n')
    refused(run("seeds", "add", "a.txt"), 'write seeds = "sources"')
    monkeypatch.setenv("SOURCECHECK_SEEDS", str(tmp_path))
    refused(run("seeds", "add", "a.txt"), "SOURCECHECK_SEEDS is set")
    assert "SOURCECHECK_SEEDS is set" in run("init", "p").output


def page_of(letter, count):
    """A page of so many words, five a line, none of which stands on the page of another letter."""
    made = [f"{letter * 3}{'bcdefghijk'[n // 10]}{'lmnopqrstu'[n % 10]}" for n in range(count)]
    return lines(740, *[" ".join(made[n : n + 5]) for n in range(0, count, 5)])


def test_a_scan_is_told(project):
    for name, kinds, told in (
        ("a", "full full full thin", ""),
        ("b", "full thin thin", "few words on 2 of 3 pages (2, 3)"),
        ("c", "thin", "few words on 1 of 1 pages (1)"),
    ):
        shown = [
            page_of(letter, 30 if kind == "full" else 1) for letter, kind in zip("abcd", kinds.split(), strict=False)
        ]
        write(f"{name}.pdf", pdf(shown))
        output = project("seeds", "add", f"{name}.pdf").output
        assert told in output
        assert ("turn them into text (OCR)" in output) is bool(told), output


def test_folders_inside_the_sources_are_told(project):
    write("sources/a.txt", PIER)
    write("sources/old/deep/b.pdf", "x")
    write("sources/pictures/c.png", "x")
    write("sources/.git/d.txt", "x")
    write("claims/a.csv", "id,topic,kind,statement\nopen,pier,date,The pier opened in 2019.\n")
    for arguments in (("seeds", "list"), ("compare",)):
        result = project(*arguments)
        assert [line for line in result.output.splitlines() if "not read: the documents" in line] == [
            f"{'sourcecheck: ' * (arguments[0] == 'compare')}not read: the documents in old/; "
            f"folders inside {Path('sources').resolve()} are not read, so move them up"
        ]
    assert "not read: the documents" in project("compare").stderr


def test_what_the_table_names_and_what_lies_there_are_told_apart(project):
    for name in ("a", "b", "c"):
        write(f"sources/{name}.txt", f"{PIER} {name}")
    write("sources/prices.zip", "x")
    sha256 = hashlib.sha256(b"other").hexdigest()
    write("sources/sources.csv", f"id,title,sha256\na,A,\nb,B,{sha256}\ngone,G,\n")
    listed = project("seeds", "list").output
    assert "registered, but no file here: gone" in listed
    assert "skipped, no reader: prices.zip" in listed
    result = project("seeds", "verify")
    assert result.exit_code == 1
    states = {line.split()[0]: line for line in result.output.splitlines()}
    assert "not verified" in states["a"]
    assert states["b"].endswith("changed")
    assert states["c"].endswith("not registered")
    assert states["gone"].endswith("absent")
    assert "registry: sources.csv, 3 sources" in result.output


TABLES = {
    "as new": "id,title,author,publisher,published,sha256,size,note\n",
    "other columns": "shelf,id,TITLE,colour\nA3,old,Old,red\n",
    "semicolons": "id;title;published\r\nold;Old, and more;2019\r\n",
    "a mark at the beginning": "\ufeffid,title\nold,Old\n",
    "quotation marks and lines": 'id,title,note\n"old","Old ""one""","two\nlines"\n',
    "no line end": "id,title\nold,Old",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_registry_grows_and_keeps_what_is_there(tmp_path, name):
    path = tmp_path / "sources.csv"
    write(path, TABLES[name])
    before = read_registry(path)
    grown = with_sources(path, [Source("new", "New; and, “more”"), Source("newer", "N")])
    assert grown.startswith(TABLES[name])
    write(path, grown)
    assert read_registry(path)[: len(before)] == before
    assert [(s.id, s.title) for s in read_registry(path)[len(before) :]] == [
        ("new", "New; and, “more”"),
        ("newer", "N"),
    ]
    assert ("\r\n" in grown) is ("\r\n" in TABLES[name])


@pytest.mark.parametrize("text", ["", "title\nA\n", 'id,title\n"a,A\n', "id,title\na,A\na,B\n", "id,title\na b,A\n"])
def test_a_broken_registry_is_refused(tmp_path, text):
    path = tmp_path / "sources.csv"
    write(path, text)
    with pytest.raises(InputError):
        read_registry(path)
