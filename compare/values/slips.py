"""Slips of the pen: a value that is another in one respect only, its scale, its unit, its bound, its day, its month or its year."""

import math
from dataclasses import replace

from claims.values import Amount, Bound, Value, When
from compare.values.counting import clocks
from compare.values.relations import ABOVE, BELOW
from compare.values.units import comparable, is_other_unit

UNKNOWN = "XXXX"
"""How EDTF writes a year that is not known."""
SCALES = (1e3, 1e6, 1e9)
TEENS = range(13, 20)
FEW = 10
"""The least number whose bound or unit tells that the same is meant."""


def is_slip(written: Value, given: Value) -> bool:
    """True when one value is the other with one slip: the same digits at another scale, in another unit of the same kind, with
    the opposite bound or in another order, "sixteen" for "sixty", or a date of which day, month or year alone is another.

    A bare number counts what the other counts.
    """
    if isinstance(written, Amount) and isinstance(given, Amount):
        unit = written.unit or given.unit
        return _amounts(replace(written, unit=unit), replace(given, unit=given.unit or unit))
    return isinstance(written, When) and isinstance(given, When) and _dates(written.edtf, given.edtf)


def _amounts(written: Amount, given: Amount) -> bool:
    if clocks.UNITS & {written.unit, given.unit}:
        return False
    if not written.low or not given.low or (written.low < 1 and written.unit != "percent"):
        return False
    if (written.low, written.high, written.unit) == (given.low, given.high, given.unit):
        return written.low >= FEW and _are_opposed(written.bound, given.bound)
    if written.unit == given.unit:
        if _are_transposed(written, given) or _are_misheard(written, given):
            return True
        ratio = max(written.low, given.low) / min(written.low, given.low)
        return written.low / written.step >= 10 and any(math.isclose(ratio, scale) for scale in SCALES)
    alike = comparable(written, given) is not None or is_other_unit(written.unit, given.unit)
    return written.low == given.low >= FEW and bool(written.unit and given.unit) and alike


def _are_opposed(one: Bound, other: Bound) -> bool:
    """True when one bound says more than a number, the other less."""
    below = (*BELOW, Bound.NEARLY)
    return (one in ABOVE and other in below) or (other in ABOVE and one in below)


def _are_transposed(one: Amount, other: Amount) -> bool:
    """True for two exact numbers of which one has two neighbouring digits of the other in the other order (213 and 231)."""
    if one.low != one.high or other.low != other.high or not one.unit:
        return False
    mine, theirs = (f"{amount.low:.10g}" for amount in (one, other))
    return len(mine) == len(theirs) and any(
        mine[i] != mine[i + 1] and mine[:i] + mine[i + 1] + mine[i] + mine[i + 2 :] == theirs
        for i in range(len(mine) - 1)
    )


def _are_misheard(one: Amount, other: Amount) -> bool:
    """True for "sixteen" and "sixty", and their like."""
    if one.low != one.high or other.low != other.high:
        return False
    teen, ty = sorted((one.low, other.low))
    return teen in TEENS and ty == (teen - 10) * 10


def _dates(written: str, given: str) -> bool:
    """True for two days or two months that differ in one of their numbers, or years with two digits in the other order."""
    mine, theirs = written.split("-"), given.split("-")
    if written.isdigit() and given.isdigit() and len(written) == len(given) == 4:
        return written[:2] == given[:2] and written[2:] == given[:1:-1] != given[2:]
    if "/" in written or "/" in given or len(mine) != len(theirs) or len(mine) < 2:
        return False
    return sum(a != b and UNKNOWN not in (a, b) for a, b in zip(mine, theirs, strict=True)) == 1
