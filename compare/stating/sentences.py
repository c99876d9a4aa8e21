"""The sentences of a free text, with what each of them asserts.

This module alone knows how a free text is cut into sentences, and that marks of notes are no part of them. A question and the
answer behind it are one sentence. Offsets are characters of the whole text, end exclusive.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from compare.fold import STOP, Folded, fold
from compare.stating.assertions import Assertion, AssertionKind, assertion_of, read_assertions
from seeds.sentences import parted_sentences

NOTE = re.compile(
    r"(?<=[^\W\d_]{3})\[\^?\d{1,3}\]|(?<=[.,;:!?”\"’)])\[\^?\d{1,3}\]"
    r"|(?<=[^\W\d_]{4})[⁰¹²³⁴-⁹]+|(?<=[.,;:!?”\"’)])[⁰¹²³⁴-⁹]+"
    r"|(?<=[a-z]{3}[.!?])\d{1,3}(?=\s|$)|(?<=[.!?][”\"’)])\d{1,3}(?=\s|$)"
)
"""The mark of a note, glued to the word or the stop before it: "services.1", "charter[12]", "pact[^3]", "summit²"."""
COPIED = re.compile(r"\d{1,3} (?=[A-Z])")
"""A number in front of a sentence; the mark of a note copied with the text, when a function word follows: "14 The board"."""
QUESTION = re.compile(r"\?[\"”’')]*$")
MAX_ASSERTIONS = 50
"""assertions that are looked up of a sentence of a draft, or of 1,000 characters of it; the others are counted as not checkable"""
MAX_WORDS = 1_000
"""words that are looked up of a sentence of a draft; what it asserts behind them is counted as not checkable"""
LITERAL = (AssertionKind.DATE, AssertionKind.AMOUNT, AssertionKind.NUMBER, AssertionKind.SERIES, AssertionKind.ANSWER)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text, or a part of a long one: its words, where it starts in the text, where in it the answer to a question
    begins, the sentence before it, and whether it stands behind what is looked up of a sentence."""

    folded: Folded
    start: int
    answer: int | None = None
    before: Folded | None = None
    beyond: bool = False

    @cached_property
    def assertions(self) -> tuple[Assertion, ...]:
        """What of it is looked up but its wording, in order; of a question and its answer that of the answer."""
        if self.answer is None or self.beyond:
            return self._all[: self._room]
        own = tuple(a for a in self._all[: self._room] if a.start >= self.answer and a.kind is not AssertionKind.NAME)
        return own or (assertion_of(AssertionKind.ANSWER, self.answer, len(self.folded.text), self.folded),)

    @property
    def crowded_out(self) -> tuple[Assertion, ...]:
        """What it asserts beyond those; nothing is said of it."""
        return self._all[self._room :]

    @property
    def _room(self) -> int:
        return 0 if self.beyond else MAX_ASSERTIONS

    @cached_property
    def _all(self) -> tuple[Assertion, ...]:
        return tuple(sorted(read_assertions(self.folded), key=lambda a: (a.start, a.end)))

    @cached_property
    def valued(self) -> frozenset[int]:
        """The indices of the words that belong to a date, an amount or another number."""
        return frozenset(i for a in self._all if a.kind in LITERAL for i in a.words)

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of its names."""
        return frozenset(
            self.folded.words[i].stem for a in self.assertions if a.kind is AssertionKind.NAME for i in a.words
        )


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text, line by line; a question takes the sentence behind it as its answer."""
    text = NOTE.sub(lambda mark: " " * len(mark[0]), text)
    spans = deque(_spans(text))
    last: Folded | None = None
    words = 0
    while spans:
        start, end, goes_on = spans.popleft()
        start += _copied(text[start:end]) if start else 0
        folded = fold(text[start:end])
        words = words if goes_on else 0
        if spans and QUESTION.search(folded.text) and not QUESTION.search(text[spans[0][0] : spans[0][1]]):
            answer, end, _ = spans.popleft()
            yield Sentence(fold(text[start:end]), start, answer - start)
        else:
            yield Sentence(folded, start, None, last, words >= MAX_WORDS)
            last = folded
        words += len(folded.words)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Sentences, and the parts of long ones, as (start, end, whether it goes on with the sentence before it)."""
    for line in re.finditer(r"[^\n]+", text):
        for parts in parted_sentences(line[0]):
            for start, end in parts:
                yield line.start() + start, line.start() + end, start > parts[0][0]


def _copied(sentence: str) -> int:
    """How many characters of a sentence are the mark of a note that was copied with it, and the space behind."""
    mark = COPIED.match(sentence)
    follows = fold(sentence[mark.end() :]).words[:1] if mark else ()
    return mark.end() if mark and follows and follows[0].form in STOP else 0
