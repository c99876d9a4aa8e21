"""Whether words that could be a date are one where they stand: a lone year, month or weekday needs the words around it.

This module alone knows what each form of date needs for that.
"""

import re

from compare.values.dating.bare_months import month_stands, weekday_stands
from compare.values.dating.bare_years import (
    is_year,
    labelled,
    of_another_era,
    short_year_stands,
    stands_alone,
    word_after,
)
from compare.values.dating.written import Written, holds_year


def stands(written: Written, match: re.Match[str], joined: bool) -> bool:
    """Whether a date that is no part of a range is one; joined: it follows another with "and", "or" or a comma.

    Longer than most: one line or two for each form.
    """
    form, modifiers, one = match[2], match[1], written.found[match.start(2) // 2]
    if form == "Y":
        return _year_stands(written, match)
    if form == "Z":
        return short_year_stands(written.text, written.folded, one.start, one.end)
    if form == "M":
        named = bool(re.search("[PF]", modifiers)) or joined
        return named or month_stands(written.text, written.folded, one)
    if form == "W":
        return weekday_stands(written.folded, one)
    if form == "S":
        return _shares_year(written, match)
    end = written.last(match).end
    if form[-1] == "C":
        return word_after(written.text, end) != "Fox" and not of_another_era(written.text, end)
    if form[0] != "Y" or form[-1] not in "DN":
        return True
    return stands_alone(written.folded, one.start, end) and not labelled(written.folded, one.start)


def _year_stands(written: Written, match: re.Match[str]) -> bool:
    modifiers, one = match[1], written.found[match.start(2) // 2]
    if modifiers.endswith("0") or re.search("[PF]", modifiers):
        return not labelled(written.folded, one.start)
    return is_year(written.text, written.folded, one.start, one.end)


def _shares_year(written: Written, season: re.Match[str]) -> bool:
    """Whether a season alone is joined to one with a year: "summer and fall of 2020"."""
    following = written.date_at(season.end() + 1) if written.signs[season.end()] in "ar" else None
    return following is not None and following[2][0] == "S" and holds_year(following)
