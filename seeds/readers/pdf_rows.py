"""Rows of a page: the words that stand on one line across it, from left to right; raised figures and dropped initials in their place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from statistics import median_low

from seeds.raised import raised
from seeds.readers.pdf_words import Word

LEVEL = 0.3
"""Of the size of letters: words whose lines differ less in height stand on one line."""
SMALL = 0.8
"""Of the size of the letters beside them: smaller ones that stand above their line are raised."""
HIGH = (0.1, 0.85)
"""How far above the line, in sizes of its letters, raised ones stand."""
NEAR = 0.6
"""The gap between a raised mark and its word, in sizes of the word's letters, at most."""
INITIAL = 1.6
"""Of the size of the letters beside it: a larger letter at the start of a paragraph, which hangs over several lines."""
DECIMALS = re.compile(r"[.,]\d")
TIGHT = 0.15
"""Of the size of letters: no space is so narrow."""
DOTS = 3
"""More dots in a row lead the eye; three say that something is left out."""
SAME = 0.3
"""Of the width of a word: the same word printed again no farther to the right is one in bold, or with a shadow."""


@dataclass(frozen=True)
class Row:
    """Words on one line, from left to right; places in points."""

    words: tuple[Word, ...]

    @cached_property
    def size(self) -> float:
        """The usual size of its letters."""
        return median_low([word.size for word in self.words for _ in word.text])

    @cached_property
    def base(self) -> float:
        """The height of the line most of its letters stand on."""
        return median_low([word.base for word in self.words for _ in word.text])

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words with single spaces, as a person reads them."""
        return spaced(self.words)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The rows of words of one direction, from the top down."""
    levels: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        first = levels[-1][0] if levels else None
        if first and first.base - word.base < LEVEL * min(first.size, word.size):
            levels[-1].append(word)
        else:
            levels.append([word])
    found = [_without_leaders(list(_once(level))) for level in _with_initials(_with_raised(levels))]
    return [Row(tuple(level)) for level in found if level]


def spaced(words: Sequence[Word]) -> str:
    """The words with single spaces; marks of notes are left out, powers stand raised."""
    size = median_low([word.size for word in words for _ in word.text])
    base = median_low([word.base for word in words for _ in word.text])
    text, at = "", 0.0
    for word in words:
        is_raised = bool(text) and word.size < SMALL * size and HIGH[0] * size < word.base - base
        said = raised(word.text, text) if is_raised else word.text
        is_part = word.left - at < TIGHT * word.size and bool(DECIMALS.match(word.text)) and text[-1:].isdigit()
        text += said if word.glued or is_raised or is_part else f" {said}"
        at = word.right
    return text.strip()


def _with_raised(levels: list[list[Word]]) -> list[list[Word]]:
    """The levels with small words above a line beside one of its words put on that line."""
    heights = [-level[0].base for level in levels]
    usual = median_low([word.size for level in levels for word in level]) if levels else 0
    for number, level in enumerate(levels):
        for word in list(level):
            may = word.size < max(usual, 0.6 * level[0].size) and len(word.text) < 8
            host = _host(word, levels, heights, number) if may else None
            if host is not None:
                level.remove(word)
                levels[host].append(word)
    return levels


def _host(word: Word, levels: Sequence[Sequence[Word]], heights: Sequence[float], number: int) -> int | None:
    """The number of the level a raised word belongs to: below its own, with a larger word right before or behind it."""
    lowest = bisect_left(heights, -word.base + 2 * word.size)
    for below in range(number + 1, lowest):
        for other in levels[below]:
            low, high = (share * other.size for share in HIGH)
            beside = min(abs(word.left - other.right), abs(other.left - word.right)) < NEAR * other.size
            if word.size < SMALL * other.size and low < word.base - other.base < high and beside:
                return below
    return None


def _with_initials(levels: list[list[Word]]) -> list[list[Word]]:
    """The levels with a large initial put before the first of the lines it hangs over."""
    usual = median_low([word.size for level in levels for word in level]) if levels else 0
    for number, level in enumerate(levels):
        for word in [
            word for word in level if word.size > INITIAL * usual and len(word.text) <= 2 and word.text[0].isalpha()
        ]:
            top = _first_beside(word, levels[:number])
            if top is not None:
                level.remove(word)
                first = min(top, key=lambda other: abs(other.left - word.right))
                glued = first.left - word.right < first.size and len(word.text) == 1
                at = top.index(first)
                top[at] = replace(first, glued=glued)
                top.insert(at, replace(word, size=first.size, base=first.base, right=min(word.right, first.left)))
    return levels


def _first_beside(word: Word, above: Sequence[list[Word]]) -> list[Word] | None:
    """The highest level above that a large letter still reaches up to, beside which it stands."""
    found = None
    for level in reversed(above):
        height = level[0].base - word.base if level else 0
        if height > word.size:
            break
        if (
            any(
                word.size > INITIAL * other.size and 0 <= other.left - word.right + 0.3 * other.size < 2 * other.size
                for other in level
            )
            and height > 0.5 * word.size - 0.5 * level[0].size
        ):
            found = level
    return found


def _once(level: Iterable[Word]) -> Iterator[Word]:
    """The words from left to right, those printed twice in one place once."""
    last: Word | None = None
    for word in sorted(level, key=lambda word: word.left):
        if not last or last.text != word.text or word.left - last.left > SAME * (last.right - last.left):
            yield word
            last = word


def _without_leaders(level: Sequence[Word]) -> list[Word]:
    """The words without the dots that lead the eye from the first cell of a row to the next."""
    kept: list[Word] = []
    for is_leader, group in groupby(level, key=lambda word: not word.text.strip(".…·")):
        words = list(group)
        kept += [] if is_leader and sum(len(word.text) for word in words) > DOTS else words
    return kept
