"""Units behind a number, and amounts brought to one unit.

This module alone knows how a unit is read out of prose, with its rate ("10 bcm/year", "$5 a barrel", "16 billion cubic meters
of gas annually"), and which amounts can be compared at all. The names are in `compare.unit_names`.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claims.values import Amount
from compare.counted_nouns import same_noun, singular
from compare.unit_names import LETTERS, MINOR, UNITS, WORDS_FIRST, Unit

if TYPE_CHECKING:
    import pint

_DIMENSIONS = {unit.name: unit.dimension for unit in (*UNITS.values(), *LETTERS.values())}
_MOST_WORDS: dict[str, int] = {}
for _name in UNITS:
    _first = _name.partition(" ")[0]
    _MOST_WORDS[_first] = max(_MOST_WORDS.get(_first, 0), _name.count(" ") + 1)

_TOKEN = re.compile(r"(?: {1,2}|-)?(%|[^\s\-–—,;:!?()\[\]{}“”\"…<>|+%]+)")
_INCH = re.compile(r"[ -]in(?:\.|(?=$|[ ]?[,;)]| (?:thick|long|wide|tall|high|deep|across|diameter)\b))")
_LETTER = re.compile(r"( ?)([mgtlcfwv])(?![\w'&-])")
_SIGN_OF_NEXT = re.compile(r" ?[$€£¥] ?\d")
_WARMTH = re.compile(r"temperature|degree|warm|cold|hot\b|heat|cool|fever|freez|thermo|celsius|fahrenheit|°")
_FOOTNOTE = re.compile(r"\.\d+$")
_IN_BRACKETS = re.compile(r" ?\(([a-zµ°]{1,4})\)")
_PERIODS = "second|minute|hour|day|week|month|year|decade"
_SHARED = "share|barrel|ton|tonne|gallon|litre|liter|pound|person|head|night|piece|unit|mile|kilometer|kilometre|kilo|kilogram|ounce|acre|hectare"
_RATE = re.compile(
    rf"(?: (?:of|in)(?: [a-z]+){{1,3}}?)?(?:"
    rf" ?/ ?(?P<slash>[a-z]+[23²³]?)|[ -]per[ -](?P<per>[a-z]+(?: (?:meter|metre|kilometer|kilometre|mile|foot)\b)?)|[ -]an?[ -](?P<a>{_PERIODS}|{_SHARED})\b"
    rf"| (?:each|every) (?P<each>{_PERIODS})\b| (?P<ly>annually|yearly|monthly|weekly|daily|hourly|p\.a\.))"
)
_LY = {"annually": "year", "yearly": "year", "p.a.": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_PER = {"annum": "year", "capita": "person", "head": "person", "y": "year", "yr": "year", "d": "day", "h": "hour", "s": "second", "m": "meter"}
_NO_RATE = frozenset({"cent", "se", "the", "hundred", "thousand", "million", "one"})


class Measure(NamedTuple):
    """The unit behind a number: multiply the number by `factor` to have it in `unit`; `end` is where its words end."""

    unit: str
    factor: float
    dimension: str
    end: int
    word: str


def read_unit(fold: str, text: str, pos: int) -> Measure | None:
    """The unit or currency whose name starts at `pos` (behind a space, a hyphen or nothing), without any rate; None if none does."""
    if _SIGN_OF_NEXT.match(fold, pos):
        return None
    if inch := _INCH.match(fold, pos):
        return Measure("inch", 1.0, "length", inch.end(), "in")
    if (letter := _LETTER.match(fold, pos)) and (unit := _one_letter(letter, fold, text)):
        return Measure(*unit, letter.end(), letter[2])
    if (bracketed := _IN_BRACKETS.match(fold, pos)) and (unit := UNITS.get(bracketed[1])):
        return Measure(*unit, bracketed.end(), bracketed[1])
    words, ends = _names(fold, pos)
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if unit := UNITS.get(name):
            return None if _word_first(name, text, ends[length - 1]) else Measure(*unit, ends[length - 1], name)
    return None


def _names(fold: str, pos: int) -> tuple[list[str], list[int]]:
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


_MICRO = str.maketrans("μ", "µ")


def _one_letter(letter: re.Match[str], fold: str, text: str) -> Unit | None:
    """The unit of a single letter by its case; "777F" and "23456 F Block" are no temperatures unless the text speaks of one."""
    unit, end = LETTERS.get(text[letter.start(2)]), letter.end()
    if unit and unit.dimension == "temperature" and (not letter[1] or text[end + 1 : end + 2].isupper()):
        return unit if _WARMTH.search(fold, max(0, end - 80), end + 60) else None
    return unit


def _word_first(name: str, text: str, end: int) -> bool:
    return name in WORDS_FIRST and not text[end - len(name) : end].isupper()


def read_rate(fold: str, pos: int) -> tuple[str, float, int] | None:
    """What an amount that ends at `pos` is per: the unit, its factor and where the words end ("per day", "/year", "annually")."""
    match = _RATE.match(fold, pos)
    if match is None:
        return None
    word = match["slash"] or match["per"] or match["a"] or match["each"] or _LY[match["ly"]]
    word = _PER.get(word, word)
    if word in _NO_RATE:
        return None
    unit = UNITS.get(word)
    if unit is None or (match["per"] and unit.dimension == "share"):
        return (singular(word.partition(" ")[0]), 1.0, match.end()) if match["slash"] is None else None
    return unit.name, unit.factor, match.end()


def comparable(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    """Both amounts in one unit, a's where they differ; None when they measure different things.

    Different are: another dimension or currency, another counted noun (but near synonyms are alike), an amount per year and
    one without a rate, percent and percentage points. A bare number is taken to count what the other one counts, and a bare
    fraction ("a third") to be a share beside a percentage. Physical units are converted by pint.
    """
    if a.unit == b.unit:
        return a, b
    if "percent" in (a.unit, b.unit):
        return _as_percent(a, b)
    tops, bottoms = a.unit.partition("/"), b.unit.partition("/")
    if tops[2] != bottoms[2] and not (tops[2] and bottoms[2]):
        return None
    numerator = _conversion(bottoms[0], tops[0])
    denominator = _conversion(bottoms[2], tops[2])
    if numerator is None or denominator is None or not denominator[0]:
        return None
    return a, _converted(b, numerator[0] / denominator[0], numerator[1], a.unit)


def _as_percent(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    bare = b if a.unit == "percent" else a
    if bare.unit or not 0 < bare.low <= bare.high < 1:
        return None
    one, other = (_converted(amount, 100.0, 0.0, "percent") if amount is bare else amount for amount in (a, b))
    return one, other


def _converted(amount: Amount, slope: float, offset: float, unit: str) -> Amount:
    low, high = (slope * end + offset for end in (amount.low, amount.high))
    return Amount(low, high, unit, amount.bound, abs(slope) * amount.step)


def _conversion(source: str, target: str) -> tuple[float, float] | None:
    """Slope and offset that turn a number of `source` into one of `target`, or None; counted nouns and currencies only meet their like."""
    if source == target:
        return 1.0, 0.0
    kinds = _DIMENSIONS.get(source), _DIMENSIONS.get(target)
    if kinds == (None, None):
        return (1.0, 0.0) if not source or not target or same_noun(source, target) else None
    if kinds[0] != kinds[1]:
        return None
    if kinds[0] in ("currency", "share"):
        return _hundredths(source, target)
    return _by_pint(source, target)


def _hundredths(source: str, target: str) -> tuple[float, float] | None:
    if {source, target} == {"basis_point", "percentage_point"}:
        return (0.01, 0.0) if source == "basis_point" else (100.0, 0.0)
    for minor, (factor, majors) in MINOR.items():
        if source == minor and target in majors:
            return factor, 0.0
        if target == minor and source in majors:
            return 1 / factor, 0.0
    return None


@cache
def _registry() -> "pint.UnitRegistry[float]":
    import pint  # a third of a second, so only when two physical units differ

    return pint.UnitRegistry()


@cache
def _by_pint(source: str, target: str) -> tuple[float, float] | None:
    import pint

    registry = _registry()
    names = (re.sub(r"(square|cubic)_(\w+)", lambda m: f"{m[2]}**{2 if m[1] == 'square' else 3}", name) for name in (source, target))
    try:
        here, there = (registry.Unit(name) for name in names)
        offset, one = (float(registry.Quantity(value, here).to(there).magnitude) for value in (0.0, 1.0))
    except pint.PintError:
        return None
    return one - offset, offset
