"""A statement read once: its sentence, the values in it, and which of its words belong to them."""

import re
from functools import lru_cache
from typing import NamedTuple

from claims.values import Amount, Reading
from compare.text.scalars import SCORE, places_of_scalars
from compare.text.sentence import Sentence, sentence_of
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities

MEASURED = frozenset("long high tall wide deep thick old away apart".split())
"""Words behind an amount that say what it measures; the passage may say so otherwise ("a length of")."""
EXACTLY = re.compile(r"\b(?:exactly|precisely) $", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
SLASH = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\s*/\s*([^\W\d_]+(?:-[^\W\d_]+)?)")


class Statement(NamedTuple):
    """A sentence with its dates and amounts, in order; valued: the indices of their words.

    optional: its words in brackets. alternatives: the words on both sides of each slash ("backbone / foundation").
    """

    sentence: Sentence
    dates: tuple[Reading, ...]
    amounts: tuple[Reading, ...]
    valued: frozenset[int]
    optional: frozenset[int]
    alternatives: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@lru_cache(maxsize=5_000)
def read_statement(text: str) -> Statement:
    """What a sentence of a claim or a draft asserts."""
    sentence = sentence_of(text)
    dates = tuple(find_dates(text))
    scored = [sentence.folded.words[i].start for i in places_of_scalars(sentence, SCORE)]
    found = find_quantities(text, [(r.start, r.end) for r in dates])
    amounts = tuple(r for r in found if not any(r.start <= start < r.end for start in scored))
    valued = frozenset(
        i
        for i, word in enumerate(sentence.folded.words)
        if any(r.start <= word.start < r.end for r in (*dates, *amounts) if not _is_verb(r))
    )
    valued |= {i + 1 for i in valued if sentence.form(i + 1) in MEASURED}
    exact = (exactly_before(text, r.start) for r in amounts)
    valued |= {i for m in exact if m for i in _within(sentence, m.span())}
    optional = frozenset(i for m in BRACKETS.finditer(text) for i in _within(sentence, m.span()))
    slashes = ((_within(sentence, m.span(1)), _within(sentence, m.span(2))) for m in SLASH.finditer(text))
    return Statement(sentence, dates, amounts, valued, optional, tuple(slashes))


def exactly_before(text: str, start: int) -> re.Match[str] | None:
    """The word before an amount at `start` that allows no rounding ("exactly $19 million")."""
    return EXACTLY.search(text, max(0, start - 20), start)


def _is_verb(reading: Reading) -> bool:
    """True for a verb that is an amount too ("doubled")."""
    return isinstance(reading.value, Amount) and reading.value.unit == "fold"


def _within(sentence: Sentence, span: tuple[int, int]) -> tuple[int, ...]:
    return tuple(i for i, word in enumerate(sentence.folded.words) if span[0] <= word.start < span[1])
