"""Table rows that know their heads: which rows of a table are heads, what names a row, what stands over the table.

Heads are what the format calls heads; where it calls nothing so, the first rows that hold no numbers, or years only, above rows
that do. A row is named by its first column of words or years, and by as many of the next ones as it takes to tell all rows apart.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from seeds.grids import RULER, GridRow, Slot, split_line
from seeds.model import Cell, Passage, PassageKind, Row

NUMBER = re.compile(r"[^\w]*(?:[A-Z]{2,3}\s?)?\d(?!\d*(?:st|nd|rd|th)\b)")
YEAR = re.compile(r"(?:FY ?)?(?:1[5-9]|20)\d\d(?: ?[-–/] ?\d{2,4})?s?\*?")
SCALE = re.compile(r"\b(?:thousands|millions|billions)\b|[$€£¥%]|\bin [\w ]{1,30}$", re.IGNORECASE)
ENDED = re.compile(r"[.!?;]\W*$")
ABOVE = 2
"""How many passages above a table may be its title and its note."""
TITLE = 120
"""Characters of the longest title of a table."""


@dataclass(frozen=True)
class Line:
    """A row of a table as it is read: its number among the passages, its passage, and its cells by the passage's characters."""

    number: int
    passage: Passage
    slots: tuple[Slot, ...]
    exact: bool

    def words(self, slot: Slot) -> str:
        """What a cell says."""
        return self.passage.text[slot.start : slot.end]

    def in_column(self, column: int) -> str:
        """What the cell of a column says, "" where it is empty."""
        return self._by_column.get(column, "")

    @cached_property
    def _by_column(self) -> Mapping[int, str]:
        return {column: self.words(slot) for slot in reversed(self.slots) for column in slot.columns}


def with_heads(passages: Sequence[Passage], rows: Sequence[GridRow] = ()) -> tuple[Passage, ...]:
    """The passages, table rows with their cells, heads and names. rows: the cells that the format tells."""
    found = list(passages)
    for table, ruled in _tables(passages, rows):
        for number, row in _rows(table, ruled, _title(passages, table[0].number)):
            found[number] = found[number]._replace(row=row)
    return tuple(found)


def _tables(passages: Sequence[Passage], rows: Sequence[GridRow]) -> Iterator[tuple[list[Line], int]]:
    """The rows of each table, and how many of the first a ruler calls heads (Markdown)."""
    told = {row.slots[0].start: row for row in rows if row.slots}
    known: dict[int, list[Line]] = {}
    table: list[Line] = []
    ruled = 0
    for number, passage in enumerate(passages):
        row = told.get(passage.spans[0][0]) if passage.kind is PassageKind.ROW else None
        if row:
            known.setdefault(row.table, []).append(Line(number, passage, _placed(passage, row), True))
        elif passage.kind is PassageKind.ROW:
            stroke_first = passage.text.lstrip().startswith("|")
            table.append(Line(number, passage, split_line(passage.text), stroke_first))
        elif table and not ruled and RULER.fullmatch(passage.text):
            ruled = len(table)
            continue
        if table and passage.kind is not PassageKind.ROW:
            yield table, ruled
            table, ruled = [], 0
    if table:
        yield table, ruled
    yield from ((lines, 0) for lines in known.values())


def _placed(passage: Passage, row: GridRow) -> tuple[Slot, ...]:
    """The cells by the characters of the passage's cleaned text."""
    slots = []
    for slot in row.slots:
        start, end = bisect_left(passage.offsets, slot.start), bisect_left(passage.offsets, slot.end)
        if passage.text[start:end].strip():
            slots.append(slot._replace(start=start, end=end))
    return tuple(slots)


def _title(passages: Sequence[Passage], first: int) -> str:
    """The title and the note right above a table: short passages that are no sentences, or that tell a unit."""
    above: list[str] = []
    for passage in reversed(passages[max(0, first - ABOVE) : first]):
        words = passage.text.strip()
        if passage.kind is PassageKind.ROW or len(words) > TITLE or (ENDED.search(words) and not SCALE.search(words)):
            break
        above.insert(0, words)
    return "\n".join(above)


def _rows(table: Sequence[Line], ruled: int, title: str) -> Iterator[tuple[int, Row]]:
    notes, heads, body = _parted(table, ruled)
    for line in (*notes, *heads):
        yield line.number, Row()
    caption = [title, *(line.words(slot) for line in notes for slot in line.slots)]
    corner = " ".join(line.in_column(0) for line in heads)
    caption += [corner] if SCALE.search(corner) else []
    groups = _groups(body)
    filled = [line for line in body if line.number in groups]
    keyed = _key_columns(filled)
    names = Counter(_key(line, keyed) for line in filled)
    for line in body:
        if line.number not in groups:
            yield line.number, Row()
            continue
        key, group = _key(line, keyed), groups[line.number]
        cells = tuple(Cell(slot.start, slot.end, _head(heads, line, slot)) for slot in line.slots)
        keys = tuple(i for i, slot in enumerate(line.slots) if slot.column in keyed)
        said = f"{group} {key}".strip() if names[key] > 1 else key
        yield line.number, Row(cells, keys, said, "\n".join(words for words in (*caption, group) if words))


def _parted(table: Sequence[Line], ruled: int) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """Notes above the heads, the heads, and the rows below."""
    first = next((i for i, line in enumerate(table) if len(line.slots) > 1), len(table))
    if ruled:
        return table[: min(first, ruled)], table[min(first, ruled) : ruled], table[ruled:]
    last = first
    if any(slot.head for line in table for slot in line.slots):
        while last < len(table) and all(slot.head for slot in table[last].slots):
            last += 1
        return table[:first], table[first:last], table[last:]
    while last < len(table) - 1 and _is_head(table[last]) and (last == first or _goes_on(table[last - 1], table[last])):
        last += 1
    below = [line for line in table[last:] if any(NUMBER.match(line.words(slot)) for slot in line.slots)]
    return (table[:first], table[first:last], table[last:]) if below else (table[:first], [], table[first:])


def _is_head(line: Line) -> bool:
    """No numbers; years only where they are two or more, or stand beside an empty first cell."""
    words = [line.words(slot) for slot in line.slots]
    years = sum(bool(YEAR.fullmatch(word)) for word in words)
    numbers = sum(bool(NUMBER.match(word)) for word in words) - years
    return not numbers and (not years or years > 1 or (line.exact and not line.in_column(0)))


def _goes_on(above: Line, line: Line) -> bool:
    """True for a second row of heads: its first cell is empty, or a head above it takes several columns."""
    return (line.exact and not line.in_column(0)) or any(slot.width > 1 for slot in above.slots)


def _groups(body: Sequence[Line]) -> dict[int, str]:
    """For each row with two cells or more the lone words above it that name its group ("Second class:"), "" for none."""
    found: dict[int, str] = {}
    group = ""
    for line in body:
        if len(line.slots) > 1:
            found[line.number] = group
        elif line.slots and not NUMBER.match(line.words(line.slots[0])):
            group = line.words(line.slots[0])
    return found


def _key_columns(body: Sequence[Line]) -> frozenset[int]:
    """The first column of words or years, with the next ones while two rows still bear one name."""
    columns = sorted({slot.column for line in body for slot in line.slots})
    naming = [column for column in columns if _names(body, column)] or columns[:1]
    kinds = [0] * len(body)
    for count, column in enumerate(naming, start=1):
        met: dict[tuple[int, str], int] = {}
        kinds = [
            met.setdefault((kind, line.in_column(column)), len(met)) for kind, line in zip(kinds, body, strict=True)
        ]
        if len(met) == len(body):
            return frozenset(naming[:count])
    return frozenset(naming[:1])


def _names(body: Sequence[Line], column: int) -> bool:
    """True for a column of words or years: most of its cells are no other numbers."""
    words = [word for word in (line.in_column(column) for line in body) if word]
    numbers = sum(bool(NUMBER.match(word)) and not YEAR.fullmatch(word) for word in words)
    return 2 * numbers < len(words)


def _key(line: Line, columns: frozenset[int]) -> str:
    return " ".join(line.words(slot) for slot in line.slots if slot.column in columns)


def _head(heads: Sequence[Line], line: Line, slot: Slot) -> str:
    """The heads over a cell from the top down, each once; none where a row without places has other cells than the heads."""
    found: list[str] = []
    for head in heads:
        by = 0
        if not (line.exact and head.exact) and len(line.slots) != len(head.slots):
            by = 1
            if len(line.slots) != len(head.slots) + 1:
                return ""
        words = head.in_column(slot.column - by)
        if words and words not in found:
            found.append(words)
    return " ".join(found)
