"""How two values of sources relate, each in its own words.

Stricter than `compare.values.relations`, which holds a value against a curator's: a bound on one number is no bound on another.
"""

import re

from claims.edtf import overlaps
from claims.values import Amount, Bound, Resolution, Value, When
from compare.values.relations import ABOVE, BELOW, LOOSE, Relation, is_end, is_too_long, relate_amounts, relate_dates
from compare.values.units import are_people, comparable, is_known, is_other_unit

DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
"""A span between two written days: it is no other span."""
DIGITS = 4


def relate(claimed: Value, found: Value) -> Relation | None:
    """The relation of a passage's value to the asserted one, None where the two cannot be compared."""
    if isinstance(claimed, When) and isinstance(found, When):
        return _relate_dates(claimed, found)
    if isinstance(claimed, Amount) and isinstance(found, Amount):
        return _relate_amounts(claimed, found)
    return None


def _relate_dates(claimed: When, found: When) -> Relation | None:
    if DAYS.fullmatch(claimed.edtf) and DAYS.fullmatch(found.edtf) and claimed.edtf[4:] != found.edtf[4:]:
        return Relation.OTHER
    if "XXXX" in claimed.edtf or "XXXX" in found.edtf:
        return _relate_days(claimed.edtf, found.edtf)
    if found.resolution is Resolution.INFERRED and not overlaps(claimed, found):
        days = _relate_days(claimed.edtf, found.edtf)
        return days if days is Relation.OTHER else None
    if is_too_long(claimed, found):
        return None
    relation = relate_dates(claimed, found)
    sure = found.resolution is not Resolution.RELATIVE or relation is not Relation.OTHER
    return relation if sure else None


def _relate_days(claimed: str, found: str) -> Relation | None:
    """Month and day compared where a year is missing."""
    a, b = (edtf.split("/")[0].split("-")[1:] for edtf in (claimed, found))
    if not a or not b:
        return None
    if any(x != y for x, y in zip(a, b, strict=False)):
        return Relation.OTHER
    return Relation.SAME if len(b) >= len(a) else Relation.COARSER


def _relate_amounts(claimed: Amount, found: Amount) -> Relation | None:
    """As two amounts relate, but one range is no other, nor a bound on one number one on another."""
    both = comparable(claimed, found)
    if both is None:
        return _relate_units(claimed, found) if (claimed.low, claimed.high) == (found.low, found.high) else None
    claimed, found = both
    if is_end(claimed, found):
        return None
    if (claimed.low, claimed.high) == (found.low, found.high):
        return _relate_bounds(claimed.bound, found.bound)
    relation = relate_amounts(claimed, found)
    if relation is Relation.OTHER or _is_rounding(claimed, found):
        return relation
    ranged = claimed.low < claimed.high, found.low < found.high
    if claimed.bound not in (Bound.EXACT, *LOOSE) and found.bound is Bound.EXACT and not any(ranged):
        return relation
    unbounded = {claimed.bound, found.bound} <= {Bound.EXACT, *LOOSE}
    return relation if ranged == (False, True) and unbounded else Relation.OTHER


def _relate_units(claimed: Amount, found: Amount) -> Relation | None:
    """Of one number in two units: another where both are money or shares, and another where a volume is said to be a weight.

    One without its "a month" is less precise. A number of many digits is hardly there by chance, whatever it is said to count; and
    people may be passengers.
    """
    if is_other_unit(claimed.unit, found.unit):
        return Relation.OTHER
    (top, _, per), (other_top, _, other_per) = claimed.unit.partition("/"), found.unit.partition("/")
    if top == other_top and "" in (per, other_per):
        return Relation.COARSER
    counted = not (is_known(claimed.unit) or is_known(found.unit))
    return Relation.COARSER if counted and (_is_precise(claimed) or are_people(claimed.unit, found.unit)) else None


def _is_precise(value: Amount) -> bool:
    """True for a number of at least `DIGITS` digits, none of them rounded away."""
    return bool(value.low == value.high >= 10 ** (DIGITS - 1) * value.step > 0)


def _relate_bounds(claimed: Bound, found: Bound) -> Relation:
    """The relation of two bounds on one number: one without is less precise than one with, and the other way round."""
    if claimed is found:
        return Relation.SAME
    if Bound.EXACT in (claimed, found):
        return Relation.COARSER
    return Relation.COARSER if any({claimed, found} <= set(side) for side in (ABOVE, BELOW, LOOSE)) else Relation.OTHER


def _is_rounding(a: Amount, b: Amount) -> bool:
    """True when the rounder of two amounts is the other one rounded, at both ends."""
    step = max(_roundness(a), _roundness(b))
    return all(abs(x - y) <= step / 2 for x, y in ((a.low, b.low), (a.high, b.high))) if step else a.low == b.low


def _roundness(amount: Amount) -> float:
    """The step of an amount; of one that is said to be about its number the place of the last digit that is not zero."""
    step = amount.step
    while amount.bound in LOOSE and step and step * 10 <= abs(amount.low) and amount.low % (step * 10) == 0:
        step *= 10
    return step
