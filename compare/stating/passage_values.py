"""The dates and amounts a passage gives that a statement may be held against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.values import Amount, Reading, Resolution, Value, When
from compare.facts.folded_passage import Entry
from compare.stating.found import Sought
from compare.stating.lifespans import BORN, DIED, lifespan
from compare.values.counting.articles import read_articles
from compare.values.counting.terms import TRIGGER
from compare.values.quantities import find_quantities
from compare.values.units import comparable, is_known
from seeds.model import PassageKind

BIRTH = re.compile(r"\bborn(?: on| in)? $")
CHANGE = ("from ", "by ")
"""What stands before two amounts that are the ends of a change, and no range ("from 5 percent to 40 percent")."""
JOINTS = ("to", "and", "-", "–")


def dates_of(sought: Sought, entry: Entry) -> tuple[Reading, ...]:
    """The dates of a passage; of a lifetime in brackets the one the sentence asks for, when it says "born" or "died".

    A date behind "born" is that of a birth and of nothing else.
    """
    life = lifespan(entry)
    asked = [bool(words & sought.anchors.keys()) for words in (BORN, DIED)]
    if life and asked[0] != asked[1]:
        return (life[asked[1]],)
    if asked[0]:
        return entry.event_dates
    return tuple(r for r in entry.event_dates if not BIRTH.search(entry.passage.text[: r.start]))


def amounts_of(entry: Entry) -> Iterator[Reading]:
    """The amounts of a passage: with those of relative dates ("30 years ago"), and with the ranges that two joined by "to"
    may be meant as ("up 4% to 7%")."""
    if not TRIGGER.search(entry.passage.text.lower()):
        return
    dates = [r for r in entry.dates if isinstance(r.value, When)]
    fixed = [(r.start, r.end) for r in dates if not is_counted(r.value)]
    text = entry.passage.text
    found = (
        entry.amounts
        if len(fixed) == len(dates) or entry.passage.kind is PassageKind.FOOTNOTE
        else find_quantities(text, fixed)
    )
    yield from found
    for a, b in pairwise(found):
        one, other = a.value, b.value
        if not isinstance(one, Amount) or not isinstance(other, Amount) or text[a.end : b.start].strip() not in JOINTS:
            continue
        if text[: a.start].endswith(CHANGE):
            continue
        if one.unit == other.unit and one.low < other.high:
            yield Reading(a.start, b.end, replace(one, high=other.high))


def told_by_article(claimed: Value, entry: Entry, found: Sequence[Reading]) -> Iterator[Reading]:
    """What an article counts of what is asked for ("a sailor"), where the passage gives no number of it."""
    if not isinstance(claimed, Amount) or not claimed.unit or is_known(claimed.unit):
        return
    given = (r.value for r in found if isinstance(r.value, Amount))
    if not any(comparable(claimed, amount) for amount in given):
        yield from read_articles(entry.passage.text, claimed.unit)


def is_counted(value: Value) -> bool:
    """True for a date counted from another."""
    return isinstance(value, When) and value.resolution is Resolution.RELATIVE
