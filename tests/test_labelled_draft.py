"""A draft of 48 labelled statements, written by somebody who had not seen the program: what is found of it, and what is not.

Half are wrong by one thing each (number, year, month, day, scale, unit, bound, name, place, organisation, status, negation,
quotation), half are right, many at another precision or in other units. The figures are those reached; they may only rise.
"""

import csv
from pathlib import Path

import pytest

from bench.drafts import scores
from claims.tables import TOPICS, read_claims
from compare.jobs.draft import Draft, check_draft
from compare.search.index import Index
from seeds.prose import read_prose

DRAFT = Path(__file__).parent / "drafts" / "paraphrased.md"
ROWS = list(csv.DictReader(DRAFT.with_suffix(".csv").open(encoding="utf-8", newline="")))


def counts_on(corpus):
    prose = read_prose(DRAFT)
    checked = check_draft(Draft("draft", prose.document, prose.comments), Index(corpus), read_claims(TOPICS))
    findings = [
        {
            "start": n.finding.start,
            "end": n.finding.end,
            "stance": n.finding.stance,
            "sources": [
                {"source": p.document.source.id, "line": p.document.line(p.focus[0])} for p in n.finding.places
            ],
        }
        for n in checked.noted
    ]
    return scores(findings, prose.document.text, ROWS)


def test_the_labels_are_whole():
    assert len(ROWS) == 48
    assert {row["label"] for row in ROWS} == {"wrong", "right"}
    assert all(row["statement"] in DRAFT.read_text(encoding="utf-8") for row in ROWS)


def test_on_the_originals(originals):
    counts = counts_on(originals)
    assert counts["wrong placed"] >= 15
    assert counts["right hard"] == 0
    assert counts["right flagged"] <= 1


@pytest.mark.parametrize(("label", "least", "most"), [("wrong", 11, 24), ("right", 0, 1)])
def test_on_the_digests(digests, label, least, most):
    assert least <= counts_on(digests)[f"{label} hard"] <= most
