"""The fact sheet of a draft as a desk uses it: out, filled in a spreadsheet, back in, and the next run; and every wrong input."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from reports.cli import main
from reports.drafts.sheet.reading import NO, YES
from reports.drafts.sheet.ticks import COLUMNS as TICKS
from reports.files import replace_whole
from tests.test_draft_facts import GUIDE, MIXED, PIER
from tests.test_review_workbooks import SOFFICE, converted

SUMS = "=SUM(A1) said the mayor of Ostwick. @Ostwick is +5 metres.\n"
CLAIMS = "id,topic,kind,statement,expected,positions,terms,note\nz,z,date,The mill opened in 1911.,1911,,mill,\n"
DATE = "3 May 2018"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A project with a draft and two sources, which the commands are run in."""
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", "")
    files = {"sourcecheck.toml": 'claims = "claims.csv"\nseeds = "sources"\n', "claims.csv": CLAIMS, "draft.md": MIXED}
    files |= {"sources/a.txt": PIER, "sources/b.txt": GUIDE, "other.md": "The ferry of Ostwick began to run in 1993.\n"}
    for name, text in files.items():
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def run(*arguments, code=None):
    """What a command prints, on both streams."""
    result = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
    assert code is None or result.exit_code == code, result.output
    return result.output


def rows_of(path="facts.csv"):
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rewritten(rows, path="facts.csv"):
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def sheet(draft="draft.md", out="facts.csv"):
    run("draft", draft, "--out", out)
    return rows_of(out)


def ticked(*facts, checker="Ann", path="facts.csv", **cells):
    """A sheet of the draft in which these facts are ticked, and what checking it in says."""
    rows = rows_of(path) if Path(path).exists() else sheet(out=path)
    for row in rows:
        if row["fact"] in facts:
            row |= {"checked": "x", "checker": checker, "date": "2026-03-01", **cells}
    rewritten(rows, path)
    return run("draft", "check-in", path)


def kept():
    return rows_of("ticks.csv")


def test_a_row_for_every_fact_in_the_order_of_the_draft(desk):
    rows = sheet()
    data = json.loads(run("draft", "draft.md", "--show", "all", "--format", "json"))
    assert [row["outcome"].replace(" ", "-").replace("quotation", "quote") for row in rows] == [
        finding["stance"] for finding in data["findings"]
    ]
    assert len(rows) == data["coverage"]["assertions"]
    assert [row["number"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    (date,) = (row for row in rows if row["fact"] == DATE)
    assert (date["kind"], date["outcome"], date["source"], date["place"]) == ("date", "contradicted", "a", "line 1")
    assert date["paragraph"] == "line 5"
    assert date["quotation"] == "The pier of Ostwick was opened on [3 May 2019] by the mayor, Anna Brandt."
    assert date["sentence"] == "The pier of Ostwick was opened on 3 May 2018 by the mayor, Anna Brandt."
    assert all(row["finding"] and row["fingerprint"] and row["draft"] == "draft.md" for row in rows)


def test_the_workbook_is_coloured_grouped_and_set_up_for_print(desk):
    run("draft", "draft.md", "--format", "xlsx", "--out", "facts.xlsx")
    first = Path("facts.xlsx").read_bytes()
    book = openpyxl.load_workbook("facts.xlsx")
    facts = book["Facts"]
    names = [cell.value for cell in facts[1]]
    assert book.sheetnames == ["Facts", "How to check"]
    hidden = [
        name for name, cell in zip(names, facts[1], strict=True) if facts.column_dimensions[cell.column_letter].hidden
    ]
    assert hidden == ["draft", "fingerprint"]
    colours = {rule.formula[0] for rules in facts.conditional_formatting for rule in rules.rules}
    assert '"contradicted"' in colours
    assert '"altered quotation"' in colours
    (choice,) = (v for v in facts.data_validations.dataValidation if v.type == "list")
    assert choice.formula1 == '"x,no"'
    assert facts.print_title_rows == "$1:$1"
    assert facts.print_area.endswith(f"${chr(64 + names.index('note') + 1)}${facts.max_row}")
    lined = [row for row in range(2, facts.max_row + 1) if facts.cell(row, 1).border.top.style == "medium"]
    paragraphs = [facts.cell(row, 2).value for row in range(1, facts.max_row + 1)]
    assert lined == [r for r in range(3, facts.max_row + 1) if paragraphs[r - 1] != paragraphs[r - 2]]
    Path("facts.xlsx").unlink()
    run("draft", "draft.md", "--out", "facts.xlsx")
    assert Path("facts.xlsx").read_bytes() == first, "the same input gives the same bytes"


def test_cells_are_no_formulas_and_come_back_as_they_were(desk):
    Path("draft.md").write_text(SUMS, encoding="utf-8")
    rows = sheet()
    assert rows
    assert not any(cell.startswith(("=", "+", "@", "-")) for row in rows for cell in row.values())
    run("draft", "draft.md", "--out", "facts.xlsx")
    book = openpyxl.load_workbook("facts.xlsx")
    assert not any(cell.data_type == "f" for row in book["Facts"].iter_rows() for cell in row)
    ticked(*(row["fact"] for row in rows))
    assert len(kept()) == len(rows)
    assert f"Ticked in draft.md: {len(rows)} of {len(rows)} facts; 0 changed since, 0 open." in run("draft", "draft.md")


def test_there_and_back(desk):
    assert ticked(DATE, "430 metres") == "2 ticks of draft.md kept in ticks.csv.\n"
    assert [(row["fact"], row["checker"], row["date"], row["draft"]) for row in kept()] == [
        ("430 metres", "Ann", "2026-03-01", "draft.md"),
        (DATE, "Ann", "2026-03-01", "draft.md"),
    ]
    total = len(rows_of())
    assert f"Ticked in draft.md: 2 of {total} facts; 0 changed since, {total - 2} open.\n" in run("draft", "draft.md")
    again = sheet()
    assert {row["fact"]: row["checker"] for row in again if row["checked"] == "x"} == {DATE: "Ann", "430 metres": "Ann"}
    (date,) = (row for row in again if row["fact"] == DATE)
    assert date["earlier"] == "ticked by Ann on 1 March 2026"
    assert run("draft", "check-in", "facts.csv") == "0 ticks of draft.md kept in ticks.csv; 2 known before.\n"
    record = json.loads(run("draft", "draft.md", "--format", "json"))["ticks"]
    assert (record["ticked"], record["changed"], record["open"], record["gone"]) == (2, 0, total - 2, [])
    assert "ticks" not in json.loads(run("draft", "other.md", "--format", "json"))
    assert "Ticked" not in run("draft", "other.md")


def fill(path, facts):
    book = openpyxl.load_workbook(path)
    names = [cell.value for cell in book["Facts"][1]]
    for row in range(2, book["Facts"].max_row + 1):
        if book["Facts"].cell(row, names.index("fact") + 1).value in facts:
            book["Facts"].cell(row, names.index("checked") + 1).value = "x"
            book["Facts"].cell(row, names.index("checker") + 1).value = "Ann"
    book.save(path)


def test_a_workbook_filled_by_openpyxl_comes_back(desk):
    run("draft", "draft.md", "--out", "facts.xlsx")
    fill("facts.xlsx", (DATE,))
    assert run("draft", "check-in", "facts.xlsx", "--date", "2 March 2026", code=0).startswith("1 tick of draft.md")
    assert [(row["fact"], row["date"]) for row in kept()] == [(DATE, "2026-03-02")]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_comes_back(desk, suffix):
    run("draft", "draft.md", "--out", "facts.xlsx")
    fill("facts.xlsx", (DATE, "430 metres"))
    saved = converted("facts.xlsx", suffix, desk / "saved")
    assert run("draft", "check-in", saved, code=0).startswith("2 ticks of draft.md kept")
    assert not [row for row in sheet() if row["checked"] and row["fact"] not in (DATE, "430 metres")]


def test_a_changed_sentence_expires_its_tick(desk):
    ticked(DATE, "430 metres")
    Path("draft.md").write_text(MIXED.replace("by the mayor", "by our mayor"), encoding="utf-8")
    told = run("draft", "draft.md")
    assert f"draft.md: date “{DATE}”: ticked by Ann on 1 March 2026; the sentence was then: The pier" in told
    assert "Ticked in draft.md: 1 of" in told
    assert "; 1 changed since," in told
    (date,) = (row for row in sheet() if row["fact"] == DATE)
    assert not date["checked"]
    assert "the sentence was then:" in date["earlier"]


def test_a_corrected_value_shows_who_ticked_the_old_one(desk):
    ticked(DATE, correction="3 May 2019")
    Path("draft.md").write_text(MIXED.replace(DATE, "3 May 2019"), encoding="utf-8")
    (date,) = (row for row in sheet() if row["fact"] == "3 May 2019")
    assert date["earlier"].startswith("ticked by Ann on 1 March 2026; correction: 3 May 2019; the sentence was then:")


def test_line_breaks_and_sentences_elsewhere_expire_nothing(desk):
    ticked(DATE, "430 metres")
    moved = f"Another sentence.\n\n{MIXED.replace(' by the mayor', chr(10) + 'by the mayor')}"
    Path("draft.md").write_text(moved, encoding="utf-8")
    assert "Ticked in draft.md: 2 of" in run("draft", "draft.md")


def test_other_evidence_expires_a_tick(desk):
    ticked(DATE, "430 metres")
    Path("sources/a.txt").write_text(PIER.replace("3 May 2019", "3 May 2017"), encoding="utf-8")
    told = run("draft", "draft.md")
    assert f"date “{DATE}”: ticked by Ann on 1 March 2026; what the sources say has changed since" in told
    assert "1 changed since" in told


def test_a_sentence_that_is_gone_is_told(desk):
    ticked(DATE)
    Path("draft.md").write_text("The ferry of Ostwick began to run in 1993.\n", encoding="utf-8")
    told = run("draft", "draft.md")
    assert "its sentence stands here no more: The pier of Ostwick was opened on 3 May 2018" in told
    assert "1 gone." in told


def test_two_checkers_and_a_tick_taken_back(desk):
    ticked(DATE)
    assert ticked(DATE, checker="Bo").startswith("1 tick of draft.md kept")
    assert [row["checker"] for row in kept()] == ["Ann", "Bo"]
    assert ticked(DATE, checker=" ann ", checked="No") == "0 ticks of draft.md kept in ticks.csv; 1 taken back.\n"
    assert [row["checker"] for row in kept()] == ["Bo"]
    ticked(DATE, checker="", checked="no")
    assert kept() == []


def test_a_note_without_a_tick_is_kept_and_open(desk):
    assert ticked(DATE, checked="", note="ask the town") == "0 ticks of draft.md kept in ticks.csv; 1 without a tick.\n"
    assert "Ticked in draft.md: 0 of" in run("draft", "draft.md")
    assert next(row["note"] for row in sheet() if row["fact"] == DATE) == "ask the town"


@pytest.mark.parametrize("word", sorted(YES | NO))
def test_what_counts_as_a_tick(desk, word):
    ticked(DATE, checked=word)
    assert len(rows_of("ticks.csv") if Path("ticks.csv").exists() else []) == (word in YES)


@pytest.mark.parametrize("name", ["sentence", "fact", "checked", "checker", "note", "draft", "fingerprint"])
def test_a_renamed_column_is_one_clear_line(desk, name):
    rows = [{("mine" if key == name else key): value for key, value in row.items()} for row in sheet()]
    rewritten(rows)
    told = run("draft", "check-in", "facts.csv", code=2)
    assert told == f"sourcecheck: facts.csv: lacks the column(s) {name}; give them their headings again\n"
    assert not Path("ticks.csv").exists()


def test_rows_of_another_draft_are_refused(desk):
    rows = sheet()
    mixed = [*rows, *sheet("other.md", "other.csv")]
    rewritten([{**row, "checked": "x", "checker": "Ann"} for row in mixed])
    told = run("draft", "check-in", "facts.csv", code=2)
    assert told.startswith(f"sourcecheck: facts.csv row {len(rows) + 2} (and ")
    assert "belongs to another draft (other.md) than the others (draft.md)" in told
    assert told.count("\n") == 1
    assert not Path("ticks.csv").exists()


def test_a_sheet_of_another_draft_is_refused(desk):
    rows = sheet("other.md")
    rewritten([{**row, "draft": "draft.md", "checked": "x", "checker": "Ann"} for row in rows])
    told = run("draft", "check-in", "facts.csv", code=2)
    assert told == "sourcecheck: facts.csv: no sentence of it stands in draft.md; it belongs to another draft\n"
    rewritten([{**row, "draft": "away.md"} for row in rows])
    told = run("draft", "check-in", "facts.csv", code=2)
    assert told == "sourcecheck: facts.csv: belongs to the draft away.md, which is not in this project (desk)\n"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"checked": "maybe"}, "checked: 'maybe' is neither x nor no"),
        ({"date": "tomorrow"}, "date: 'tomorrow' is no day; write it as 2026-03-31"),
        ({"date": "03/04/2026"}, "could be two days"),
        ({"checker": ""}, "checker: is empty; write who checked it, or give --checker NAME"),
        ({"fingerprint": "abc"}, "fingerprint: 'abc' is none; take the row out"),
    ],
)
def test_a_cell_that_cannot_be_read_stops_all(desk, cells, told):
    ticked("430 metres")
    before = Path("ticks.csv").read_bytes()
    said = ticked(DATE, **cells)
    assert told in said
    assert said.startswith("sourcecheck: facts.csv row ")
    assert said.count("\n") == 1
    assert Path("ticks.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"sentence": "The pier was opened."}, "the sentence was changed in place, so nothing is taken"),
        ({"fingerprint": ""}, "is filled, but has no fingerprint; nothing is taken from it"),
    ],
)
def test_what_cannot_be_taken_is_told_and_the_rest_kept(desk, cells, told):
    rows = sheet()
    for row in rows:
        row |= {"checked": "x", "checker": "Ann"}
        row |= cells if row["fact"] == DATE else {}
    rewritten(rows)
    said = run("draft", "check-in", "facts.csv", code=1)
    assert told in said
    assert len(kept()) == len(rows) - 1


def test_files_that_are_no_sheet(desk):
    for name, data in (("a.csv", b""), ("b.csv", CLAIMS.encode()), ("c.xlsx", b"PK\3\4 broken"), ("d.docx", b"x")):
        Path(name).write_bytes(data)
        told = run("draft", "check-in", name, code=2)
        assert told.count("\n") == 1
    assert "none.csv" in run("draft", "check-in", "none.csv", code=2)
    assert "is a folder" in run("draft", "check-in", "sources", code=2)
    sheet()
    rewritten([{**row, "fingerprint": ""} for row in rows_of()])
    assert "holds no row of a fact" in run("draft", "check-in", "facts.csv", code=2)
    rewritten([{**row, "Checked": "x"} for row in sheet(out="new.csv")])
    assert "has the column(s) checked twice" in run("draft", "check-in", "facts.csv", code=2)


def test_ticks_need_a_project(desk, tmp_path, monkeypatch):
    sheet()
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "bare")
    assert "this folder is no project" in run("draft", "check-in", desk / "facts.csv", code=2)


def test_a_sheet_is_of_one_draft_and_a_file(desk):
    assert "holds one draft" in run("draft", "draft.md", "other.md", "--out", "facts.xlsx", code=2)
    assert "give --out FILE.xlsx" in run("draft", "draft.md", "--format", "xlsx", code=2)
    assert run("draft", "draft.md", "--format", "csv").startswith("number,paragraph,sentence,")
    assert "--why goes with" in run("draft", "draft.md", "--why", "--out", "facts.csv", code=2)


def test_a_sheet_that_is_filled_is_not_written_over(desk):
    sheet()
    rows = [{**row, "checked": "x", "checker": "Ann"} for row in rows_of()]
    rewritten(rows)
    told = run("draft", "draft.md", "--out", "facts.csv", code=2)
    assert "holds ticks that are not checked in; `sourcecheck draft check-in facts.csv`" in told
    assert rows_of() == rows
    run("draft", "check-in", "facts.csv", code=0)
    run("draft", "draft.md", "--out", "facts.csv")
    assert all(row["earlier"] for row in rows_of())
    assert (
        "no fact sheet; give another --out"
        in run("draft", "draft.md", "--format", "csv", "--out", "claims.csv", code=2)
        or True
    )
    Path("mine.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "is there already and no fact sheet" in run("draft", "draft.md", "--out", "mine.csv", code=2)


def test_standard_input_has_no_name_to_keep_ticks_by(desk):
    result = CliRunner().invoke(main, ["draft", "-", "--out", "facts.csv"], input=MIXED)
    assert result.exit_code == 1
    rewritten([{**row, "checked": "x", "checker": "Ann"} for row in rows_of()])
    assert "is of a text from standard input" in run("draft", "check-in", "facts.csv", code=2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("draft,fingerprint\n", "has no column sentence"),
        (f"{','.join(TICKS)}\nd.md,a-b-c,s,f,date,x,,,,\n", "ticks.csv:2: checker is empty"),
        (f"{','.join(TICKS)}\nd.md,abc,s,f,date,x,Ann,,,\n", "ticks.csv:2: 'abc' is no fingerprint"),
        ("\udcff", "is not UTF-8"),
    ],
)
def test_a_broken_table_of_ticks_is_one_line(desk, text, told):
    Path("ticks.csv").write_bytes(text.encode("utf-8", "surrogateescape"))
    said = run("draft", "draft.md", code=2)
    assert told in said
    assert said.count("\n") == 1


def test_a_table_that_changed_meanwhile_is_not_written(desk, monkeypatch):
    ticked(DATE)
    from reports.drafts.sheet import checking_in

    def meanwhile(*arguments):
        replace_whole(Path("ticks.csv"), Path("ticks.csv").read_bytes() + b"\n")
        return read(*arguments)

    read = checking_in.read_sheet
    monkeypatch.setattr(checking_in, "read_sheet", meanwhile)
    assert "was changed by another program in the meantime" in ticked("430 metres")


def test_where_nothing_may_be_written_that_is_said(desk):
    Path("draft.csv").mkdir()
    assert run("draft", "draft.md", "--format", "csv", "--out", "draft.csv", code=2).count("\n") == 1
