"""Numerals that no whole number begins: "half a million", "nearly half", "a third of", "dozens of", "several hundred".

This module alone knows which of these words speak of an amount ("half of", "half a century") and which do not ("the first half",
"a third party", "a few"). It reads folded text (see `compare.values.quantities`).
"""

import re

from claims.amounts import fraction_step
from compare.values.counting.vocabulary import ANY_LARGE, ANY_SCALE, PARTS, SCALES, VAGUE, Numeral, large

_MEASURES = (
    "century|decade|year|month|week|day|hour|minute|mile|inch|acre|ton|tonne|kilometer|kilometre|pound|gallon|percent"
)
_PLURAL = re.compile(rf"({'|'.join(VAGUE)})(?: of ((?:{ANY_LARGE})s)\b|(?= of ))")
_SEVERAL = re.compile(rf"(?:several|a few)(?: ({ANY_SCALE})\b(?: ({ANY_LARGE})\b)?)?")
_COUPLE = re.compile(rf"(?:a )?couple(?: (?:of )?({ANY_SCALE})\b(?: ({ANY_LARGE})\b)?| (of)(?= ))?")
_PART = re.compile(rf"(an? {{1,2}})?({'|'.join(PARTS)})\b")
OF_SCALE = re.compile(rf"[ -](?:of an? {{1,2}}|an? {{1,2}})?({ANY_SCALE})\b")
"""What a part is of: "half a million", "two thirds of a million", "a quarter-million"."""
_MEASURE = re.compile(rf"(?P<article> an?|-an?)?(?=[ -](?:{_MEASURES})s?\b)")
_WHOLE = re.compile(r" (?:of|the|its|their|all)\b")
PART_ENDS = re.compile(
    r" (?:of|the|more|less|fewer|lower|higher|smaller|larger|bigger|as|to|by|from|since)\b|[ \"”’']*(?:$|[.,;:)])"
)
"""What may follow a part, so that "third" is no ordinal."""
_BY_A_PART_ENDS = re.compile(
    r" (?:in|and|on|at|during|after|over|compared|this|last|between|when|while|but|within|against|or|year|since)\b"
)
"""What may follow one behind "by"."""
NOT_A_PART = re.compile(
    r"\b(?:first|second|third|fourth|latter|other|last|next|past|better|final|early|this|that|each|either|same|in|the) $"
)
"""What stands before the half, or the quarters, of a time."""
_ORDINAL_HALF = re.compile(r"\b(?:first|second|third|fourth|latter|other|final) $")
_CALENDAR = re.compile(r"[ -](?:year|month|week|day)")
_AS_A_PART = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|approximately|than|over|under|least|by|to|up|some|just|or|exactly|one)[ -]$"
)


def read_part(fold: str, pos: int) -> Numeral | int | None:
    """The vague numeral or the part that starts at `pos`, where to read on when it speaks of no amount, None for other words."""
    return _plural_scale(fold, pos) or _several(fold, pos) or _part(fold, pos)


def _plural_scale(fold: str, pos: int) -> Numeral | None:
    """ "tens of thousands", "hundreds of", "millions of"."""
    match = _PLURAL.match(fold, pos)
    if match is None:
        return None
    times = SCALES[match[2][:-1]] if match[2] else 1.0
    low, high = (times * end for end in VAGUE[match[1]])
    return Numeral(pos, match.end(), low, high, low / 2, large(low / 2), vague=True)


def _several(fold: str, pos: int) -> Numeral | int | None:
    """ "several hundred", "a few thousand" (2 to 9 of them); "a couple of", "a couple of hundred" (2 of them)."""
    match, top = _SEVERAL.match(fold, pos), 9
    if match is None:
        match, top = _COUPLE.match(fold, pos), 2
    if match is None or not any(match.groups()):
        return match and match.end()
    times = SCALES.get(match[1], 1.0) * SCALES.get(match[2], 1.0)
    return Numeral(pos, match.end(), 2 * times, top * times, times, large(times), vague=True)


def _part(fold: str, pos: int) -> Numeral | int | None:
    """ "half a million", "half a century", "nearly half", "a third of", "a quarter mile"; not "the first half"."""
    part = _PART.match(fold, pos)
    if part is None:
        return None
    parts, end, scale = PARTS[part[2]], part.end(), 1.0
    if of := OF_SCALE.match(fold, end):
        scale, end = SCALES[of[1]], of.end()
    elif not _is_part(fold, part):
        return end
    elif measure := _MEASURE.match(fold, end):
        end = measure.end()
    return Numeral(pos, end, scale / parts, scale / parts, scale * fraction_step(parts), large(scale))


def _is_part(fold: str, part: re.Match[str]) -> bool:
    before, end = fold[max(0, part.start() - 16) : part.start()], part.end()
    if part[2] in ("half", "quarter"):
        measure = _MEASURE.match(fold, end)
        spoken_of = NOT_A_PART if _CALENDAR.match(fold, end) else _ORDINAL_HALF
        if measure and (measure["article"] or not spoken_of.search(before)):
            return True
        if not part[1] and _WHOLE.match(fold, end):
            return not NOT_A_PART.search(before)
    if before.endswith("by ") and _BY_A_PART_ENDS.match(fold, end):
        return True
    return bool(part[1] or _AS_A_PART.search(before)) and bool(PART_ENDS.match(fold, end))
