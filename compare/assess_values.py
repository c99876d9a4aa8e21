"""Dates, amounts, numbers and places in a series: what the passages that speak to a sentence give in the place of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.values import Amount, Reading, Resolution, Value, When
from compare.anchors import Anchors, pull
from compare.assertions import SERIES, Assertion, AssertionKind
from compare.phrases import say
from compare.relations import Relation, relate_amounts, relate_dates
from compare.search import Proposal
from compare.units import comparable

EVEN = 0.6
"""A value that agrees is read when its pull is at least this share of the strongest."""
LONGEST = 30 * 366
"""Days; a longer stretch of time is no date of an event."""


@dataclass(frozen=True)
class Found:
    """A value read in a passage for an assertion.

    start, end: characters of the passage's text. strength: 0 to 1, how surely it stands in the assertion's place.
    """

    proposal: Proposal
    start: int
    end: int
    said: str
    relation: Relation
    strength: float


def read_values(assertion: Assertion, words: str, anchors: Anchors, proposal: Proposal) -> Iterator[Found]:
    """The value a passage gives in the assertion's place, and the one that agrees, where another stands nearer."""
    read = list(_readings(assertion, words, proposal))
    if not read:
        return
    pulls = [pull(start, end, anchors, proposal.entry.folded) for start, end, _, _ in read]
    strongest = max(pulls) or 1.0
    order = sorted(range(len(read)), key=lambda i: (-pulls[i], i))
    near = next(iter(order))
    fits = [i for i in order if read[i][3] is not Relation.OTHER]
    chosen = [near] if not fits or fits[0] == near else [fits[0], near]
    for i in chosen:
        start, end, said, relation = read[i]
        bound = min(1.0, pulls[i] / strongest / EVEN) if strongest else 1.0
        if relation is Relation.OTHER and fits and pulls[fits[0]] >= EVEN * pulls[i]:
            continue
        yield Found(proposal, start, end, said, relation, proposal.share * bound)


def _readings(assertion: Assertion, words: str, proposal: Proposal) -> Iterator[tuple[int, int, str, Relation]]:
    entry = proposal.entry
    if isinstance(assertion.value, When):
        for reading in entry.event_dates:
            relation = relate_when(assertion.value, reading.value)
            if relation:
                yield reading.start, reading.end, say(reading.value), relation
    elif isinstance(assertion.value, Amount):
        for reading in entry.amounts:
            relation = relate_figures(assertion.value, reading.value)
            if relation:
                yield reading.start, reading.end, say(reading.value), relation
    else:
        yield from _literal(assertion, words, proposal)


def relate_when(claimed: When, found: Value) -> Relation | None:
    """The relation of a date of the passage to the one asserted, None where the two cannot be compared."""
    if not isinstance(found, When):
        return None
    if "XXXX" in claimed.edtf or "XXXX" in found.edtf:
        return _relate_days(claimed.edtf, found.edtf)
    if found.last - found.first > max(LONGEST, claimed.last - claimed.first):
        return None
    relation = relate_dates(claimed, found)
    sure = found.resolution is not Resolution.RELATIVE or relation is not Relation.OTHER
    return relation if sure else None


def _relate_days(claimed: str, found: str) -> Relation | None:
    """Month and day compared where a year is missing."""
    a, b = claimed.split("/")[0].split("-")[1:], found.split("/")[0].split("-")[1:]
    if not a or not b:
        return None
    if all(x == y for x, y in zip(a, b, strict=False)):
        return Relation.SAME if len(b) >= len(a) else Relation.COARSER
    return Relation.OTHER


def relate_figures(claimed: Amount, found: Value) -> Relation | None:
    """The relation of an amount of the passage to the one asserted, None where they measure different things."""
    if not isinstance(found, Amount):
        return None
    both = comparable(claimed, found)
    if both:
        return relate_amounts(*both)
    same = claimed.low == found.low and claimed.high == found.high
    return Relation.COARSER if same else None


def _literal(assertion: Assertion, words: str, proposal: Proposal) -> Iterator[tuple[int, int, str, Relation]]:
    folded = proposal.entry.folded
    series = _series_of(words.lower()) if assertion.kind is AssertionKind.SERIES else None
    for word in folded.words:
        written = folded.text[word.start : word.end].lower()
        if series:
            place = series.get(word.form, series.get(written))
            if place is not None:
                same = place == series[words.lower()]
                yield word.start, word.end, written, Relation.SAME if same else Relation.OTHER
        elif written == words.lower() or word.form == words.replace(",", ""):
            yield word.start, word.end, written, Relation.SAME


def _series_of(word: str) -> dict[str, int] | None:
    return next((dict(series) for series in SERIES if word in series), None)


def readings_of(readings: Sequence[Reading]) -> tuple[Value, ...]:
    """The values of readings."""
    return tuple(r.value for r in readings)
