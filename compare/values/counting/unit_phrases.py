"""The words of a unit behind a number, and what it is per: "bcm/year", "cubic meters of gas annually", "a barrel".

This module alone knows how units are written in prose; their names are in `compare.values.counting.unit_names`. It reads folded text (see
`compare.values.quantities`) and the original beside it, for the case of single letters.
"""

import re
from typing import NamedTuple

from compare.values.counting.nouns import singular
from compare.values.counting.unit_names import CAPITALS_ONLY, LETTERS, UNITS, Unit


class Measure(NamedTuple):
    """The unit behind a number: multiply the number by `factor` to have it in `unit`; `end` is where its words end."""

    unit: str
    factor: float
    dimension: str
    end: int
    word: str


_MOST_WORDS: dict[str, int] = {}
for _name in UNITS:
    _first = _name.partition(" ")[0]
    _MOST_WORDS[_first] = max(_MOST_WORDS.get(_first, 0), _name.count(" ") + 1)

_TOKEN = re.compile(r"(?: {1,2}|-)?(%|[^\s\-–—,;:!?()\[\]{}“”\"…<>|+%]+)")
_FOOTNOTE = re.compile(r"\.\d+$")
_MICRO = str.maketrans("μ", "µ")
_SPACED_POWER = re.compile(r" ([23])(?= ?[()])")
_SIGN_OF_NEXT = re.compile(r" ?[$€£¥] ?\d")
_INCH = re.compile(r"[ -]in(?:\.|(?=$|[ ]?[,;)]| (?:thick|long|wide|tall|high|deep|across|diameter)\b))")
_LETTER = re.compile(r"( ?)([mgtlcfwv])(?![\w'&-])")
_WARMTH = re.compile(r"temperature|degree|warm|cold|hot\b|heat|cool|fever|freez|thermo|celsius|fahrenheit|°")
_IN_BRACKETS = re.compile(r" ?\(([a-zµ°]{1,4})\)")
_PERIODS = "second|minute|hour|day|week|month|year|decade"
_SHARED = (
    "share|barrel|ton|tonne|gallon|litre|liter|pound|person|head|night|piece|unit|mile|kilometer|kilometre|kilo|kilogram|ounce|"
    "acre|hectare"
)
_LENGTHS = "meter|metre|kilometer|kilometre|mile|foot"
_RATE = re.compile(
    rf"""(?:[ ](?:of|in)(?:[ ][a-z]+){{1,3}}?|[ ](?:less|more|extra|cheaper|dearer))?(?:[ ]each(?=[ ]per))?
    (?:[ ]?/[ ]?(?P<slash>[a-z]+[23²³]?)
    |[ -]per[ -](?:diluted[ ]|basic[ ]|common[ ]|ordinary[ ]|average[ ])?(?P<per>[a-z]+(?:[ ](?:{_LENGTHS})\b)?)
    |[ -]an?[ -](?P<a>{_PERIODS}|{_SHARED})\b
    |[ ](?:each|every)[ ](?P<each>{_PERIODS})\b
    |[ ](?P<ly>annually|yearly|monthly|weekly|daily|hourly|p\.a\.))""",
    re.VERBOSE,
)
_LY = {"annually": "year", "yearly": "year", "p.a.": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_LY |= {"hourly": "hour"}
_PER = {"annum": "year", "y": "year", "yr": "year", "d": "day", "h": "hour", "s": "second", "m": "meter"}
_PER |= {"capita": "person", "head": "person"}
_NO_RATE = frozenset({"cent", "se", "the", "hundred", "thousand", "million", "one"})


def read_unit(fold: str, text: str, pos: int) -> Measure | None:
    """The unit or currency whose name starts at `pos`, behind a space, a hyphen or nothing; None when none does."""
    if _SIGN_OF_NEXT.match(fold, pos):
        return None
    if inch := _INCH.match(fold, pos):
        return Measure("inch", 1.0, "length", inch.end(), "in")
    if (letter := _LETTER.match(fold, pos)) and (unit := _one_letter(letter, fold, text)):
        return Measure(*unit, letter.end(), letter[2])
    if (bracketed := _IN_BRACKETS.match(fold, pos)) and (unit := UNITS.get(bracketed[1])):
        return Measure(*unit, bracketed.end(), bracketed[1])
    return _longest_name(fold, text, pos)


def _longest_name(fold: str, text: str, pos: int) -> Measure | None:
    words, ends = _words(fold, pos)
    for length in range(len(words), 0, -1):
        name, end = " ".join(words[:length]), ends[length - 1]
        if unit := UNITS.get(name):
            if name in ("km", "mi", "ft") and (spaced := _SPACED_POWER.match(fold, end)):  # "44 km 2 ( 17 sq mi )"
                return Measure(*UNITS[f"{name}{spaced[1]}"], spaced.end(), name)
            is_word = name in CAPITALS_ONLY and not text[end - len(name) : end].isupper()
            return None if is_word else Measure(*unit, end, name)
    return None


def _words(fold: str, pos: int) -> tuple[list[str], list[int]]:
    """The words at `pos` as far as a unit's name may reach, without full stops and possessive endings, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    most = 1
    while len(words) < most and (match := _TOKEN.match(fold, pos)):
        word = _FOOTNOTE.sub("", match[1]).removesuffix("'s").rstrip("'’.*")
        if "/" in word and word not in UNITS:
            word = word.partition("/")[0]
        ends.append(match.start(1) + len(word))
        words.append(word.replace(".", "").translate(_MICRO))
        most = _MOST_WORDS.get(words[0], 1)
        pos = match.end()
    return words, ends


def _one_letter(letter: re.Match[str], fold: str, text: str) -> Unit | None:
    """The unit of a letter by its case; "777F" and "23456 F Block" are no temperatures unless the text speaks of one."""
    unit, end = LETTERS.get(text[letter.start(2)]), letter.end()
    if unit and unit.dimension == "temperature" and (not letter[1] or text[end + 1 : end + 2].isupper()):
        return unit if _WARMTH.search(fold, max(0, end - 80), end + 60) else None
    return unit


def read_rate(fold: str, pos: int) -> tuple[str, float, int] | None:
    """What an amount that ends at `pos` is per: the unit, its factor and where the words end ("/year", "of gas annually")."""
    match = _RATE.match(fold, pos)
    if match is None:
        return None
    word = match["slash"] or match["per"] or match["a"] or match["each"] or _LY[match["ly"]]
    word = _PER.get(word, word)
    unit = UNITS.get(word)
    if word in _NO_RATE or (unit is None and match["slash"]):
        return None
    if unit is None or unit.dimension == "share":
        return singular(word.partition(" ")[0]), 1.0, match.end()
    return unit.name, unit.factor, match.end()
