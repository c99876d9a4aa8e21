"""Input that would hang or end a careless reader: pipes, devices, workbooks of cells far apart, configurations nested without end."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.errors import InputError
from claims.tables import check_claims
from claims.workbooks import xlsx_cells
from reports.cli import main
from reports.settings import find_settings

HEAD = "id,topic,kind,statement\n"
ROWS = "".join(f'<c r="{cell}" t="inlineStr"><is><t>x</t></is></c>' for cell in ("A1", "B1"))
BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


def workbook(rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**BOOK, "xl/worksheets/sheet1.xml": SHEET.format(rows)}.items():
            archive.writestr(name, text)
    return out.getvalue()


FAR = {
    "the last cell": f'<row r="1">{ROWS}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "a column of no spreadsheet": f'<row r="1">{ROWS}</row><row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>',
    "small letters": f'<row r="1">{ROWS}</row><row r="2"><c r="zzzz2"><v>1</v></c></row>',
    "a row of no spreadsheet": f'<row r="1">{ROWS}</row><row r="999999999"><c r="A999999999"><v>1</v></c></row>',
    "2,000 by 20,000": f'<row r="1">{ROWS}</row><row r="20000"><c r="BXX20000"><v>1</v></c></row>',
    "other quotation marks": f"<row r='1'>{ROWS}</row><row r='1048576'><c  r = 'XFD1048576'><v>1</v></c></row>",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    (tmp_path / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "texts"\n')
    (tmp_path / "pier.csv").write_text(HEAD + "open,pier,date,The pier opened on 3 May 2019.\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The pier opened on 3 May 2019.\n")

    def call(*arguments):
        result = CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)
        return result.exit_code, result.output

    return call


@pytest.mark.parametrize("case", FAR)
def test_cells_far_apart_are_refused_for_claims_and_for_reviews(case, run, tmp_path):
    (tmp_path / "far.xlsx").write_bytes(workbook(FAR[case]))
    for command in (("compare", "--claims", "far.xlsx"), ("review", "import", "far.xlsx")):
        code, said = run(*command)
        assert (code, "most of them empty" in said) == (2, True), said


def test_a_part_that_never_ends_is_refused(run, tmp_path):
    broken = b"<office:document-content><table:table><table:table-row></table:table></office:document-content>"
    for name, parts in (
        ("a.ods", {"content.xml": broken}),
        ("a.xlsx", {**BOOK, "xl/worksheets/sheet1.xml": "<worksheet>"}),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for part, text in parts.items():
                archive.writestr(part, text)
        code, said = run("review", "import", name)
        assert (code, "is not a workbook, or damaged" in said) == (2, True), said
        assert run("seeds", "add", name)[0] == 2


def test_a_small_workbook_of_the_same_kind_is_read(tmp_path):
    (tmp_path / "near.xlsx").write_bytes(workbook(f'<row r="1">{ROWS}</row>'))
    with pytest.raises(InputError, match="lacks the column"):
        check_claims(tmp_path / "near.xlsx")


def test_the_extent_of_a_sheet_is_no_less_than_it_is():
    assert xlsx_cells(b'<row r="3"><c r="BA3"/></row>') == 53 * 3
    assert xlsx_cells(b'<row><c r="A1"/></row>') == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "--claims", "{}.csv"),
        ("compare", "--config", "{}.toml"),
        ("draft", "{}.md"),
        ("draft", "a.md", "--baseline", "{}.json"),
        ("review", "import", "{}.xlsx"),
        ("seeds", "add", "{}.txt"),
        ("claims", "check", "{}.csv"),
    ],
)
@pytest.mark.parametrize("kind", ["pipe", "zero"])
def test_what_is_no_regular_file_is_refused(arguments, kind, run, tmp_path):
    (tmp_path / "a.md").write_text("The pier opened in May.\n")
    given = [argument.format(kind) for argument in arguments]
    name = next(argument for argument in given if argument.startswith(kind))
    if kind == "pipe":
        os.mkfifo(name)
    else:
        Path(name).symlink_to("/dev/zero")
    code, said = run(*given)
    assert code == 2
    assert "is no regular file" in said or "no such file" in said, said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_among_the_sources_is_left_alone(run, tmp_path):
    for name in ("b.txt", "c.csv"):
        os.mkfifo(tmp_path / "texts" / name)
    assert run("compare")[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "claims = " + "[" * 20_000,
        "claims = " + "{a=" * 20_000,
        ".".join("a" * 20_000) + " = 1",
        '"a"' + " . 'a'" * 20_000 + " = 1",
        'claims = "a\\u0000b"',
        'claims = "a\0b"',
        "claims = 1" + "0" * 10_000,
        "[[" + ".".join("a" * 5_000) + "]]",
        "x" * 1_000_001,
    ],
    ids=lambda text: text[:12],
)
def test_a_configuration_without_end_is_refused(text, tmp_path):
    (tmp_path / "sourcecheck.toml").write_text(text)
    with pytest.raises(InputError) as error:
        find_settings(None, None, None, tmp_path / "sourcecheck.toml")
    assert len(str(error.value).splitlines()) == 1


def test_a_baseline_nested_without_end_is_refused(run, tmp_path):
    (tmp_path / "a.md").write_text("The pier opened in May.\n")
    (tmp_path / "known.json").write_text("[" * 100_000)
    code, said = run("draft", "a.md", "--baseline", "known.json")
    assert (code, "is no baseline" in said) == (2, True)
