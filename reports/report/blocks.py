"""What a report is made of: headings, paragraphs, lists and tables of plain words, each word of them with its look.

A renderer turns blocks into one format, and alone knows how that format escapes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Look(Enum):
    """How a piece of a line looks."""

    PLAIN = auto()
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()


@dataclass(frozen=True)
class Piece:
    """Words of one look. topic: the topic whose report they lead to, "" for none."""

    text: str
    look: Look = Look.PLAIN
    topic: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading. level: 1 for the title of the whole."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class Items:
    """A list. first: the number of its first item, None for a list without numbers."""

    lines: tuple[Line, ...]
    first: int | None = None


@dataclass(frozen=True)
class Table:
    """A table. numbers: from which column on cells are set to the right, None for none."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numbers: int | None = None


Block = Heading | Paragraph | Items | Table


def plain(text: object) -> Line:
    """Words as they are."""
    return (Piece(str(text)),)


def strong(text: object) -> Piece:
    """Words that stand out."""
    return Piece(str(text), Look.STRONG)


def code(text: str, topic: str = "") -> Piece:
    """An id, or what is typed. topic: what it leads to."""
    return Piece(text, Look.CODE, topic)


def headed(heading: str, blocks: Iterable[Block], level: int = 2) -> Sequence[Block]:
    """The blocks under their heading, nothing where there are none."""
    found = [block for block in blocks if not isinstance(block, Items | Table) or _size(block)]
    return [Heading(heading, level), *found] if found else []


def _size(block: Items | Table) -> int:
    return len(block.lines if isinstance(block, Items) else block.rows)
