"""Rows of tables among the rows of a region: neighbouring rows with gaps above each other, and which cell stands in which column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seeds.readers.pdf_rows import Row, spaced
from seeds.readers.pdf_words import Word

GAP = 0.9
"""A gap between cells, in sizes of the letters, at least; where words are parted so far in all rows. Prose is seldom."""
WIDE = 2.0
"""The gap between the cells of a table of two rows only, in sizes of the letters."""
SPACE = 0.5
"""A gap between the cells of a row, in sizes of the letters, at least, where other rows show that columns meet."""
LONE = 2
"""How many rows without gaps may stand between rows with gaps: names of groups, and cells that run on."""
SHORT = 0.6
"""Of the width of the region: longer rows without gaps are prose."""
HEADS = 3
"""How far above the first row with gaps a head of one word may stand, in rows."""
LEADING = 1.6
"""The distance of the lines of one cell, in sizes of the letters, at most."""
MARKS = frozenset("•●▪◦‣–—-*·○■□➢")

SIGNS = frozenset("$€£¥₹")
CLOSING = frozenset({"%", ")", ")%", "*"})


@dataclass(frozen=True)
class TableCell:
    """The words of a cell, the first of its columns and how many it takes."""

    words: str
    column: int
    width: int


@dataclass(frozen=True)
class TableRow:
    """Cells from left to right, and the row of the page they stand in."""

    cells: tuple[TableCell, ...]
    row: Row


def with_tables(rows: Sequence[Row]) -> Iterator[Row | list[TableRow]]:
    """The rows that are no part of a table as they are, and the tables."""
    waiting: list[Row] = []
    start = 0
    while start < len(rows):
        end = _run(rows, start)
        table = _table(rows[start:end], waiting[-HEADS:]) if end - start > 1 else None
        if table:
            edges, heads = table
            end = _carried_on(rows, end, edges)
            yield from waiting[: len(waiting) - heads]
            yield _whole([_split(row, edges) for row in [*waiting[len(waiting) - heads :], *rows[start:end]]])
            waiting = []
        else:
            waiting += rows[start : max(end, start + 1)]
        start = max(end, start + 1)
    yield from waiting


def _split(row: Row, edges: Sequence[tuple[float, float]]) -> TableRow:
    return TableRow(tuple(_cells(row.words, edges)), row)


def _carried_on(rows: Sequence[Row], end: int, edges: Sequence[tuple[float, float]]) -> int:
    """Where a table ends whose last row with gaps stands before `end`: its cells may run on over further lines."""
    while end < len(rows):
        above, row = (_split(each, edges) for each in rows[end - 1 : end + 1])
        if not row.cells[0].column or row.cells[0].width > 1 or not _carries_on(above, row):
            break
        end += 1
    return end


def _run(rows: Sequence[Row], start: int) -> int:
    """Where the run of rows with gaps that begins at `start` ends; a few short rows without gaps may stand within."""
    end = last = start
    width = max(row.right for row in rows) - min(row.left for row in rows)
    while end < len(rows) and end - last <= LONE:
        if _gaps(rows[end]):
            last = end + 1
        elif last == start or rows[end].right - rows[end].left > SHORT * width:
            break
        end += 1
    return last


def _gaps(row: Row) -> list[tuple[float, float]]:
    """The wide gaps of a row; the one behind the mark of a list item is none."""
    return _spaces(row, GAP)


def _spaces(row: Row, width: float) -> list[tuple[float, float]]:
    """The gaps of a row that are at least so wide, in sizes of its letters."""
    gaps, at = [], row.words[0].right
    for number, word in enumerate(row.words[1:], start=1):
        if word.left - at > width * row.size and not (number == 1 and _is_mark(row.words[0].text)):
            gaps.append((at, word.left))
        at = max(at, word.right)
    return gaps


def _is_mark(text: str) -> bool:
    """True for what opens an item of a list: a bullet, "3.", "(b)", "iv)"."""
    bare = text.strip("().")
    return text in MARKS or (bare != text and bare.isalnum() and len(bare) < 4 and text[-1] in ".)")


def _table(rows: Sequence[Row], above: Sequence[Row]) -> tuple[list[tuple[float, float]], int] | None:
    """The gaps between the columns, and how many of the rows above are heads; None where gaps do not stand above each other."""
    gappy = [row for row in rows if _gaps(row)]
    least = (WIDE if len(gappy) < 3 else GAP / 2) * min(row.size for row in rows)
    edges = _separators(gappy, least)
    several = sum(len(list(_cells(row.words, edges))) > 1 for row in rows)
    if not edges or several < 2 or 2 * several < len(rows):
        return None
    return edges, _heads(above, edges)


def _heads(above: Sequence[Row], edges: Sequence[tuple[float, float]]) -> int:
    """How many of the rows right above a table stand over its columns: the farthest one that is not over the first counts."""
    heads = 0
    for number, row in enumerate(reversed(above), start=1):
        cells = list(_cells(row.words, edges))
        if len(cells) > 1 or cells[0].width > 1:
            break
        heads = number if cells[0].column else heads
    return heads


def _whole(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows, those that only carry on the cells of the one above, or a name begun there, as one with it."""
    found: list[TableRow] = []
    for row in rows:
        above = found[-1] if found else None
        if above and _carries_on(above, row):
            found[-1] = replace(above, cells=tuple(_with_more(above.cells, row.cells)))
        elif above and len(above.cells) == 1 and _is_lower(row.cells[0]) and not above.cells[0].column:
            found[-1] = TableRow((_both(above.cells[0], row.cells[0]), *row.cells[1:]), row.row)
        else:
            found.append(row)
    return found


def _carries_on(above: TableRow, row: TableRow) -> bool:
    near = above.row.base - row.row.base < LEADING * row.row.size
    begun = {cell.column for cell in above.cells}
    worded = all(cell.column in begun and any(map(str.isalpha, cell.words)) for cell in row.cells)
    named = row.cells[0].column > 0 or (len(row.cells) == 1 and _is_lower(row.cells[0]) and len(above.cells) > 1)
    return near and worded and named


def _is_lower(cell: TableCell) -> bool:
    return cell.column == 0 and cell.words[:1].islower()


def _with_more(cells: Sequence[TableCell], more: Sequence[TableCell]) -> Iterator[TableCell]:
    added = {cell.column: cell for cell in more}
    for cell in cells:
        yield _both(cell, added[cell.column]) if cell.column in added else cell


def _both(cell: TableCell, more: TableCell) -> TableCell:
    return replace(cell, words=f"{cell.words} {more.words}", width=max(cell.width, more.width))


def _separators(rows: Sequence[Row], least: float) -> list[tuple[float, float]]:
    """Where at least half of the rows have a gap: for each such place the part that most rows leave free."""
    need = max(2, (len(rows) + 1) // 2)
    steps = sorted(
        (edge, step) for row in rows for gap in _spaces(row, SPACE) for edge, step in zip(gap, (1, -1), strict=True)
    )
    found: list[tuple[float, float]] = []
    depth, best = 0, need
    inside: tuple[float, float] | None = None
    for number, (at, step) in enumerate(steps):
        depth += step
        if depth >= best and step > 0:
            inside, best = (at, steps[number + 1][0]), depth
        elif depth < need and inside:
            found.append(inside)
            inside, best = None, need
    return [(left, right) for left, right in found if right - left >= least]


def _cells(words: Sequence[Word], edges: Sequence[tuple[float, float]]) -> Iterator[TableCell]:
    """The words of a row by the columns they stand in; those that run across a gap take several columns."""
    middles = [(left + right) / 2 for left, right in edges]
    cell: list[Word] = []
    free = 0
    for word in words:
        if cell and not _belongs(cell, word) and _is_parted(cell[-1].right, word, edges):
            yield (done := _cell(cell, middles, free))
            cell, free = [], done.column + done.width
        cell.append(word)
    if cell:
        yield _cell(cell, middles, free)


def _belongs(cell: Sequence[Word], word: Word) -> bool:
    """True for an amount behind the sign of its currency, which may stand at the other edge of the cell, and for what closes one."""
    return (len(cell) == 1 and cell[0].text in SIGNS) or word.text in CLOSING


def _is_parted(at: float, word: Word, edges: Sequence[tuple[float, float]]) -> bool:
    """True where a wide gap stands before a word, or one wider than a space in the gap between two columns."""
    gap = (word.left - at) / word.size
    return gap > GAP or (gap > SPACE and any(min(word.left, right) > max(at, left) for left, right in edges))


def _cell(words: Sequence[Word], middles: Sequence[float], free: int) -> TableCell:
    """The words as a cell. free: the first column that no cell to the left takes."""
    left, right = words[words[0].text in SIGNS and len(words) > 1].left, max(word.right for word in words)
    first = max(free, sum(middle <= left for middle in middles))
    return TableCell(spaced(words), first, max(1, sum(middle < right for middle in middles) - first + 1))
