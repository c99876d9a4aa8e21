"""A passage never stands on both sides of a claim: the cases of cases/sides.csv; notes printed twice are one place."""

import csv
from pathlib import Path

import pytest

from claims.rows import parse_row
from compare.decide.headline import headline
from compare.evidence.printed import count_places
from compare.jobs.claims import compare
from tests.conftest import corpus

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "sides.csv").open(encoding="utf-8", newline="")))


def compared(row, text):
    names = ("statement", "expected", "positions", "terms")
    claim = parse_row({"id": "pier", "topic": "pier", "kind": "status"} | {name: row[name] for name in names}, "f", 2)
    assert not isinstance(claim, list), claim
    return compare([claim], corpus(text)).comparisons[0]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_sides(row):
    (testimony,) = compared(row, row["text"]).testimonies
    said = sorted(testimony.evidence, key=lambda e: (e.start, e.focus))
    assert "; ".join(f"{e.stance} {e.answer.value}" for e in said) == row["said"]


NOTE = "\tReport, “It cost 352 crowns”, 3 May 1931.\n"
NOTED = f"The pier cost 340 crowns.\n1{NOTE}\nIt is long.\n2{NOTE}"


def test_notes_printed_twice_are_one_place():
    positions = "340: 340 crowns; 352: 352 crowns"
    row = {"statement": "It cost 340 crowns.", "expected": "340", "positions": positions, "terms": "cost"}
    found = compared(row, NOTED)
    against = [e for t in found.testimonies for e in t.evidence if e.stance == "differs"]
    assert (len(against), count_places(against)) == (2, 1)
    assert "352 once" in headline(found)
