"""A cell of a table is a value of its row and column, in every format; the rows that must stay unread stand first.

`tests/cases/cells.csv`: one of the tables below, a claim, the stance of the source, the value, and the words of the cell that is read.
"""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from compare.decide.claim import compare_claim
from compare.evidence.model import Stance
from compare.search.index import Index
from seeds.corpus import read_folder
from tests.table_formats import FORMATS, Grid

CASES = Path(__file__).parent / "cases" / "cells.csv"
TABLES = {
    "ferry": Grid(
        "Passengers of the ferry Alma",
        (
            ("Class", "Aboard", "Survived"),
            ("First class", "325", "202"),
            ("Second class", "285", "119"),
            ("Third class", "706", "178"),
        ),
    ),
    "costs": Grid(
        "Harbour of Kelm, costs ($ in millions)",
        (("Item", "2018", "2019"), ("Stone", "12.5", "15"), ("Wages", "7", "9"), ("Total", "19.5", "24")),
    ),
    "visits": Grid(
        "Visits to the tower", (("Year", "Visitors"), ("2018", "12,000"), ("2019", "15,000"), ("2021", "1950"))
    ),
    "bridges": Grid(
        "Bridges of the river",
        (
            ("Name", "Length (m)", "Opened", "Share of traffic (%)"),
            ("Anvil Bridge", "340", "1904", "82"),
            ("Millway Bridge", "95", "3 May 1988", "18"),
        ),
    ),
    "trade": Grid(
        "Exports",
        (
            ("Country", "Good", "Exported (tonnes)"),
            ("Norland", "oil", "42"),
            ("Norland", "gas", "50"),
            ("Sudland", "oil", "61"),
        ),
    ),
}


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def indexes(tmp_path_factory):
    found = {}
    for name, grid in TABLES.items():
        for kind, (file, write) in FORMATS.items():
            folder = tmp_path_factory.mktemp(f"{name}-{kind}")
            (folder / file).write_bytes(write(grid))
            found[name, kind] = Index(read_folder(folder))
    return found


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("row", [pytest.param(row, id=str(n)) for n, row in enumerate(rows(), start=2)])
def test_reads_the_cell_that_is_asked_for(row, kind, indexes):
    index = indexes[row["table"], kind]
    claim = Claim("c", "t", Kind(row["kind"]), row["statement"])
    (testimony,) = compare_claim(claim, index, index.documents).testimonies
    read = [e for e in testimony.evidence if e.stance is not Stance.UNREAD]
    if row["stance"] == "unread":
        assert [(e.answer.value, e.answer.reason) for e in read] == [], row["note"]
        return
    assert [str(e.stance) for e in read] == [row["stance"]], row["note"]
    (found,) = read
    text = index.documents[0].text
    assert text[slice(*found.focus)].replace(",", "") == row["cell"].replace(",", "")
    assert row["value"].replace(",", "") in found.answer.value.replace(",", "")
