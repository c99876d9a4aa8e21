"""Tables as sources: what is read of a csv, a workbook or a grid of cells, where it stands, and what is refused."""

import datetime
import io

import openpyxl
import pytest

from compare.facts.cells import unit_of
from reports.settings import Settings
from seeds.corpus import read_folder
from seeds.errors import InputError
from seeds.model import PassageKind
from seeds.readers import read_data, sheets
from tests.fuzz.targets import repacked
from tests.table_formats import saved

HEADS = [
    ("Visitors", "", "", 1),
    ("Earnings per share", "Dollars in millions, except per share data", "", 1),
    ("Employees", "$ in millions", "", 1),
    ("2024", "$ in millions", "USD", 1e6),
    ("2024", "Harbour of Kelm\n(in thousands of crowns)", "crown", 1e3),
    ("%", "", "percent", 1),
    ("Share (%)", "$ in millions", "percent", 1),
    ("Length (km)", "", "kilometer", 1),
    ("Tonnes", "", "metric_ton", 1),
    ("Cost, USD m", "", "USD", 1e6),
    ("Cost (€m)", "", "EUR", 1e6),
    ("Expenditure (£000)", "", "GBP", 1e3),
    ("Cost ($)", "in thousands", "USD", 1e3),
    ("Volume (million barrels)", "", "oil_bbl", 1e6),
]


@pytest.mark.parametrize(("head", "caption", "unit", "scale"), HEADS)
def test_the_unit_of_a_head_or_of_the_note_above(head, caption, unit, scale):
    assert unit_of(head, caption) == (unit, pytest.approx(scale))


def folder_of(tmp_path, **files):
    for name, data in files.items():
        tmp_path.joinpath(name.replace("_", ".")).write_bytes(data)
    return tmp_path


def cells(document):
    return [
        (document.place_name(*p.place(c.start, c.end)), p.text[c.start : c.end], c.head)
        for p in document.passages
        for c in (p.row.cells if p.row else ())
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_by_any_sign_and_encoding(tmp_path, sign, encoding):
    text = "Café;Visitors\nÉtoile;12\nAnchor;15\n".replace(";", sign)
    (document,) = read_folder(folder_of(tmp_path, a_csv=text.encode(encoding))).documents
    assert cells(document) == [
        ("cell A2", "Étoile", "Café"),
        ("cell B2", "12", "Visitors"),
        ("cell A3", "Anchor", "Café"),
        ("cell B3", "15", "Visitors"),
    ]


def test_a_long_cell_is_prose(tmp_path):
    words = "The pier was closed in 1994. " * 10
    (document,) = read_folder(folder_of(tmp_path, a_csv=f"Place,What happened\nKelm,{words}\n".encode())).documents
    bodies = [p.text.strip() for p in document.passages if p.kind is PassageKind.BODY]
    assert bodies.count("The pier was closed in 1994.") == 10


def test_a_workbook_s_sheets_formulas_and_days(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Costs"
    for row in ([None, 2018, 2019], ["Stone", 12.5, 15], ["Wood", None, 8.25]):
        book.active.append(row)
    hidden = book.create_sheet("Secret")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "Hidden words"
    days = book.create_sheet("Days")
    for row in (["Event", "Day"], ["Opened", datetime.datetime(2019, 5, 3)], ["Closed", datetime.datetime(2020, 1, 2)]):
        days.append(row)
    (document,) = read_folder(folder_of(tmp_path, a_xlsx=saved(book))).documents
    assert cells(document) == [
        ("sheet Costs, cell A2", "Stone", ""),
        ("sheet Costs, cell B2", "12.5", "2018"),
        ("sheet Costs, cell C2", "15", "2019"),
        ("sheet Costs, cell A3", "Wood", ""),
        ("sheet Costs, cell C3", "8.25", "2019"),
        ("sheet Days, cell A2", "Opened", "Event"),
        ("sheet Days, cell B2", "2019-05-03", "Day"),
        ("sheet Days, cell A3", "Closed", "Event"),
        ("sheet Days, cell B3", "2020-01-02", "Day"),
    ]
    assert "Hidden" not in document.text


def test_merged_heads_and_groups_of_a_page(tmp_path):
    page = (
        "<table><caption>In millions of euros</caption><tr><th rowspan=2>Item</th><th colspan=2>Cost</th></tr>"
        "<tr><th>2018</th><th>2019</th></tr><tr><td colspan=3>North<tr><td>Oak<td>9<td>8<tr><td colspan=3>South"
        "<tr><td>Oak<td><td>7</table>"
    )
    (document,) = read_folder(folder_of(tmp_path, a_html=page.encode())).documents
    rows = [p.row for p in document.passages if p.row and p.row.cells]
    assert [[cell.head for cell in row.cells] for row in rows] == [
        ["Item", "Cost 2018", "Cost 2019"],
        ["Item", "Cost 2019"],
    ]
    assert [row.key for row in rows] == ["North Oak", "South Oak"]
    assert all(row.caption.startswith("In millions of euros") for row in rows)


@pytest.mark.parametrize(
    "text",
    ["Home | News | About\n\nThe pier opened in 2019.\n", "By A. Writer | 3 May 2019\n\nThe pier opened in 2019.\n"],
)
def test_a_single_line_of_strokes_is_no_table(tmp_path, text):
    (document,) = read_folder(folder_of(tmp_path, a_txt=text.encode())).documents
    assert not [p for p in document.passages if p.kind is PassageKind.ROW]


def test_a_table_of_claims_is_no_source(tmp_path):
    claims = b"id,topic,kind,statement\nc,t,figure,The tower had 12 visitors.\n"
    folder = folder_of(
        tmp_path, claims_csv=claims, mine_csv=claims, reviews_csv=b"claim,by\nc,x\n", a_csv=b"Year,Visitors\n2018,12\n"
    )
    corpus = Settings(None, folder / "mine.csv", folder, None, folder / "reviews.csv").corpus()
    assert [document.source.id for document in corpus.documents] == ["a"]
    assert corpus.tables == ("claims.csv", "mine.csv", "reviews.csv")


def test_limits_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MAX_ROWS", 3)
    with pytest.raises(InputError, match=r"a\.csv: has 4 rows, more than the 3 allowed; give the part"):
        read_data(tmp_path / "a.csv", b"a,b\n1,2\n3,4\n5,6\n")
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    book.active["XFD1048576"] = "y"
    with pytest.raises(InputError, match=r"a\.xlsx: spans .* cells to XFD1048576, more than"):
        read_data(tmp_path / "a.xlsx", saved(book))
    with pytest.raises(InputError, match=r"is damaged or no \.ods file"):
        read_data(tmp_path / "a.ods", io.BytesIO(b"x").getvalue())


@pytest.mark.parametrize("cell", ["millionA1", "zzzzz2", "A999999999", "ZZZZZZZZZZZZZZZZZZZZ1"])
def test_a_cell_that_no_spreadsheet_has_is_refused(cell, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B2"] = "x", "y"
    data = repacked(saved(book), lambda part: part.replace(b'r="B2"', f"r = '{cell}'".encode()))
    with pytest.raises(InputError, match=r"a\.xlsx: spans .* cells to"):
        read_data(tmp_path / "a.xlsx", data)
