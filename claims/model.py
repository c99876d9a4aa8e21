"""Claims: what a curator asserts, one checkable sentence each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a claim is about, which decides the check that reads passages for it."""

    DATE = "date"
    FIGURE = "figure"
    NAME = "name"
    DESCRIPTION = "description"
    STATUS = "status"
    QUOTE = "quote"


class Severity(StrEnum):
    """How much a difference matters, the worst first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Position(NamedTuple):
    """One of the alternatives sources may take: its label and the patterns that show it."""

    label: str
    patterns: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """One row of a table of claims.

    expected: the curated value (EDTF, amount, quoted words) or the label of the position the statement takes; "" to read it
        from the statement.
    terms: patterns of which a passage must match one to be about this claim; empty: search by the statement alone.
    severity: how much a difference would matter; None: judged from what is found.
    """

    id: str
    topic: str
    kind: Kind
    statement: str
    expected: str = ""
    positions: tuple[Position, ...] = ()
    terms: tuple[str, ...] = ()
    severity: Severity | None = None
    note: str = ""
