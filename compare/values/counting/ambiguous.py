"""Numbers that two countries read differently: "45.000 souls" is forty-five, and forty-five thousand.

Only of what is counted and of money, which nobody gives to a thousandth; a measure ("5.125 km") is read the English way.
"""

import re
from dataclasses import replace

from claims.values import Amount
from compare.values.counting.unit_names import UNITS

_THOUSANDS = re.compile(
    r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,]| ?(?:%|percent|per cent|thousand|m|mn|million|bn|billion)\b)"
)
_MONEY = frozenset(unit.name for unit in UNITS.values() if unit.dimension == "currency")
_MEASURES = frozenset(unit.name for unit in UNITS.values()) - _MONEY


def other_amount(words: str, amount: Amount) -> Amount | None:
    """The other amount that `words` may stand for; None where they can be read in one way only."""
    found = _THOUSANDS.search(words)
    counts = amount.unit.partition("/")[0] not in _MEASURES
    if not found or not counts or amount.low != amount.high or amount.low != float(found[0]):
        return None
    return replace(amount, low=amount.low * 1e3, high=amount.high * 1e3, step=1.0)
