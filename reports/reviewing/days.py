"""Days as a person writes them into a cell, and as a report says them."""

import re
from datetime import date, timedelta

from claims.values import Resolution, When
from compare.values.dates import find_dates
from reports.reviewing.grids import text_of

DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"(?:[T ]\d{1,2}:\d\d\S*)?")
DAY_ZERO = date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar."""


def day_of(value: object) -> str:
    """The day a date cell means, ISO 8601. Raises ValueError when it is no day, or could be two."""
    text = text_of(value)
    if isinstance(value, float) and 20_000 < value < 80_000:
        return (DAY_ZERO + timedelta(days=int(value))).isoformat()
    slashes = re.fullmatch(r"(\d{1,2})/(\d{1,2})/\d{2,4}", text)
    if slashes and slashes[1] != slashes[2] and max(int(slashes[1]), int(slashes[2])) <= 12:
        raise ValueError(f"{text!r} could be two days; write it as 2026-03-31")
    for read in find_dates(text):
        day = read.value.edtf if isinstance(read.value, When) and read.value.resolution is Resolution.WRITTEN else ""
        if read.start == 0 and TIME.fullmatch(text[read.end :]) and DAY.fullmatch(day):
            return day
    raise ValueError(f"{text!r} is no day; write it as 2026-03-31")


def day_words(day: str, before: str = "") -> str:
    """A day as people write it, "3 March 2026", behind `before`; "" when there is none."""
    if not day:
        return ""
    when = date.fromisoformat(day)
    return f"{before}{when.day} {when:%B} {when.year}"
