"""Two amounts that are the ends of one range: "up 4% to 7%"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.values import Amount, Reading

CHANGE = ("from ", "by ")
"""What stands before two amounts that are the ends of a change, and no range ("from 5 percent to 40 percent")."""
JOINTS = ("to", "and", "-", "–")


def joined_ranges(readings: Sequence[Reading], text: str) -> Iterator[Reading]:
    """The ranges that two neighbouring amounts of a text may be meant as."""
    for a, b in pairwise(readings):
        one, other = a.value, b.value
        if not isinstance(one, Amount) or not isinstance(other, Amount) or text[a.end : b.start].strip() not in JOINTS:
            continue
        if one.unit == other.unit and one.low < other.high and not text[: a.start].endswith(CHANGE):
            yield Reading(a.start, b.end, replace(one, high=other.high))
