"""Findings in a line: who says what, how much it matters, and what to do; and the order they are told in."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Kind
from claims.rows import parse_row
from compare.decide.advice import advice
from compare.decide.headline import gravest_first, headline, with_places
from compare.decide.said import name_of, places_once
from compare.decide.severity import judged
from compare.jobs.claims import compare
from seeds.model import PassageKind
from tests.conftest import corpus, document

CASES = Path(__file__).parent / "cases" / "headline.csv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compared(row):
    names = ("kind", "statement", "expected", "positions", "terms", "severity")
    claim = parse_row({"id": row["note"], "topic": "mill"} | {name: row[name] for name in names}, "f", 2)
    assert not isinstance(claim, list), claim
    return compare([claim], corpus(*(row[source] for source in "abc"), published="1999")).comparisons[0]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["note"])
def test_a_finding_in_a_line(row):
    found = compared(row)
    assert headline(found) == row["headline"], found.verdict
    assert (judged(found).severity or "") == row["judged"], judged(found)
    assert bool(judged(found).why) == bool(row["judged"])
    assert advice(found) == row["advice"]


def test_the_gravest_come_first_a_slip_before_all():
    found = gravest_first([compared(row) for row in rows()])
    severities = [str(judged(c).severity) for c in found]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)
    assert found[0].verdict == "probable-typo"


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({}, "s"),
        ({"publisher": "Tarn Press", "published": "1999-05"}, "Tarn Press 1999"),
        ({"author": "Ada Lowe", "publisher": "Tarn Press", "published": "1999"}, "Lowe 1999"),
        ({"author": "Ada Lowe, Ben Marl"}, "Lowe and others"),
        ({"author": "Ada Lowe", "short": "the report"}, "the report"),
    ],
)
def test_what_a_source_is_called(facts, name):
    read = document("The mill opened.")
    assert name_of(replace(read, source=replace(read.source, **facts))) == name


def test_kinds_have_cases():
    assert {row["kind"] for row in rows()} >= {Kind.DATE, Kind.FIGURE, Kind.NAME, Kind.DESCRIPTION}


def test_a_note_printed_twice_is_one_place():
    notes = "1 Tarn Herald: the mill opened in 1951.\n2 Tarn Herald: the mill opened in 1951."
    row = next(row for row in rows() if row["note"] == "one source alone") | {"a": notes}
    (evidence, *others), kind = compared(row).testimonies[0].evidence, PassageKind.FOOTNOTE
    assert len(places_once((evidence, *others))) == 2
    assert len(places_once([replace(e, passage=e.passage._replace(kind=kind)) for e in (evidence, *others)])) == 1


def test_a_place_read_twice_is_one_place():
    row = next(row for row in rows() if row["note"] == "one source alone")
    (evidence,) = compared(row).testimonies[0].evidence
    assert places_once([evidence, replace(evidence, focus=(0, 3))]) == (evidence,)


def test_the_line_with_places_holds_them_all():
    row = next(row for row in rows() if row["note"] == "a slip beside two other places")
    assert with_places(compared(row)) == "The mill opened: a says 2051 once (line 1), 1951 twice (line 1 and 1 more)"
    row = next(row for row in rows() if row["note"] == "two sources with two dates")
    assert with_places(compared(row)) == "The mill opened: 1951 (a, line 1), 1953 (b, line 1)"
