"""What a sentence asserts that can be looked up: its dates, amounts, other numbers, places in a series, and names.

Offsets are characters of the sentence, end exclusive.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.values import Value, When
from compare.fold import STOP, Folded
from compare.text.names_and_negation import CAPITAL, names
from compare.text.scalars import places_of_scalars
from compare.text.sentence import sentence_of
from compare.values.dates import find_dates, find_impossible
from compare.values.quantities import find_quantities
from seeds.model import Span


class AssertionKind(StrEnum):
    """What an assertion is about, which decides how it is looked up."""

    DATE = "date"
    AMOUNT = "amount"
    NUMBER = "number"
    """a number that is no amount: a label"""
    SERIES = "series"
    """a place in a series: a day of the week, a quarter"""
    NAME = "name"
    ANSWER = "answer"
    """the answer to a question, where it is none of these"""
    WORDING = "wording"
    """what the sentence says was or was not done"""


SERIES: tuple[Mapping[str, int], ...] = tuple(
    {word: place for place, words in enumerate(line.split()) for word in words.split("/")}
    for line in (
        "monday/mon tuesday/tue wednesday/wed thursday/thu friday/fri saturday/sat sunday/sun",
        "q1/1q q2/2q q3/3q q4/4q",
    )
)
"""Words that count through a series, each series by the place of its words."""
WORDS = frozenset(("sat", "sun", "wed", "mon"))
"""Short names of days that in small letters are other words."""
NUMBER = re.compile(r"(?<![\w.])(?<!\w[-–])\d+(?:[.,]\d+)*[A-Za-z]?(?!\w)")
MALFORMED = re.compile(
    r"\b(?:1[5-9]|20)\d[1-9]s\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:3[2-9]|[4-9]\d)\b(?![.,]?\d)"
)
"""Decades and days there are none of, which `find_impossible` leaves alone."""
MARK = re.compile(r"(?:[.!?][\"”’)]?|^)\s*$")
"""What stands before a mark or a number of a list,"""
LISTED = re.compile(r"\s*(?:[.)]+(?:\s|$)|$)")
"""and what stands behind it."""
EXACTLY = re.compile(r"\b(?:exactly|precisely) $", re.IGNORECASE)
AGO = re.compile(r"an? \w+ ago\b")
"""A length of time before the day of writing that counts nothing exactly ("a quarter of a century ago")."""


@dataclass(frozen=True)
class Assertion:
    """One thing a sentence asserts.

    start, end: its words, characters of the sentence. words: the same as indices of the sentence's words.
    value: the date or amount; None for the other kinds.
    """

    kind: AssertionKind
    start: int
    end: int
    words: tuple[int, ...]
    value: Value | None = None


def read_assertions(folded: Folded) -> Iterator[Assertion]:
    """What a sentence asserts, its wording left out, in no order."""
    text = folded.text
    malformed = _malformed(text)
    dates = [r for r in find_dates(text) if isinstance(r.value, When)]
    dates = [r for r in dates if not _within(r.start, malformed) and not _within(r.end - 1, malformed)]
    spans = malformed + [(r.start, r.end) for r in dates]
    amounts = find_quantities(text, spans)
    taken = spans + [(r.start, r.end) for r in amounts]
    yield from (assertion_of(AssertionKind.DATE, start, end, folded) for start, end in malformed)
    yield from (assertion_of(AssertionKind.DATE, r.start, r.end, folded, r.value) for r in dates)
    for r in amounts:
        if not _is_listed(text, r.start, r.end) and not AGO.match(text, r.start):
            exactly = EXACTLY.search(text, 0, r.start)
            yield assertion_of(AssertionKind.AMOUNT, exactly.start() if exactly else r.start, r.end, folded, r.value)
    yield from _others(folded, taken)


def _others(folded: Folded, taken: list[Span]) -> Iterator[Assertion]:
    """The places in a series, the other numbers and the names, outside the places `taken` by values."""
    text = folded.text
    series = [w for w in folded.words if not _within(w.start, taken) and _is_serial(w.form, text[w.start : w.end])]
    yield from (assertion_of(AssertionKind.SERIES, w.start, w.end, folded) for w in series)
    scalars = places_of_scalars(sentence_of(text))
    taken = taken + [(folded.words[i].start, folded.words[i].end) for i in scalars] + [(w.start, w.end) for w in series]
    for number in NUMBER.finditer(text):
        if not _is_listed(text, *number.span()) and not _within(number.start(), taken):
            yield assertion_of(AssertionKind.NUMBER, *number.span(), folded)
    for whole in runs_of(folded):
        run = [i for i in whole if not _within(folded.words[i].start, taken)]
        if any(folded.words[i].form not in STOP for i in run):
            yield assertion_of(AssertionKind.NAME, *folded.span(run[0], run[-1]), folded)


def _malformed(text: str) -> list[Span]:
    found = [(start, end) for start, end, _ in find_impossible(text)]
    return found + [m.span() for m in MALFORMED.finditer(text) if not _within(m.start(), found)]


def _is_listed(text: str, start: int, end: int) -> bool:
    """True for the number of a list or of a note, before a sentence or behind it."""
    return bool(MARK.search(text[:start]) and LISTED.match(text, end))


def _is_serial(form: str, written: str) -> bool:
    """True for a word that counts through a series; in small letters "sat" and "sun" are no days."""
    return any(form in series or written.lower() in series for series in SERIES) and written not in WORDS


def runs_of(folded: Folded) -> Iterator[tuple[int, ...]]:
    """The names of a sentence as indices of its words; its first word may be one by itself."""
    runs = list(names(folded))
    first = folded.words[0] if folded.words else None
    if first and not (runs and runs[0][0] == 0) and CAPITAL.match(folded.text[first.start]) and first.form not in STOP:
        yield (0,)
    yield from runs


def _within(place: int, spans: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def assertion_of(kind: AssertionKind, start: int, end: int, folded: Folded, value: Value | None = None) -> Assertion:
    """What the characters `start` to `end` of a sentence assert."""
    words = tuple(i for i, word in enumerate(folded.words) if start <= word.start < end)
    return Assertion(kind, start, end, words, value)


def beside_of(folded: Folded, first: int, last: int) -> tuple[str, str]:
    """The stems of the words before word `first` and behind word `last`, "" at an end."""
    words = folded.words
    return words[first - 1].stem if first else "", words[last + 1].stem if last + 1 < len(words) else ""
