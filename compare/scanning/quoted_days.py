"""Is one quotation told of two days?

Looked at, by `sourcecheck scan`: every quotation of five words and more that two sources give, with the nearest date before it, in its own
sentence or in the three before. Told are two that have most of their words in one order, of which every date of the one place clashes with
every date of the other, in sources that both date it within two years.

Cannot see: quotations in other words; dates that stand behind them; titles in notes.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from rapidfuzz.distance import LCSseq

from claims.model import Severity
from claims.values import Reading, When
from compare.facts.folded_passage import Entry
from compare.scanning.clashes import clash
from compare.scanning.finding import Finding, Place, place_at
from compare.scanning.observations import Observations
from compare.scanning.quotations import FEWEST, Quoted, quoted_twice
from seeds.model import PassageKind

CODE = "SRC426"
NAME = "quoted-day"

BACK, SAME, APART = 3, 0.8, 2 * 366
"""Sentences before a quotation that may date it; the share of the longer one's words that must be the same; days between two dates."""


def find(read: Observations) -> Iterator[Finding]:
    """The quotations that two sources date in two ways."""
    numbers = {id(entry): i for i, entry in enumerate(read.every)}
    for one, other in quoted_twice(read):
        if one.entry.document is other.entry.document or not _is_same(one, other):
            continue
        dates = [_dates(quoted, numbers[id(quoted.entry)], read.every) for quoted in (one, other)]
        if all(dates) and all(_are_two_days(a, b) for (_, a), (_, b) in product(*dates)):
            yield _finding(one, other, [found[0] for found in dates])


def _is_same(one: Quoted, other: Quoted) -> bool:
    if any(q.entry.passage.kind is PassageKind.FOOTNOTE for q in (one, other)):
        return False
    a, b = ([word.form for word in quoted.words] for quoted in (one, other))
    same = LCSseq.similarity(a, b)
    return same >= FEWEST and same >= SAME * max(len(a), len(b))


def _dates(quoted: Quoted, at: int, entries: Sequence[Entry]) -> list[tuple[Entry, Reading]]:
    """The dates of the nearest sentence that gives any, of its own those before it."""
    for number in range(at, max(-1, at - BACK - 1), -1):
        entry = entries[number]
        if entry.document is not quoted.entry.document:
            break
        ends = quoted.words[0].start if number == at else len(entry.passage.text)
        found = [(entry, r) for r in entry.dates if r.end <= ends and isinstance(r.value, When)]
        if found:
            return found
    return []


def _are_two_days(one: Reading, other: Reading) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, When) or not isinstance(b, When):
        return False
    return clash(a, b) and max(a.first - b.last, b.first - a.last) <= APART


def _finding(one: Quoted, other: Quoted, dated: Sequence[tuple[Entry, Reading]]) -> Finding:
    days = [place_at(entry, r.start, r.end) for entry, r in dated]
    places: list[Place] = []
    for quoted, day in zip((one, other), days, strict=True):
        places += [day, place_at(quoted.entry, quoted.words[0].start, quoted.words[-1].end)]
    told = ", ".join(f"{day.document.source.id} of {day.value}" for day in days)
    why = f"the words are the same, and the date stands before them: {places[1].value}"
    return Finding(CODE, f"one quotation of two days: {told}", Severity.MEDIUM, tuple(places), why)
