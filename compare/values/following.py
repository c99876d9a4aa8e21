"""Whether an amount or a date follows from two others: what a reader works out of a text is not at odds with it."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from claims.edtf import parse_edtf
from claims.values import Amount, When
from compare.values.relations import LOOSE, NEAR

MOST = 5
"""Amounts; of more, some two would give nearly any number."""
LEAST = 10
"""A smaller sum or difference comes about by chance."""
DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
"""How many days a length of time has,"""
SLACK = {"day": 0, "week": 1, "month": 16, "year": 31, "decade": 366}
"""and how many it may be out by where the dates are finer."""
SHORT = 31
LONGEST = 366
"""Days: of a short time, and of the longest, since a longer one holds too much."""
EXACT = 0.011
"""How far, relatively, what is worked out may lie from a share told in round words ("a fifth" of 402 for 80)."""


def follows(claimed: Amount, found: Sequence[Amount]) -> bool:
    """True when a number is the sum or the difference of two others, a share of one, or the share that one is of another."""
    single = [amount for amount in found if amount.low == amount.high]
    if len(single) > MOST or claimed.low != claimed.high:
        return False
    near = NEAR if claimed.bound in LOOSE else EXACT
    return any(abs(number - _number(claimed)) <= near * abs(number) for number in _worked_out(claimed, single))


def follows_in_time(claimed: When, dates: Sequence[When], lengths: Sequence[Amount]) -> bool:
    """True when a date lies a length of time before or after another ("in 1874, two years after the wreck": the wreck was in 1872)."""
    spans = [(round(amount.low * DAYS[amount.unit]), SLACK[amount.unit]) for amount in lengths if amount.unit in DAYS]
    claimed, *dates = _in_one_year([claimed, *dates])
    near = [d for d in dates if max(_length(d), _length(claimed)) <= LONGEST]
    moved = (
        (when.first + way, when.last + way, slack) for when in near for days, slack in spans for way in (days, -days)
    )
    return any(_meet(claimed, *span) for span in moved)


def _in_one_year(dates: Sequence[When]) -> list[When]:
    """The dates, those without a year in that of the first that has one, or in any."""
    year = next((d.edtf[:4] for d in dates if d.edtf[:4].isdigit()), "2001")
    moved = (d.edtf.replace("XXXX", year) for d in dates)
    return [
        parse_edtf(edtf) if "XXXX" in d.edtf and edtf[5:] != "02-29" else d
        for d, edtf in zip(dates, moved, strict=True)
    ]


def _meet(claimed: When, first: int, last: int, slack: int) -> bool:
    """True where two times share half of the shorter; `slack` counts where both are short."""
    slack = slack if max(_length(claimed), last - first + 1) <= SHORT else 0
    shared = min(claimed.last, last + slack) - max(claimed.first, first - slack) + 1
    return shared * 2 >= min(_length(claimed), last - first + 1)


def _length(when: When) -> int:
    """The days of a time."""
    return when.last - when.first + 1


def _worked_out(claimed: Amount, found: Sequence[Amount]) -> Iterator[float]:
    for one, other in permutations(found, 2):
        a, b = _number(one), _number(other)
        shares = _is_share(one) or _is_share(other)
        part_of = _is_share(claimed) and not shares and a < b
        if part_of or (claimed.unit == "fold" and one.unit == other.unit and b):
            yield a / b
        elif _is_share(one) and not _is_share(claimed) and not _is_share(other):
            yield from (a * b, (1 - a) * b)
        elif claimed.low >= LEAST and (one.unit == other.unit or not (one.unit and other.unit)) and not shares:
            yield from (
                number for number in (a + b, a - b) if number == round(number) and abs(number - claimed.low) < 1
            )


def _is_share(amount: Amount) -> bool:
    return amount.unit == "percent" or (not amount.unit and 0 < amount.low < 1)


def _number(amount: Amount) -> float:
    return amount.low / 100 if amount.unit == "percent" else amount.low
