"""Free statements by two tables of cases, those that must not be flagged first.

`tests/cases/statements.csv`: a statement, a source, words of the statement, and the stance and value of the assertion that has
just these words; both are empty where these words must assert nothing. `tests/cases/statements-originals.csv`: paraphrases of the
originals, the words that are wrong with their stance (contradicted includes disputed), empty where all are right, and what stands
in their place.
"""

import csv
import gc
import weakref
from pathlib import Path

import pytest

from compare.search.index import Index
from compare.stating.statements import Outcome, check_statement
from tests.conftest import corpus, index_of

CASES = Path(__file__).parent / "cases"
WRONG = {Outcome.CONTRADICTED, Outcome.DISPUTED}
FLAGGED = {Outcome.CONTRADICTED, Outcome.DISPUTED, Outcome.NOT_FOUND}


def rows(name="statements"):
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def params(name):
    """The rows; those noted as missed are known to fail, and are to be noted otherwise once they do not."""
    missed = pytest.mark.xfail(strict=True)
    return [
        pytest.param(row, id=f"{name}:{n}", marks=missed if row["note"].startswith("missed: ") else ())
        for n, row in enumerate(rows(name), start=2)
    ]


@pytest.mark.parametrize("row", params("statements"))
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


@pytest.fixture(scope="module")
def original_index(originals):
    return Index(originals)


@pytest.mark.parametrize("row", params("statements-originals"))
def test_paraphrases_of_the_originals(row, original_index):
    flagged = [a for a in check_statement(row["statement"], original_index) if a.stance in FLAGGED]
    if not row["words"]:
        assert not flagged, row["note"]
        return
    stances = WRONG if row["stance"] == Outcome.CONTRADICTED else {Outcome.NOT_FOUND}
    found = [a for a in flagged if row["statement"][a.start : a.end] == row["words"] and a.stance in stances]
    assert found, row["note"]
    assert any(row["value"] in place.value for place in found[0].evidence), row["note"]


def test_right_paraphrases_come_first():
    wrong = [bool(row["words"]) for row in rows("statements-originals")]
    assert wrong == sorted(wrong)
    assert sum(wrong) <= len(wrong) / 2


def test_an_index_is_not_kept_when_its_statements_are_checked():
    index = index_of("The pier was opened by Mayor Ilka Brandt in 1998.")
    check_statement("Mayor Ilka Brandt opened the pier in 1987. The Danube froze.", index)
    gone = weakref.ref(index)
    del index
    gc.collect()
    assert gone() is None
