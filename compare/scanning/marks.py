"""Marks: the values of a passage that another passage could contradict, each with the words it stands between.

Beside dates and amounts these are days of the week and times of day, which a claim never asserts but which give a slip away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.values import Amount, Reading, Resolution, Value, When
from compare.facts.folded_passage import Entry
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from seeds.model import PassageKind

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!,? (?:news|times|school|mail))", re.IGNORECASE)
HOUR = re.compile(r"\b(1?\d)(?:[:.]([0-5]\d))?\s?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b(?!:)", re.IGNORECASE)
PERIODS = {"monthly": "month", "yearly": "year", "annual": "year", "annually": "year", "weekly": "week", "daily": "day"}
"""Adjectives before an amount that say what it is per ("a monthly cost of $599")."""
YEAR = 366
NEAR = 4
"""How many words before an amount such an adjective may stand."""
VAGUE_NOUNS = frozenset("other more less time thing one".split())
"""Counted nouns that do not say what is counted ("70 others")."""


@dataclass(frozen=True)
class Weekday:
    """A day of the week, 0 for Monday."""

    number: int


@dataclass(frozen=True)
class Hour:
    """A time of day in minutes from midnight; sure: it was written with a.m. or p.m., or as one of 24 hours."""

    minutes: int
    sure: bool = True


Meant = Value | Weekday | Hour
"""What a mark gives."""


@dataclass(frozen=True, eq=False)
class Mark:
    """A value of a passage; equal to itself only.

    start, end: characters of the passage's cleaned text, end exclusive. first, last: the indices of its words, both included.
    """

    entry: Entry
    value: Meant
    start: int
    end: int
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words of the mark."""
        return self.entry.passage.text[self.start : self.end]


def marks_of(entry: Entry) -> tuple[Mark, ...]:
    """The marks of a passage, in order; none in a footnote, where figures are volumes, pages and days of access."""
    text, words = entry.passage.text, entry.folded.words
    if entry.passage.kind is PassageKind.FOOTNOTE or not words:
        return ()
    starts = [word.start for word in words]
    found = []
    for start, end, value in sorted(_values(text), key=lambda found: found[:2]):
        first = min(bisect_left(starts, start), len(words) - 1)
        found.append(Mark(entry, value, start, end, first, max(first, bisect_left(starts, end) - 1)))
    return tuple(_with_period(mark) for mark in found)


def is_exact(value: Meant) -> bool:
    """False for a date whose year is not written, or that covers more than a year; anything else gives one value."""
    return not isinstance(value, When) or (value.resolution is Resolution.WRITTEN and value.last - value.first <= YEAR)


def _values(text: str) -> Iterator[tuple[int, int, Meant]]:
    """The values of a text. Dates are read without a reference: what is only counted from a day contradicts nothing."""
    dates = find_dates(text)
    taken = [(r.start, r.end) for r in dates]
    hours = [(m.start(), m.end(), hour) for m in HOUR.finditer(text) if (hour := _hour(m)) and _is_free(m, taken)]
    taken += [(start, end) for start, end, _ in hours]
    yield from hours
    yield from ((r.start, r.end, r.value) for r in (*dates, *find_quantities(text, taken)) if _tells(r))
    days = (m for m in WEEKDAY.finditer(text) if _is_free(m, taken))
    yield from ((m.start(), m.end(), Weekday(WEEKDAYS.index(m[0].lower()))) for m in days)


def _hour(match: re.Match[str]) -> Hour | None:
    if match[4]:
        return Hour(60 * int(match[4]) + int(match[5]), int(match[4]) > 12)
    if not 1 <= int(match[1]) <= 12:
        return None
    return Hour(60 * (int(match[1]) % 12 + 12 * (match[3].lower() == "p")) + int(match[2] or 0))


def _is_free(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return not any(start < match.end() and match.start() < end for start, end in taken)


def _tells(reading: Reading) -> bool:
    """True but for an amount nobody could hold another against ("several", "a few")."""
    value = reading.value
    return not isinstance(value, Amount) or value.low == value.high or value.step < value.high


def _with_period(mark: Mark) -> Mark:
    """A price with "monthly" or the like before it as a price per month, and "70 others" as a bare number."""
    value = mark.value
    if not isinstance(value, Amount):
        return mark
    if value.unit in VAGUE_NOUNS:
        return replace(mark, value=replace(value, unit=""))
    before = mark.entry.folded.words[max(0, mark.first - NEAR) : mark.first]
    period = next((PERIODS[word.form] for word in before if word.form in PERIODS), None)
    if period and value.unit.isupper():
        return replace(mark, value=replace(value, unit=f"{value.unit}/{period}"))
    return mark
