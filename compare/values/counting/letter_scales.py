"""A letter behind a number that may be a scale or a unit: "$4.6m" and "4.6m people" are millions, "1.8m tall" is metres.

This module alone knows how the two are told apart: by a currency before, by what is counted behind, by words of length nearby.
It reads folded text (see `compare.values.quantities`) and the original beside it, for the letter's case.
"""

import re
from functools import cache

from compare.values.counting.nouns import read_counted
from compare.values.counting.unit_phrases import read_unit
from compare.values.counting.vocabulary import Numeral

_SCALES = {"m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
_LETTER = re.compile(r" ?(mm|m|b|t)\b(?!['/])")
_ABBREVIATED = re.compile(r"\. [a-z]")
_SIZES = "length|width|height|depth|altitude|elevation|radius|diameter|breadth|wingspan"
_EVENTS = "pole vault|high jump|long jump|triple jump|shot put|javelin|discus|hammer throw"


def with_letter(fold: str, text: str, numeral: Numeral, has_currency: bool) -> Numeral:
    """The numeral scaled by the letter behind it, or as it was when that is a unit or no part of it."""
    match = _LETTER.match(fold, numeral.end)
    if match is None or numeral.scale > 1 or not fold[numeral.end - 1].isdigit():
        return numeral
    if not has_currency and not _is_scale(fold, text, numeral, match):
        return numeral
    times = _SCALES[match[1]]
    low, high, step = numeral.low * times, numeral.high * times, numeral.step * times
    end = match.end() + bool(not has_currency and _ABBREVIATED.match(fold, match.end()))
    return numeral._replace(low=low, high=high, step=step, scale=times, end=end, plain=False)


def _is_scale(fold: str, text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether a letter without a currency is a scale; set off by a space it never is, and "mm" and "t" are units."""
    letter, capital = match[1], text[match.start(1)].isupper()
    if letter == "m" and _ABBREVIATED.match(fold, match.end()):
        return bool(_counts_behind(fold, text, match.end() + 1))
    if match[0] != letter or letter == "mm" or (letter == "t" and not capital):
        return False
    if _counts_behind(fold, text, match.end()):
        return True
    if letter == "m":
        start = numeral.start
        length = _length_behind().match(fold, match.end()) or _length_before().search(fold, max(0, start - 40), start)
        return capital or length is None
    return capital and "." in fold[numeral.start : numeral.end]


def _counts_behind(fold: str, text: str, pos: int) -> bool:
    return bool(read_unit(fold, text, pos) or read_counted(fold, pos))


@cache
def _length_behind() -> re.Pattern[str]:
    return re.compile(
        rf" (?:tall|long|wide|high|deep|thick|away|above|below|across(?! [a-z])|apart|from (?:the|its|where|here)|north|south|east|west"
        rf"|in (?:{_SIZES})|in the (?:{_EVENTS})|radius|diameter|x|by|sprint|race|freestyle|relay|hurdles|final|telescope|tower|mast"
        r"|pole|wall|wave|tide|jump|leap|vault|throw)\b"
    )


@cache
def _length_before() -> re.Pattern[str]:
    """Distance, reach and span are said of more than lengths, and need the word that joins them to the number."""
    return re.compile(
        rf"\b(?:(?:{_SIZES}|distance|(?:out)?reach|span)(?: (?:of|is|was|at|to)\b|:)\D{{0,14}}"
        rf"|(?:measur(?:es?|ed|ing)|{_SIZES})(?: (?:about|around|nearly|over|only|just|some))? "
        rf"|(?:{_EVENTS})[^\d.;]{{0,20}}|\dm (?:x|by) )$"
    )
