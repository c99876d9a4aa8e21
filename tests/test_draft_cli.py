"""`draft` and `scan` as their users meet them: what they read, exit codes, baselines, the cache, and every wrong input."""

import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from reports.cli import main

PIER = "id,topic,kind,statement,expected,positions,terms,note\nopen,pier,date,The pier opened in 2019.,2019,,pier * open,\n"
WRONG = "The pier of Ostwick opened on 3 May 2018.\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text(
        "The pier of Ostwick opened on 3 May 2019. It is long.\n", encoding="utf-8"
    )
    (tmp_path / "pier.csv").write_text(PIER, encoding="utf-8")
    (tmp_path / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "sources"\n', encoding="utf-8")
    (tmp_path / "draft.md").write_text(WRONG, encoding="utf-8")

    def call(*arguments, **kwargs):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False, **kwargs)

    return call


def test_a_wrong_date_is_told_with_its_place_and_makes_the_run_fail(run):
    result = run("draft", "draft.md")
    assert result.exit_code == 1
    assert "draft.md:1:31: SRC101 date: contradicted: the sources say 3 May 2019 (paper, line 1)" in result.output
    assert "    The pier of Ostwick opened on [3 May 2018]." in result.output


def test_a_right_draft_is_clean_and_says_what_was_checked(run, tmp_path):
    (tmp_path / "draft.md").write_text("The pier of Ostwick opened in May 2019.\n", encoding="utf-8")
    result = run("draft", "draft.md")
    assert result.exit_code == 0
    assert "Findings: none." in result.output
    assert "A clean report speaks of these only." in result.output
    assert "supported" in run("draft", "draft.md", "--show-supported").output.splitlines()[0]


def test_an_empty_draft_is_clean_and_says_that_nothing_was_checked(run, tmp_path):
    (tmp_path / "draft.md").write_text("\n", encoding="utf-8")
    result = run("draft", "draft.md")
    assert result.exit_code == 0
    assert "Nothing was checked" in result.output


def test_standard_input_is_read(run):
    result = run("draft", "-", input=WRONG)
    assert result.exit_code == 1
    assert result.output.startswith("-:1:31: SRC101")


def test_json_keeps_the_contract(run):
    data = json.loads(run("draft", "draft.md", "--format", "json").output)
    assert list(data) == ["schema_version", "file", "findings", "suppressions", "coverage"]
    finding = data["findings"][0]
    assert {"code", "message", "start", "end", "line", "column", "stance", "value", "sources"} <= set(finding)
    assert WRONG[finding["start"] : finding["end"]] == finding["exact"] == "3 May 2018"
    assert {"source", "start", "end", "exact", "value"} <= set(finding["sources"][0])


def test_several_files_are_a_list(run, tmp_path):
    (tmp_path / "other.txt").write_text(WRONG, encoding="utf-8")
    data = json.loads(run("draft", "draft.md", "other.txt", "--format", "json").output)
    assert [file["file"] for file in data["files"]] == ["draft.md", "other.txt"]


def test_what_stands_in_the_baseline_does_not_fail_the_run(run, tmp_path):
    assert run("draft", "draft.md", "--format", "json", "--out", "known.json").exit_code == 1
    result = run("draft", "draft.md", "--baseline", "known.json")
    assert result.exit_code == 0
    assert "(known)" in result.output
    (tmp_path / "draft.md").write_text(f"{WRONG}\nThe pier of Ostwick opened on 4 May 2019.\n", encoding="utf-8")
    assert run("draft", "draft.md", "--baseline", "known.json").exit_code == 1


def test_select_and_ignore(run):
    assert run("draft", "draft.md", "--ignore", "SRC1").exit_code == 0
    assert run("draft", "draft.md", "--select", "SRC101").exit_code == 1
    assert run("draft", "--explain", "SRC101").output.startswith("SRC101 date")


def test_a_second_run_says_the_same_from_the_cache(run, tmp_path):
    first = run("draft", "draft.md").output
    assert any((tmp_path / "cache").rglob("*"))
    assert run("draft", "draft.md").output == first
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"broken")
    assert run("draft", "draft.md").output == first
    assert run("draft", "draft.md", "--no-cache").output == first


def test_a_changed_source_is_read_anew(run, tmp_path):
    run("draft", "draft.md")
    (tmp_path / "sources" / "paper.txt").write_text(
        "The pier of Ostwick opened on 3 May 2018. It is long.\n", encoding="utf-8"
    )
    assert run("draft", "draft.md").exit_code == 0


def test_a_copy_of_a_source_is_no_second_source(run, tmp_path):
    (tmp_path / "sources" / "copy.txt").write_bytes((tmp_path / "sources" / "paper.txt").read_bytes())
    assert "1 source (sources; 1 more is a copy of these)" in run("draft", "draft.md").output


def a_docx(path, words):
    import docx

    document = docx.Document()
    document.add_paragraph(words)
    document.save(path)


def test_a_docx_is_read_with_its_paragraphs(run, tmp_path):
    a_docx(tmp_path / "draft.docx", WRONG.strip())
    assert run("draft", "draft.docx").output.startswith("draft.docx:paragraph 1: SRC101")


def bomb():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 300_000_000)
    return data.getvalue()


BAD = {
    "a folder": (lambda d: d.mkdir(), "x.md", "is a folder"),
    "a missing file": (lambda d: None, "x.md", "cannot be read"),
    "an unknown format": (lambda d: d.write_bytes(b"x"), "x.xyz", "is of no format that can be read"),
    "a broken pdf": (lambda d: d.write_bytes(b"%PDF-1.7 nothing"), "x.pdf", "x.pdf"),
    "a broken docx": (lambda d: d.write_bytes(b"PK nothing"), "x.docx", "x.docx"),
    "a bomb in a docx": (lambda d: d.write_bytes(bomb()), "x.docx", "x.docx"),
    "damaged UTF-8": (lambda d: d.write_bytes(b"caf\xc3\xa9 w\xffas open"), "x.md", "is not UTF-8"),
}


@pytest.mark.parametrize("what", BAD)
def test_unusable_drafts_are_one_line_and_exit_2(what, run, tmp_path):
    make, name, words = BAD[what]
    make(tmp_path / name)
    result = run("draft", name)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert words in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft.md", "--select", "SRC777"], "no check has the code 'SRC777'"),
        (["draft.md", "--baseline", "old.json"], "is of version 9"),
        (["draft.md", "--baseline", "draft.md"], "is no baseline"),
        (["draft.md", "--baseline", "missing.json"], "cannot be read"),
        (["draft.md", "--format", "json", "--out", "draft.md"], "is, or lies in, what is read"),
        (["draft.md", "--nonsense"], "No such option"),
        ([], "give a file to check"),
        (["--explain", "SRC777"], "no check has the code"),
    ],
)
def test_unusable_arguments_are_one_line_and_exit_2(arguments, words, run, tmp_path):
    (tmp_path / "old.json").write_text('{"schema_version": 9}', encoding="utf-8")
    result = run("draft", *arguments)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert words in result.output


def test_scan_finds_what_one_source_says_twice_in_two_ways(run, tmp_path):
    text = (
        "The new pier of Ostwick was opened by the mayor on 3 May 2019 before a large crowd.\n\nThe town paid for it in full.\n\n"
        "The ferry stopped. Nobody missed it much.\n\n"
        "The new pier of Ostwick was opened by the mayor on 3 May 2016 before a large crowd of people.\n"
    )
    (tmp_path / "sources" / "paper.txt").write_text(text, encoding="utf-8")
    result = run("scan")
    assert result.exit_code == 1
    assert "SRC402" in result.output
    data = json.loads(run("scan", "--format", "json").output)
    assert list(data) == ["schema_version", "findings", "coverage"]
    places = data["findings"][0]["places"]
    assert {text[p["start"] : p["end"]] for p in places} == {"3 May 2019", "3 May 2016"}


def test_scan_of_a_clean_source_exits_0(run):
    result = run("scan")
    assert result.exit_code == 0
    assert "0 findings" in result.output


def test_a_folder_stands_for_its_drafts_but_not_for_what_the_project_holds(run, tmp_path):
    for name in ("out/report.md", ".hidden/a.md", "README.md", "parts/two.txt", "parts/readme.txt", "notes.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    data = json.loads(run("draft", ".", "--format", "json").output)
    assert [file["file"] for file in data["files"]] == ["draft.md", "parts/two.txt"]
    named = json.loads(run("draft", "README.md", "parts", "parts/two.txt", "--format", "json").output)
    assert [file["file"] for file in named["files"]] == ["README.md", "parts/two.txt"]


def test_folders_that_cannot_be_checked(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "empty: is a folder without a draft" in run("draft", "empty").output
    assert "sources: is a folder without a draft" in run("draft", "sources").output
    (tmp_path / "parts").mkdir()
    for name in ("one.md", "two.md"):
        (tmp_path / "parts" / name).write_text(WRONG, encoding="utf-8")
    several = run("draft", "parts", "--out", "facts.csv")
    assert (several.exit_code, several.output) == (2, "sourcecheck: --format csv holds one draft; give one file\n")
    assert run("draft", "parts", "--watch").exit_code == 2
