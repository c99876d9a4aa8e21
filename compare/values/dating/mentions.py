"""Dates, ranges and lists of dates as they stand in a text, before what they leave unsaid is added.

This module alone knows in which order a text is asked for them: a range first, then a date that stands, then the days of a list.
"""

import re
from collections.abc import Iterator

from compare.values.dating.forms import DATE, DAY
from compare.values.dating.points import Point, point
from compare.values.dating.ranges import after_between, range_at
from compare.values.dating.standing import stands
from compare.values.dating.written import Mention, Written

_DAYS_JOINED = re.compile(rf"{DAY}[-t]{DAY}")
_SEPTEMBER_11 = Point("XXXX-09-11")
_ATTACKS_AFTER = re.compile(r" (?:terror(?:ist)? )?attacks?\b")
_ATTACKS_BEFORE = re.compile(r"(?:attacks? of |post-|pre-|after |since )$")


def mentions(text: str) -> Iterator[Mention]:
    """Yield the dates of a text in order, not overlapping and not yet completed with what they leave unsaid."""
    written = Written.of(text)
    at, joined_from = 0, -1
    while match := DATE.search(written.signs, at):
        at = match.start() + 2
        here = written.date_at(match.start())
        if here is None:
            continue
        if ranged := range_at(written, here):
            mention, at = ranged
            yield mention
        elif stands(written, here, joined_from == here.start()):
            yield from _listed(written, here)
            at = here.end() + 1
        joined_from = at if written.signs[at - 1] in "ar," else -1


def _listed(written: Written, match: re.Match[str]) -> Iterator[Mention]:
    """One mention, or one for each day of a list that is no range: "April 2 and 16, 2019"."""
    start, end, days = written.start(match), written.last(match).end, written.days(match)
    joined = written.signs[match.end()] in "ar,"
    if _is_one(written, match, [int(day.value) for day in days]):
        yield Mention(start, end, _september_11(written.folded, written.point(match), start, end), joined=joined)
        return
    others = [token for token in written.tokens(match) if token.letter not in "DT"]
    for day in days:
        first, last = start if day is days[0] else day.start, end if day is days[-1] else day.end
        yield Mention(first, last, point([*others, day]))


def _is_one(written: Written, match: re.Match[str], days: list[int]) -> bool:
    if "M" not in match[2] or len(days) < 2 or days == list(range(days[0], days[0] + len(days))):
        return True
    return _DAYS_JOINED.search(match[2]) is not None or after_between(written, match)


def _september_11(folded: str, one: Point, start: int, end: int) -> Point:
    """The day of the attacks where they are named: "the September 11 attacks", "post-September 11"."""
    if one != _SEPTEMBER_11:
        return one
    named = _ATTACKS_AFTER.match(folded, end) or _ATTACKS_BEFORE.search(folded, max(0, start - 12), start)
    return Point("2001-09-11") if named else one
