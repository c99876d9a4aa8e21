"""What a sentence asserts that can be looked up: its dates, amounts, other numbers, places in a series, and names.

This module alone knows how a free text is cut into sentences and a sentence into assertions. A question and the answer behind it
are one sentence. Offsets are characters of the whole text, end exclusive.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claims.values import Value, When
from compare.dates import find_dates, find_impossible
from compare.fold import STOP, Folded, fold
from compare.quantities import find_quantities
from compare.wordings.names_and_negation import CAPITAL, names
from seeds.sentences import sentence_spans


class AssertionKind(StrEnum):
    """What an assertion is about, which decides how it is looked up."""

    DATE = "date"
    AMOUNT = "amount"
    NUMBER = "number"
    """a number that is no amount: a label, a score, a time of day"""
    SERIES = "series"
    """a place in a series: an ordinal, a day of the week"""
    NAME = "name"
    ANSWER = "answer"
    """the answer to a question, where it is none of these"""
    WORDING = "wording"
    """what the sentence says was or was not done"""


SERIES: tuple[Mapping[str, int], ...] = tuple(
    {word: place for place, words in enumerate(line.split()) for word in words.split("/")}
    for line in (
        "first/1st second/2nd third/3rd fourth/4th fifth/5th sixth/6th seventh/7th eighth/8th ninth/9th tenth/10th eleventh/11th "
        "twelfth/12th",
        "monday/mon tuesday/tue wednesday/wed thursday/thu friday/fri saturday/sat sunday/sun",
        "q1/1q q2/2q q3/3q q4/4q",
    )
)
"""Words that count through a series, each series by the place of its words."""
NUMBER = re.compile(r"(?<![\w.])(?<!\w[-–])\d+(?:[.,]\d+)*[A-Za-z]?(?!\w)")
MALFORMED = re.compile(
    r"\b(?:1[5-9]|20)\d[1-9]s\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:3[2-9]|[4-9]\d)\b(?![.,]?\d)"
)
"""Decades and days there are none of, which `find_impossible` leaves alone."""
MARK = re.compile(r"(?:[.!?][\"”’)]?|^)\s*$")
"""What stands before a mark or a number of a list."""
FOOTNOTE = re.compile(r"\d{1,3} (?=[A-Z])")
"""A footnote mark that was copied with the text in front of a sentence."""
QUESTION = re.compile(r"\?[\"”’')]*$")


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


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text: its words, where it starts in the text, where in it the answer to a question begins, and the
    sentence before it."""

    folded: Folded
    start: int
    answer: int | None = None
    before: Folded | None = None

    @cached_property
    def assertions(self) -> tuple[Assertion, ...]:
        """All its assertions but that of its wording, in order; of a question and its answer those of the answer."""
        found = sorted(_all(self.folded), key=lambda a: (a.start, a.end))
        if self.answer is None:
            return tuple(found)
        own = tuple(a for a in found if a.start >= self.answer and a.kind is not AssertionKind.NAME)
        return own or (_assertion(AssertionKind.ANSWER, self.answer, len(self.folded.text), self.folded),)

    @cached_property
    def valued(self) -> frozenset[int]:
        """The indices of the words that belong to a date, an amount or another number."""
        return frozenset(i for a in self.assertions if a.kind in LITERAL for i in a.words)

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of its names."""
        return frozenset(
            self.folded.words[i].stem for a in self.assertions if a.kind is AssertionKind.NAME for i in a.words
        )


LITERAL = (AssertionKind.DATE, AssertionKind.AMOUNT, AssertionKind.NUMBER, AssertionKind.SERIES, AssertionKind.ANSWER)


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text, line by line; a question takes the sentence behind it as its answer."""
    spans = [
        (line.start() + a, line.start() + b)
        for line in re.finditer(r"[^\n]+", text)
        for a, b in sentence_spans(line[0])
    ]
    last: Folded | None = None
    while spans:
        start, end = spans.pop(0)
        if start and (mark := FOOTNOTE.match(text, start)):
            start = mark.end()
        if spans and QUESTION.search(text[start:end]) and not QUESTION.search(text[slice(*spans[0])]):
            answer, end = spans.pop(0)
            yield Sentence(fold(text[start:end]), start, answer - start)
        else:
            yield Sentence(fold(text[start:end]), start, None, last)
            last = fold(text[start:end])


def _all(folded: Folded) -> Iterator[Assertion]:
    malformed = [(start, end) for start, end, _ in find_impossible(folded.text)]
    malformed += [m.span() for m in MALFORMED.finditer(folded.text) if not _within(m.start(), malformed)]
    dates = [r for r in find_dates(folded.text) if isinstance(r.value, When) and not _within(r.start, malformed)]
    dates = [r for r in dates if not _within(r.end - 1, malformed)]
    spans = malformed + [(r.start, r.end) for r in dates]
    amounts = list(find_quantities(folded.text, spans))
    taken = spans + [(r.start, r.end) for r in amounts]
    yield from (_assertion(AssertionKind.DATE, start, end, folded) for start, end in malformed)
    amounts = [r for r in amounts if not (MARK.search(folded.text[: r.start]) and not folded.text[r.end :].strip(". "))]
    for kind, readings in ((AssertionKind.DATE, dates), (AssertionKind.AMOUNT, amounts)):
        yield from (_assertion(kind, r.start, r.end, folded, r.value) for r in readings)
    for word in folded.words:
        if not _within(word.start, taken) and any(
            word.form in s or folded.text[word.start : word.end].lower() in s for s in SERIES
        ):
            yield _assertion(AssertionKind.SERIES, word.start, word.end, folded)
            taken.append((word.start, word.end))
    for number in NUMBER.finditer(folded.text):
        if not MARK.search(folded.text[: number.start()]) and not _within(number.start(), taken):
            yield _assertion(AssertionKind.NUMBER, *number.span(), folded)
    for run in runs_of(folded):
        start, end = folded.span(run[0], run[-1])
        if any(folded.words[i].form not in STOP and not _within(folded.words[i].start, taken) for i in run):
            yield _assertion(AssertionKind.NAME, start, end, folded)


def runs_of(folded: Folded) -> Iterator[tuple[int, ...]]:
    """The names of a sentence as indices of its words; its first word may be one by itself."""
    runs = list(names(folded))
    first = folded.words[0] if folded.words else None
    if first and not (runs and runs[0][0] == 0) and CAPITAL.match(folded.text[first.start]) and first.form not in STOP:
        yield (0,)
    yield from runs


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _assertion(kind: AssertionKind, start: int, end: int, folded: Folded, value: Value | None = None) -> Assertion:
    words = tuple(i for i, word in enumerate(folded.words) if start <= word.start < end)
    return Assertion(kind, start, end, words, value)
