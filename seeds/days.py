"""The day, month or year that a few words name, as ISO 8601: for what a document says of itself, where nothing else tells the order.

"12/03/2024" names no day: it is one day in London and another in New York.
"""

import re
from datetime import date
from functools import cache

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?"
DAY = (
    rf"{WEEKDAY}(?:(?P<y1>\d{{4}})[-/.](?P<m1>\d{{2}})[-/.](?P<d1>\d{{2}})(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH}),? (?P<y2>\d{{4}})\b"
    rf"|(?P<m3>{MONTH}) (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})\b"
    r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})\b)"
)
"""A day in words or figures; to be compiled without regard to case."""
SHORT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{6})?(?!\d)")
"""As properties of files have it: "D:20240312101500Z"."""


def day_of(words: str) -> str:
    """The first day that `words` name; of nothing but a month with its year or a year, those; "" for anything else."""
    words = " ".join(words.split())
    if short := SHORT.match(words):
        return _iso(*short.groups())
    if found := _day_in_words().search(words):
        return _named(found)
    part = _month_or_year().fullmatch(words)
    if not part:
        return ""
    month = _month(part["month"] or part["number"] or "")
    return f"{part['year']}-{month:02}" if 1 <= month <= 12 else part["year"] if not month else ""


def _named(found: re.Match[str]) -> str:
    parts = found.groupdict()
    year, month, day = (next(parts[f"{name}{n}"] for n in "1234" if parts[f"{name}{n}"]) for name in "ymd")
    return _iso(year, str(_month(month)), day)


def _month(words: str) -> int:
    return int(words) if words.isdecimal() else MONTHS.index(words[:3].lower()) + 1 if words else 0


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


@cache
def _day_in_words() -> re.Pattern[str]:
    return re.compile(DAY, re.IGNORECASE)


@cache
def _month_or_year() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<month>{MONTH}),? )?(?P<year>\d{{4}})(?:-(?P<number>\d{{2}}))?", re.IGNORECASE)
