"""The findings of a result: which need a decision, and how many are decided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from claims.model import Severity
from compare.decide.headline import gravest_first
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result

FIRST = 16
"""Findings told before everything else, so that they stand on one page."""


class State(StrEnum):
    """How far people have come with a finding."""

    OPEN = "open"
    DECIDED = "decided"
    EXPIRED = "expired"
    """decided, but on another claim or on other evidence than there is now"""


class Reviewed(NamedTuple):
    """What reviewers decided on a claim, a line each, and whether it still holds."""

    lines: tuple[str, ...] = ()
    state: State = State.OPEN


Reviews = Mapping[str, Reviewed]
"""The reviews of claims, by their ids."""
NONE: Reviews = MappingProxyType({})
OPEN = Reviewed()


def weighty(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The findings that need a decision, the gravest first; small ones are left to the tables."""
    return tuple(c for c in gravest_first(comparisons) if judged(c).severity is not Severity.LOW)


def counted(result: Result) -> str:
    """How many findings of each severity, in a sentence."""
    found = [judged(c).severity for c in gravest_first(result.comparisons)]
    many = [f"{found.count(severity)} {severity}" for severity in Severity if severity in found]
    return f"{len(found)} finding{'s' if len(found) != 1 else ''}{': ' if many else ''}{', '.join(many)}."


def decided(result: Result, reviews: Reviews) -> str:
    """How many of the findings that need a decision are open, decided and expired, in a sentence; "" where none needs one."""
    states = Counter(reviews.get(c.claim.id, OPEN).state for c in weighty(result.comparisons))
    many = sum(states.values())
    if not many:
        return ""
    said = ", ".join(f"{states[state]} {state}" for state in State)
    return f"{many} need{'s' if many == 1 else ''} a decision (high and medium): {said}."
