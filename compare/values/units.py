"""Amounts brought to one unit, so that they can be compared.

This module alone knows which amounts measure the same thing and how one unit is turned into another. Physical units are
converted by pint, which is loaded only when two of them differ that are not of every day.
"""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.values import Amount
from compare.values.counting import clocks
from compare.values.counting.factors import factor
from compare.values.counting.nouns import PEOPLE, same_noun, singular
from compare.values.counting.unit_names import LETTERS, MINOR, UNITS

if TYPE_CHECKING:
    import pint

_DIMENSIONS = {unit.name: unit.dimension for unit in (*UNITS.values(), *LETTERS.values())}
_POWER = re.compile(r"(square|cubic)_(\w+)")


def canonical(unit: str) -> str:
    """A unit as this module writes it: "euros" is EUR, "people" person, "kilometre" kilometer; a rate part by part."""
    return "/".join(_canonical(part) for part in unit.split("/"))


def _canonical(unit: str) -> str:
    known = UNITS.get(unit.lower().replace("_", " "))
    if unit in _DIMENSIONS or known is None or known.factor != 1:
        return unit if unit in _DIMENSIONS else singular(unit)
    return known.name


_GENERIC = {
    "franc": ("CHF", "FRF"),
    "krona": ("SEK",),
    "krone": ("NOK", "DKK"),
    "peso": ("MXN", "PHP"),
    "dinar": ("KWD",),
}
"""Names that several countries give their money: what a passage calls so may be any of them."""
_BULK = frozenset(("volume", "mass", "energy", "oil equivalent"))
"""Measures of how much of a thing there is."""


def is_known(unit: str) -> bool:
    """True for a unit of any kind, false for a counted noun and a bare number."""
    return unit.partition("/")[0] in _DIMENSIONS or unit in clocks.UNITS


def is_money(unit: str) -> bool:
    """True for a currency, whatever it is paid for."""
    return _DIMENSIONS.get(unit.partition("/")[0]) == "currency"


def is_other_unit(one: str, other: str) -> bool:
    """True for two units of which the same number is never the same amount: two currencies, percent and points, litres and tonnes."""
    a, b = (_DIMENSIONS.get(unit.partition("/")[0]) for unit in (one, other))
    apart = one.partition("/")[0] != other.partition("/")[0]
    return apart and a is not None and ((a == b and a in ("currency", "share")) or (a != b and {a, b} <= _BULK))


def are_people(one: str, other: str) -> bool:
    """True for two counted nouns of which one is "person" and the other a kind of people."""
    return "person" in (one, other) and {one, other} <= PEOPLE


def is_measure(unit: str) -> bool:
    """True for a currency or a physical unit, false for a counted noun, a share, a bare number or a time."""
    return _DIMENSIONS.get(unit.partition("/")[0]) not in (None, "time", "share")


def comparable(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    """Both amounts in one unit, a's where they differ; None when they measure different things.

    Different are: another dimension or currency, another counted noun (but near synonyms are alike), an amount per year and
    one without a rate, percent and percentage points. A bare number is taken to count what the other one counts; a bare
    fraction ("a third") is a share beside a percentage and counts nothing.
    """
    if clocks.UNITS.issuperset((a.unit, b.unit)):
        return clocks.beside(a, b)
    if a.unit == b.unit:
        return a, b
    if clocks.UNITS.intersection((a.unit, b.unit)):
        return None
    if "percent" in (a.unit, b.unit):
        return _as_percent(a, b)
    if (not a.unit or not b.unit) and min(a.high, b.high) < 1 <= max(a.low, b.low):
        return None
    if not a.unit and b.unit not in _DIMENSIONS and "/" not in b.unit:
        return replace(a, unit=b.unit), b
    (top, _, per), (other_top, _, other_per) = a.unit.partition("/"), b.unit.partition("/")
    if bool(per) != bool(other_per):
        return None
    numerator, denominator = _conversion(other_top, top), _conversion(other_per, per)
    if numerator is None or denominator is None:
        return None
    return a, _converted(b, numerator[0] / denominator[0], numerator[1], a.unit)


def _as_percent(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    bare = b if a.unit == "percent" else a
    if bare.unit == "fold":
        change = (
            _converted(bare, 100.0, -100.0, "percent") if bare.low >= 1 else _converted(bare, -100.0, 100.0, "percent")
        )
        return (change, b) if bare is a else (a, change)
    if bare.unit or not 0 < bare.low <= bare.high < 1:
        return None
    one, other = (_converted(amount, 100.0, 0.0, "percent") if amount is bare else amount for amount in (a, b))
    return one, other


def _converted(amount: Amount, slope: float, offset: float, unit: str) -> Amount:
    low, high = (slope * end + offset for end in (amount.low, amount.high))
    return Amount(low, high, unit, amount.bound, abs(slope) * amount.step)


def _conversion(source: str, target: str) -> tuple[float, float] | None:
    """Slope and offset that turn a number of `source` into one of `target`; None when they measure different things."""
    if source == target:
        return 1.0, 0.0
    dimension = _DIMENSIONS.get(source)
    if dimension != _DIMENSIONS.get(target):
        return None
    if dimension is None:
        return (1.0, 0.0) if not source or same_noun(source, target) else None
    if dimension in ("currency", "share"):
        named_alike = target in _GENERIC.get(source, ()) or source in _GENERIC.get(target, ())
        return (1.0, 0.0) if named_alike else _hundredths(source, target)
    known = factor(source, target)
    return _by_pint(source, target) if known is None else (known, 0.0)


def _hundredths(source: str, target: str) -> tuple[float, float] | None:
    """Between a minor unit and its currency, or basis points and percentage points."""
    for minor, majors in MINOR.items():
        if source == minor and target in majors:
            return 0.01, 0.0
        if target == minor and source in majors:
            return 100.0, 0.0
    return None


@cache
def _registry() -> "pint.UnitRegistry[float]":
    import pint  # a third of a second, so only where no table helps

    return pint.UnitRegistry()


@cache
def _by_pint(source: str, target: str) -> tuple[float, float] | None:
    import pint

    registry = _registry()
    names = (_POWER.sub(lambda m: f"{m[2]}**{2 if m[1] == 'square' else 3}", name) for name in (source, target))
    try:
        here, there = (registry.Unit(name) for name in names)
        offset, one = (float(registry.Quantity(value, here).to(there).magnitude) for value in (0.0, 1.0))
    except pint.PintError:
        return None
    return one - offset, offset
