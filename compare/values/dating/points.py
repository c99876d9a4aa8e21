"""One date as its tokens say it, and the `When` it becomes once its year and its reference are known.

This module alone knows how a date written without its year, or relative to another, is completed.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claims.edtf import parse_edtf
from claims.values import Resolution, When
from compare.values.dating.parts import part_of
from compare.values.dating.relative import Surroundings, phrase_date, pointed, with_year
from compare.values.dating.steps import of_year
from compare.values.dating.tokens import Token

UNKNOWN = "XXXX"


class Point(NamedTuple):
    """One date, not yet completed.

    edtf: EDTF with `XXXX` for a year not written, `W5` for a Friday, "" when `phrase` says it all.
    parts: "early", "end", ... as in `dating.parts`; two for "early to mid-1990s".
    about: "around", "circa".
    pointer: "last", "the following", ...; None when there is none, "" for a weekday alone.
    phrase: a whole relative phrase such as "last year" or "two days later".
    """

    edtf: str
    parts: tuple[str, ...] = ()
    about: bool = False
    pointer: str | None = None
    phrase: str = ""

    @property
    def yearless(self) -> bool:
        """Whether the year must come from elsewhere."""
        return self.edtf.startswith(UNKNOWN) and self.pointer is None and not self.phrase


def point(found: list[Token]) -> Point:
    """Return the date that the tokens of one match of the grammar say."""
    said: dict[str, list[str]] = {}
    for token in found:
        said.setdefault(token.letter, []).append(token.value)
    parts = tuple(said.get("P", []) + said.get("F", []))
    pointer = said["L"][0] if "L" in said else "" if set(said) == {"W"} else None
    days = [token.value for token in found if token.letter in "DTOK"]
    return Point(_edtf(said, days), parts, "A" in said or "B" in said, pointer, said.get("R", [""])[0])


def settle(one: Point, around: Surroundings) -> When | None:
    """Return the date completed from its surroundings; None when it cannot be, or no calendar has it."""
    edtf, how = one.edtf, Resolution.WRITTEN
    approximate = one.about or any(not part.startswith("half") for part in one.parts)
    if one.phrase:
        base = phrase_date(one.phrase, around)
        if base is None:
            return None
        edtf, how = _inside(edtf, base), Resolution.RELATIVE
        approximate |= base.approximate
    elif one.pointer is not None:
        edtf, how = pointed(edtf, one.pointer, around) or "", Resolution.RELATIVE
    elif one.yearless:
        edtf, how = with_year(edtf, around), Resolution.INFERRED
    spans = [part_of(edtf, part) for part in one.parts if edtf] or [edtf]
    return _when(spans[0] if len(spans) == 1 else _joined(spans[0], spans[-1]), approximate, how)


def settle_range(left: Point, right: Point, around: Surroundings) -> When | None:
    """Return the time from one date to another; a year that one end lacks is taken from the other.

    None when an end cannot be completed or the range ends before it begins.
    """
    if left.yearless and right.yearless:
        left = left._replace(edtf=with_year(left.edtf, around))
        return _inferred(settle_range(left, right, around)) if not left.yearless else _between(left, right, around)
    if left.yearless and right.edtf[:4].isdigit():
        year = int(right.edtf[:4])
        edtf = of_year(left.edtf, year)
        left = left._replace(
            edtf=edtf if edtf[:7] <= right.edtf or len(right.edtf) == 4 else of_year(left.edtf, year - 1)
        )
    elif right.yearless and left.edtf[:4].isdigit():
        year = int(left.edtf[:4])
        edtf = of_year(right.edtf, year)
        right = right._replace(edtf=edtf if edtf >= left.edtf[: len(edtf)] else of_year(right.edtf, year + 1))
    return _between(left, right, around)


def open_ended(one: Point, around: Surroundings) -> When | None:
    """Return the time from a date to an open end: "2001 to the present"."""
    start = settle(one, around)
    return start and _when(f"{start.edtf.split('/')[0]}/..", start.approximate, start.resolution)


def with_next_year(one: Point, following: Point) -> Point:
    """Return a date of a list with the year of the next one: "on April 2 and May 16, 2019", "May and June of this year"."""
    if not one.yearless or len(one.edtf) != len(following.edtf):
        return one
    if following.phrase:
        return one._replace(phrase=following.phrase)
    return one._replace(edtf=of_year(one.edtf, int(following.edtf[:4]))) if following.edtf[:4].isdigit() else one


def _edtf(said: dict[str, list[str]], days: list[str]) -> str:
    """EDTF of the values of a date by letter; a second day makes an interval."""
    year = (said.get("Y") or said.get("Z") or [UNKNOWN])[0]
    if "I" in said or "E" in said:
        return (said.get("I") or said["E"])[0]
    if "C" in said:
        return f"{int(days[0]) - 1:02}XX"
    if "V" in said:
        return f"{year}-{32 + int(days[0])}"
    for letter in "HQS":
        if letter in said:
            return f"{year}-{said[letter][0]}"
    if "M" in said:
        month = f"{year}-{said['M'][0]}"
        return _joined(f"{month}-{days[0]:0>2}", f"{month}-{days[-1]:0>2}") if days else month
    if "W" in said:
        return f"W{said['W'][0]}"
    return _numbers(year, days + said.get("N", [])) if "Y" in said or "Z" in said else ""


def _inside(edtf: str, base: When) -> str:
    """The month, season or weekday of a relative time: "August of last year", "Tuesday of last week"."""
    if edtf.startswith("W"):
        return date.fromordinal(base.first + int(edtf[1:]) - 1).isoformat() if base.last - base.first == 6 else ""
    return of_year(edtf, int(base.edtf[:4])) if edtf else base.edtf


def _numbers(year: str, more: list[str]) -> str:
    """A year and the numbers after it: 1991-92 and 1994-5 are two years, 2025-08 a month, 2016 10 16 and 10/16, 2016 a day."""
    if len(more) == 2 and int(more[0]) > 12:
        more = more[::-1]
    if len(more) == 2:
        return f"{year}-{more[0]:0>2}-{more[1]:0>2}"
    if not more:
        return year
    second = year[: -len(more[0])] + more[0]
    if second > year:
        return f"{year}/{second}"
    turn = f"{int(year) + 1}"
    return f"{year}/{turn}" if turn.endswith(more[0]) else f"{year}-{more[0]}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def _between(left: Point, right: Point, around: Surroundings) -> When | None:
    start, end = settle(left, around), settle(right, around)
    if start is None or end is None:
        return None
    how = max(start.resolution, end.resolution, key=list(Resolution).index)
    return _when(_joined(start.edtf, end.edtf), start.approximate or end.approximate, how)


def _when(edtf: str, approximate: bool, how: Resolution) -> When | None:
    try:
        when = parse_edtf(edtf)
    except ValueError:
        return None
    return When(when.edtf, when.first, when.last, approximate, how)


def _inferred(when: When | None) -> When | None:
    return when and replace(when, resolution=Resolution.INFERRED)
