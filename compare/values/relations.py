"""How a value a source gives relates to the value a claim asserts.

`SAME`: equal, or finer and inside. `COARSER`: compatible but less precise. `OTHER`: incompatible. A bound is part of a value:
"more than 220" is not "about 220", and "at least 99" is not "at most 99".
"""

from enum import Enum, auto

from claims.edtf import OPEN_END, OPEN_START, covers, overlaps, parse_edtf
from claims.values import Amount, Bound, Resolution, When

NEAR = 0.05
"""How far, relatively, a number may lie from one said to be about or nearly it."""
OPEN = 0.2
"""How far, relatively, a number may lie beyond an open bound ("more than 300") and still be what was meant."""
LONGEST = 30 * 366
"""Days; a longer stretch of time ("the 21st century") is no date of an event within it, unless the claim's own is as long."""
SHORTEST_OPENED = 27
"""Days; a shorter time is not opened by "before" or "after"."""
UNKNOWN, LEAP, YEAR = "XXXX", "2000", 366
"""How EDTF writes a year that is not known, a year that has every day, and its days."""
LOOSE = (Bound.ABOUT, Bound.NEARLY)
ABOVE = (Bound.OVER, Bound.AT_LEAST)
BELOW = (Bound.UNDER, Bound.AT_MOST)


class Relation(Enum):
    """What the found value is to the claimed one."""

    SAME = auto()
    COARSER = auto()
    OTHER = auto()


def relate_dates(claimed: When, found: When) -> Relation:
    """Compare two dates by the days they cover; a year that was inferred, not written, never contradicts."""
    if UNKNOWN in claimed.edtf + found.edtf:
        return _relate_days(claimed, found)
    if found.resolution is Resolution.INFERRED and not overlaps(claimed, found):
        found = _in_year_of(claimed, found)
    if (mine := _ends(claimed)) and (theirs := _ends(found)):
        return max(
            (relate_dates(*pair) for pair in zip(mine, theirs, strict=True)), key=lambda relation: relation.value
        )
    if covers(claimed, found):
        return Relation.SAME
    if covers(found, claimed):
        return Relation.COARSER
    if overlaps(claimed, found):
        return Relation.SAME if claimed.approximate else Relation.COARSER
    return Relation.OTHER


def _relate_days(claimed: When, found: When) -> Relation:
    """Compare two dates of which one has no year by month and day; without the claim's year a date is less precise."""
    year = next((when for when in (claimed, found) if UNKNOWN not in when.edtf), None)
    if year and year.last - year.first > YEAR:
        return Relation.COARSER
    try:
        both = [parse_edtf(when.edtf.replace(UNKNOWN, year.edtf[:4] if year else LEAP)) for when in (claimed, found)]
    except ValueError:  # 29 February in a year that has none
        return Relation.OTHER
    relation = relate_dates(*both)
    return Relation.COARSER if relation is Relation.SAME and year is claimed else relation


def _ends(when: When) -> tuple[When, When] | None:
    """Both ends of a time that is written from one to the other: such spans are the same or others, whatever they share."""
    first, slash, last = when.edtf.partition("/")
    if when.approximate or not slash or "." in when.edtf or not (first and last):
        return None
    return parse_edtf(first), parse_edtf(last)


def is_too_long(claimed: When, found: When) -> bool:
    """True for a stretch of time that is too long to date what is said to be of `claimed`, a date within it."""
    longest = max(LONGEST, claimed.last - claimed.first + 1)
    return found.last - found.first > longest and overlaps(claimed, found)


def opened(when: When, edge: str) -> When:
    """A time that "before" or "after" opens to one side ("after 2010"); any other as it is. edge: the word before the date.

    A day is not opened: "after September 11" names what happened then.
    """
    if when.last - when.first < SHORTEST_OPENED:
        return when
    if edge == "after" and when.last < OPEN_END:
        return When(when.edtf, when.last + 1, OPEN_END, when.approximate, when.resolution)
    if edge == "before" and when.first > OPEN_START:
        return When(when.edtf, OPEN_START, when.first - 1, when.approximate, when.resolution)
    return when


def _in_year_of(claimed: When, found: When) -> When:
    """`found` moved by whole years into the year of `claimed`."""
    years = round((claimed.first - found.first) / 365.2425)
    first, last = found.first + round(years * 365.2425), found.last + round(years * 365.2425)
    slack = 1 if years else 0
    if abs(first - claimed.first) <= slack:
        first = claimed.first
    if abs(last - claimed.last) <= slack:
        last = claimed.last
    return When(found.edtf, min(first, last), max(first, last), found.approximate, found.resolution)


def relate_amounts(claimed: Amount, found: Amount) -> Relation:
    """Compare two amounts of the same unit."""
    if _same_number(claimed, found) or _is_one_bound(claimed, found):
        return _relate_bounds(claimed.bound, found.bound)
    if _is_range(claimed) and _is_range(found) and not (_rounds(claimed, found) or _rounds(found, claimed)):
        return Relation.OTHER
    if not {claimed.bound, found.bound} & {*ABOVE, *BELOW}:
        if claimed.low < claimed.high and claimed.low <= found.low and found.high <= claimed.high:
            return Relation.SAME
        if found.low < found.high and found.low <= claimed.low and claimed.high <= found.high:
            return Relation.COARSER
    if _meets_bound(claimed, found):
        return Relation.SAME
    if _meets_bound(found, claimed) or _rounds(found, claimed):
        return Relation.COARSER
    return Relation.SAME if _rounds(claimed, found) else Relation.OTHER


def _is_one_bound(a: Amount, b: Amount) -> bool:
    """True for bounds on one side of one number, rounded ("more than 110 km", "over 68 miles")."""
    beside = any({a.bound, b.bound} <= set(side) for side in (ABOVE, BELOW))
    return beside and abs(a.low - b.low) <= max(a.step, b.step) / 2


def relate_exactly(claimed: Amount, found: Amount) -> Relation:
    """The same for an amount said to be exactly its number: no rounded one is it, nor one that is only about it."""
    same = (claimed.low, claimed.high) == (found.low, found.high) and found.bound is Bound.EXACT
    return Relation.SAME if same else Relation.OTHER


def _is_range(amount: Amount) -> bool:
    """True for a range with two written ends: another is another, whatever they share."""
    return amount.low < amount.high and amount.bound is Bound.EXACT


def is_end(claimed: Amount, found: Amount) -> bool:
    """True for a number that is one end of a range: "between 14 and 17" says neither 14 nor 17."""
    exact = claimed.bound is found.bound is Bound.EXACT
    return exact and claimed.low == claimed.high and found.low < found.high and claimed.low in (found.low, found.high)


def _same_number(a: Amount, b: Amount) -> bool:
    """True for equal numbers; of one that was converted ("500 hectares", "1,236 acres") as exactly as both were written."""
    plain = min(abs(a.low), abs(b.low)) >= 1 and not {a.bound, b.bound} & {*ABOVE, *BELOW}
    within = min(a.step, b.step) / 2 if plain else 0.0
    return all(
        abs(x - y) <= max(within, 1e-9 * max(abs(x), abs(y), 1e-300)) for x, y in ((a.low, b.low), (a.high, b.high))
    )


def _relate_bounds(claimed: Bound, found: Bound) -> Relation:
    """The relation of two bounds on the same number."""
    if claimed is found or (claimed in LOOSE and found is Bound.EXACT) or (claimed, found) == LOOSE:
        return Relation.SAME
    if (claimed is Bound.EXACT and found in LOOSE) or (found is Bound.ABOUT and claimed is Bound.NEARLY):
        return Relation.COARSER
    if Bound.NEARLY in (claimed, found) and {claimed, found} & set(BELOW):
        return Relation.SAME if found is Bound.NEARLY else Relation.COARSER
    for side in (ABOVE, BELOW):
        if claimed in side and found in side:
            return Relation.COARSER
    unbounded = {claimed, found} & {Bound.EXACT}
    inclusive = {claimed, found} & {Bound.AT_LEAST, Bound.AT_MOST}
    return Relation.COARSER if unbounded and inclusive else Relation.OTHER


def _meets_bound(bounded: Amount, other: Amount) -> bool:
    """True when `other` is a number that the bound of `bounded` lets in, not far from it."""
    if bounded.bound in LOOSE:
        gap = abs(other.low - bounded.low)
        fits = gap <= NEAR * abs(bounded.low) and (bounded.bound is Bound.ABOUT or other.low <= bounded.low)
        return fits and other.bound not in ABOVE + BELOW
    if bounded.bound in ABOVE:
        return bounded.low < other.low <= bounded.low * (1 + OPEN) and other.bound not in ABOVE + BELOW
    if bounded.bound in BELOW:
        return bounded.high * (1 - OPEN) <= other.high < bounded.high and other.bound not in ABOVE + BELOW
    return False


def _rounds(rounded: Amount, precise: Amount) -> bool:
    """True when `rounded` is `precise` written with fewer digits; one million is no rounded half million."""
    if rounded.step <= precise.step or rounded.bound in ABOVE + BELOW or precise.bound in ABOVE + BELOW:
        return False
    pairs = ((rounded.low, precise.low), (rounded.high, precise.high))
    return all(abs(a - b) <= min(rounded.step / 2, OPEN * max(abs(a), 1.0)) for a, b in pairs)
