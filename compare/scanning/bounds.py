"""Is one number given with two bounds?

Looked at, by `sourcecheck scan`: every number beside the same number in other sentences. Told are "more than 300" beside "300" or "about
300", and "nearly 300" beside "300", where both stand among two of the same rare words at least. Bounds that exclude each other
("more than 300", "nearly 300") are a contradiction, another check's.

Always low: both may be right, and one says less than it could. Cannot see: numbers that one rounds; a thing in other words.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claims.model import Severity
from claims.values import Amount, Bound
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import COMMON, Observation, Observations, tokens
from compare.scanning.values import alike
from compare.values.relations import ABOVE, BELOW
from compare.values.units import comparable

CODE = "SRC425"
NAME = "bound"

SHARED, LEAST = 2, 0.3
"""Words that two numbers share at least, and how alike what stands around them must be."""
AGAIN = re.compile(r"\b(?:the|these|those|all|its|their)\s+$", re.IGNORECASE)
"""What stands before a number that takes up another."""
CLEAR = frozenset(("above", "exact")), frozenset(("below", "exact")), frozenset(("above", "about"))


def find(read: Observations) -> Iterator[Finding]:
    """The numbers of which one is bounded otherwise."""
    by_number: dict[float, list[Observation]] = defaultdict(list)
    for one in read.all:
        value = one.value
        if isinstance(value, Amount) and value.low == value.high and tokens(value) and not one.entry.passage.row:
            by_number[value.low].append(one)
    for some in by_number.values():
        for one, other in combinations(some[:COMMON], 2):
            if _are_one_thing(one, other):
                yield _finding(one, other)


def _are_one_thing(one: Observation, other: Observation) -> bool:
    if not isinstance(one.value, Amount) or not isinstance(other.value, Amount):
        return False
    near = one.source == other.source and abs(one.number - other.number) <= 1
    near = near or (one.source == other.source and any(AGAIN.search(o.before) for o in (one, other)))
    sides = frozenset((_side(one.value.bound), _side(other.value.bound)))
    if near or sides not in CLEAR or one.kind != other.kind or comparable(one.value, other.value) is None:
        return False
    return len(one.near.keys() & other.near.keys()) >= SHARED and alike(one, other) >= LEAST


def _side(bound: Bound) -> str:
    if bound in ABOVE:
        return "above"
    if bound in BELOW or bound is Bound.NEARLY:
        return "below"
    return "about" if bound is Bound.ABOUT else "exact"


def _finding(one: Observation, other: Observation) -> Finding:
    places = tuple(place_at(o.entry, *o.span) for o in (one, other))
    shared = one.near.keys() & other.near.keys()
    words = ", ".join(
        filter(None, (one.named(key) for key in sorted(shared, key=lambda key: (-one.near[key], key))[:3]))
    )
    why = f"the number is the same, and both stand beside {words}"
    return Finding(CODE, f"{said(places)}: {words}", Severity.LOW, places, why, round(alike(one, other), 3))
