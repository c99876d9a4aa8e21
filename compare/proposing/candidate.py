"""What is proposed: a claim with the passage it was taken from, why, and how much it would help."""

from dataclasses import dataclass
from enum import IntEnum

from claims.model import Claim
from claims.values import Reading, Resolution, Value, When
from compare.facts.folded_passage import Entry
from compare.proposing.notation import written
from seeds.model import PassageKind, Span


class Group(IntEnum):
    """What sort of help a proposal is, the most useful first."""

    FINDING = 0
    """what a scan found: sources that cannot all be right"""
    DIFFERENT_WORDS = 1
    """one thing that sources tell in different words"""
    ROUNDED = 2
    """what a scan found and may be no more than rounding or another spelling"""
    SEVERAL = 3
    """one thing that several sources speak of"""
    SINGLE = 4
    """what one source says"""


@dataclass(frozen=True)
class Candidate:
    """A claim that may be proposed; its id and topic are given when it is chosen.

    entry, span: the passage its statement is taken from, and the characters of its value there. meant: the numbers of the passages that
    speak to it. sources: the ids of their sources.
    weight: orders the candidates of one group, the higher the sooner. why: what brought it up, for the note.
    """

    claim: Claim
    entry: Entry
    span: Span
    meant: tuple[int, ...]
    sources: tuple[str, ...]
    group: Group
    severity: str
    why: str
    weight: float = 0.0


def is_prose(entry: Entry) -> bool:
    """True for a passage that may be a statement: no heading, note or row."""
    return entry.passage.kind in (PassageKind.BODY, PassageKind.LIST_ITEM, PassageKind.QUOTATION)


def expected_of(value: Value) -> str:
    """The value for the cell `expected`, a year that was inferred with it; "" for a day counted from another."""
    known = not isinstance(value, When) or value.resolution is not Resolution.RELATIVE
    return written(value) if known else ""


def reading_at(entry: Entry, span: Span) -> Reading | None:
    """The date or amount of a passage at some characters."""
    return next((r for r in (*entry.dates, *entry.amounts) if r.start < span[1] and span[0] < r.end), None)
