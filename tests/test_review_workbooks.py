"""Workbooks out and in, as an editor uses them: from the command line, in a project of their own."""

import csv
import datetime
import io
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from claims.reviews import read_reviews
from reports.cli import main
from reports.settings import find_settings

CASES = Path(__file__).parent / "cases"
SOFFICE = shutil.which("soffice")
TEXTS = {
    "a.txt": "The pier opened on 3 May 2019. It cost nearly $19 million. The town sold the pier to Marlow. The pier is 340 metres long.\n",
    "b.txt": "The pier opened in 2018. It is said that the pier cost $18.9 million. The town leased the pier to Marlow.\n",
    "c.txt": "The pier of Ostwick is a wonder.\n\nThe pier is 340 metres long, but further on the pier is 352 metres long.\n",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with the claims and three sources on a pier, which the commands are run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    (tmp_path / "sourcecheck.toml").write_text('claims = "claims/pier.csv"\nseeds = "texts"\n')
    (tmp_path / "claims").mkdir()
    shutil.copy(CASES / "pier-claims.csv", tmp_path / "claims" / "pier.csv")
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments, code=0):
    """What a command prints, on both streams."""
    result = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def fill(path, out, sheet="Claims", **rows):
    """Fill rows of a workbook, given by id, as `open={"decision": "confirmed"}`."""
    book = openpyxl.load_workbook(path)
    worksheet = book[sheet]
    columns = {c.value: c.column for c in worksheet[1]}
    for row in range(2, worksheet.max_row + 1):
        for name, value in rows.get(worksheet.cell(row, columns["id"]).value, {}).items():
            worksheet.cell(row, columns[name]).value = value
            if isinstance(value, str):
                worksheet.cell(row, columns[name]).data_type = "s"  # typed as text, not as a formula
    book.save(out)
    return out


ANN = {"reviewer": "Ann", "date": datetime.date(2026, 3, 3)}
FILLED = {
    "open": {"decision": "confirmed", **ANN, "comment": "=1+1 is a comment"},
    "cost": {
        "decision": "reworded",
        **ANN,
        "corrected value": "~19e6 USD",
        "corrected statement": "The pier cost about $19 million.",
    },
    "sale": {"decision": "Needs Source", "reviewer": "Ann", "date": "3 March 2026"},
    "length": {"decision": "rejected", **ANN, "corrected value": "352 meter"},
}


def decisions(project):
    return {
        (r.claim, str(r.decision), r.reviewer, r.date, r.comment)
        for r in read_reviews(project / "claims" / "reviews.csv")
    }


EXPECTED = {
    ("open", "confirmed", "Ann", "2026-03-03", "=1+1 is a comment"),
    ("cost", "reworded", "Ann", "2026-03-03", ""),
    ("sale", "needs-source", "Ann", "2026-03-03", ""),
    ("length", "rejected", "Ann", "2026-03-03", ""),
}


def test_what_the_workbook_holds(project):
    run("review", "export", "r.xlsx")
    book = openpyxl.load_workbook("r.xlsx")
    assert book.sheetnames == ["Findings", "How to review", "Claims", "Sources", "Pier"]
    sheet = book["Claims"]
    header, *rows = ([cell.value for cell in row] for row in sheet.rows)
    assert header[:9] == ["id", "statement", "difference", "decision", "corrected value", "corrected statement", "reviewer", "date",
                          "comment"]  # fmt: skip
    assert header[9:15] == ["verdict", "expected", "kind", "topic", "a: stance", "a: value"]
    assert not any(": words" in name or ": place" in name for name in header), (
        "wide evidence stands on the topics' sheets"
    )
    assert header[-2:] == ["earlier reviews", "fingerprint"]
    opened = dict(zip(header, rows[0], strict=True))
    assert (opened["verdict"], opened["b: stance"], opened["b: value"]) == ("value-discrepancy", "contradicts", "2018")
    assert opened["difference"].startswith("The pier")
    wide, *topic = ([cell.value for cell in row] for row in book["Pier"].rows)
    assert wide[12:16] == ["a: stance", "a: value", "a: words", "a: place"]
    told = dict(zip(wide, topic[0], strict=True))
    assert (told["b: words"], told["b: place"]) == ("“The pier opened in 2018.”", "b, line 1")
    for name in ("Claims", "Findings"):
        widths = [book[name].column_dimensions[cell.column_letter].width for cell in book[name][1]]
        shown = next(i for i, cell in enumerate(book[name][1], 1) if cell.value == "comment")
        assert sum(7 * width + 5 for width in widths[:shown]) < 1400, "the first screen of 1440 pixels"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(header)).column_letter}{len(rows) + 1}"
    assert sheet.column_dimensions[sheet.cell(1, len(header)).column_letter].hidden
    assert '"confirmed,rejected,needs-source,reworded,unsure"' in {
        v.formula1 for v in sheet.data_validations.dataValidation
    }
    assert len(sheet.conditional_formatting) == 4, "the verdict, and the stance of three sources"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert [row[0].value for row in book["Pier"].rows] == [row[0].value for row in sheet.rows]
    words = [row[0].value for row in book["How to review"].rows]
    assert {*header[:13], "(source id): words", "confirmed", "probable-typo"} <= set(words), "every column is explained"


def test_the_same_input_gives_the_same_bytes(project):
    for name in ("r.xlsx", "r.csv"):
        run("review", "export", name)
        first = Path(name).read_bytes()
        run("review", "export", name)
        assert Path(name).read_bytes() == first


def test_nothing_filled_changes_nothing(project):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for name in ("r.xlsx", "r.csv"):
        run("review", "export", name)
        assert run("review", "import", name, "--apply").startswith("0 decisions recorded")
        Path(name).unlink()
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def import_filled(project, path):
    """Import a workbook filled with FILLED, and hold what has to come of it."""
    table = project / "claims" / "pier.csv"
    before = table.read_bytes()
    said = run("review", "import", path)
    assert decisions(project) == EXPECTED
    assert table.read_bytes() == before, "without --apply nothing is written"
    assert "\n-cost,pier,figure,The pier cost $18.9 million.,18.9e6 USD,,cost," in said
    assert "\n+cost,pier,figure,The pier cost about $19 million.,~19e6 USD,,cost," in said
    assert "4 decisions recorded in claims/reviews.csv; 3 corrections shown, not written" in said
    history = (project / "claims" / "reviews.csv").read_bytes()
    assert "0 decisions recorded in claims/reviews.csv; 4 known before; 3 corrections written" in run(
        "review", "import", path, "--apply"
    )
    changed = [(a, b) for a, b in zip(before.split(b"\n"), table.read_bytes().split(b"\n"), strict=True) if a != b]
    assert [a.split(b",")[0] for a, _ in changed] == [b"cost", b"length"]
    assert "0 decisions recorded in claims/reviews.csv; 4 known before." in run("review", "import", path, "--apply")
    assert (project / "claims" / "reviews.csv").read_bytes() == history, "the same import again adds nothing"


def test_decisions_come_back(project):
    run("review", "export", "r.xlsx")
    import_filled(project, fill("r.xlsx", "filled.xlsx", **FILLED))


def test_the_example_of_the_manual(project):
    """docs/review.md shows what importing these two workbooks and asking for the status print."""
    manual = (Path(__file__).parent.parent / "docs" / "review.md").read_text(encoding="utf-8")
    run("review", "export", "review.xlsx")
    fill("review.xlsx", "ann.xlsx", **FILLED)
    ben = {"reviewer": "Ben", "date": datetime.date(2026, 3, 4)}
    fill("review.xlsx", "ben.xlsx", open={"decision": "rejected", **ben}, sale={"decision": "needs-source", **ben})
    said = run("review", "import", "ann.xlsx", "ben.xlsx", "--apply", code=1)
    assert f"```text\n{said}```" in manual, said
    status = "".join(f"{line.rstrip()}\n" for line in run("review", "status").splitlines())
    assert f"```text\n{status}```" in manual, status


def test_decisions_on_the_sheet_of_a_topic_come_back(project):
    run("review", "export", "r.xlsx")
    import_filled(project, fill("r.xlsx", "filled.xlsx", "Pier", **FILLED))


def test_decisions_on_the_sheet_of_findings_come_back(project):
    run("review", "export", "r.xlsx")
    header, *rows = ([cell.value for cell in row] for row in openpyxl.load_workbook("r.xlsx")["Findings"].rows)
    assert header[:5] == ["id", "severity", "statement", "difference", "decision"]
    own = next(row for row in rows if row[0] == "open")
    assert (own[1], own[3]) == ("high", "The pier opened: 3 May 2019 (a), 2018 (b)")
    assert own[header.index("what to do")] == "Ask which is right: 3 May 2019 or 2018?"
    fill("r.xlsx", "filled.xlsx", "Findings", open=FILLED["open"])
    run("review", "import", "filled.xlsx")
    assert decisions(project) == {("open", "confirmed", "Ann", "2026-03-03", "=1+1 is a comment")}


def test_statement_difference_and_decision_stand_on_one_screen(project):
    run("review", "export", "r.xlsx")
    sheet = openpyxl.load_workbook("r.xlsx")["Findings"]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    last = [cell.value for cell in sheet[1]].index("comment")
    assert sum(7 * width + 5 for width in widths[: last + 1]) < 1440 - 60


def test_a_workbook_a_person_has_rearranged(project):
    """Rows shuffled and deleted, columns moved, hidden, renamed by case, added; a title above; a filter set."""
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "filled.xlsx", **FILLED)
    book = openpyxl.load_workbook("filled.xlsx")
    for name in ("Findings", "How to review", "Sources", "Pier"):
        del book[name]
    header, *rows = ([cell.value for cell in row] for row in book["Claims"].rows)
    rows = [row for row in rows if row[0] in FILLED]
    order = [*range(len(header))]
    random.Random(7).shuffle(order)
    random.Random(7).shuffle(rows)
    new = book.create_sheet("My own", 0)
    new.append([])
    new.append(["Review of March"])
    new.append(["checked?", *(f"  {header[i].upper()} " for i in order)])
    for row in rows:
        new.append(["yes", *(row[i] for i in order)])
        for cell in new[new.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    new.column_dimensions["C"].hidden = True
    new.row_dimensions[5].hidden = True
    new.auto_filter.ref = new.dimensions
    del book["Claims"]
    book.save("own.xlsx")
    import_filled(project, "own.xlsx")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_comes_back(project, separator):
    run("review", "export", "r.csv")
    with Path("r.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {name: str(value) for name, value in FILLED.get(row["id"], {}).items()}
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    Path("filled.csv").write_text("\ufeff" + out.getvalue(), encoding="utf-8", newline="")
    import_filled(project, "filled.csv")


def converted(path, suffix, folder):
    """The file as LibreOffice saves it."""
    command = [
        SOFFICE,
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=False, capture_output=True, timeout=120)
    out = folder / f"{Path(path).stem}.{suffix}"
    if not out.is_file():
        pytest.skip("this LibreOffice has no Calc")
    return out


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_comes_back(project, suffix):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "filled.xlsx", **FILLED)
    import_filled(project, converted("filled.xlsx", suffix, project / "out"))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_there_and_back_through_libreoffice(project):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "filled.xlsx", **FILLED)
    (project / "one").mkdir()
    ods = converted("filled.xlsx", "ods", project / "one")
    import_filled(project, converted(ods, "xlsx", project / "out"))


HOSTILE = [
    "<script>alert(1)</script> ]]> &amp; <!-- x -->",
    "=HYPERLINK(\"http://x\",\"y\")",
    "'=1+1",
    "| a | b | `code` *bold*",
    "x" * 9_000,
    "\x1b[31mred\x07 \u202egnp.exe\u200f",
    "a\ufffeb",
    "_x0041_ and _x000D_",
    "line one\nline two",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["r.xlsx", "r.csv"])
def test_a_hostile_claim_and_comment_keep_to_their_cell(project, text, name):
    table = project / "claims" / "pier.csv"
    with table.open(encoding="utf-8", newline="") as file:
        header, first, *rest = csv.reader(file)
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, [*first[:3], text, *first[4:]], *rest])
    before = table.read_bytes()
    run("review", "export", name)
    read = grid(name)
    assert len(read) == 8
    assert [len(row) for row in read] == [len(read[0])] * 8
    at = {column: i for i, column in enumerate(read[0])}
    assert read[1][at["fingerprint"]], "the cell after it is where it was"
    assert not read[1][at["statement"]].startswith(("=", "+", "-", "@"))
    read[1][at["decision"]], read[1][at["reviewer"]] = "confirmed", "Ann"
    read[1][at["comment"]] = text.replace("\ufffe", "").replace("\x1b", "").replace("\x07", "")
    write(name, read)
    said = run("review", "import", name, "--apply")
    assert said.startswith("1 decision recorded in claims/reviews.csv."), (
        "a strange statement is not taken for a changed one"
    )
    assert read_reviews(project / "claims" / "reviews.csv")[0].comment in (
        read[1][at["comment"]],
        read[1][at["comment"]][1:],
    )
    assert table.read_bytes() == before


def grid(name):
    if name.endswith(".csv"):
        with Path(name).open(encoding="utf-8", newline="") as file:
            return [list(row) for row in csv.reader(file)]
    return CalamineWorkbook.from_path(name).get_sheet_by_name("Claims").to_python()


def write(name, rows):
    if name.endswith(".csv"):
        with Path(name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return
    import xlsxwriter

    with xlsxwriter.Workbook(name) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for at, text in enumerate(row):
                sheet.write_string(number, at, text)


def test_a_source_longer_than_a_cell(project):
    (project / "texts" / "a.txt").write_text("The pier opened on 3 May 2019 " + "and x" * 40_000 + ".\n")
    run("review", "export", "r.xlsx")
    assert all(len(str(cell)) <= 32_767 for row in grid("r.xlsx") for cell in row)


def test_a_decision_expires_when_the_evidence_changes(project):
    run("review", "export", "r.xlsx")
    run("review", "import", fill("r.xlsx", "f.xlsx", open=FILLED["open"], sale=FILLED["sale"]))
    status = run("review", "status")
    assert status.splitlines()[2].split() == ["pier", "7", "2", "5", "0", "0", "Ann", "2"]
    text = project / "texts" / "a.txt"
    text.write_text("A new first line.\n\n" + text.read_text().replace(". It", ".\n\n\nIt"))
    assert run("review", "status") == status, "places may change"
    text.write_text(text.read_text().replace("3 May 2019", "4 May 2019"))
    status = run("review", "status")
    assert status.splitlines()[2].split() == ["pier", "7", "1", "5", "1", "0", "Ann", "1"]
    assert "open: confirmed by Ann on 3 March 2026; expired, reviewed on 3 March 2026 against other evidence" in status
    run("review", "export", "again.xlsx")
    rows = grid("again.xlsx")
    assert "against other evidence" in rows[1][rows[0].index("earlier reviews")]
    assert rows[1][rows[0].index("decision")] == "", "an expired decision is not filled in again"


def test_a_claim_edited_since_the_export(project):
    run("review", "export", "r.xlsx")
    table = project / "claims" / "pier.csv"
    table.write_text(table.read_text().replace("3 May 2019.", "4 May 2019."))
    said = run("review", "import", fill("r.xlsx", "f.xlsx", open=FILLED["open"], length=FILLED["length"]), code=1)
    assert "conflict: f.xlsx: sheet 'Claims' row 2: open: the claim was edited since the export" in said
    assert [claim for claim, *_ in decisions(project)] == ["length"]


def test_a_claim_edited_after_its_review(project):
    run("review", "export", "r.xlsx")
    run("review", "import", fill("r.xlsx", "f.xlsx", open=FILLED["open"]))
    table = project / "claims" / "pier.csv"
    table.write_text(table.read_text().replace("3 May 2019.", "4 May 2019."))
    assert "open: confirmed by Ann on 3 March 2026; expired, the claim was edited since\n" in run("review", "status")


def test_two_workbooks_that_disagree(project):
    run("review", "export", "r.xlsx")
    ben = {"reviewer": "Ben", "date": datetime.date(2026, 3, 4)}
    fill("r.xlsx", "ann.xlsx", open=FILLED["open"], length=FILLED["length"])
    fill("r.xlsx", "ben.xlsx", open={"decision": "rejected", **ben}, length={"decision": "rejected", **ben})
    said = run("review", "import", "ann.xlsx", "ben.xlsx", "--apply", code=1)
    assert "conflict: ben.xlsx: sheet 'Claims' row 2: open: Ann decided confirmed, Ben rejected" in said
    status = run("review", "status")
    assert "Ann and Ben: 2 claims, 1 decided alike; Cohen's kappa 0.00" in status
    assert "length: rejected by Ann on 3 March 2026; expired, the claim was corrected as asked" in status


def test_a_statement_changed_in_place_is_said(project):
    run("review", "export", "r.xlsx")
    said = run("review", "import", fill("r.xlsx", "f.xlsx", open={"statement": "The pier opened in June."}), code=1)
    assert "row 2: open: the statement was changed in place; write it under corrected statement" in said


def test_rows_nothing_can_be_taken_from_are_listed(project):
    run("review", "export", "r.csv")
    rows = grid("r.csv")
    at = {column: i for i, column in enumerate(rows[0])}
    for row, ident in zip(rows[1:3], ("gone", ""), strict=True):
        row[at["id"]], row[at["decision"]], row[at["reviewer"]] = ident, "confirmed", "Ann"
    write("f.csv", rows)
    said = run("review", "import", "f.csv", code=1)
    assert "conflict: f.csv row 2: gone: no claim has this id (any more)" in said
    assert "conflict: f.csv row 3: is filled, but has no id" in said


def test_a_correction_the_table_cannot_hold_refuses_its_row_only(project):
    run("review", "export", "r.xlsx")
    wrong = {"decision": "reworded", **ANN, "corrected value": "soon"}
    said = run("review", "import", fill("r.xlsx", "f.xlsx", open=wrong, sale=FILLED["sale"]), code=1)
    assert (
        "conflict: f.xlsx: sheet 'Claims' row 2: open: corrected value: 'soon' is not an EDTF date; write 2025-08-08"
        in said
    )
    assert [claim for claim, *_ in decisions(project)] == ["sale"]


def test_what_cannot_be_read_is_said_and_the_rest_is_taken(project):
    run("review", "export", "r.xlsx")
    wrong = {"open": {"decision": "ok", "reviewer": "Ann"}, "cost": {"decision": "confirmed", "date": "soon"}}
    said = run("review", "import", fill("r.xlsx", "f.xlsx", **wrong, sale=FILLED["sale"]), code=1)
    assert said.splitlines()[:2] == [
        "conflict: f.xlsx: sheet 'Claims' row 2: decision: 'ok' is no decision; did you mean confirmed? Use one of "
        "confirmed, rejected, needs-source, reworded, unsure",
        "conflict: f.xlsx: sheet 'Claims' row 3: date: 'soon' is no day; write it as 2026-03-31",
    ]
    assert [claim for claim, *_ in decisions(project)] == ["sale"]


def test_a_workbook_with_a_word_that_is_no_decision_is_not_written_over(project):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "r.xlsx", open={"decision": "ok", "reviewer": "Ann"})
    assert "r.xlsx: holds decisions" in run("review", "export", "r.xlsx", code=2)


@pytest.mark.parametrize(
    ("heading", "to", "said"),
    [
        ("decision", "Verdict of Ann", "has no column decision, so nothing decided on it would be read"),
        ("decision", "Decisions", "the column 'decisions' looks like 'decision'; name it decision again"),
        ("decision", None, "put the heading decision back above its column, or delete the sheet"),
        ("id", "Claim", "has no column id, so nothing decided on it would be read"),
        ("corrected value", "Corrected values", "the column 'corrected values' looks like 'corrected value'"),
    ],
)
@pytest.mark.parametrize("sheet", ["Claims", "Findings"])
def test_a_heading_that_is_gone_is_refused(project, heading, to, said, sheet):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "f.xlsx", sheet=sheet, open=FILLED["open"])
    book = openpyxl.load_workbook("f.xlsx")
    cell = next(cell for cell in book[sheet][1] if cell.value == heading)
    cell.value = to
    if to is None:
        book[sheet].delete_cols(cell.column)
    book.save("f.xlsx")
    answer = run("review", "import", "f.xlsx", code=2)
    assert answer.startswith(f"sourcecheck: f.xlsx: sheet '{sheet}': ")
    assert said in answer
    assert not (project / "claims" / "reviews.csv").exists()


def test_a_sheet_of_ones_own_is_passed_over(project):
    run("review", "export", "r.xlsx")
    book = openpyxl.load_workbook(fill("r.xlsx", "f.xlsx", open=FILLED["open"]))
    for row in (["reviewer", "date", "hours"], ["Ann", "3 March", "2"], ["id", "seen"], ["open", "yes"]):
        book["Sources"].append(row)
    book.create_sheet("Hours").append(["reviewer", "date", "comment", "hours"])
    book.save("f.xlsx")
    run("review", "import", "f.xlsx")
    assert [claim for claim, *_ in decisions(project)] == ["open"]


def test_a_corrected_value_is_read_as_prose_is(project):
    run("review", "export", "r.xlsx")
    reworded = {"decision": "reworded", **ANN}
    fill(
        "r.xlsx",
        "f.xlsx",
        open=reworded | {"corrected value": "4 May 2019"},
        cost=reworded | {"corrected value": "14.6 million euros"},
        length=reworded | {"corrected value": "about 352"},
    )
    run("review", "import", "f.xlsx", "--apply")
    table = (project / "claims" / "pier.csv").read_text()
    assert ",2019-05-04,," in table
    assert ",14.6e6 EUR,," in table
    assert ",~352 meter,," in table
    assert "3 known before" in run("review", "import", "f.xlsx")


def test_a_corrected_statement_that_leaves_its_value_behind(project):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "f.xlsx", open={"decision": "reworded", **ANN, "corrected statement": "The pier opened in 2018."})
    said = run("review", "import", "f.xlsx", "--apply", code=1)
    assert (
        "open: the corrected statement says 2018, the expected value is 2019-05-03; write the corrected value too"
        in said
    )
    assert "3 May 2019" in (project / "claims" / "pier.csv").read_text()


def test_a_name_and_a_day_for_the_whole_workbook(project):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "f.xlsx", open={"decision": "confirmed"})
    assert "reviewer: is empty; write who decided, or give --reviewer NAME" in run("review", "import", "f.xlsx", code=2)
    assert "--date 'soon' is no day" in run("review", "import", "f.xlsx", "--date", "soon", code=2)
    run("review", "import", "f.xlsx", "--reviewer", "Cy", "--date", "5 March 2026")
    assert decisions(project) == {("open", "confirmed", "Cy", "2026-03-05", "")}


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def false_size():
    """An archive that declares a part to be smaller than it is."""
    data = bytearray(zipped(**{"xl__worksheets__sheet1.xml": b"x" * 5_000}))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(data)


def far_cell():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "id", "decision"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ODS_FAR = (
    b'<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" \
table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"x", "is neither .xlsx, .ods nor .csv"),
        ("a.xlsx", b"x", "is not a workbook, or damaged"),
        ("a.xlsx", b"", "is not a workbook, or damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is locked by a password or in the old .xls format"),
        ("a.ods", zipped(**{"META-INF__manifest.xml": b"<manifest:encryption-data/>"}), "is locked by a password"),
        ("a.xlsx", zipped(a=b"x"), "is not a readable workbook"),
        ("a.xlsx", zipped(a=bytes(301_000_000)), "unpacks to more than a review needs"),
        ("a.xlsx", zipped(**{f"p{i}": b"" for i in range(5_001)}), "unpacks to more than a review needs"),
        ("a.xlsx", false_size(), "is not a workbook, or damaged"),
        ("a.xlsx", far_cell(), "spans 17,179,869,184 cells"),
        ("a.ods", zipped(**{"content.xml": ODS_FAR}), "spans 17,179,869,184 cells"),
        ("a.csv", b"PK\0\0", "is a binary file"),
        ("a.csv", b"id,decision\na,caf\xe9\n", "byte 17 is not UTF-8"),
        ("a.csv", b'id,decision\na,"never closed\n', "is not a readable table"),
        ("a.csv", b"", "has no sheet with the columns id and decision"),
        ("a.csv", b"statement,decision\nx,confirmed\n", "has no sheet with the columns id and decision"),
        ("a.csv", b"id,decision,Decision\nx,confirmed,\n", "has the column(s) decision twice"),
    ],
)  # fmt: skip
def test_what_is_no_review(project, name, data, said):
    Path(name).write_bytes(data)
    lines = run("review", "import", name, code=2).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"sourcecheck: {name}")
    assert said in lines[0]


def test_a_folder_and_a_missing_file(project):
    (project / "folder.xlsx").mkdir()
    assert "folder.xlsx: is a folder" in run("review", "import", "folder.xlsx", code=2)
    assert "folder.xlsx: is a folder" in run("review", "export", "folder.xlsx", code=2)
    assert "none.xlsx: cannot be read (No such file" in run("review", "import", "none.xlsx", code=2)
    assert "is neither .xlsx nor .csv" in run("review", "export", "r.ods", code=2)


def test_a_filled_workbook_is_not_written_over(project):
    run("review", "export", "r.xlsx")
    before = fill("r.xlsx", Path("r.xlsx"), open=FILLED["open"]).read_bytes()
    assert "r.xlsx: holds decisions, or is no review at all" in run("review", "export", "r.xlsx", code=2)
    assert Path("r.xlsx").read_bytes() == before
    assert "is, or lies in, what is read" in run("review", "export", "claims/pier.csv", code=2)


def test_without_a_project_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    run("review", "export", "r.csv", "--topic", "section-907")
    for command in (("import", "r.csv"), ("status",)):
        said = run("review", *command, code=2)
        assert "this folder is no project" in said
        assert "sourcecheck init" in said
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]


def test_the_shipped_claims_are_not_edited(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    Path("sourcecheck.toml").write_text('out = "out"\n')
    run("review", "export", "r.xlsx", "--topic", "section-907")
    fill("r.xlsx", "f.xlsx", **{"907-adopted": {"decision": "reworded", **ANN, "corrected value": "1992"}})
    assert "are the claims shipped with the program, which are not edited" in run(
        "review", "import", "f.xlsx", "--apply", code=2
    )
    assert not Path("reviews.csv").exists()
    run("review", "import", "f.xlsx")
    assert len(read_reviews(tmp_path / "reviews.csv")) == 1


def test_claims_in_a_workbook_are_corrected_by_hand(project):
    with Path("claims/pier.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    write("claims/pier.xlsx", rows)
    run("review", "export", "r.xlsx", "--claims", "claims/pier.xlsx")
    fill("r.xlsx", "f.xlsx", length=FILLED["length"])
    said = run("review", "import", "f.xlsx", "--apply", "--claims", "claims/pier.xlsx", code=1)
    assert "claims/pier.xlsx cannot be edited here (it is a workbook); change its expected by hand" in said


def test_reports_print_reviews_beside_verdicts(project):
    run("compare")
    before = Path("out/pier.md").read_text(encoding="utf-8")
    run("review", "export", "r.xlsx")
    run(
        "review",
        "import",
        fill("r.xlsx", "f.xlsx", open=FILLED["open"], cost={"decision": "unsure", "reviewer": "A|B*"}),
    )
    run("compare")
    after = Path("out/pier.md").read_text(encoding="utf-8")
    added = ["Reviewed: confirmed by Ann on 3 March 2026.", " Reviewed: unsure by A\\|B\\*."]
    assert after.replace(f"{added[0]}\n\n", "", 1).replace(added[1], "", 1) == before
    assert added[0] in run("compare", "--format", "markdown", "--full")
    assert "(decided)" in run("compare", "--format", "markdown")


def test_a_second_sheet_name_and_a_name_excel_refuses(project):
    table = project / "claims" / "pier.csv"
    text = table.read_text()
    rows = [
        f"{topic},{topic},date,It {topic} opened in 2019.,,,," for topic in ("claims", "history", "a" * 40, "a" * 41)
    ]
    table.write_text(text + "".join(row + "\n" for row in rows))
    run("review", "export", "r.xlsx")
    names = openpyxl.load_workbook("r.xlsx").sheetnames
    assert names[4:] == ["A" + "a" * 30, "A" + "a" * 28 + " 2", "Claims 2", "History 2", "Pier"]


def test_a_chart_of_ones_own_is_passed_over(project):
    run("review", "export", "r.xlsx")
    fill("r.xlsx", "f.xlsx", open=FILLED["open"])
    book = openpyxl.load_workbook("f.xlsx")
    book.create_chartsheet("My chart", 0).add_chart(openpyxl.chart.BarChart())
    book.save("f.xlsx")
    assert "1 decision recorded" in run("review", "import", "f.xlsx")


@pytest.mark.parametrize(
    ("claims", "reviews"),
    [
        ("claims/topics", "claims/reviews.csv"),
        ("claims", "reviews.csv"),
        ("pier.csv", "reviews.csv"),
        (".", "reviews/reviews.csv"),
        ("../elsewhere", "reviews/reviews.csv"),
    ],
)
def test_where_a_project_keeps_its_reviews(project, claims, reviews):
    (project / "sourcecheck.toml").write_text(f'claims = "{claims}"\n')
    assert find_settings(None, None, None, None).reviews == project.resolve() / reviews
    (project / "sourcecheck.toml").write_text(f'claims = "{claims}"\nreviews = "mine.csv"\n')
    assert find_settings(None, None, None, None).reviews == project.resolve() / "mine.csv"
