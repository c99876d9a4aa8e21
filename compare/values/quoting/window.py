"""The place of a quotation in a text, found by its letters alone, and how far its words may stand from there."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby

from rapidfuzz import fuzz

from compare.values.quoting.text import Text
from compare.values.quoting.words import OMITTED, Word, joined

LIKE = 60.0
"""The least likeness in letters (0 to 100, rapidfuzz partial_ratio) of a place worth aligning."""
REACH = 120
"""The most words an ellipsis stands for."""
DENSE = 0.6
"""The least share of the kept words in themselves and what the text has between them, and of a quotation in a shorter text."""


def find_window(words: Sequence[Word], source: Text) -> tuple[int, int] | None:
    """The words of the text among which the quotation must be, found by its longest unbroken part."""
    parts = [[k for k, _ in part] for gap, part in groupby(enumerate(words), key=lambda kw: kw[1].gap) if not gap]
    part = max(parts, key=lambda part: len(joined(words, part[0], part[-1] + 1)))
    first, last = part[0], part[-1]
    letters = joined(words, first, last + 1)
    if len(letters) >= len(source.letters):
        return (0, len(source.forms)) if len(source.letters) >= DENSE * len(letters) else None
    place = fuzz.partial_ratio_alignment(letters, source.letters, score_cutoff=LIKE)
    if place is None:
        return None
    room = _room(last + 1 - first)
    low = bisect_right(source.at, place.dest_start) - 1 - room - _reach(words[:first])
    high = bisect_left(source.at, place.dest_end) + room + _reach(words[last + 1 :])
    return max(0, low), min(len(source.forms), high)


def places_near(words: Sequence[Word], i: int, width: int) -> range:
    """The places of a window that word `i` may reach: near its own number, unless there are gaps."""
    room = _room(len(words))
    if any(word.gap for word in words):
        return range(width + 1)
    return range(max(0, min(i, width) - room), min(width, i + 4 * room) + 1)


def _room(count: int) -> int:
    """How many words beside its likeliest place the beginning or end of so many words may stand."""
    return 6 + min(24, count // 2)


def _reach(beside: Sequence[Word]) -> int:
    """How many words of the text the words beside a found part may take."""
    return sum(REACH if word.gap == OMITTED else 4 if word.gap else 1 for word in beside)
