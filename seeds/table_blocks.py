"""Which blocks of a text are rows of tables, and which only stand in the cells of a page's layout.

A table has two rows or more of several short cells; a cell of paragraphs, or of one long one, is prose and stays what it is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seeds.blocks import Block
from seeds.grids import GridRow, row_lines
from seeds.model import PassageKind

LONGEST = 200
"""Characters of a cell that is no prose."""


def table_blocks(text: str, blocks: Sequence[Block], rows: Sequence[GridRow]) -> Sequence[Block]:
    """The blocks, those of one table row as one. rows: what the format tells; other rows are told by the strokes in them."""
    starts = [block.spans[0][0] for block in blocks]
    merged = dict(_merged(blocks, starts, rows))
    taken = {i for first, count in merged for i in range(first, first + count)}
    lines = ["" if i in taken else _line(text, block) for i, block in enumerate(blocks)]
    stroked = row_lines(lines)
    found: list[Block] = []
    joined = {first: block for (first, _), block in merged.items()}
    for i, block in enumerate(blocks):
        if i in joined:
            found.append(joined[i])
        elif i not in taken:
            found.append(block._replace(kind=PassageKind.ROW) if i in stroked else block)
    return found


def _line(text: str, block: Block) -> str:
    words = text[block.spans[0][0] : block.spans[-1][1]] if block.kind is PassageKind.BODY else ""
    return words if all(len(cell) <= LONGEST for cell in words.split("|")) else ""


def _merged(
    blocks: Sequence[Block], starts: Sequence[int], rows: Iterable[GridRow]
) -> Iterator[tuple[tuple[int, int], Block]]:
    """Each row of a table as one block, with the number of the first block it takes the place of and how many they are."""
    for table in _by_table(rows).values():
        found = [(row, inside) for row in table if (inside := _inside(blocks, starts, row))]
        if sum(len(row.slots) > 1 for row, _ in found) > 1:
            for _, (first, count) in found:
                spans = tuple(span for block in blocks[first : first + count] for span in block.spans)
                yield (first, count), Block(PassageKind.ROW, spans)


def _by_table(rows: Iterable[GridRow]) -> Mapping[int, Sequence[GridRow]]:
    tables: dict[int, list[GridRow]] = defaultdict(list)
    for row in rows:
        tables[row.table].append(row)
    return tables


def _inside(blocks: Sequence[Block], starts: Sequence[int], row: GridRow) -> tuple[int, int] | None:
    """The first block of a row and how many it takes; None for a row that is prose."""
    if any(slot.end - slot.start > LONGEST for slot in row.slots):
        return None
    first, last = (bisect_left(starts, at) for at in row.span)
    prose = any(block.kind is not PassageKind.BODY for block in blocks[first:last])
    crowded = any(bisect_left(starts, s.end) - bisect_left(starts, s.start) > 1 for s in row.slots)
    return None if prose or crowded or first == last or starts[first] != row.span[0] else (first, last - first)
