"""Dates that no calendar has: "February 30, 2024", "2025-13-01", "April November 15, 2023", "Monday, August 8, 2025".

This module alone knows what is wrong with a written date, in words a reader can act on.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from compare.values.dating.bare_years import counts, labelled
from compare.values.dating.numbers import FIRST_YEAR, LAST_YEAR
from compare.values.dating.tokens import Token, letters, plain, tokens
from compare.values.dating.words import MONTHS, WEEKDAYS

_TWO_MONTHS = re.compile(r"M_M_[DTY](?:[_,]Y)?")
_MONTH_DAY = re.compile(r"(?:W[_,0])?M_[DTN](?:[_,]+Y)?")
_DAY_MONTH = re.compile(r"(?:W[_,0])?[DTN][_o]M(?:[_,o]+Y)?")
_DAYS_BACKWARD = re.compile(r"M_[DT]-[DT][_,]Y|[DT]-[DT]_M_Y")
_NUMERIC = re.compile(
    r"(?<![\w./-])(\d{4})([-/])(\d\d)\2(\d\d)(?![\w/-]|\.\d)|(?<![\w./-])(\d\d?)/(\d\d?)/(\d{4})(?![\w/-]|\.\d)"
)
_LARGEST_MISTAKE = 39
"""A month or day above this is no mistaken date but a number of another kind."""
_SPACED_DASH = re.compile(r" [-–—]|[-–—] ")
_FIRST_WEEKDAY_YEAR = 1753
"""Weekdays are checked from the year by which Britain and America counted days as we do."""


def find_impossible(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, reason) of the written dates that cannot be, in order; characters, end exclusive.

    Found are days a month does not have, months above 12, two months in a row, days that run backward ("August 9-8, 2025") and
    a weekday on which the day did not fall. A day 0 or above 31 is only looked at with its year.
    """
    folded = plain(text)
    found = tokens(text, folded)
    signs = letters(found, folded)
    listed = [
        *_worded(text, folded, found, signs),
        *((m.start(), m.end(), reason) for m in _NUMERIC.finditer(folded) if (reason := _numeric_reason(m))),
    ]
    return tuple(sorted(set(listed)))


def _worded(text: str, folded: str, found: list[Token], signs: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (_TWO_MONTHS, _MONTH_DAY, _DAY_MONTH, _DAYS_BACKWARD):
        for match in pattern.finditer(signs):
            chosen = found[match.start() // 2 : (match.end() + 1) // 2]
            start, end, last = chosen[0].start, chosen[-1].end, chosen[-1]
            spaced = pattern is _DAYS_BACKWARD and _SPACED_DASH.search(folded, start, end)
            counting = last.letter in "DN" and counts(text, end, last.value)
            if not (spaced or counting or labelled(folded, start)) and (reason := _reason(chosen)):
                yield start, end, reason


def _reason(chosen: list[Token]) -> str:
    said = {letter: [t.value for t in chosen if t.letter == letter] for letter in "MYW"}
    days = [token.value for token in chosen if token.letter in "DTN"]
    months, year = said["M"], int(said["Y"][0]) if said["Y"] else None
    if len(months) > 1:
        return f"two months are named, {_month(months[0])} and {_month(months[1])}" if len(set(months)) > 1 else ""
    if not all(day.isdigit() and len(day) <= 2 for day in days) or (year is None and not 1 <= int(days[0]) <= 31):
        return ""
    if len(days) > 1:
        return f"the days run backward, from {int(days[0])} to {int(days[1])}" if int(days[0]) > int(days[1]) else ""
    return _day_reason(year, int(months[0]), int(days[0])) or _weekday_reason(
        said["W"], year, int(months[0]), int(days[0])
    )


def _day_reason(year: int | None, month: int, day: int) -> str:
    length = monthrange(2000 if year is None else year, month)[1]
    if 1 <= day <= length:
        return ""
    of_year = f" in {year}" if month == 2 and day == 29 else ""
    return f"{_month(f'{month:02}')} has {length} days{of_year}, there is no day {day}"


def _weekday_reason(weekdays: list[str], year: int | None, month: int, day: int) -> str:
    if not weekdays or year is None or year < _FIRST_WEEKDAY_YEAR:
        return ""
    fell = date(year, month, day).isoweekday()
    said, true = WEEKDAYS[int(weekdays[0]) - 1].title(), WEEKDAYS[fell - 1].title()
    return f"{_month(f'{month:02}')} {day}, {year} was a {true}, not a {said}" if said != true else ""


def _numeric_reason(match: re.Match[str]) -> str:
    if match[1]:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    else:
        first, second, year = int(match[5]), int(match[6]), int(match[7])
        month, day = (second, first) if first > 12 else (first, second)
    if not FIRST_YEAR <= year <= LAST_YEAR or month > _LARGEST_MISTAKE or day > _LARGEST_MISTAKE:
        return ""
    return _day_reason(year, month, day) if 1 <= month <= 12 else f"there is no month {month}"


def _month(number: str) -> str:
    return MONTHS[int(number) - 1].title()
