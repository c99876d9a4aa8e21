"""How numbers in dates are written: 8th, 1994, 1990s, '90s, 2025-08-08, 8/12/2015, 20250808.

This module alone knows what kind of date word a number is by its own form and the signs it is glued to.
"""

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits are read as a year only in this range."""
LAST_SHORT_YEAR = 29
"""The largest year in two digits read as 20xx: texts speak of the past more than of the future."""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
NUMERIC = (
    r"(?:\d{4}(?P<ymd>[-/.])\d{1,2}(?P=ymd)\d{1,2}|\d{1,2}(?P<mdy>[-/.])\d{1,2}(?P=mdy)\d{4}|\d{1,2}/\d{1,2}/\d\d"
    rf"|\d\d\.\d\d\.[3-9]\d|\d{{1,2}}-(?:{'|'.join(_MONTHS)})-\d\d)(?![-/.]?\d)|9/11(?![/.]?\d)|\d{{4}}-?q[1-4](?!\w)"
)
NUMBER = r"(?<!\d)'\d\ds?(?!\w)|\d+(?:[.:]\d+|,\d{3}(?!\d))*(?:st|nd|rd|th|(?<=[23])d(?= (?:of|day)\b)|'?s)?"
OTHER = ("N", "")
_MONEY_OR_LABEL = frozenset("$€£¥#§_=%°")
_BEFORE_SHORT_DECADE = ("the ", "early ", "late ", "mid-", "mid ")
_AGE = re.compile(r"\b(?:his|her|their|my|our|your) (?:early |late |mid[ -])$")
_EARLY = re.compile(
    r"\b(?:(?!(?:result|end|culminat|involv|succeed|participat|invest|count|list|publish|number|need|seed)ed\b)[a-z]{2,}ed"
    r"|built|burnt|born|died|began|came|fell|fought|held|left|lost|rose|struck|taken|won|written) in (?:the year )?$|\bthe year $"
)
_EARLY_ENDS = re.compile(r"(?:$|[.,;:)]+(?!\d)| (?:by|when|after|and|under|during|at|as|with)\b)")
"""What stands around a year of three figures, which anywhere else is a count."""
_RUNS_ON = re.compile(r",\d{1,2}(?!\d)")
_DIGITS = re.compile(r"'?(\d+)('?[a-z]*)")


def numeric(folded: str, word: str, start: int) -> tuple[str, str]:
    """Return letter `I` and the ISO form of a date in digits, `N` when no calendar has it or it is part of a longer number.

    Month before day, unless the first number is above 12 or dots separate them (8.12.2015); years 30 to 99 are 19xx. The
    attacks of September 11, 2001 are the only date written without its year (9/11).
    """
    if start > 1 and folded[start - 1] in "-/." and folded[start - 2].isdigit():
        return OTHER
    if word == "9/11":
        return "I", "2001-09-11"
    if word[-2] == "q":
        return ("I", f"{word[:4]}-{32 + int(word[-1])}") if FIRST_YEAR <= int(word[:4]) <= LAST_YEAR else OTHER
    if word[-6:-3] in _MONTHS:
        day, month, short = word.split("-")
        return _day(_century(int(short)), _MONTHS.index(month) + 1, int(day))
    first, second, third = (int(part) for part in re.split(r"[-/.]", word))
    if first >= FIRST_YEAR:
        return _day(first, second, third)
    year = third if third > 99 else _century(third)
    if first > 12 or ("." in word and second <= 12):
        return _day(year, second, first)
    return _day(year, first, second)


def number(folded: str, word: str, start: int, end: int) -> tuple[str, str]:
    """Return letter and value of a number: `D` day, `T` ordinal, `Y` year, `Z` short year, `E` decade, `I` date, `N` other.

    Two digits that are no day keep their value, as in 1991-92.
    """
    found = _DIGITS.fullmatch(word)
    if not found or len(found[1]) > 8 or folded[end : end + 1].isalnum() or _glued(folded, start, end):
        return OTHER
    digits, suffix, value = found[1], found[2], int(found[1])
    if suffix in ("s", "'s"):
        return _decade_or_possessive(folded, word, start, value)
    if suffix:
        return ("T", str(value)) if 1 <= value <= 31 else OTHER
    if word.startswith("'"):
        return "Z", str(_century(value))
    if len(digits) == 8:
        return _day(value // 10000, value // 100 % 100, value % 100)
    if len(digits) == 4:
        return ("Y", digits) if FIRST_YEAR <= value <= LAST_YEAR and not _RUNS_ON.match(folded, end) else OTHER
    if len(digits) == 3 and _EARLY.search(folded, max(0, start - 30), start) and _EARLY_ENDS.match(folded, end):
        return "I", f"0{digits}"
    if len(digits) > 2:
        return OTHER
    return ("D" if 1 <= value <= 31 else "N", digits)


def after_the(folded: str, start: int) -> bool:
    """Say whether a decade without its century is one: "the 90s", "mid-90s", but not "in her 90s"."""
    return folded.endswith(_BEFORE_SHORT_DECADE, max(0, start - 6), start) and not _AGE.search(
        folded, max(0, start - 16), start
    )


def _century(short: int) -> int:
    """A year from its last two figures."""
    return short + (1900 if short > LAST_SHORT_YEAR else 2000)


def _day(year: int, month: int, day: int) -> tuple[str, str]:
    try:
        return ("I", date(year, month, day).isoformat()) if FIRST_YEAR <= year <= LAST_YEAR else OTHER
    except ValueError:
        return OTHER


def _glued(folded: str, start: int, end: int) -> bool:
    return not _MONEY_OR_LABEL.isdisjoint(folded[max(0, start - 1) : start] + folded[end : end + 1])


def _decade_or_possessive(folded: str, word: str, start: int, value: int) -> tuple[str, str]:
    """199X for the 1990s and the '90s, 18XX for the 1800s, 200X for the 2000s, but 1990 for "1990's best" without "the"."""
    short, the = value < 100, after_the(folded, start)
    if "'s" in word and not the:
        return ("Y", str(value)) if FIRST_YEAR <= value <= LAST_YEAR else OTHER
    if value % 10 or (short and not the and not word.startswith("'")):
        return OTHER
    if short:
        return "E", f"{19 if value > 20 else 20}{value // 10}X"
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return OTHER
    return "E", f"{value // 100}XX" if value % 100 == 0 and value != 2000 else f"{value // 10}X"
