"""How places in a text are told to a person: lines, pages, paragraphs or slides, and where they stand in the file itself."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """What places of a document are counted in."""

    LINE = "line"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    SLIDE = "slide"
    CELL = "cell"


class Stretch(NamedTuple):
    """`length` characters of the text from `start`, read from `width` characters of the file from `origin`.

    Where both are as long, character stands for character; else (`&amp;`) the whole stands for the whole.
    """

    start: int
    length: int
    origin: int
    width: int


class Origins(NamedTuple):
    """Where the characters of a text were read in the decoded file; for formats whose text is not the file itself.

    stretches: in order; starts: where each begins in the text. lines: where the lines of the file begin.
    """

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file's characters that `text[start:end]` (not empty) was read from."""
        return self._span(start)[0], self._span(end - 1)[1]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, at which the file holds what stands at `offset` of the text."""
        at = self._span(offset)[0]
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    def _span(self, offset: int) -> tuple[int, int]:
        stretch = self.stretches[max(0, bisect_right(self.starts, offset) - 1)]
        if stretch.length != stretch.width:
            return stretch.origin, stretch.origin + stretch.width
        at = stretch.origin + min(max(0, offset - stretch.start), stretch.length)
        return at, at + 1


class Places(NamedTuple):
    """The units of a document and where they begin.

    starts: offsets in the text at which pages, paragraphs or slides begin; empty for lines, which are counted when asked for.
    origins: None where the text is the file as decoded, or where the file has no lines of its own.
    names: of cells: the sheet, "" in a file that has none, and the cell ("B7") of each start.
    """

    unit: Unit = Unit.LINE
    starts: tuple[int, ...] = ()
    origins: Origins | None = None
    names: tuple[tuple[str, str], ...] = ()

    def named(self, start: int, end: int) -> str:
        """The cells that hold `text[start:end]`, as a person says it: "sheet Costs, cell B7", "cells B7–D7"."""
        (sheet, first), (_, last) = (self.names[self.number(at) - 1] for at in (start, max(start, end - 1)))
        where = f"cell {first}" if first == last else f"cells {first}–{last}"
        return f"sheet {sheet}, {where}" if sheet else where

    def number(self, offset: int) -> int:
        """The page, paragraph, slide or cell, counted from 1, that holds `offset`."""
        return max(1, bisect_right(self.starts, offset))


LINES = Places()
"""Places of a text that is the file itself."""
