"""What makes two values comparable: their kind, and the keys that values which agree have in common.

The kind of an amount is its dimension or what it counts, whatever it is per; of anything else its sort. A key is an order of
magnitude, a year, an hour of the clock or a day of the week; what spans too many ("since 1990") is wide, and has none but its kind.
"""

import math
from collections.abc import Hashable
from datetime import date

from claims.edtf import OPEN_END
from claims.values import Amount, Bound, Resolution, When
from compare.scanning.clashes import HALF_A_DAY, without_rate
from compare.scanning.marks import Hour, Meant
from compare.values.relations import OPEN
from compare.values.units import comparable

RATIO = 1.05
"""How many times the lower end of an order of magnitude its upper end is."""
EQUAL = 1e-6
"""How far, relatively, one number may lie from itself in another unit."""
MOST = 32
"""A value that spans more orders of magnitude, or more years, is wide."""


class Kinds:
    """The kinds of amounts met so far; two units are of one kind when amounts in them can be compared."""

    def __init__(self) -> None:
        self._of_unit: dict[str, str] = {"": ""}
        self._known: list[str] = []

    def kind(self, value: Meant) -> str:
        """What a value can be held against: only values of one kind clash."""
        return self._unit(value.unit.partition("/")[0]) if isinstance(value, Amount) else type(value).__name__

    def keys(self, value: Meant) -> tuple[Hashable, ...]:
        """The keys of a value, none when it is wide: of two values that agree, and are not wide, one key at least is the same."""
        if isinstance(value, Amount):
            return tuple((self.kind(value), order) for order in self._orders(value))
        if isinstance(value, When):
            return _years(value)
        return ((type(value), value.minutes % HALF_A_DAY if isinstance(value, Hour) else value.number),)

    def _unit(self, unit: str) -> str:
        if unit not in self._of_unit:
            one = Amount(1, 1, unit)
            found = next((known for known in self._known if comparable(Amount(1, 1, known), one)), None)
            if found is None:
                self._known.append(unit)
            self._of_unit[unit] = found or unit
        return self._of_unit[unit]

    def _orders(self, amount: Amount) -> range:
        """The orders of magnitude of the amount in the unit its kind is named after, as far as it may agree with others."""
        unit = self.kind(amount)
        same = comparable(Amount(1, 1, unit), without_rate(amount)) if unit else (amount, amount)
        low, high = (same[1].low, same[1].high) if same else (0.0, 0.0)
        step = same[1].step / 2 if same else 0.0
        open_by = EQUAL if amount.bound is Bound.EXACT else OPEN
        low, high = min(low * (1 - open_by), low - step), max(high * (1 + open_by), high + step)
        return range(0) if low <= 0 else _few(math.log(low, RATIO), math.log(high, RATIO))


def _years(when: When) -> tuple[Hashable, ...]:
    if when.resolution is not Resolution.WRITTEN or "XXXX" in when.edtf or when.first < 1 or when.last >= OPEN_END:
        return ()
    years = _few(date.fromordinal(when.first).year, date.fromordinal(when.last).year)
    return tuple((When, year) for year in years)


def _few(low: float, high: float) -> range:
    """The whole numbers from `low` to `high`, rounded down; none when they are more than `MOST`."""
    span = range(math.floor(low), math.floor(high) + 1)
    return span if len(span) <= MOST else range(0)
