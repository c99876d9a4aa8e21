"""How far two sources say the same: for every pair the claims both speak to, counted.

A source that supports a claim, however precisely, says the claim's own; any other value or position it says counts as such.
Two sources agree on a claim when they say just the same, in part when they share some of it, and differ when they share none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.evidence.model import Comparison, Stance, Testimony

OWN = ""
"""Stands for what the claim itself says; no value is empty."""


@dataclass(frozen=True)
class Pair:
    """Two sources by id, and on how many of the claims both speak to they agree, agree in part, and differ."""

    one: str
    other: str
    agree: int
    partly: int
    differ: int

    @property
    def both(self) -> int:
        """The claims both speak to."""
        return self.agree + self.partly + self.differ


def pairs_of(comparisons: Sequence[Comparison], sources: Sequence[str]) -> tuple[Pair, ...]:
    """Every pair of `sources`, in their order. Passages that no check could read count for nothing."""
    said = [{t.document.source.id: _said(t) for t in c.testimonies} for c in comparisons]
    return tuple(_pair(one, other, [(s[one], s[other]) for s in said]) for one, other in combinations(sources, 2))


def _pair(one: str, other: str, said: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Pair:
    both = [(mine, theirs) for mine, theirs in said if mine and theirs]
    agree = sum(mine == theirs for mine, theirs in both)
    differ = sum(mine.isdisjoint(theirs) for mine, theirs in both)
    return Pair(one, other, agree, len(both) - agree - differ, differ)


def _said(testimony: Testimony) -> frozenset[str]:
    """What a source says to a claim; empty when nothing could be read."""
    return frozenset(_token(stance, value) for stance, value in (e.answer.key for e in testimony.evidence)) - {"?"}


def _token(stance: Stance, value: str) -> str:
    if stance is Stance.UNREAD:
        return "?"
    return OWN if stance in (Stance.SUPPORTS, Stance.LESS_PRECISE) else f"says {value}"
