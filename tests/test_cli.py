"""The command line as its users meet it: what they read, exit codes, and every wrong input."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.checks import all_checks
from reports.cli import main

ROOT = Path(__file__).parent.parent
PIER = "id,topic,kind,statement,expected,positions,terms,note\nopen,pier,date,The pier opened in 2019.,2019,,pier * open,\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


@pytest.fixture
def pier(tmp_path):
    """A small project: two sources and a claim."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text("The pier opened on 3 May 2019. It is long.\n", encoding="utf-8")
    (tmp_path / "sources" / "guide.md").write_text("# The pier\n\nThe pier was opened in 2018.\n", encoding="utf-8")
    (tmp_path / "pier.csv").write_text(PIER, encoding="utf-8")
    return tmp_path


def arguments(pier):
    return "--claims", pier / "pier.csv", "--seeds", pier / "sources"


def test_compare_prints_a_summary_and_writes_reports(run, pier):
    result = run("compare", *arguments(pier), "--out", pier / "reports")
    assert result.exit_code == 0
    assert "high  The pier opened: 2018 (guide), 2019 (paper)" in result.output
    page = (pier / "reports" / "pier.md").read_text(encoding="utf-8")
    assert "guide, line 3" in page
    assert "paper, line 1" in page
    assert "**2018**" in page
    assert (pier / "reports" / "index.md").is_file()


def test_without_a_project_nothing_is_written(run, pier):
    result = run("compare", *arguments(pier))
    assert result.exit_code == 0
    assert "Reports were not written" in result.output
    assert sorted(p.name for p in pier.iterdir()) == ["pier.csv", "sources"]


def test_a_project_is_found_upward(run, pier, monkeypatch):
    (pier / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "sources"\nout = "made"\n', encoding="utf-8")
    (pier / "below").mkdir()
    monkeypatch.chdir(pier / "below")
    assert run("compare").exit_code == 0
    assert (pier / "made" / "pier.md").is_file()


def test_json_keeps_the_contract(run, pier):
    data = json.loads(run("compare", *arguments(pier), "--format", "json").output)
    assert list(data) == ["schema_version", "sources", "claims", "coverage"]
    assert list(data["claims"][0]) == ["id", "topic", "kind", "statement", "expected", "verdict", "flags",
                                       "headline", "severity", "sources"]  # fmt: skip
    assert list(data["coverage"]) == ["claims", "matches", "read", "unread", "silent"]
    for source in data["claims"][0]["sources"]:
        assert list(source) == ["source", "stance", "values", "evidence"]
        text = next((pier / "sources").glob(f"{source['source']}.*")).read_text(encoding="utf-8")
        for item in source["evidence"]:
            assert text[item["start"] : item["end"]] == item["exact"]
            assert text.count("\n", 0, item["start"]) + 1 == item["line_start"]
            assert item["check"] in {check.code for check in all_checks()}


def test_csv_has_a_row_per_claim_and_source(run, pier):
    rows = list(csv.DictReader(io.StringIO(run("compare", *arguments(pier), "--format", "csv").output)))
    assert [(r["source"], r["stance"], r["values"]) for r in rows] == [
        ("guide", "contradicts", "2018"),
        ("paper", "supports", "3 May 2019"),
    ]


def test_csv_neutralises_formulas(run, pier):
    (pier / "pier.csv").write_text(
        PIER.replace("The pier opened in 2019.", "=1+1 The pier opened in 2019."), encoding="utf-8"
    )
    rows = list(csv.DictReader(io.StringIO(run("compare", *arguments(pier), "--format", "csv").output)))
    assert rows[0]["statement"].startswith("'=")


def test_hostile_words_change_only_their_own_cell(run, pier):
    nasty = "The pier `opened` on <script>x</script> 3 May 2019 | ]]> \u202e[a](b) *b*."
    (pier / "sources" / "paper.txt").write_text(nasty, encoding="utf-8")
    run("compare", *arguments(pier), "--out", pier / "reports")
    page = (pier / "reports" / "pier.md").read_text(encoding="utf-8")
    assert "<script>" not in page.replace("\\<script\\>", "")
    row = next(line for line in page.splitlines() if line.startswith("| paper"))
    assert row.replace("\\|", "").count("|") == 5
    assert "\u202e" not in page


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_same_input_same_bytes(run, pier, format_):
    first, second = (run("compare", *arguments(pier), "--format", format_).output for _ in range(2))
    assert first == second
    assert run("compare", *arguments(pier), "--format", format_, "--out", "file").exit_code == 0
    assert Path("file").read_text(encoding="utf-8") == first


def test_fail_on(run, pier):
    assert run("compare", *arguments(pier), "--fail-on", "value-discrepancy").exit_code == 1
    assert run("compare", *arguments(pier), "--fail-on", "probable-typo").exit_code == 0


def test_ignored_checks_leave_matches_unread(run, pier):
    data = json.loads(run("compare", *arguments(pier), "--format", "json", "--ignore", "SRC1").output)
    assert data["claims"][0]["verdict"] == "not-found"
    assert data["coverage"]["unread"] == data["coverage"]["matches"] == 2


def test_find(run, pier):
    output = run("find", "pier opened", "--seeds", pier / "sources").output
    assert "paper, line 1" in output
    assert "guide, line 3" in output
    assert run("find", "pier * open", "--pattern", "--seeds", pier / "sources").output.count("pier") >= 2


def test_checks(run):
    output = run("checks").output
    for check in all_checks():
        assert check.code in output
        assert check.explanation in run("checks", check.code.lower()).output


def test_seeds(run, pier):
    assert "paper" in run("seeds", "list", "--seeds", pier / "sources").output
    assert run("seeds", "verify").exit_code == 0
    (pier / "000_changed.txt").write_text("Not the registered original.", encoding="utf-8")
    result = run("seeds", "verify", "--seeds", pier)
    assert result.exit_code == 1
    assert "changed" in result.output


def test_a_changed_original_warns_and_goes_on(run, pier):
    (pier / "sources" / "000_changed.txt").write_text("The pier opened in 2019.", encoding="utf-8")
    result = run("compare", *arguments(pier))
    assert result.exit_code == 0
    assert "is not the registered original of source 000" in result.stderr


def test_claims_check(run, pier):
    assert run("claims", "check", pier / "pier.csv", "--seeds", pier / "sources").exit_code == 0
    bad = PIER + "b,pier,status,It is sold.,sold,sold: sold; let: let,pier,\nc,pier,fact,,,,,\n"
    bad += "d,pier,date,It opened on 3 May 2019.,2019-05-04,,pier,\n"
    (pier / "pier.csv").write_text(bad, encoding="utf-8")
    result = run("claims", "check", pier / "pier.csv", "--seeds", pier / "sources")
    assert result.exit_code == 1
    assert "pier.csv:4: kind: 'fact' is unknown" in result.output
    assert "pier.csv:3: positions: no pattern of 'sold' matches in the sources" in result.output
    assert "pier.csv:5: expected: says 2019-05-04, the statement 3 May 2019; mend" in result.output
    assert "3 claims, 5 problems" in result.output


def test_the_longest_id_that_fits_names_a_source(run, pier):
    (pier / "sources" / "sources.csv").write_text(
        "id,title,published\npaper,P,2020\npaper-2,Q,2021-05~\n", encoding="utf-8"
    )
    (pier / "sources" / "paper-2.txt").write_text(
        "On 3 May the pier opened. The following day it closed.", encoding="utf-8"
    )
    output = run("seeds", "list", "--seeds", pier / "sources").output
    assert "paper-2" in output
    assert run("compare", *arguments(pier)).exit_code == 0


def test_lone_carriage_returns_end_lines(run, pier):
    (pier / "sources" / "paper.txt").write_bytes(b"One line here.\rThe pier opened on 3 May 2019.\r")
    data = json.loads(run("compare", *arguments(pier), "--format", "json").output)
    paper = next(s for s in data["claims"][0]["sources"] if s["source"] == "paper")
    assert paper["evidence"][0]["line_start"] == 2


def refused(result, *said):
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in result.stderr
    for words in said:
        assert words in lines[0]


WRONG = {
    "missing folder": (lambda p: None, ["--seeds", "nowhere"], "nowhere: is not a folder"),
    "empty folder": (lambda p: (p / "e").mkdir(), ["--seeds", "e"], "holds no file that can be read"),
    "empty file": (lambda p: write(p, "e/a.txt", b""), ["--seeds", "e"], "is empty"),
    "binary file": (lambda p: write(p, "e/a.txt", b"\x7fELF\0\1"), ["--seeds", "e"], "is a binary file"),
    "undecodable bytes": (lambda p: write(p, "e/a.txt", b"caf\xc3\xa9\ntw\xffo"), ["--seeds", "e"], "a.txt:2: byte 8 is not UTF-8"),
    "a 50 MB line": (lambda p: write(p, "e/a.txt", b"x" * 49_000_000), ["--seeds", "e"], "the line has 49,000,000 characters"),
    "a huge file": (lambda p: write(p, "e/a.txt", b"x\n" * 26_000_000), ["--seeds", "e"], "more than the 50,000,000 allowed"),
    "two files of one source": (lambda p: twins(p), ["--seeds", "e"], "is a second file of source 000"),
    "a table without a column": (lambda p: write(p, "c.csv", b"id,topic\na,b\n"), ["--claims", "c.csv"], "lacks the column(s)"),
    "a missing table": (lambda p: None, ["--claims", "c.csv"], "no such file or folder"),
    "a folder without tables": (lambda p: (p / "c").mkdir(), ["--claims", "c"], "is a folder without a table"),
    "a broken workbook": (lambda p: write(p, "c.xlsx", b"PK"), ["--claims", "c.xlsx"], "is not a workbook"),
    "an unknown topic": (lambda p: None, ["--topic", "cheese"], "no claim has the topic 'cheese'"),
    "an unknown check": (lambda p: None, ["--select", "SRC777"], "no check has the code 'SRC777'"),
    "an unknown verdict": (lambda p: None, ["--fail-on", "doom"], "is no verdict"),
    "no number of evidence": (lambda p: None, ["--evidence", "some"], "is neither a number"),
    "a missing configuration": (lambda p: None, ["--config", "c.toml"], "cannot be read"),
    "a broken configuration": (lambda p: write(p, "c.toml", b"= 3"), ["--config", "c.toml"], "is not TOML"),
    "a configuration of another shape": (lambda p: write(p, "pyproject.toml", b"tool = 5"), ["--seeds", "no"], "no: is not a folder"),
    "a publication date that is none": (
        lambda p: write(p, "e/sources.csv", b"id,title,published\na,A,August 2025\n"), ["--seeds", "e"], "sources.csv:2: published:"),
    "an unknown key": (lambda p: write(p, "c.toml", b"cheese = 'x'"), ["--config", "c.toml"], "unknown key 'cheese'"),
    "an output folder that is a file": (lambda p: write(p, "o", b"kept"), ["--topic", "vance-visit", "--out", "o"], "cannot be written"),
}  # fmt: skip


def write(folder, name, data):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)


def twins(folder):
    write(folder, "e/000_a.txt", b"a b c")
    write(folder, "e/000_b.txt", b"a b c")


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_one_line_and_exit_code_2(run, tmp_path, case):
    prepare, options, said = WRONG[case]
    prepare(tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    result = run("compare", *options)
    if case == "an output folder that is a file":
        assert result.exit_code == 2
        assert said in result.stderr
    else:
        refused(result, said)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before, "nothing half-written"


def test_an_unwritable_output_folder(run, pier):
    if os.geteuid() == 0:
        (pier / "o").symlink_to("/proc/none")
    else:
        (pier / "o").mkdir(mode=0o500)
    result = run("compare", *arguments(pier), "--out", pier / "o")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["checks", "SRC999"], ["find", "***"], ["find", "", "--pattern"], ["seeds", "list", "--seeds", "x"]]
)
def test_other_commands_refuse_alike(run, arguments):
    refused(run(*arguments))
