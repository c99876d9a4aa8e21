"""Figures that may count different things: the cases of cases/counted.csv, those that may count the same first."""

import csv
from pathlib import Path

import pytest

from claims.rows import parse_row
from compare.decide.advice import advice
from compare.decide.headline import headline
from compare.decide.populations import counted_apart
from compare.decide.severity import judged
from compare.jobs.claims import compare
from tests.conftest import corpus

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "counted.csv").open(encoding="utf-8", newline="")))


def compared(row):
    names = ("kind", "statement", "expected", "positions", "terms")
    claim = parse_row({"id": "flood", "topic": "flood"} | {name: row[name] for name in names}, "f", 2)
    assert not isinstance(claim, list), claim
    return compare([claim], corpus(row["a"], row["b"])).comparisons[0]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_what_figures_count(row):
    found = compared(row)
    assert found.verdict.endswith(("discrepancy", "difference", "inconsistency"))
    assert "; ".join(counted_apart(found)) == row["counted"]


def test_it_is_told_in_the_headline():
    found = compared(next(row for row in CASES if row["note"] == "qualified otherwise"))
    assert headline(found).endswith("; they may count different things (wooden houses, stone houses)")
    assert judged(found).why == "the figures may count different things"
    assert advice(found) == "Say what each counts: wooden houses, stone houses."
