"""Whether two dates in a row are the ends of one range: "May 2020 to June 2021", "between 2020 and 2024", "2015 to now".

This module alone knows which signs join dates to a range, and between which dates they do.
"""

import re

from compare.values.dating.bare_years import counted, labelled, of_another_era, stands_alone, word_after
from compare.values.dating.written import Mention, Written, holds_year

_BETWEEN = ("between ", "between the ")
_EVENTS = re.compile(
    r"(?<!difference )(?<!differences )(?<!distinction )(?<!comparison )(?<!choice )(?<!choose )\bbetween the [a-z]{3,20}s of $"
)
"""What comes again with the years: "between the censuses of 1891 and 1901" is a time, the difference between two is none."""
_EVENTS_REACH = 60


def after_between(written: Written, match: re.Match[str]) -> bool:
    """True for a date right behind "between", or behind the events that it dates."""
    start = written.start(match)
    before = written.folded[max(0, start - _EVENTS_REACH) : start]
    return before.endswith(_BETWEEN) or bool(_EVENTS.search(before))


def range_at(written: Written, left: re.Match[str]) -> tuple[Mention, int] | None:
    """The range that begins with a date, and the place after it; None when it begins none."""
    sign, after, start = written.signs[left.end()], left.end() + 1, written.start(left)
    if sign not in "-ts" and not (sign == "a" and after_between(written, left)):
        return None
    if written.found[after // 2].letter == "G" and sign != "s" and holds_year(left):
        return Mention(start, written.found[after // 2].end, written.point(left), open=True), after + 2
    right = written.date_at(after)
    if right and _makes_range(written, left, sign, right):
        return Mention(start, written.last(right).end, written.point(left), written.point(right)), right.end() + 1
    return None


def _makes_range(written: Written, left: re.Match[str], sign: str, right: re.Match[str]) -> bool:
    first, last = left[2], right[2]
    if "W" in (first, last) or "Z" in (first, last) or ("R" in (first, last) and sign == "-"):
        return False
    if first == "Y":
        return _years_make_range(written, left, sign, right)
    return sign != "s" and (first != "S" or holds_year(right))


def _years_make_range(written: Written, left: re.Match[str], sign: str, right: re.Match[str]) -> bool:
    year, last = written.last(left), written.last(right)
    if labelled(written.folded, year.start) or not stands_alone(written.folded, year.start, last.end):
        return False
    if right[2] != "Y":
        return sign != "s"
    after = word_after(written.text, last.end)
    if of_another_era(written.text, last.end) or (counted(after) and after != "years"):
        return False
    return year.value < last.value and (sign != "s" or int(year.value) + 1 == int(last.value))
