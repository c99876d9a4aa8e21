"""Values as a table of claims writes them: the other way round of `claims.amounts` and `claims.edtf`."""

from claims.amounts import parse_amount
from claims.edtf import parse_edtf
from claims.values import Amount, Bound, Value, When

UNNAMED = frozenset("one other more".split())
"""Counted nouns that do not say what is counted (\"seven of the largest ones\")."""


def written(value: Value) -> str:
    """The value for the cell `expected`; "" where the notation cannot hold it, and the statement alone must tell it."""
    try:
        return _date(value) if isinstance(value, When) else _amount(value)
    except ValueError:
        return ""


def _date(when: When) -> str:
    text = when.edtf + ("~" if when.approximate and "/" not in when.edtf else "")
    read = parse_edtf(text)
    return text if (read.first, read.last) == (when.first, when.last) else ""


def _amount(amount: Amount) -> str:
    low, high = _number(amount.low, amount.step), _number(amount.high, amount.step)
    number = low if amount.low == amount.high else f"{low}..{high}"
    unit = "" if amount.unit in UNNAMED else amount.unit
    text = f"{amount.bound.value}{number} {unit}".strip()
    read = parse_amount(text)
    same = (read.low, read.high, read.unit, read.bound) == (amount.low, amount.high, unit, Bound(amount.bound))
    return text if same else ""


def _number(number: float, step: float) -> str:
    """A number to its step: 19e9, 18.9e9, 1768, 2.5."""
    plain = f"{number:.0f}" if number.is_integer() else f"{number:.10g}"
    if step < 1000 or number % step or "e" in plain:
        return plain
    power = next((p for p in (12, 9, 6, 3) if step >= 10 ** (p - 2) and number >= 10**p), 0)
    return f"{number / 10**power:.10g}e{power}" if power else plain
