"""Whether an amount follows from two others: what a reader works out of a text is not at odds with it."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from claims.values import Amount
from compare.values.relations import LOOSE, NEAR

MOST = 5
"""Amounts; of more, some two would give nearly any number."""
LEAST = 10
"""A smaller sum or difference comes about by chance."""
EXACT = 0.011
"""How far, relatively, what is worked out may lie from a share told in round words ("a fifth" of 402 for 80)."""


def follows(claimed: Amount, found: Sequence[Amount]) -> bool:
    """True when a number is the sum or the difference of two others, a share of one, or the share that one is of another."""
    single = [amount for amount in found if amount.low == amount.high]
    if len(single) > MOST or claimed.low != claimed.high:
        return False
    near = NEAR if claimed.bound in LOOSE else EXACT
    return any(abs(number - _number(claimed)) <= near * abs(number) for number in _worked_out(claimed, single))


def _worked_out(claimed: Amount, found: Sequence[Amount]) -> Iterator[float]:
    for one, other in permutations(found, 2):
        a, b = _number(one), _number(other)
        if _is_share(claimed) and not (_is_share(one) or _is_share(other)) and a < b:
            yield a / b
        elif _is_share(one) and not _is_share(claimed) and not _is_share(other):
            yield from (a * b, (1 - a) * b)
        elif (
            claimed.low >= LEAST
            and (one.unit == other.unit or not (one.unit and other.unit))
            and not (_is_share(one) or _is_share(other))
        ):
            yield from (
                number for number in (a + b, a - b) if number == round(number) and abs(number - claimed.low) < 1
            )


def _is_share(amount: Amount) -> bool:
    return amount.unit == "percent" or (not amount.unit and 0 < amount.low < 1)


def _number(amount: Amount) -> float:
    return amount.low / 100 if amount.unit == "percent" else amount.low
