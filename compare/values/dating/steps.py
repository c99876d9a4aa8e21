"""Steps on the calendar: the day two months earlier, the week that holds a day, the Friday before it.

This module alone knows the arithmetic of days, weeks, months, years, decades and centuries. Nothing here reads text.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from claims.edtf import parse_edtf

UNITS = ("day", "week", "month", "year", "decade", "century")
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_WIDTH = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}
_YEARS_TO_LEAP_DAY = 8
"""29 February is at most eight years away (1896 to 1904)."""


def shift(day: date, unit: str, number: int) -> date:
    """Return the day `number` units later (earlier when negative); the end of the month where the day is missing there.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    if unit not in _MONTHS_IN:
        return day + timedelta(number * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + number * _MONTHS_IN[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_of(day: date, unit: str) -> str:
    """Return the EDTF of the day, week (Monday to Sunday), month, year, decade or century that holds a day."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return f"{monday}/{monday + timedelta(6)}"
    return day.isoformat()[: _WIDTH[unit]].ljust(4, "X")


def weekday(number: int, way: str, base: date) -> date:
    """Return weekday `number` (1 Monday to 7) strictly `before` or `after` a day, in its week (`this`), or `latest` up to it."""
    ahead = (number - base.isoweekday()) % 7
    days = {"before": (ahead or 7) - 7 or -7, "after": ahead or 7, "latest": ahead - 7 if ahead else 0}
    return base + timedelta(days.get(way, number - base.isoweekday()))


def of_year(template: str, year: int) -> str:
    """Return `XXXX-08-08` with its year written in."""
    return template.replace("XXXX", f"{year:04}")


def nearby(template: str, base: date) -> Iterator[str]:
    """Yield `XXXX-08-08` in each year around a day where the calendar has it, the earliest first."""
    for year in range(base.year - _YEARS_TO_LEAP_DAY, base.year + _YEARS_TO_LEAP_DAY + 1):
        if MINYEAR <= year <= MAXYEAR:
            try:
                yield parse_edtf(of_year(template, year)).edtf
            except ValueError:
                continue
