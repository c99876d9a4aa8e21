"""A plan in an earlier source and the deed in a later one: the cases of cases/chronology.csv, those that are none first."""

import csv
from itertools import zip_longest
from pathlib import Path

import pytest

from claims.model import Kind
from claims.rows import parse_row
from compare.decide.advice import advice
from compare.decide.chronology import is_ahead
from compare.decide.headline import gravest_first, headline
from compare.decide.severity import judged
from compare.jobs.claims import compare
from reports.page.timeline import timeline_of
from seeds.corpus import Corpus
from tests.conftest import document

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "chronology.csv").open(encoding="utf-8", newline="")))


def compared(row):
    names = ("kind", "statement", "expected", "positions", "terms")
    claim = parse_row({"id": "abbey", "topic": "abbey"} | {name: row[name] for name in names}, "f", 2)
    assert not isinstance(claim, list), claim
    dates = [day.strip() for day in row["dates"].split(";")]
    named = zip_longest("abc", dates[:3], fillvalue="")
    texts = [document(row[source], source, day) for source, day in named if row[source]]
    return compare([claim], Corpus("test", tuple(texts))).comparisons[0]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["note"])
def test_verdicts(row):
    found = compared(row)
    assert (found.verdict, " ".join(found.flags)) == (row["verdict"], row["flags"])


def test_a_change_over_time_is_no_finding_and_is_told_by_date():
    found = compared(next(row for row in CASES if row["note"] == "curated: planned and made"))
    assert headline(found) == "The abbot made his visit to Tarn: planned (a, January 1931), made (b, February 1931)"
    assert judged(found).severity is None
    assert advice(found) == ""
    assert gravest_first([found]) == ()


def test_a_change_over_time_stands_on_the_timeline():
    found = compared(next(row for row in CASES if row["note"] == "curated: planned and made"))
    (line,) = timeline_of([found]).rows
    assert line.when == "1931-02"
    assert [(said.value, said.sources) for said in line.said] == [("planned", ("a",))]
    assert line.said[0].bar.left < line.bar.left


@pytest.mark.parametrize(
    ("label", "statement", "ahead"),
    [
        ("made", "The visit was made.", False),
        ("repeal agreed", "The waiver was extended.", False),
        ("agreed", "The waiver was extended.", False),
        ("planned lease", "The mill was sold.", False),
        ("planned", "The mill was sold.", True),
        ("to be sold", "The mill was sold.", True),
        ("agreed to sell", "They sell the mill.", True),
        ("not yet sold", "The mill was sold.", True),
    ],
)
def test_labels_that_lie_ahead(label, statement, ahead):
    assert is_ahead(label, statement) is ahead


def test_kinds_have_cases():
    assert {row["kind"] for row in CASES} >= {Kind.STATUS, Kind.NAME}
