"""Reported speech by a table of cases."""

import csv
from pathlib import Path

import pytest

from compare.fold import fold
from compare.text.attribution import speaker

CASES = Path(__file__).parent / "cases" / "attribution.csv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["note"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", rows())
def test_cases(row):
    start = row["text"].index(row["words"])
    assert speaker(fold(row["text"]), start, start + len(row["words"])) == row["speaker"]
