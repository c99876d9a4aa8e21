"""The columns a reviewer sees, what each holds, and how a cell is written so that any spreadsheet takes it as it is."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from claims.reviews import neutral
from reports.printable import printable

LONGEST = 32_767
"""Characters in a cell, the limit of Excel, which counts them as UTF-16 does."""
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


class Role(Enum):
    """What a column is for, which decides how the workbook treats it."""

    READ = auto()
    VERDICT = auto()
    STANCE = auto()
    OUTCOME = auto()
    DECISION = auto()
    TICK = auto()
    WRITE = auto()
    DATE = auto()
    HIDDEN = auto()


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in characters, what it is for, and what it holds in a sentence."""

    name: str
    width: int
    role: Role
    about: str


@dataclass(frozen=True)
class Sheet:
    """A sheet as data, every cell text.

    frozen: how many columns stay in sight at the left. hidden: columns not shown on it. printed: how many come on paper: those of
    the claim and of the reviewer; what the sources say is read on the screen. groups: rows (from 0) that begin a group.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    frozen: int = 1
    hidden: frozenset[str] = frozenset()
    printed: int = 12
    groups: frozenset[int] = frozenset()


def csv_text(sheet: Sheet) -> str:
    """A sheet as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows(sheet.rows)
    return out.getvalue()


OF_CLAIM = (
    Column("id", 20, Role.READ, "the claim's id in its table; a decision is filed under it, so leave it as it is"),
    Column("statement", 46, Role.READ, "what is claimed; to change it, write under corrected statement"),
    Column("topic", 24, Role.READ, "the topic the claim belongs to"),
    Column("kind", 10, Role.READ, "date, figure, name, description, status or quote"),
    Column(
        "expected",
        16,
        Role.READ,
        "the curated value, in the notation of the claims table; empty when the statement says it",
    ),
    Column("verdict", 20, Role.VERDICT, "what all sources together say to the claim; a review does not change it"),
)
OF_REVIEWER = (
    Column("decision", 14, Role.DECISION, "yours: confirmed, rejected, needs-source, reworded or unsure"),
    Column(
        "corrected value",
        18,
        Role.WRITE,
        "yours, if expected is wrong: the right value, in the same notation or as prose has it (14.6 million euros)",
    ),
    Column("corrected statement", 34, Role.WRITE, "yours, if the statement is wrong: the whole new statement"),
    Column("reviewer", 14, Role.WRITE, "your name, spelt the same every time"),
    Column("date", 12, Role.DATE, "the day you decided, as a date or as text such as 2026-03-31"),
    Column("comment", 30, Role.WRITE, "yours: anything worth keeping"),
)
OF_SOURCE = (
    Column("stance", 13, Role.STANCE, "what this source says to the claim"),
    Column("value", 20, Role.READ, "the values read in it"),
    Column("words", 48, Role.READ, "its own words, a line for each different reading"),
    Column("place", 24, Role.READ, "where these words stand, in the same order"),
)
REVIEWED = Column(
    "earlier reviews", 34, Role.READ, "what was decided before, and whether the evidence has changed since"
)
FINGERPRINT = Column("fingerprint", 28, Role.HIDDEN, "hidden: what exactly was reviewed; leave it as it is")


def source_columns(source: str) -> tuple[Column, ...]:
    """The columns of one source, headed by its id."""
    return tuple(Column(cell(f"{source}: {c.name}"), c.width, c.role, c.about) for c in OF_SOURCE)


def cell(text: str) -> str:
    """Text as it stands in a cell: no formula, no control characters, not longer than a cell can be."""
    plain = neutral(text if text.isprintable() else _NO_XML.sub("\ufffd", printable(text)))
    if 2 * len(plain) <= LONGEST:
        return plain
    units = plain.encode("utf-16-le")
    return plain if len(units) <= 2 * LONGEST else units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
