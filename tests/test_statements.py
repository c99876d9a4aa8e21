"""Free statements by a table of cases, `tests/cases/statements.csv`, those that must not be flagged first.

A row: a statement, a source, words of the statement, and the stance and value of the assertion that has just these words; both
are empty where these words must assert nothing.
"""

import csv
from pathlib import Path

import pytest

from compare.search import Index
from compare.statements import Outcome, check_statement
from tests.conftest import corpus, index_of

CASES = Path(__file__).parent / "cases" / "statements.csv"
FLAGGED = {Outcome.CONTRADICTED, Outcome.DISPUTED, Outcome.NOT_FOUND}


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", [pytest.param(r, id=f"statements:{n}") for n, r in enumerate(rows(), start=2)])
def test_assesses(row):
    index = index_of(row["passage"])
    text = index.entries[0].document.text
    assessed = check_statement(row["statement"], index)
    found = [(a.stance, a.value) for a in assessed if row["statement"][a.start : a.end] == row["words"]]
    assert found[:1] == ([(row["stance"], row["value"])] if row["stance"] else []), row["note"]
    if row["stance"] in ("supported", "not-checkable"):
        assert not [a for a in assessed if a.stance in FLAGGED], row["note"]
    for place in (place for a in assessed for place in a.evidence):
        assert place.start <= place.focus[0] < place.focus[1] <= place.end <= len(text)


def test_rows_that_must_not_be_flagged_come_first():
    flagged = [row["stance"] in FLAGGED for row in rows()]
    assert flagged == sorted(flagged)
    assert 3 <= sum(flagged) < len(flagged) - 3


def test_sources_that_differ_from_each_other_dispute():
    index = Index(corpus("The pier was opened in 1998.", "The pier was opened in 1999."))
    (year,) = (a for a in check_statement("The pier was opened in 1987.", index) if a.kind == "date")
    assert year.stance is Outcome.DISPUTED
    assert {place.value for place in year.evidence} == {"1998", "1999"}


def test_places_are_offsets_of_the_whole_text():
    text = "The pier is old.\n\nThe pier was opened in 1987."
    (year,) = (a for a in check_statement(text, index_of("The pier was opened in 1998.")) if a.kind == "date")
    assert text[year.start : year.end] == "1987"
