"""Days written in figures that two countries read differently: "02/08/2012" is 2 August and February 8."""

import re
from datetime import date

from claims.edtf import parse_edtf
from claims.values import When

FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")


def other_day(words: str, when: When) -> When | None:
    """The other day that `words` may stand for; None where they are not a day in figures, or can be read in one way only."""
    found = FIGURES.search(words)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if not (1 <= one <= 12 and 1 <= two <= 12 and year):
        return None
    days = [parse_edtf(date(year, month, day).isoformat()) for month, day in ((one, two), (two, one))]
    return next((day for day in days if day.first != when.first), None)
