"""Numerals written in words: "thirty-five", "two hundred and five", "two-thirds", "one point five million", "a dozen".

This module alone knows how number words combine. It reads folded text (see `compare.values.quantities`) and says nothing of what is
counted.
"""

import math
import re
from typing import NamedTuple

from claims.amounts import fraction_step
from compare.text.number_words import SMALL, TENS
from compare.values.counting.parts import NOT_A_PART, OF_SCALE, PART_ENDS, read_part
from compare.values.counting.vocabulary import ORDINALS, PARTS, PLURAL_PARTS, SCALES, Numeral, large

_VOCABULARY = frozenset({"a", "an", "and", "point", *SMALL, *TENS, *SCALES, *PARTS, *PLURAL_PARTS, *ORDINALS})
_TO_99 = SMALL | TENS
_LONGEST = 16
_WORD = re.compile(r"[ -]{0,2}([a-z]+)")


class _Count(NamedTuple):
    """What the first `used` words say; `scale` is the largest scale word among them, or 1."""

    value: float
    step: float
    used: int
    scale: float = 1.0

    def times(self, factor: float, used: int = 0) -> "_Count":
        return _Count(self.value * factor, self.step * factor, self.used + used, self.scale * factor)


def read_words(fold: str, pos: int) -> Numeral | int:
    """The numeral in words that starts at `pos`, or where to read on when the words there make none ("twenty-first")."""
    if part := read_part(fold, pos):
        return part
    words, ends = _words(fold, pos)
    count = _whole_number(words)
    part_of = _part_of(fold, words, ends, count)
    if not count.used or (not part_of and _runs_on(words, count.used)):
        used = max(count.used, 1)
        while words[used - 1] and words[used] in _TO_99:
            used += 1
        return ends[used] if words[0] else pos + 1
    count = part_of or _decimals(words, count) or _and_part(words, count) or count
    while words[count.used] in SCALES:
        count = count.times(SCALES[words[count.used]], 1)
    end = ends[count.used]
    if part_of and (of := OF_SCALE.match(fold, end)):
        count, end = count.times(SCALES[of[1]]), of.end()
    return Numeral(pos, end, count.value, count.value, count.step, large(count.scale))


def _words(fold: str, pos: int) -> tuple[list[str], list[int]]:
    """The words from `pos` on that may stand in a numeral, closed by an empty one, and where each ends."""
    words: list[str] = []
    ends = [pos]
    while (match := _WORD.match(fold, pos)) and match[1] in _VOCABULARY and len(words) < _LONGEST:
        words.append(match[1])
        pos = match.end()
        ends.append(pos)
    return [*words, ""], ends


def _runs_on(words: list[str], used: int) -> bool:
    """ "twenty-first", "one hundred and fifth" are ordinals, "nineteen ninety-five" is a year."""
    after = words[used + 1] if words[used] == "and" else words[used]
    return after in ORDINALS or words[used] in SMALL or words[used] in TENS


def _whole_number(words: list[str]) -> _Count:
    """The longest whole number that the words begin with: "two hundred and five thousand", "a dozen", "nineteen".

    Longer than most: one loop over the words that keeps the group below the next scale word. An "and" that turns out to stand
    between two numbers ("two hundred and three hundred") is taken back.
    """
    total, group, step, last, top = 0.0, 0.0, 1.0, math.inf, 1.0
    before_and: _Count | None = None
    used = 0
    if words[0] in ("a", "an", "hundred") and words[1] in SCALES:
        group, used = 1.0, int(words[0] != "hundred")
    while word := words[used]:
        if word in SMALL and _fits(group, SMALL[word]):
            group, step = group + SMALL[word], 1.0
        elif word in TENS and group % 100 == 0:
            group, step = group + TENS[word], 1.0
        elif word == "hundred" and 1 <= group <= 99:
            group, step = group * 100, 100.0
        elif SCALES.get(word, 100) != 100 and group and SCALES[word] < last:
            last = SCALES[word]
            total, group, step, top = total + group * last, 0.0, step * last, max(top, last)
        elif word == "and" and words[max(used - 1, 0)] in SCALES and words[used + 1] in _TO_99:
            before_and = _Count(total + group, step, used, top)
        else:
            break
        used += 1
    if before_and and (word in SCALES or word in PLURAL_PARTS):
        return before_and
    return _Count(total + group, step, used, top)


def _fits(group: float, small: int) -> bool:
    """Whether a number up to nineteen may follow: behind a hundred, or a digit behind tens."""
    return group % 100 == 0 or (0 < small < 10 and group % 10 == 0 and group % 100 >= 20)


def _part_of(fold: str, words: list[str], ends: list[int], count: _Count) -> _Count | None:
    """ "two thirds", "one-third", "three quarters", "two twenty-fifths"; not "one third party", "the first three quarters"."""
    word, used, tens = words[count.used], count.used + 1, 0.0
    if word in TENS and PARTS.get(words[used].removesuffix("s"), 10) < 10:
        word, used, tens = words[used], used + 1, float(TENS[word])
    parts = PARTS.get(word) if count.value == 1 else PLURAL_PARTS.get(word)
    if not count.used or not parts:
        return None
    if count.value == 1 and fold[ends[count.used]] != "-" and not PART_ENDS.match(fold, ends[used]):
        return None
    if word == "quarters" and (count.value != 3 or NOT_A_PART.search(fold, max(0, ends[0] - 16), ends[0])):
        return None
    return _Count(count.value / (tens + parts), fraction_step(tens + parts), used)


def _decimals(words: list[str], count: _Count) -> _Count | None:
    """ "one point two five": the digits after the point."""
    used = count.used + 1
    if words[count.used] != "point":
        return None
    while SMALL.get(words[used], 10) < 10:
        used += 1
    digits = "".join(str(SMALL[word]) for word in words[count.used + 1 : used])
    return _Count(count.value + float(f"0.{digits}"), 10.0 ** -len(digits), used, count.scale) if digits else None


def _and_part(words: list[str], count: _Count) -> _Count | None:
    """ "three and a half", "two and three quarters", and "one million and a half", which is 1.5 million."""
    if words[count.used] != "and":
        return None
    start = count.used + 1 + (words[count.used + 1] in ("a", "an"))
    top = _whole_number(words[start:])
    used = start + top.used
    parts = PARTS.get(words[used]) if top.value <= 1 else PLURAL_PARTS.get(words[used])
    if not parts:
        return None
    whole = large(SCALES.get(words[count.used - 1], 1.0))
    return _Count(count.value + max(top.value, 1) / parts * whole, fraction_step(parts) * whole, used + 1, count.scale)
