"""Lines of a page of a PDF as they are read, and the breaks that white space and size show.

A PDF knows characters only; a paragraph shows by a gap above it, an indent, a short last line, or another size of letters.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from seeds.readers.pdf_columns import in_reading_order
from seeds.readers.pdf_rows import SMALL, Row, rows_of, spaced
from seeds.readers.pdf_tables import TableRow, with_tables
from seeds.readers.pdf_words import Word

DIGITS = re.compile(r"\d+")
NUMBER = re.compile(r"\d{1,3}")
END = re.compile(r"[.!?:;…][”\"’')\]]*\d{0,3}$")
GAP = 1.3
"""Of the usual distance of two lines: what lies further apart is parted by a blank line."""
INDENT = 0.8
"""How far a first line of a paragraph is set in, in sizes of its letters, at least."""
NOTE = 0.95
"""Of the usual size of the page's letters: those of a note are smaller."""
EDGE = 2
"""How many rows at the top and at the foot of a page may be running heads."""
MOST = 0.75
"""The share of those pages on which a number in a running head is the same, or goes with the page."""
PAGES = 3
"""How many pages share a running head at least."""
COARSE = 6
"""Points; what is no farther apart stands in one place: running heads do, and the second column of a table, but not numbered lines."""
LINE_NUMBERS = 10
"""How many rows are numbered in a margin at least, as pleadings are."""


@dataclass(frozen=True)
class PageLine:
    """A line as it is read; in points along and across it; edges: those of its column; size: that of most of its letters.

    region: which of the page's regions it stands in, counted in the order they are read. turned: it runs in another direction than
    most of the page. is_note: it opens a footnote. row: of a table, its cells, with the number of the table on the page.
    """

    words: str
    left: float
    right: float
    edges: tuple[float, float]
    base: float
    size: float
    region: int
    turned: bool = False
    is_note: bool = False
    row: TableRow | None = None
    table: int = 0


def by_direction(words: Sequence[Word]) -> tuple[list[Row], list[list[Row]]]:
    """The rows of the words that run in the page's usual direction, from the top down, and those of each other direction."""
    usual = _usual_turn(words)
    others = sorted({word.turn for word in words} - {usual})
    rows = [rows_of([word for word in words if word.turn == turn]) for turn in (usual, *others)]
    return rows[0], rows[1:]


def _usual_turn(words: Sequence[Word]) -> int:
    counts = Counter({word.turn: 0 for word in words})
    for word in words:
        counts[word.turn] += len(word.text)
    return min(counts, key=lambda turn: (-counts[turn], turn), default=0)


def without_furniture(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[Row]]:
    """The pages without the running heads and page numbers, and these: rows at an edge that three pages share at one height, but
    for a number that counts."""
    seen: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for at in sorted(_edges(page)):
            seen[_shape(page[at]), round(page[at].base / COARSE)].append((number, at))
    heads = {place for places in seen.values() if _is_head(pages, places) for place in places}
    kept = [[row for at, row in enumerate(page) if (number, at) not in heads] for number, page in enumerate(pages)]
    return kept, [pages[number][at] for number, at in sorted(heads)]


def _is_head(pages: Sequence[Sequence[Row]], places: Sequence[tuple[int, int]]) -> bool:
    """True for rows alike on so many pages, each number in them the same on most or one that goes with the page; amounts are neither."""
    if len({number for number, _ in places}) < PAGES:
        return False
    columns = zip(*([int(digits) for digits in DIGITS.findall(pages[n][at].text)] for n, at in places), strict=True)
    for column in columns:
        steps = [value - number for value, (number, _) in zip(column, places, strict=True)]
        if max(_commonest(column), _commonest(steps)) < MOST * len(places):
            return False
    return True


def _commonest(values: Iterable[int]) -> int:
    """How often the commonest of the values stands among them."""
    return Counter(values).most_common(1)[0][1]


def without_line_numbers(rows: Sequence[Row]) -> list[Row]:
    """The rows without the numbers that count them in the left margin, as in pleadings and transcripts."""
    numbered = [row.words[0] for row in rows if NUMBER.fullmatch(row.words[0].text)]
    if len(numbered) < LINE_NUMBERS:
        return list(rows)
    edge = median(word.right for word in numbered)
    counts = [bool(NUMBER.fullmatch(w.text)) and abs(w.right - edge) < w.size for w in (row.words[0] for row in rows)]
    numbers = [int(row.words[0].text) for row, counted in zip(rows, counts, strict=True) if counted]
    rest = [row.words[1].left for row, counted in zip(rows, counts, strict=True) if counted and len(row.words) > 1]
    set_apart = bool(rest) and min(rest) > edge and len({round(left / COARSE) for left in rest}) > 2
    if numbers != list(range(1, len(numbers) + 1)) or not set_apart or 4 * len(numbers) < 3 * len(rows):
        return list(rows)
    bare = [Row(row.words[1:]) if counted else row for row, counted in zip(rows, counts, strict=True)]
    return [row for row in bare if row.words]


def lines_of(rows: Sequence[Row], others: Sequence[Sequence[Row]]) -> list[PageLine]:
    """The lines of a page in the order they are read. others: rows that run in other directions."""
    body = median([word.size for row in rows for word in row.words]) if rows else 0
    marks = {mark for row in rows for mark in _marks(row)}
    found: list[PageLine] = []
    for is_turned, group in [(False, rows), *((True, other) for other in others)]:
        for region in in_reading_order(group):
            number = found[-1].region + 1 if found else 0
            found += _region(region, number, is_turned, (body * NOTE, marks), found[-1].table if found else 0)
    return found


def _region(
    rows: Sequence[Row], number: int, is_turned: bool, notes: tuple[float, set[str]], table: int
) -> Iterator[PageLine]:
    edges = min(row.left for row in rows), max(row.right for row in rows)
    for part in with_tables(rows):
        if isinstance(part, Row):
            note = _note_number(part, *notes)
            words = f"{note}\t{spaced(part.words[1:])}" if note else part.text
            if words:
                yield PageLine(
                    words,
                    part.left,
                    part.right,
                    edges,
                    part.base,
                    part.size,
                    number,
                    is_turned,
                    bool(note),
                    None,
                    table,
                )
        else:
            table += 1
            for row in part:
                words = " ".join(cell.words for cell in row.cells)
                at = row.row
                yield PageLine(words, at.left, at.right, edges, at.base, at.size, number, is_turned, False, row, table)


def broken(page: Sequence[PageLine]) -> Iterator[bool]:
    """For each line whether a paragraph begins with it, or a table."""
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base and a.region == b.region]
    usual = median(gaps) if gaps else 0
    yield False
    for above, line in pairwise(page):
        yield _parts(above, line, usual)


def _parts(above: PageLine, line: PageLine, usual: float) -> bool:
    if above.turned != line.turned or bool(above.row) != bool(line.row) or line.is_note:
        return True
    if line.row:
        return above.table != line.table
    ended = bool(END.search(above.words))
    gap = above.base - line.base
    if above.size and not 0.87 < line.size / above.size < 1.15:
        return True
    if above.region != line.region and gap < 0:
        return ended or above.right < above.edges[1] - 0.15 * (above.edges[1] - above.edges[0])
    if gap > GAP * max(usual, line.size) or gap < -line.size:
        return True
    if ended and line.left > line.edges[0] + INDENT * line.size and line.left > above.left + INDENT * line.size:
        return True
    return ended and above.right < above.edges[1] - 0.15 * (above.edges[1] - above.left)


def _edges(page: Sequence[Row]) -> set[int]:
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def _shape(row: Row) -> str:
    return DIGITS.sub("0", row.text)


def _marks(row: Row) -> Iterator[str]:
    """The raised numbers behind words of a row."""
    for word in row.words[1:]:
        if word.size < SMALL * row.size and word.base > row.base:
            yield from NUMBER.findall(word.text)


def _note_number(row: Row, size: float, marks: set[str]) -> str:
    """The number that opens a footnote: small and raised, or in a line smaller than the page's that one of its marks points to."""
    first = row.words[0]
    if len(row.words) < 2 or not NUMBER.fullmatch(first.text):
        return ""
    small = first.size < SMALL * row.size and first.base > row.base
    return first.text if small or (row.size < size and first.text in marks) else ""
