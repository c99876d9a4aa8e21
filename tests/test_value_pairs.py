"""Values of a passage and of a statement: what both commands say of each pair of cases/value-pairs.csv.

A cell says what may be told: "for", "flag" or "none", several of them parted by a bar.
"""

import csv
from pathlib import Path

import pytest

from tests.conftest import index_of
from tests.test_pairs import by_compare, by_draft

CASES = Path(__file__).parent / "cases" / "value-pairs.csv"
ROWS = [
    pytest.param({"id": f"v{number}", **row}, id=f"{row['note']}: {row['statement']}"[:90])
    for number, row in enumerate(csv.DictReader(CASES.open(encoding="utf-8", newline="")), start=1)
]


@pytest.mark.parametrize("row", ROWS)
def test_compare(row):
    assert by_compare(row, index_of(row["source"], row["published"])) in row["compare"].split("|")


@pytest.mark.parametrize("row", ROWS)
def test_draft(row):
    assert by_draft(row, index_of(row["source"], row["published"])) in row["draft"].split("|")
