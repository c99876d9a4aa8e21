"""What a claim's terms bind, by `tests/cases/termed.csv`: of broad ones another value counts only where the passage says the rest.

A row: a claim with terms, a passage that stands among others which hold the same words here and there, and the stance of the source.
"""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.rows import parse_terms
from compare.decide.claim import compare_claim
from compare.search.index import Index
from tests.conftest import corpus

CASES = Path(__file__).parent / "cases" / "termed.csv"
AROUND = "\n\n".join(
    f"{opening} {rest}"
    for opening in ("The mill stood idle.", "Nobody came.", "It rained.", "The road was long.", "Bread was dear.")
    for rest in (
        "A child was born that night.",
        "Somebody's wife wept.",
        "The works went on.",
        "The ferry waited.",
        "They talked of berths.",
    )
)


def _rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["note"])
def test_stance(row):
    held = corpus(f"{row['source']}\n\n{AROUND}")
    claim = Claim("case", "case", Kind(row["kind"]), row["statement"], row["expected"], (), parse_terms(row["terms"]))
    (testimony,) = compare_claim(claim, Index(held), held.documents).testimonies
    assert testimony.stance.value == row["stance"]
