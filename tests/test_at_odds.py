"""Claims at odds with themselves: the cases of cases/at-odds.csv, and none among those that are shipped."""

import csv
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.tables import TOPICS, read_claims
from compare.facts.at_odds import at_odds

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "at-odds.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", CASES, ids=[row["note"] for row in CASES])
def test_cases(row):
    claim = Claim(id="c", topic="t", kind=Kind(row["kind"]), statement=row["statement"], expected=row["expected"])
    assert at_odds(claim) == row["stated"]


def test_the_shipped_claims_agree_with_themselves():
    assert not [claim.id for claim in read_claims(TOPICS) if at_odds(claim)]
