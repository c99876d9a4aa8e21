"""When two values cannot both be right of one thing, and when they say the same; how values relate is decided in `values.relating`."""

import math

from claims.values import Amount, Bound, Resolution, Value, When
from compare.values.relating import relate
from compare.values.relations import ABOVE, BELOW, Relation
from compare.values.slips import is_slip
from compare.values.units import comparable

FEW = 10
"""The least number, in its smallest written step, whose bound tells that the same is meant."""


def clash(a: Value, b: Value) -> bool:
    """True when neither value may be the other, more or less precisely; of bounds on one number, when they exclude each other."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        one_number = (a.low, a.high, a.unit) == (b.low, b.high, b.unit)
        if bool(a.unit) != bool(b.unit) or (one_number and not is_slip(a, b)):
            return False
    return relate(a, b) is relate(b, a) is Relation.OTHER


def confirms(a: Value, b: Value) -> bool:
    """True when one value gives the other again, more or less precisely; a date with a year is not given by one without."""
    dates = isinstance(a, When) and isinstance(b, When)
    if dates and (_has_year(a) != _has_year(b) or any(map(_is_relative, (a, b)))):
        return False
    return any(found not in (None, Relation.OTHER) for found in (relate(a, b), relate(b, a)))


def is_one_slip(one: Value, other: Value) -> bool:
    """True for two values of which one is the other but for a slip of the pen: an amount in one unit, a day or month in another year."""
    if isinstance(one, When) and isinstance(other, When):
        (year, _, rest), (other_year, _, last) = (w.edtf.rpartition("/")[2].partition("-") for w in (one, other))
        alike = bool(rest and last) and (rest.startswith(last) or last.startswith(rest))
        return alike and sum(x != y for x, y in zip(year, other_year, strict=False)) == 1
    both = isinstance(one, Amount) and isinstance(other, Amount) and one.unit == other.unit
    return both and is_slip(one, other)


def bounds_one_number(one: Value, other: Value) -> bool:
    """True for two bounds on one number of which the one says more and the other less ("up to 40 cents", "$0.40 or more")."""
    both = comparable(one, other) if isinstance(one, Amount) and isinstance(other, Amount) else None
    if both is None or not math.isclose(both[0].low, both[1].low):
        return False
    bounds = [amount.bound for amount in both]
    opposed = any(b in ABOVE for b in bounds) and any(b in BELOW or b is Bound.NEARLY for b in bounds)
    return opposed and all(abs(a.low) >= FEW * a.step for a in both)


def _is_relative(when: Value) -> bool:
    return isinstance(when, When) and when.resolution is Resolution.RELATIVE


def _has_year(when: Value) -> bool:
    return isinstance(when, When) and when.resolution is Resolution.WRITTEN and not when.edtf.startswith("XXXX")
