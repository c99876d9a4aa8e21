"""Parts of a time: which months are "early 2020", which days "late June", which years "the mid-1990s".

This module alone knows where early, mid and late begin and end.
"""

from calendar import monthrange

from claims.edtf import SEASON_MONTHS

_MONTHS_OF_YEAR = {
    **{"early": (1, 3), "mid": (5, 8), "late": (10, 12), "start": (1, 2), "end": (11, 12)},
    **{"half 1": (1, 6), "half 2": (7, 12)},
}
_DAYS_OF_MONTH = {
    **{"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 7), "end": (24, 31)},
    **{"half 1": (1, 15), "half 2": (16, 31)},
    **{"week 1": (1, 7), "week 2": (8, 14), "week 3": (15, 21), "week 4": (22, 28)},
}
_YEARS_OF_DECADE = {
    **{"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 1), "end": (8, 9)},
    **{"half 1": (0, 4), "half 2": (5, 9)},
}
_YEARS_OF_CENTURY = {
    **{"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99)},
    **{"half 1": (0, 49), "half 2": (50, 99)},
}
_MONTH_OF_SEASON = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


def part_of(edtf: str, part: str) -> str:
    """Return the EDTF interval of a part of a month, season, year, decade or century: ("2020", "late") is 2020-10/2020-12.

    part: early, mid, late, start, end, half 1, half 2, week 1 to week 4. What has no such part (a day, "the first week of
    2020") comes back whole. The bounds are ours, overlapping nowhere and close to how newspapers use the words.
    """
    year, _, month = edtf.partition("-")
    if "/" in edtf or len(month) > 2 or edtf.startswith("XXXX-2"):
        return edtf
    if not month:
        return _part_of_years(year, part)
    if int(month) in SEASON_MONTHS:
        return _month_of_season(year, int(month), part)
    first, last = _DAYS_OF_MONTH[part]
    length = monthrange(2000 if "X" in year else int(year), int(month))[1]
    first = length - 6 if part == "end" else first
    return f"{edtf}-{first:02}/{edtf}-{min(last, length):02}"


def _part_of_years(year: str, part: str) -> str:
    if year.endswith("XX"):
        first, last = _YEARS_OF_CENTURY.get(part, (0, 99))
        return _years(int(year[:2]) * 100, first, last) if year[:2] != "XX" else year
    if year.endswith("X"):
        first, last = _YEARS_OF_DECADE.get(part, (0, 9))
        return _years(int(year[:3]) * 10, first, last)
    if part not in _MONTHS_OF_YEAR:
        return year
    first, last = _MONTHS_OF_YEAR[part]
    return f"{year}-{first:02}/{year}-{last:02}"


def _years(start: int, first: int, last: int) -> str:
    return f"{max(1, start + first):04}/{start + last:04}"


def _month_of_season(year: str, season: int, part: str) -> str:
    if part not in _MONTH_OF_SEASON:
        return f"{year}-{season}"
    month = SEASON_MONTHS[season][0] + _MONTH_OF_SEASON[part]
    return f"{int(year) + 1:04}-{month - 12:02}" if month > 12 else f"{year}-{month:02}"
