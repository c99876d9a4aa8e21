"""The order in which a page is read: columns of prose one after the other, each from the top down, what runs across them in its place.

Columns show by a gutter: a strip free of words over several rows, with lines of prose on both sides. A strip between cells of a table
is none, since its rows are read across.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from seeds.readers.pdf_rows import Row
from seeds.readers.pdf_words import Word

GUTTER = 0.8
"""The width of a gutter at least, in sizes of the page's letters."""
ROWS = 4
"""How many rows have words on both sides of a gutter at least."""
PROSE = 18
"""How many characters the lines beside a gutter usually have at least; cells have fewer."""
WORDS = 3
"""How many words they usually have at least."""
LETTERS = 0.7
"""The share of letters among their signs at least: figures stand in tables."""
FULL = 0.65
"""Of the width of its column: most lines of prose are longer; cells differ more."""
CELL = 1.2
"""A gap within the words beside a gutter, in sizes of letters: what lies beyond it is another column."""


@dataclass(frozen=True)
class Strip:
    """White space between two places along the rows `first` to `last`, both inclusive."""

    left: float
    right: float
    first: int
    last: int


def in_reading_order(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows in regions that are read one after the other; a region has no further columns."""
    gutter = _gutter(rows)
    if gutter is None:
        if rows:
            yield list(rows)
        return
    middle = rows[gutter.first : gutter.last + 1]
    yield from in_reading_order(rows[: gutter.first])
    for side in (0, 1):
        yield from in_reading_order([row for row in (_side(row, gutter, side) for row in middle) if row])
    yield from in_reading_order(rows[gutter.last + 1 :])


def _side(row: Row, gutter: Strip, side: int) -> Row | None:
    middle = (gutter.left + gutter.right) / 2
    words = tuple(word for word in row.words if (word.left > middle) == bool(side))
    return Row(words) if words else None


def _gutter(rows: Sequence[Row]) -> Strip | None:
    """The strip with the most rows between two columns of prose; None where the rows are read across."""
    if len(rows) < ROWS:
        return None
    size = median(row.size for row in rows)
    found = [(strip, shared) for strip in _strips(rows, GUTTER * size) if (shared := _shared(rows, strip)) >= ROWS]
    found.sort(key=lambda pair: (-pair[1], pair[0].left))
    return next((strip for strip, _ in found if _parts_prose(rows, strip, size)), None)


def _shared(rows: Sequence[Row], strip: Strip) -> int:
    """How many rows have words on both sides."""
    inside = rows[strip.first : strip.last + 1]
    return sum(row.left < strip.left and row.right > strip.right for row in inside)


def _strips(rows: Sequence[Row], width: float) -> Iterator[Strip]:
    """Every strip of white space that is at least so wide and cannot be made longer, but for the margins."""
    open_strips: dict[tuple[float, float], int] = {}
    for number, row in enumerate(rows):
        gaps = list(_gaps(row, width))
        still: dict[tuple[float, float], int] = {}
        for (left, right), first in open_strips.items():
            whole = False
            for start, end in gaps:
                low, high = max(left, start), min(right, end)
                if high - low >= width:
                    still[low, high] = min(first, still.get((low, high), number))
                    whole |= (low, high) == (left, right)
            if not whole and left > float("-inf") and right < float("inf"):
                yield Strip(left, right, first, number - 1)
        for gap in gaps:
            still.setdefault(gap, number)
        open_strips = still
    for (left, right), first in open_strips.items():
        if left > float("-inf") and right < float("inf"):
            yield Strip(left, right, first, len(rows) - 1)


def _gaps(row: Row, width: float) -> Iterator[tuple[float, float]]:
    """The white space of a row: before, between and behind its words."""
    at = float("-inf")
    for word in row.words:
        if word.left - at >= width:
            yield at, word.left
        at = max(at, word.right)
    yield at, float("inf")


def _parts_prose(rows: Sequence[Row], strip: Strip, size: float) -> bool:
    inside = rows[strip.first : strip.last + 1]
    left = [line for row in inside if (line := _line(row, strip, size, 0))]
    right = [line for row in inside if (line := _line(row, strip, size, 1))]
    return _is_prose(left) and _is_prose(right)


def _line(row: Row, strip: Strip, size: float, side: int) -> list[Word]:
    """The words of a row next to the strip, up to the next wide gap."""
    part = _side(row, strip, side)
    words = list(part.words) if part else []
    near: list[Word] = []
    for word in words if side else reversed(words):
        gap = (word.left - near[-1].right if side else near[-1].left - word.right) if near else 0
        if gap > CELL * size:
            break
        near.append(word)
    return near


def _is_prose(lines: Sequence[Sequence[Word]]) -> bool:
    """True for several lines of words that mostly fill their column."""
    texts = ["".join(word.text for word in line) for line in lines]
    if len(lines) < ROWS or median(map(len, texts)) < PROSE or median(map(len, lines)) < WORDS:
        return False
    whole = "".join(texts)
    widths = [max(word.right for word in line) - min(word.left for word in line) for line in lines]
    wide = quantiles(widths, n=10)[-1]
    return sum(map(str.isalpha, whole)) >= LETTERS * len(whole) and median(widths) >= FULL * wide
