"""The scan of one document by its table of cases, `tests/cases/scan.csv`.

A row: the passages of a document, parted by ` | `; the words of the two places that cannot both be right and what they disagree
in, empty where the scan must not be sure of anything.
"""

import csv
from pathlib import Path

import pytest

from bench.contradict import predict
from compare.pairs import Clash
from compare.scan import SURE, contradicts_itself, find_contradictions
from tests.conftest import document

CASES = Path(__file__).parent / "cases" / "scan.csv"
FILLER = (
    "Rain fell on the hills for a week.",
    "A new bakery sells bread with caraway.",
    "Children gathered chestnuts along the river.",
    "The library lends maps and records.",
    "Nobody remembers who painted the gate.",
    "Two storks nest on the old chimney.",
)


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(row):
    return "\n\n".join((*FILLER, *row["text"].split(" | ")))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["note"])
def test_finds(row):
    pairs = [pair for pair in find_contradictions(document(text_of(row))) if pair.score >= SURE]
    if not row["clash"]:
        assert pairs == []
        return
    best = pairs[0]
    assert best.clash is Clash(row["clash"])
    assert row["first"] in best.first.exact
    assert row["second"] in best.second.exact


def test_rows_that_must_stay_silent_come_first():
    silent = [not row["clash"] for row in rows()]
    assert silent == sorted(silent, reverse=True)


def test_every_pair_has_two_places_a_score_and_a_reason(originals):
    for source in originals.documents:
        pairs = find_contradictions(source)
        assert [p.score for p in pairs] == sorted((p.score for p in pairs), reverse=True)
        for pair in pairs:
            assert pair.first.passage is not pair.second.passage
            assert 0 < pair.score <= 100
            assert 0 <= pair.first.start < pair.first.end <= len(source.text)
            assert pair.reason
            assert not pair.reason.endswith(".")


def test_an_empty_document_says_nothing():
    assert find_contradictions(document("")) == ()
    assert not contradicts_itself(())


def test_the_adapter_gives_places_of_the_text():
    row = next(row for row in rows() if row["clash"] == "amount")
    answer = predict({"id": "x", "documents": [{"id": "d", "text": text_of(row)}]})
    start, end, *_ = answer["pairs"][0]
    assert text_of(row)[start:end] == row["first"]
    assert answer["flag"]
