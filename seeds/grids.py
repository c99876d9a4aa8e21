"""Tables as a grid: where the cells of a row stand in a text, and which columns each takes."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from seeds.model import Span

PRINTED = "\u2003"
"""What a reader of printed pages puts between two cells: a wide space, as the page shows."""
STROKE = re.compile(rf"(?<!\\)\||{PRINTED}")
RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
BETWEEN_CELLS = " | "


class Slot(NamedTuple):
    """A cell: its characters, the first of the columns it takes, how many they are, and whether the format calls it a head."""

    start: int
    end: int
    column: int
    width: int = 1
    head: bool = False

    @property
    def columns(self) -> range:
        """The columns it takes."""
        return range(self.column, self.column + self.width)

    def moved(self, by: int) -> "Slot":
        """The same `by` characters farther on."""
        return self._replace(start=self.start + by, end=self.end + by)


class GridRow(NamedTuple):
    """The cells with words of one row; table: a number that all rows of one table share. Offsets are characters of the document."""

    table: int
    slots: tuple[Slot, ...]

    @property
    def span(self) -> Span:
        """From its first cell's first character to its last cell's last."""
        return self.slots[0].start, self.slots[-1].end


class Written(NamedTuple):
    """The words of a cell before they have a place: a reader's side of `Slot`."""

    words: str
    column: int
    width: int = 1
    head: bool = False


def one_line(cells: Sequence[Written]) -> tuple[str, tuple[Slot, ...]]:
    """The cells with words as one line, and where each stands in it."""
    line, slots = "", []
    for cell in cells:
        words = " ".join(cell.words.split())
        if words:
            line += BETWEEN_CELLS if line else ""
            slots.append(Slot(len(line), len(line) + len(words), cell.column, cell.width, cell.head))
            line += words
    return line, tuple(slots)


def is_row(line: str) -> bool:
    """True for a line of two cells or more with a stroke or a wide space between them."""
    return line.lstrip().startswith("|") or BETWEEN_CELLS in line or PRINTED in line


def row_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are table rows: two such lines or more, one after the other. One alone is a menu or a byline."""
    found: set[int] = set()
    for is_in, group in groupby(range(len(lines)), key=lambda i: bool(is_row(lines[i]) or RULER.fullmatch(lines[i]))):
        numbers = list(group)
        if is_in and sum(is_row(lines[i]) for i in numbers) > 1:
            found.update(numbers)
    return frozenset(found)


def split_line(text: str) -> tuple[Slot, ...]:
    """The cells between the strokes of a line; a stroke at its start opens the first column."""
    edges = [match.span() for match in STROKE.finditer(text)]
    if text.lstrip().startswith("|"):
        starts, ends = [end for _, end in edges], [start for start, _ in edges[1:]] + [len(text)]
    else:
        starts, ends = [0, *(end for _, end in edges)], [*(start for start, _ in edges), len(text)]
    slots = []
    for column, (start, end) in enumerate(zip(starts, ends, strict=True)):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            slots.append(Slot(first, start + len(words.rstrip()), column))
    return tuple(slots)
