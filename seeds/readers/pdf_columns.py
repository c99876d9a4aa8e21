"""The order in which the lines of a page of a PDF are read: columns one after the other, rows of tables by their cells, turned text last.

pdfium gives lines in the order of the file and joins what stands at one height. A gap that many lines share parts columns where both
sides are prose; elsewhere it parts the cells of a row.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import mean

from seeds.readers.pdf_lines import PageLine

LINES = 4
"""How many lines in a row must share a gap for columns."""
NEAR = 2.0
"""Points; edges of cells no farther apart stand below each other."""
PROSE = 22
"""How many characters the pieces of a column have on the average at least; cells are shorter."""


def in_reading_order(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of a page: those of its usual direction first, columns and rows told apart."""
    counts = Counter({line.angle: 0 for line in lines})
    for line in lines:
        counts[line.angle] += sum(len(piece.words) for piece in line.pieces)
    found: list[PageLine] = []
    for angle, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        own = _downwards([line for line in lines if line.angle == angle and line.pieces])
        parted = [line for line in own if len(line.pieces) > 1]
        for _, group in groupby(own, key=lambda line: len(line.pieces) > 1):
            found += _ordered(list(group), parted)
    return found


def _downwards(lines: list[PageLine]) -> list[PageLine]:
    """The lines from top to bottom where most of them come the other way round, as on turned pages."""
    steps = [below.base < above.base for above, below in pairwise(lines)]
    return sorted(lines, key=lambda line: -line.base) if steps and 2 * sum(steps) < len(steps) else lines


def _ordered(group: Sequence[PageLine], parted: Sequence[PageLine]) -> Iterator[PageLine]:
    """Lines in one piece as they are; lines in several as columns or as rows. parted: all lines of the page in several pieces."""
    if len(group[0].pieces) < 2:
        yield from group
    elif _are_columns(group):
        for side in range(2):
            yield from (replace(line, pieces=(line.pieces[side],), is_note=line.is_note and not side) for line in group)
    elif _are_rows(group) or _is_row_among(group, parted):
        yield from (replace(line, is_row=True, is_note=False) for line in group)
    else:
        yield from group


def _are_columns(group: Sequence[PageLine]) -> bool:
    """True for several lines in two long pieces each, with one gap between all of them."""
    if len(group) < LINES or any(len(line.pieces) != 2 for line in group):
        return False
    left, right = max(line.pieces[0].right for line in group), min(line.pieces[1].left for line in group)
    return left < right and min(mean(len(line.pieces[i].words) for line in group) for i in range(2)) >= PROSE


def _are_rows(group: Sequence[PageLine]) -> bool:
    """True where most lines begin or end a cell below one of the line above; words set wide apart stand anywhere."""
    aligned = [_is_aligned(above, line) for above, line in pairwise(group)]
    return bool(aligned) and 2 * sum(aligned) >= len(aligned)


def _is_row_among(group: Sequence[PageLine], parted: Sequence[PageLine]) -> bool:
    """True for a line of three cells or more, parted from its like by a line between, whose cells stand below those of others."""
    line = group[0]
    return len(group) == 1 and len(line.pieces) > 2 and any(_is_aligned(o, line) for o in parted if o is not line)


def _is_aligned(above: PageLine, line: PageLine) -> bool:
    edges = {round(edge / NEAR) for piece in above.pieces[1:] for edge in (piece.left, piece.right)}
    return any(
        round(edge / NEAR) + step in edges
        for piece in line.pieces[1:]
        for edge in (piece.left, piece.right)
        for step in (-1, 0, 1)
    )
