"""Times of day: "5.25 p.m.", "17:25", "twenty-five minutes past five", "half past nine", "at noon".

This module alone knows how they are written. A time of day is an amount of minutes since midnight in the unit `clock`, or, where
nothing tells the morning from the evening, of minutes since twelve in `clock12`. It reads folded text (see `compare.values.quantities`).
"""

import re
from collections.abc import Iterator

from claims.values import Amount, Bound, Reading
from compare.text.number_words import SMALL, TENS

DAY, HALF = "clock", "clock12"
"""The units: of a time that tells the half of the day, and of one that does not."""
UNITS = frozenset((DAY, HALF))
_HOURS = {word: number for word, number in SMALL.items() if 1 <= number <= 12}
_MINUTES = {word: number for word, number in SMALL.items() if number <= 20} | {"half": 30, "quarter": 15}
_MINUTES |= {"twenty-five": 25, "twenty five": 25, "twenty": TENS["twenty"]}
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_NAMED_MINUTES = "|".join(sorted(_MINUTES, key=len, reverse=True))
_PART = re.compile(
    r"(?: o'clock)?(?: ?(?P<half>[ap])(?:m\b|\. ?m\b\.?| m\b)"
    r"|,? (?:in the |that |this |on \w+ )?(?P<part>morning|afternoon|evening|night)\b)?"
)
_NAMED = {"noon": 720, "midday": 720}
_CLOCK = re.compile(
    rf"(?<![\w.,:$€£/-])(?:"
    rf"(?P<written>\d{{1,2}})[.:](?P<past>[0-5]\d)(?![\d:]|[.,]\d)"
    rf"|(?:an? )?(?P<minutes>{_NAMED_MINUTES}|\d{{1,2}})(?P<named> minutes?)? (?P<way>past|to) {_HOUR}\b(?![.,]?\d)"
    rf"|(?P<plain>\d{{1,2}}|{'|'.join(_HOURS)})(?= o'clock| ?[ap]\.? ?m\b)"
    rf"|\b(?P<name>{'|'.join(_NAMED)})\b)"
)
_AT = re.compile(r"\bat (?:about |around |roughly |exactly |precisely |almost |nearly )?$")
_ABOUT = re.compile(r"\b(?:about|around|roughly|almost|nearly|towards?|approximately) $")
_EDGE = re.compile(r"\b(?:before|after|by|until|till|from|between|past|to|since|the|and|than|a) $")
_MONEY = re.compile(
    r" ?(?:%|per ?cent|percent|million|billion|km|m\b|metres|meters|miles|kg|tons|tonnes|points|seconds|goals)"
)
_NOON = 720
_REACH = 24
"""How many characters before a time of day its preposition stands at most."""
_BASE = 300.0
"""Minutes that stand for the claimed time where two are compared: a twentieth of them is near."""


def find_clocks(fold: str) -> Iterator[tuple[int, int, Reading | None]]:
    """Where times of day stand, in order, each with what it says; None for one that only bounds a time ("after 5 p.m.")."""
    for match in _CLOCK.finditer(fold):
        minutes, behind = _minutes(match), _PART.match(fold, match.end())
        if minutes is None or behind is None:  # what may stand behind may be nothing: it always matches
            continue
        sure = bool(behind["half"] or behind["part"] or match["name"])
        told = sure or bool(_AT.search(fold, *_before(match))) or _tells_itself(fold, match)
        if not told or (not sure and _MONEY.match(fold, match.end())):
            continue
        bounds = _EDGE.search(fold, *_before(match))
        yield match.start(), behind.end(), None if bounds else _reading(fold, match, behind, minutes)


def _before(match: re.Match[str]) -> tuple[int, int]:
    """The few characters before a match, in which its preposition stands."""
    return max(0, match.start() - _REACH), match.start()


def _tells_itself(fold: str, match: re.Match[str]) -> bool:
    """True for what is a time of day wherever it stands: "o'clock", "17:25", "ten minutes to six", "quarter to six", "ten past six"."""
    if fold.startswith(" o'clock", match.end()) or match["named"] or match["minutes"] == "quarter":
        return True
    whole = match["written"] and len(match["written"]) == 2 and ":" in match[0]
    return bool(whole) or (match["way"] == "past" and not match["minutes"].isdigit())


def _minutes(match: re.Match[str]) -> int | None:
    """The minutes since twelve or midnight as they are written; None for what is no time ("25.70", "half to three")."""
    if match["name"]:
        return _NAMED[match["name"]]
    if match["written"]:
        written = int(match["written"])
        return written * 60 + int(match["past"]) if written < 24 else None
    word, part = match["hour"] or match["plain"], match["minutes"] or "0"
    hour = int(word) if word.isdigit() else _HOURS[word]
    minutes = int(part) if part.isdigit() else _MINUTES[part]
    if not 1 <= hour <= 12 or minutes > 59 or (part == "half" and match["way"] != "past"):
        return None
    return hour * 60 + (-minutes if match["way"] == "to" else minutes)


def _reading(fold: str, match: re.Match[str], behind: re.Match[str], minutes: int) -> Reading:
    half, part = behind["half"], behind["part"]
    unit = DAY if half or part or match["name"] or minutes >= 13 * 60 or match["written"] in ("00", "0") else HALF
    if half or part:
        minutes = minutes % _NOON + _NOON * (
            half == "p" or part in ("afternoon", "evening") or (part == "night" and minutes >= 360)
        )
    about = _ABOUT.search(fold, *_before(match))
    start = about.start() if about else match.start()
    value = float(minutes % (2 * _NOON) if unit == DAY else minutes % _NOON)
    return Reading(start, behind.end(), Amount(value, value, unit, Bound.ABOUT if about else Bound.EXACT))


def beside(claimed: Amount, found: Amount) -> tuple[Amount, Amount]:
    """Two times of day as minutes that can be compared: a quarter of an hour is near, and twelve hours are none where one does not tell."""
    whole = 2 * _NOON if claimed.unit == found.unit == DAY else _NOON
    apart = (found.low - claimed.low + whole / 2) % whole - whole / 2
    return (Amount(_BASE, _BASE, DAY, claimed.bound), Amount(_BASE + apart, _BASE + apart, DAY, found.bound))


def say_clock(amount: Amount) -> str:
    """A time of day in figures: "17:25", and "5:25" where the half of the day is not told."""
    minutes = int(amount.low)
    hour = minutes // 60 or (12 if amount.unit == HALF else 0)
    return f"{hour}:{minutes % 60:02}"
