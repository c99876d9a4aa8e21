"""What `claims check` tells of claims: the cases of cases/claims-check.csv, and nothing of those that are shipped."""

import csv
from pathlib import Path

import pytest

from claims.rows import parse_row
from claims.tables import TOPICS, read_claims
from compare.jobs.check import check
from tests.conftest import corpus

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "claims-check.csv").open(encoding="utf-8", newline="")))
TEXT = "The hall was opened on 3 May 1931. The hall was sold to Marl. The hall was painted by Ilka Brandt."


def claim_of(ident, **cells):
    claim = parse_row({"id": ident, "topic": "hall", **cells}, "f", 2)
    assert not isinstance(claim, list), claim
    return claim


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_cases(row):
    claim = claim_of("hall", **{name: row[name] for name in ("kind", "statement", "expected", "positions", "terms")})
    found = [f"{doubt.column}: {doubt.what}" for doubt in check([claim], corpus(row["text"]))]
    if not row["doubt"]:
        assert found == []
    else:
        assert any(line.startswith(row["doubt"]) for line in found), found


def test_claims_made_twice():
    opened = {"kind": "date", "expected": "1931-05-03", "terms": "hall * opened"}
    claims = [
        claim_of("opening", statement="The hall was opened on 3 May 1931.", **opened),
        claim_of("again", statement="the hall was opened on 3 May 1931", **opened),
        claim_of("other", statement="They opened the hall on 3 May 1931.", **opened),
        claim_of("sale", kind="status", statement="The hall was sold.", expected="sold", positions="sold: sold", terms="hall * sold"),
    ]  # fmt: skip
    assert [(doubt.claim.id, doubt.column, doubt.what.partition(";")[0]) for doubt in check(claims, corpus(TEXT))] == [
        ("again", "statement", "says what opening says"),
        ("other", "terms", "read the same words of the sources as those of opening"),
    ]


def test_nothing_is_said_of_the_shipped_claims(digests, request):
    claims = read_claims(TOPICS)
    assert [(doubt.claim.id, doubt.what) for doubt in check(claims, digests)] == []
    originals = request.getfixturevalue("originals")
    assert [(doubt.claim.id, doubt.what) for doubt in check(claims, originals)] == []
