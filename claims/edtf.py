"""EDTF text (ISO 8601-2, level 1) read into a `When`, and two questions about the days it covers.

This module alone knows which days an EDTF text stands for.
"""

import re
from datetime import date
from functools import lru_cache

from claims.values import When

OPEN_START, OPEN_END = 0, 3_652_059
"""`When.first` of an open start and `When.last` of an open end."""

SEASON_MONTHS = {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)},
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},
}
"""First and last month of a season (21 to 24, northern) or quarter (33 to 36); 14 is February of the next year."""

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?", re.ASCII)
_DOUBT = "?~%"


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> When:
    """Return the days that an EDTF text covers: `2025-08-08`, `2025-21`, `199X`, `1990~`, `2001/..`, `2020-10/2020-12`.

    A season is three whole months; winter (24) begins in December of its year. `?`, `~` and `%` all set `approximate`
    and are left out of `When.edtf`; an unknown end (`2001/`) is read as an open one (`2001/..`).
    Beyond level 1, `XXXX-12-09` (a day of an unknown year) is read, and covers all time.
    Raises ValueError, with a sentence a curator can act on, for anything else and for days no calendar has.
    """
    start, slash, end = text.strip().partition("/")
    if not slash:
        first, last = _days(start)
        return When(start.rstrip(_DOUBT), first, last, start.endswith(tuple(_DOUBT)))
    first = OPEN_START if start in ("", "..") else _days(start)[0]
    last = OPEN_END if end in ("", "..") else _days(end)[1]
    if first > last:
        raise ValueError(f"'{text}' ends before it begins")
    if (first, last) == (OPEN_START, OPEN_END) and "X" not in text:
        raise ValueError(f"'{text}' has neither a start nor an end; write at least one date")
    edtf = f"{start.rstrip(_DOUBT) or '..'}/{end.rstrip(_DOUBT) or '..'}"
    return When(edtf, first, last, start.endswith(tuple(_DOUBT)) or end.endswith(tuple(_DOUBT)))


def overlaps(one: When, other: When) -> bool:
    """Say whether some day lies in both spans."""
    return one.first <= other.last and other.first <= one.last


def covers(outer: When, inner: When) -> bool:
    """Say whether every day of `inner` lies in `outer`: `2025-08` covers `2025-08-08`, and covers itself."""
    return outer.first <= inner.first and inner.last <= outer.last


def _days(text: str) -> tuple[int, int]:
    """First and last day (ordinals) of one EDTF date."""
    found = _DATE.fullmatch(text.removesuffix(text[-1:]) if text.endswith(tuple(_DOUBT)) else text)
    if not found:
        raise ValueError(f"'{text}' is not an EDTF date; write 2025-08-08, 2025-08, 2025, 2025-21 (spring) or 199X")
    year, month, day = found.group(1), found.group(2) or "XX", found.group(3) or "XX"
    if (day != "XX" and month == "XX") or ("X" in year.removesuffix("XXXX") and month != "XX"):
        raise ValueError(f"'{text}' leaves a larger part open than a smaller one; leave digits open from the right")
    if year == "0000":
        raise ValueError(f"'{text}': there is no year 0000; years run from 0001 to 9999")
    span = _span("2000" if year == "XXXX" else year, month, day, text)
    return (OPEN_START, OPEN_END) if year == "XXXX" else span


def _span(year: str, month: str, day: str, text: str) -> tuple[int, int]:
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if month == "XX":
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    season = SEASON_MONTHS.get(int(month))
    if season and day == "XX":
        return date(low, season[0], 1).toordinal(), _month_end(low, season[1])
    if not 1 <= int(month) <= 12:
        raise ValueError(
            f"'{text}': there is no month {month}; months are 01 to 12, seasons 21 to 24, quarters 33 to 36"
        )
    if day == "XX":
        return date(low, int(month), 1).toordinal(), _month_end(low, int(month))
    try:
        return (date(low, int(month), int(day)).toordinal(),) * 2
    except ValueError:
        raise ValueError(f"'{text}': there is no day {day} in that month") from None


def _month_end(year: int, month: int) -> int:
    """Ordinal of the last day of a month; month 13 and 14 are January and February of the next year."""
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)
    if (year, month) == (9999, 12) or year > 9999:
        return OPEN_END
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
