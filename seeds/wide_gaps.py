"""Tables of a plain text whose cells are parted by wide gaps: which lines are rows, and in which columns their cells stand.

Forced by public tables of expenditures that were saved as text: a row ("1     Schools      4 500 000   4 700 000") was taken for a
footnote, or run together with the rows around it. Justified prose has wide gaps too, but no figures below each other.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from seeds.grids import GridRow, Slot
from seeds.model import Span

CELL = re.compile(r"[^\s|]+(?:[ \u00a0\u202f][^\s|]+)*")
FIGURE = re.compile(
    r"[(\[<>~±+–−-]?\s?(?:[A-Z]{0,3}[$€£¥])?\s?[(–−-]?\d[\d., '’\u00a0\u202f]*\s?(?:%|‰|[a-z]{1,2}\b|[A-Z]{3}\b)?[)\]*]{0,3}"
)
TAB = 8
"""Columns from one tab stop to the next, as terminals have them."""
MOST_CELLS = 100
"""A line of more is no row; it bounds the time that hostile lines take."""
NEAR = 1
"""Columns by which the edges of figures below each other may differ."""


class _Cell(NamedTuple):
    """A cell by its characters in the text, and the columns of the page, end exclusive, that it takes."""

    span: Span
    left: int
    right: int
    figure: bool


def gap_rows(text: str) -> tuple[GridRow, ...]:
    """The rows of all such tables: two lines or more with figures below each other, and the heads right above."""
    found: list[GridRow] = []
    for number, lines in enumerate(_runs(text)):
        columns = _columns(lines)
        found += [GridRow(number, tuple(_slots(line, columns))) for line in lines]
    return tuple(found)


def _runs(text: str) -> Iterator[list[list[_Cell]]]:
    """Lines of two cells or more that follow each other, where they are a table."""
    run: list[list[_Cell]] = []
    at = 0
    for line in [*re.split(r"(?<=\n)|(?<=\r)(?!\n)", text), ""]:
        cells = _cells(line.rstrip("\r\n"), at)
        at += len(line)
        if len(cells) > 1:
            run.append(cells)
            continue
        if _is_table(run):
            yield run
        run = []


def _cells(line: str, at: int) -> list[_Cell]:
    if "  " not in line and "\t" not in line:
        return []
    found = list(islice(CELL.finditer(line), MOST_CELLS + 1))
    if len(found) > MOST_CELLS:
        return []
    columns = _page_columns(line)
    return [
        _Cell((at + m.start(), at + m.end()), columns[m.start()], columns[m.end()], bool(FIGURE.fullmatch(m[0])))
        for m in found
    ]


def _page_columns(line: str) -> list[int]:
    """For each character, and for the end, its column on the page."""
    columns = [0]
    for char in line:
        columns.append(columns[-1] + (TAB - columns[-1] % TAB if char == "\t" else 1))
    return columns


def _is_table(run: Sequence[Sequence[_Cell]]) -> bool:
    """True where most lines hold a figure behind their first cell, and the figures of two lines or more stand below each other."""
    figures = [[cell for cell in line[1:] if cell.figure] for line in run]
    filled = [line for line in figures if line]
    below = sum(any(_meet(a, b) for a in line for b in other) for line, other in pairwise(filled))
    return len(filled) > 1 and 2 * len(filled) >= len(run) and 2 * below >= len(filled) - 1


def _meet(a: _Cell, b: _Cell) -> bool:
    return abs(a.right - b.right) <= NEAR or abs(a.left - b.left) <= NEAR


def _columns(lines: Sequence[Sequence[_Cell]]) -> list[Span]:
    """The stretches of the page that the cells of the rows with figures take, overlapping ones joined."""
    body = [line for line in lines if any(cell.figure for cell in line[1:])]
    columns: list[Span] = []
    for left, right in sorted((cell.left, cell.right) for line in body for cell in line):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _slots(line: Sequence[_Cell], columns: Sequence[Span]) -> Iterator[Slot]:
    """Each cell with the columns it stands over, or the nearest one."""
    lefts, rights = [left for left, _ in columns], [right for _, right in columns]
    for cell in line:
        first, last = bisect_right(rights, cell.left), bisect_left(lefts, cell.right) - 1
        if first > last:
            beside = [i for i in (last, first) if 0 <= i < len(columns)]
            first = last = min(beside, key=lambda i: abs(sum(columns[i]) - cell.left - cell.right))
        yield Slot(*cell.span, first, last - first + 1)
