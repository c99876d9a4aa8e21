"""Numerals written in words: "thirty-five", "two hundred and five", "half a million", "two-thirds", "dozens of".

This module alone knows the English number words and how they combine. It reads folded text (see `compare.quantities`) and
says nothing of what is counted.

Vague numerals are ranges: "tens of thousands" is 20 to 99 thousand and "hundreds" 200 to 999, since more would have been said
with the next word; "thousands" and larger words reach to 99, since people say them of tens of thousands too.
"""

import math
import re
from typing import NamedTuple

from claims.amounts import fraction_step


class Numeral(NamedTuple):
    """A number in a text: `fold[start:end]` are its words or digits; `low` and `high` differ where it is vague.

    step: the smallest step it was written to. scale: its largest scale word from a thousand on ("1.5 billion": 1e9), else 1.
    plain: digits and nothing else, as a year or the number of a section is written. vague: "dozens of", "a couple of".
    """

    start: int
    end: int
    low: float
    high: float
    step: float
    scale: float = 1.0
    plain: bool = False
    vague: bool = False


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7, "billion": 1e9}
SCALES |= {"trillion": 1e12, "dozen": 12.0, "dozens": 12.0}
_PARTS = "half third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
PARTS = {word: float(value) for value, word in enumerate(_PARTS.split(), start=2)}
PARTS |= {"quarter": 4.0, "twentieth": 20.0, "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 1e2}
PARTS |= {"thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12}
_PLURAL_PARTS = {word + "s": value for word, value in PARTS.items() if word != "half"}
_ORDINALS = frozenset(PARTS) - {"half", "quarter"} | frozenset("first second seventeenth eighteenth nineteenth".split())
_ORDINALS |= {"sixtieth", "seventieth", "eightieth", "ninetieth"}
_VAGUE = {"tens": (20.0, 99.0), "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0)}
_VAGUE |= {word + "s": (2 * SCALES[word], 99 * SCALES[word]) for word in ("thousand", "million", "billion", "trillion")}
_VOCABULARY = frozenset({"a", "an", "and", "point", *SMALL, *TENS, *SCALES, *PARTS, *_PLURAL_PARTS, *_ORDINALS})

_LARGE = "thousand|million|billion|trillion"
_MEASURES = "century|decade|year|month|week|day|hour|minute|mile|inch|acre|ton|tonne|kilo|kilometer|kilometre|pound|gallon|percent"
_BIG = f"dozen|hundred|{_LARGE}"
_WORD = re.compile(r"[ -]{0,2}([a-z]+)")
_PLURAL = re.compile(rf"({'|'.join(_VAGUE)})(?: of ((?:{_LARGE})s)\b|(?= of ))")
_SEVERAL = re.compile(rf"(?:several|a few)(?: ({_BIG})\b(?: ({_LARGE})\b)?)?")
_COUPLE = re.compile(rf"(?:a )?couple(?: ({_BIG})\b| (of)(?= ))?")
_PART = re.compile(rf"(a  ?)?({'|'.join(PARTS)})\b")
_OF_BIG = re.compile(rf"[ -](?:of an? {{1,2}}|an? {{1,2}})?({_BIG})\b")
_MEASURE = re.compile(rf"(?P<article> an?|-an?)?(?=[ -](?:{_MEASURES})s?\b)")
_WHOLE = re.compile(r" (?:of|the|its|their|all)\b")
_PART_ENDS = re.compile(r" (?:of|the|more|less|fewer|lower|higher|smaller|larger|bigger|as|to|by|from|since)\b|[ \"”’']*(?:$|[.,;:)])")
_NOT_A_PART = re.compile(r"(?:first|second|third|fourth|latter|other|last|next|past|better|final|early|this|that|each|either|same|in|the) $")
_AS_A_PART = re.compile(r"(?:nearly|almost|about|around|roughly|approximately|than|over|under|least|by|to|up|some|just|or|exactly|one)[ -]$")


class _Count(NamedTuple):
    """What the first `used` words say; `scale` is the largest scale word among them, or 1."""

    value: float
    step: float
    used: int
    scale: float = 1.0


def read_words(fold: str, pos: int) -> Numeral | int:
    """The numeral in words that starts at `pos`, or where to read on when the words there make none ("twenty-first")."""
    for reader in (_plural_scale, _several, _part_alone):
        if found := reader(fold, pos):
            return found
    words, ends = _words(fold, pos)
    return _compound(fold, pos, words, ends) if words[0] else _WORD.match(fold, pos).end()  # type: ignore[union-attr]


def _words(fold: str, pos: int) -> tuple[list[str], list[int]]:
    """The words from `pos` on that may stand in a numeral, closed by an empty one, and where each ends."""
    words, ends = [], [pos]
    while (match := _WORD.match(fold, pos)) and match[1] in _VOCABULARY and len(words) < 16:
        words.append(match[1])
        pos = match.end()
        ends.append(pos)
    return [*words, ""], ends


def _plural_scale(fold: str, pos: int) -> Numeral | None:
    """ "tens of thousands", "hundreds of", "millions of"."""
    match = _PLURAL.match(fold, pos)
    if match is None:
        return None
    times = SCALES[match[2][:-1]] if match[2] else 1.0
    low, high = (times * end for end in _VAGUE[match[1]])
    return Numeral(pos, match.end(), low, high, low / 2, _large(low / 2), vague=True)


def _several(fold: str, pos: int) -> Numeral | int | None:
    """ "several hundred", "a few thousand" (2 to 9 of them); "a couple of" (2)."""
    match, top = _SEVERAL.match(fold, pos), 9
    if match is None:
        match, top = _COUPLE.match(fold, pos), 2
    if match is None or (not match[1] and not match[2]):
        return match and match.end()
    times = SCALES.get(match[1], 1.0) * SCALES.get(match[2], 1.0)
    return Numeral(pos, match.end(), 2 * times, top * times, times, _large(times), vague=True)


def _part_alone(fold: str, pos: int) -> Numeral | int | None:
    """ "half a million", "half a century", "half of", "nearly half", "a third of", "a quarter mile"; not "the first half"."""
    part = _PART.match(fold, pos)
    if part is None:
        return None
    parts, end, scale = PARTS[part[2]], part.end(), 1.0
    if big := _OF_BIG.match(fold, end):
        scale, end = SCALES[big[1]], big.end()
    elif not _is_part(fold, part):
        return end
    elif article := _MEASURE.match(fold, end):
        end = article.end()
    return Numeral(pos, end, scale / parts, scale / parts, scale * fraction_step(parts), _large(scale))


def _is_part(fold: str, part: re.Match[str]) -> bool:
    before, end = fold[max(0, part.start() - 16) : part.start()], part.end()
    if part[2] in ("half", "quarter"):
        measure = _MEASURE.match(fold, end)
        if measure and (measure["article"] or not _NOT_A_PART.search(before)):
            return True
        if not part[1] and _WHOLE.match(fold, end):
            return not _NOT_A_PART.search(before)
    return bool(part[1] or _AS_A_PART.search(before)) and bool(_PART_ENDS.match(fold, end))


def _large(scale: float) -> float:
    return scale if scale >= 1e3 else 1.0


def _compound(fold: str, pos: int, words: list[str], ends: list[int]) -> Numeral | int:
    """A whole number with what may follow it: decimals, "and a half", a fraction's denominator, more scale words."""
    count = _whole_number(words)
    part = _part_of(fold, words, ends, count)
    after = words[count.used]
    ordinal = words[count.used + 1] in _ORDINALS if after == "and" else after in _ORDINALS
    if not count.used or (not part and (ordinal or after in SMALL or after in TENS)):
        return ends[max(count.used, 1)]
    count = part or _decimals(words, count) or _and_part(words, count) or count
    while words[count.used] in SCALES:
        times = SCALES[words[count.used]]
        count = _Count(count.value * times, count.step * times, count.used + 1, count.scale * times)
    end, times = ends[count.used], 1.0
    if part and (big := _OF_BIG.match(fold, end)):
        end, times = big.end(), SCALES[big[1]]
    value = count.value * times
    return Numeral(pos, end, value, value, count.step * times, _large(count.scale * times))


def _part_of(fold: str, words: list[str], ends: list[int], count: _Count) -> _Count | None:
    """ "two thirds", "one-third", "three quarters" as a fraction; "one third party" and "the first three quarters" are none."""
    word, used = words[count.used], count.used + 1
    tens = float(TENS.get(word, 0))
    if tens and (PARTS.get(words[used].removesuffix("s")) or 10) < 10:
        word, used = words[used], used + 1
    parts = PARTS.get(word) if count.value == 1 else _PLURAL_PARTS.get(word)
    if not count.used or not parts or count.value != int(count.value):
        return None
    if count.value == 1 and fold[ends[count.used]] != "-" and not _PART_ENDS.match(fold, ends[used]):
        return None
    if word == "quarters" and (count.value != 3 or _NOT_A_PART.search(fold, max(0, ends[0] - 16), ends[0])):
        return None
    return _Count(count.value / (tens + parts), fraction_step(tens + parts), used)


def _decimals(words: list[str], count: _Count) -> _Count | None:
    """ "one point two five": the digits after the point."""
    used = count.used + 1
    if words[count.used] != "point":
        return None
    while words[used] in SMALL and SMALL[words[used]] < 10:
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
    parts = PARTS.get(words[used]) if top.value <= 1 else _PLURAL_PARTS.get(words[used])
    if not parts:
        return None
    whole = _large(SCALES.get(words[count.used - 1], 1.0))
    return _Count(count.value + max(top.value, 1) / parts * whole, fraction_step(parts) * whole, used + 1, count.scale)


def _whole_number(words: list[str]) -> _Count:
    """The longest whole number that the words begin with: "two hundred and five thousand", "a dozen", "nineteen"."""
    total, group, step, last, top = 0.0, 0.0, 1.0, math.inf, 1.0
    before_and: _Count | None = None
    used = 0
    if (words[0] in ("a", "an") and words[1] in SCALES) or (words[0] == "hundred" and words[1] in SCALES):
        group, used = 1.0, int(words[0] != "hundred")
    while word := words[used]:
        if word in SMALL and (group % 100 == 0 or (SMALL[word] in range(1, 10) and group % 10 == 0 and group % 100 >= 20)):
            group, step = group + SMALL[word], 1.0
        elif word in TENS and group % 100 == 0:
            group, step = group + TENS[word], 1.0
        elif word == "hundred" and 1 <= group <= 99:
            group, step = group * 100, 100.0
        elif word in SCALES and word != "hundred" and group and SCALES[word] < last:
            last = SCALES[word]
            total, group, step, top = total + group * last, 0.0, step * last, max(top, last)
        elif word == "and" and used and words[used - 1] in SCALES and (words[used + 1] in SMALL or words[used + 1] in TENS):
            before_and = _Count(total + group, step, used, top)
        else:
            break
        used += 1
    if before_and and (word in SCALES or word in _PLURAL_PARTS):
        return before_and
    return _Count(total + group, step, used, top)
