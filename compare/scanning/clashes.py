"""When two values cannot both be right of one thing, and when they say the same.

Stricter than the relation of a claimed value to a found one: of two bounds ("over 40", "more than 50") each lets the other in, and
yet nobody writes both of one thing.
"""

from dataclasses import replace

from claims.edtf import overlaps
from claims.values import Amount, Bound, Resolution, When
from compare.scanning.marks import Hour, Meant, Weekday
from compare.values.relations import ABOVE, BELOW, Relation, relate_amounts
from compare.values.units import comparable

SURE, LIKELY, SLIGHT = 1.0, 0.8, 0.6
HALF_A_DAY = 12 * 60


def clash(a: Meant, b: Meant) -> float:
    """How hard two values contradict each other said of the same thing, 0 (not at all) to 1."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _clash_of_amounts(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return _clash_of_dates(a, b)
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return SURE if a != b else 0.0
    if isinstance(a, Hour) and isinstance(b, Hour):
        return 0.0 if _same_hour(a, b) else SURE
    return 0.0


def agree(a: Meant, b: Meant) -> bool:
    """True when two values may be one, exactly or more or less precisely."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return _same_amount(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return Resolution.RELATIVE not in (a.resolution, b.resolution) and not _clash_of_dates(a, b)
    return type(a) is type(b) and not clash(a, b)


def _same_amount(a: Amount, b: Amount) -> bool:
    if bool(a.unit) != bool(b.unit):
        return a.low == b.low and comparable(a, b) is not None
    a, b = without_rate(a), without_rate(b)
    return comparable(a, b) is not None and not _clash_of_amounts(a, b)


def _clash_of_amounts(a: Amount, b: Amount) -> float:
    same = comparable(a, b) if bool(a.unit) == bool(b.unit) else None
    if same is None:
        return 0.0
    a, b = same
    if relate_amounts(a, b) is Relation.OTHER and relate_amounts(b, a) is Relation.OTHER:
        return SURE if (a.low, a.high) != (b.low, b.high) else _clash_of_bounds(a.bound, b.bound)
    both_ranges = a.low < a.high and b.low < b.high
    if (both_ranges and (a.low, a.high) != (b.low, b.high) and a.step == b.step) or _two_bounds(a, b):
        return SLIGHT
    return 0.0


def _clash_of_bounds(a: Bound, b: Bound) -> float:
    """Of bounds on one number: "over" and "under" exclude each other; a plain number beside a bound may be carelessly written."""
    below = (*BELOW, Bound.NEARLY)
    if any(a in one and b in other for one, other in ((ABOVE, below), (below, ABOVE))):
        return SURE
    return 0.0 if Bound.EXACT in (a, b) else SLIGHT


def _two_bounds(a: Amount, b: Amount) -> bool:
    """True for two bounds of one side on numbers of which neither is the other rounded."""
    sides = (ABOVE, BELOW, (Bound.ABOUT,))
    return any(a.bound in side and b.bound in side for side in sides) and abs(a.low - b.low) >= max(a.step, b.step)


def _clash_of_dates(a: When, b: When) -> float:
    """Dates clash by their days; where one has no year of its own, by month and day."""
    if Resolution.RELATIVE in (a.resolution, b.resolution):
        return 0.0
    if Resolution.INFERRED not in (a.resolution, b.resolution) and "XXXX" not in a.edtf + b.edtf:
        return 0.0 if overlaps(a, b) else SURE
    if "/" in a.edtf + b.edtf:
        return 0.0
    mine, theirs = (when.edtf.split("-")[1:3] for when in (a, b))
    return LIKELY if any(x != y for x, y in zip(mine, theirs, strict=False)) else 0.0


def _same_hour(a: Hour, b: Hour) -> bool:
    if a.sure and b.sure:
        return a.minutes == b.minutes
    return (a.minutes - b.minutes) % HALF_A_DAY == 0


def without_rate(amount: Amount) -> Amount:
    """The amount without what it is per: "$499" and "$499 a month" may be one price."""
    return replace(amount, unit=amount.unit.partition("/")[0])
