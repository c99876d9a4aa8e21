"""Pairs of a passage and a statement, labelled by somebody who had not seen the program: what both commands say of them.

A false support is the worst fault, a false alarm the next, a miss the third. The figures are those reached; they may only get better.
"""

import csv
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from compare.decide.claim import compare_claim
from compare.evidence.model import Stance
from compare.stating.statements import Outcome, check_statement
from tests.conftest import index_of

ROWS = list(csv.DictReader((Path(__file__).parent / "cases" / "pairs.csv").open(encoding="utf-8", newline="")))
KINDS = {"role": "description", "wording": "description", "list": "description", "order": "description"}
SPOKEN = {"date": ("date", "wording"), "figure": ("amount", "number", "wording"), "name": ("name", "wording")}
"""Which assertions speak to what a pair is about; for kinds not listed the wording."""
FLAGS = {Stance.CONTRADICTS, Stance.DIFFERS}
FOR = {Stance.SUPPORTS, Stance.LESS_PRECISE}
WRONG = {Outcome.CONTRADICTED, Outcome.DISPUTED}


def by_compare(row, index):
    claim = Claim(row["id"], "pairs", Kind(KINDS.get(row["kind"], row["kind"])), row["statement"])
    (testimony,) = compare_claim(claim, index, index.documents).testimonies
    return "flag" if testimony.stance in FLAGS else "for" if testimony.stance in FOR else "none"


def by_draft(row, index):
    assessed = check_statement(row["statement"], index)
    if any(a.stance in WRONG for a in assessed):
        return "flag"
    spoken = SPOKEN.get(row["kind"], ("wording",))
    return "for" if any(a.stance is Outcome.SUPPORTED and a.kind in spoken for a in assessed) else "none"


@lru_cache(maxsize=1)
def counts():
    found = Counter()
    for row in ROWS:
        if row["kind"] == "quote":  # a draft's quotations are read elsewhere
            continue
        index = index_of(row["source"], row["published"])
        told = by_compare(row, index), by_draft(row, index)
        found["pairs"] += 1
        found["both agree"] += told[0] == told[1]
        for command, said in zip(("compare", "draft"), told, strict=True):
            found[command, row["label"], said] += 1
    return found


@pytest.mark.parametrize(
    ("command", "false", "alarms", "supports", "caught"), [("compare", 1, 3, 21, 18), ("draft", 1, 6, 20, 19)]
)
def test_what_is_said_of_pairs(command, false, alarms, supports, caught):
    found = counts()
    wrongly = sum(found[command, label, "for"] for label in ("contradicts", "overstated", "not-stated"))
    accused = sum(found[command, label, "flag"] for label in ("supports", "less-precise", "not-stated"))
    assert wrongly <= false
    assert accused <= alarms
    assert found[command, "supports", "for"] >= supports
    assert found[command, "contradicts", "flag"] >= caught


def test_both_commands_tell_the_same():
    assert counts()["both agree"] >= 128
