"""Approved quotations: what quotes.csv says to the quotations of a draft, and how its broken rows are told."""

import json
from pathlib import Path

import pytest

from tests.test_drafts import PIER

HEADER = "words,speaker,status,until,note\n"
TABLE = HEADER + (
    '"We had to close the ferry for good, I think.",Carl Hansen,approved,2026-03-31,by mail\n'
    '"The mill will never open again, whatever they say.",Ada Moor,waiting,,\n'
    '"Between us, the council was asleep at the wheel.",Ada Moor,refused,,\n'
    '"We shall never close the pier of Ostwick.",Anna Brandt,refused,,said before she was mayor\n'
)
CLAIMS = "id,topic,kind,statement,expected,positions,terms,note\nz,z,date,The mill opened in 1911.,1911,,mill,\n"


@pytest.fixture
def run(desk, monkeypatch):
    monkeypatch.setenv("SOURCECHECK_CACHE", "")
    return desk(
        {
            "sourcecheck.toml": 'claims = "claims.csv"\nseeds = "sources"\n',
            "claims.csv": CLAIMS,
            "quotes.csv": TABLE,
            "sources/a.txt": PIER,
        }
    )


def quotation(run, text, *options):
    Path("draft.md").write_text(text, encoding="utf-8")
    data = json.loads(run("draft", "draft.md", "--show", "all", "--format", "json", *options).output)
    assert data["coverage"]["assertions"] == len(data["findings"])
    (found,) = (f for f in data["findings"] if f["code"] == "SRC201")
    return found


CASES = [
    ("“We had to close the ferry for good, I think,” said Carl Hansen.", "supported", "approved by Carl Hansen until 2026-03-31"),
    ("“We had to close the ferry for good,” Carl Hansen said.", "supported", "approved by Carl Hansen until 2026-03-31"),
    ("“We had to close the ferry for good, I think,” said Ada Moor.", "contradicted", "has these words from Carl Hansen"),
    ("“We had to close the ferry for ever, I think,” said Carl Hansen.", "altered-quote", "the table of quotations gives other words"),
    ("“The mill will never open again, whatever they say,” said Ada Moor.", "not-found", "has not approved these words yet"),
    ("“Between us, the council was asleep at the wheel,” said Ada Moor.", "contradicted", "refused these words"),
    ("“We shall never close the pier of Ostwick,” said Anna Brandt.", "contradicted", "refused these words"),
    ("“The gulls of the north coast are a plague to us,” said Ada Moor.", "not-found", "no source holds these words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stance", "says"), CASES)
def test_what_the_table_says(run, text, stance, says):
    found = quotation(run, text)
    assert (found["stance"], says in found["message"]) == (stance, True), found["message"]


def test_the_table_is_shown_as_the_place(run):
    found = quotation(run, CASES[0][0])
    assert [(p["source"], p["exact"]) for p in found["sources"]] == [
        ("quotes.csv", "We had to close the ferry for good, I think")
    ]
    told = run("draft", "draft.md", "--show", "supported").output
    assert "quotes.csv, cell A2: [We had to close the ferry for good, I think]." in told


@pytest.mark.parametrize(("day", "stance"), [("2026-03-31", "supported"), ("1 April 2026", "not-found")])
def test_an_approval_is_judged_on_the_day_given(run, day, stance):
    found = quotation(run, CASES[0][0], "--on", day)
    assert found["stance"] == stance
    assert stance == "supported" or found["message"] == "the approval of Carl Hansen ended on 2026-03-31"


def test_without_a_table_the_sources_are_asked(run):
    Path("quotes.csv").unlink()
    assert quotation(run, CASES[6][0])["stance"] == "supported"


def test_an_outcome_is_not_remembered_beyond_a_change_of_the_table(run, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    assert quotation(run, CASES[6][0])["stance"] == "contradicted"
    Path("quotes.csv").write_text(TABLE.replace("Brandt,refused", "Brandt,approved"), encoding="utf-8")
    found = quotation(run, CASES[6][0])
    assert (found["stance"], [p["source"] for p in found["sources"]]) == ("supported", ["quotes.csv", "a"])


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "html", "docx", "xlsx", "csv", "footnotes"])
def test_every_format_tells_it(run, format_):
    Path("draft.md").write_text("\n\n".join(text for text, _, _ in CASES), encoding="utf-8")
    result = run("draft", "draft.md", "--format", format_, "--show", "all", "--out", f"out.{format_}")
    assert result.exit_code == 1, result.output
    assert Path(f"out.{format_}").stat().st_size


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("words,,approved,,", "quotes.csv:2: speaker is empty; fill it or take the row out"),
        ("words,Ada,ok,,", "quotes.csv:2: status 'ok': did you mean approved? Use one of approved, waiting, refused"),
        ("words,Ada,off the record,,", "did you mean refused?"),
        ("words,Ada,approved,soon,", "quotes.csv:2: until 'soon' is no day; write it as 2026-03-31"),
    ],
)
def test_broken_rows_are_told(run, row, says):
    Path("quotes.csv").write_text(f"{HEADER}{row}\n", encoding="utf-8")
    Path("draft.md").write_text("A word.\n", encoding="utf-8")
    result = run("draft", "draft.md")
    assert (result.exit_code, says in result.output) == (2, True), result.output


def test_the_table_is_no_source_and_is_never_written_over(run):
    Path("draft.md").write_text("A word.\n", encoding="utf-8")
    assert "quotes" not in run("seeds", "list").output
    assert run("draft", "draft.md", "--out", "quotes.csv").exit_code == 2
    assert Path("quotes.csv").read_text(encoding="utf-8") == TABLE


def test_a_day_that_is_none_is_refused(run):
    Path("draft.md").write_text("A word.\n", encoding="utf-8")
    result = run("draft", "draft.md", "--on", "soon")
    assert (result.exit_code, "--on 'soon' is no day; write it as 2026-03-31" in result.output) == (2, True)
