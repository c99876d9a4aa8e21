"""Dates, amounts, numbers and places in a series: what a passage gives in the place of one that is asserted.

A value is read where it stands nearest to the words the sentence and the passage share. A value that another assertion of the
sentence gives as well is its own, and no contradiction of this one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.edtf import overlaps
from claims.values import Amount, Bound, Reading, Resolution, Value, When
from compare.entry import Entry
from compare.fold import STOP, Folded, fold
from compare.phrases import say
from compare.quantities import find_quantities
from compare.relations import ABOVE, BELOW, LOOSE, Relation, relate_amounts, relate_dates
from compare.search import Proposal
from compare.stating.anchors import Anchors, pull
from compare.stating.assertions import SERIES, Assertion, AssertionKind
from compare.stating.lifespans import BORN, DIED, lifespan
from compare.units import comparable
from compare.wordings.stated import root
from seeds.model import PassageKind

EVEN = 0.6
"""A value that agrees is read when its pull is at least this share of the strongest."""
DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
"""A span between two written days: it is no other span."""
BIRTH = re.compile(r"\bborn(?: on| in)? $")
SPREAD = 3
"""How many other words may stand among those of an answer."""
ALONE = 0.4
"""What a number without a unit counts that stands beside other words."""
JOINTS = ("to", "and", "-", "–")
LONGEST = 30 * 366
"""Days; a longer stretch of time is no date of an event."""


@dataclass(frozen=True)
class Sought:
    """An assertion to look up: its words as written, its anchors, the values of the sentence's
    other assertions, and the words these are written in, the stems right before
    and behind it, and those of the sentence's names."""

    assertion: Assertion
    words: str
    anchors: Anchors
    others: tuple[Value, ...] = ()
    written: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    named: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A value read in a passage in the place of an assertion.

    start, end: characters of the passage's text. strength: 0 to 1, how surely it stands in the assertion's place.
    """

    proposal: Proposal
    start: int
    end: int
    said: str
    relation: Relation
    strength: float


def read_values(sought: Sought, proposal: Proposal) -> Iterator[Found]:
    """The value that agrees, and the one that stands nearest to the anchors when it does not."""
    read = list(_readings(sought, proposal.entry))
    spans = [(start, end) for start, end, _, _ in read]
    pulls = [pull(span, sought.anchors, proposal.entry.folded, spans) for span in spans]
    order = sorted(range(len(read)), key=lambda i: (-pulls[i], i))
    fits = [i for i in order if read[i][3] is not Relation.OTHER][:1]
    nearest = [i for i in order[:1] if not fits or pulls[fits[0]] < EVEN * pulls[i]]
    for i in fits + [i for i in nearest if i not in fits]:
        bound = min(1.0, pulls[i] / pulls[order[0]] / EVEN) if pulls[order[0]] else 1.0
        if sought.assertion.kind is AssertionKind.NUMBER:
            bound = _seat(sought, read[i][0], proposal.entry.folded)
        yield Found(proposal, *read[i], proposal.share * bound)


def _seat(sought: Sought, start: int, folded: Folded) -> float:
    """How surely a number without a unit is the same: it stands beside the same word, or not."""
    at = next(i for i, word in enumerate(folded.words) if word.start == start)
    same = any(a and a == b for a, b in zip(beside_of(folded, at, at), sought.beside, strict=True))
    return 1.0 if same else ALONE


def _readings(sought: Sought, entry: Entry) -> Iterator[tuple[int, int, str, Relation]]:
    """The place, the words and the relation of every value of the passage that can be compared."""
    claimed = sought.assertion.value
    if claimed is None and sought.assertion.kind is AssertionKind.DATE:
        yield from ((r.start, r.end, say(r.value), Relation.OTHER) for r in entry.event_dates)
        return
    if claimed is None:
        yield from _places(sought, entry)
        return
    for reading in _dates(sought, entry) if isinstance(claimed, When) else _amounts(entry):
        relation = relate(claimed, reading.value)
        written = entry.passage.text[reading.start : reading.end]
        taken = written in sought.written or (
            relation is Relation.OTHER and any(_equal(v, reading.value) for v in sought.others)
        )
        if relation and not taken:
            yield reading.start, reading.end, say(reading.value), relation


def _dates(sought: Sought, entry: Entry) -> tuple[Reading, ...]:
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


def _amounts(entry: Entry) -> Iterator[Reading]:
    """The amounts of a passage: with those of relative dates ("30 years ago"), and with the ranges that two joined by "to"
    may be meant as ("up 4% to 7%")."""
    dates = [r for r in entry.dates if isinstance(r.value, When)]
    fixed = [(r.start, r.end) for r in dates if not _is_counted(r.value)]
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
        if one.unit == other.unit and one.low < other.high:
            yield Reading(a.start, b.end, replace(one, high=other.high))


def _is_counted(value: Value) -> bool:
    return isinstance(value, When) and value.resolution is Resolution.RELATIVE


def relate(claimed: Value, found: Value) -> Relation | None:
    """The relation of a passage's value to the asserted one, None where the two cannot be compared."""
    if isinstance(claimed, When) and isinstance(found, When):
        return _relate_dates(claimed, found)
    if isinstance(claimed, Amount) and isinstance(found, Amount):
        return _relate_amounts(claimed, found)
    return None


def _equal(one: Value, other: Value) -> bool:
    return relate(one, other) is relate(other, one) is Relation.SAME


def _relate_dates(claimed: When, found: When) -> Relation | None:
    if DAYS.fullmatch(claimed.edtf) and DAYS.fullmatch(found.edtf) and claimed.edtf[4:] != found.edtf[4:]:
        return Relation.OTHER
    if "XXXX" in claimed.edtf or "XXXX" in found.edtf:
        return _relate_days(claimed.edtf, found.edtf)
    if found.resolution is Resolution.INFERRED and not overlaps(claimed, found):
        days = _relate_days(claimed.edtf, found.edtf)
        return days if days is Relation.OTHER else None
    if found.last - found.first > max(LONGEST, claimed.last - claimed.first):
        return None
    relation = relate_dates(claimed, found)
    sure = found.resolution is not Resolution.RELATIVE or relation is not Relation.OTHER
    return relation if sure else None


def _relate_days(claimed: str, found: str) -> Relation | None:
    """Month and day compared where a year is missing."""
    a, b = (edtf.split("/")[0].split("-")[1:] for edtf in (claimed, found))
    if not a or not b:
        return None
    if any(x != y for x, y in zip(a, b, strict=False)):
        return Relation.OTHER
    return Relation.SAME if len(b) >= len(a) else Relation.COARSER


def _relate_amounts(claimed: Amount, found: Amount) -> Relation | None:
    """As two amounts relate, but one range is no other, nor a bound on one number one on another."""
    both = comparable(claimed, found)
    if both is None:
        return Relation.COARSER if (claimed.low, claimed.high) == (found.low, found.high) else None
    claimed, found = both
    if (claimed.low, claimed.high) == (found.low, found.high):
        return _relate_bounds(claimed.bound, found.bound)
    relation = relate_amounts(claimed, found)
    if relation is Relation.OTHER or _is_rounding(claimed, found):
        return relation
    ranged = claimed.low < claimed.high, found.low < found.high
    if claimed.bound not in (Bound.EXACT, *LOOSE) and found.bound is Bound.EXACT and not any(ranged):
        return relation
    return relation if ranged == (False, True) and claimed.bound is found.bound is Bound.EXACT else Relation.OTHER


def _relate_bounds(claimed: Bound, found: Bound) -> Relation:
    """The relation of two bounds on one number: one without is less precise than one with, and the other way round."""
    if claimed is found:
        return Relation.SAME
    if Bound.EXACT in (claimed, found):
        return Relation.COARSER
    return Relation.COARSER if any({claimed, found} <= set(side) for side in (ABOVE, BELOW, LOOSE)) else Relation.OTHER


def _is_rounding(a: Amount, b: Amount) -> bool:
    """True when the rounder of two amounts is the other one rounded, at both ends."""
    step = max(_roundness(a), _roundness(b))
    return all(abs(x - y) <= step / 2 for x, y in ((a.low, b.low), (a.high, b.high))) if step else a.low == b.low


def _roundness(amount: Amount) -> float:
    """The step of an amount; of one that is said to be about its number the place of the last digit that is not zero."""
    step = amount.step
    while amount.bound in LOOSE and step and step * 10 <= abs(amount.low) and amount.low % (step * 10) == 0:
        step *= 10
    return step


def _places(sought: Sought, entry: Entry) -> Iterator[tuple[int, int, str, Relation]]:
    """The places of the number or of the series' members in a passage."""
    if sought.assertion.kind is AssertionKind.NUMBER:
        yield from _numbers(sought, entry.folded)
        return
    if sought.assertion.kind is AssertionKind.ANSWER:
        yield from _answers(sought, entry.folded)
        return
    claimed = sought.words.lower()
    series = _series_of(claimed) or {}
    for start, end, written in _written(entry, "q1" in series):
        if written in series:
            same = series[written] == series[claimed]
            yield start, end, entry.folded.text[start:end], Relation.SAME if same else Relation.OTHER


def _numbers(sought: Sought, folded: Folded) -> Iterator[tuple[int, int, str, Relation]]:
    """The number where it stands in a passage, and another that stands between the same two words."""
    claimed, beside = sought.words.lower(), sought.beside
    for i, word in enumerate(folded.words):
        written = folded.text[word.start : word.end].lower()
        if written == claimed:
            yield word.start, word.end, written, Relation.SAME
        elif written[0].isdigit() and beside_of(folded, i, i) == beside and any(beside):
            yield word.start, word.end, written, Relation.OTHER


def _answers(sought: Sought, folded: Folded) -> Iterator[tuple[int, int, str, Relation]]:
    """The words of an answer where a passage holds them one near the other."""
    stems = [word.stem for word in fold(sought.words).words if word.form not in STOP]
    places = [[i for i, word in enumerate(folded.words) if root(word.stem) == root(stem)] for stem in stems]
    for i in places[0] if places and all(places) else ():
        held = [min(found, key=lambda j: abs(j - i)) for found in places]
        if max(held) - min(held) < len(stems) + SPREAD:
            start, end = folded.span(min(held), max(held))
            yield start, end, folded.text[start:end], Relation.SAME


def beside_of(folded: Folded, first: int, last: int) -> tuple[str, str]:
    """The stems of the words before word `first` and behind word `last`, "" at an end."""
    words = folded.words
    return words[first - 1].stem if first else "", words[last + 1].stem if last + 1 < len(words) else ""


def _written(entry: Entry, quarters: bool) -> Iterator[tuple[int, int, str]]:
    """The words of a passage in small letters; of quarters "second quarter" as "q2"."""
    words, text = entry.folded.words, entry.folded.text
    for i, word in enumerate(words):
        written = text[word.start : word.end].lower()
        follows = words[i + 1] if i + 1 < len(words) else word
        if quarters and follows.form == "quarter" and written in SERIES[0]:
            yield word.start, follows.end, f"q{SERIES[0][written] + 1}"
        else:
            yield word.start, word.end, written


def _series_of(word: str) -> Mapping[str, int] | None:
    return next((series for series in SERIES if word in series), None)
