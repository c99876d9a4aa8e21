"""Values as a table of claims writes them: the other way round of `claims.amounts` and `claims.edtf`."""

from dataclasses import replace

from claims.amounts import parse_amount
from claims.edtf import parse_edtf
from claims.model import Claim, Kind
from claims.values import Amount, Bound, Reading, Resolution, Value, When
from compare.facts.asked_claim import expected_value
from compare.values.dates import find_dates
from compare.values.dating.ambiguous import other_day
from compare.values.quantities import find_quantities

UNNAMED = frozenset("one other more".split())
"""Counted nouns that do not say what is counted (\"seven of the largest ones\")."""


def in_notation(claim: Claim, text: str) -> str:
    """What a person wrote for the value of a claim, in the notation of the table; as it is where it cannot be read as one value.

    Read as prose is read ("14.6 million euros", "3 May 2019"). A number without a unit has that of the claim.
    """
    read = {Kind.DATE: _date_of, Kind.FIGURE: _amount_of}.get(claim.kind)
    return (read(claim, text) if read else "") or text


def _date_of(claim: Claim, text: str) -> str:
    if _is_edtf(text):
        return ""
    whole = _whole(text, find_dates(text))
    plain = isinstance(whole, When) and whole.resolution is Resolution.WRITTEN and not other_day(text, whole)
    return written(whole) if plain and whole else ""


def _amount_of(claim: Claim, text: str) -> str:
    told, own = _whole(text, find_quantities(text)), expected_value(claim)
    amount = told if isinstance(told, Amount) else _noted(text)
    if amount is None:
        return ""
    if not amount.unit and isinstance(own, Amount):
        return written(replace(amount, unit=own.unit))
    return written(amount) if amount is told else ""


def _is_edtf(text: str) -> bool:
    """True for a date in the notation of the table."""
    try:
        return bool(parse_edtf(text))
    except ValueError:
        return False


def _noted(text: str) -> Amount | None:
    try:
        return parse_amount(text)
    except ValueError:
        return None


def _whole(text: str, readings: tuple[Reading, ...]) -> Value | None:
    """The value that is all of a text but for "in" or "on" before it; None where there is another word, or no value."""
    if len(readings) != 1:
        return None
    (reading,) = readings
    around = text[: reading.start].strip().casefold(), text[reading.end :].strip(" .")
    return reading.value if around in (("", ""), ("in", ""), ("on", "")) else None


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
