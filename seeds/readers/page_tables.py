"""The tables of a page of HTML while it is read: which cell stands in which row and column."""

from dataclasses import dataclass, field

from seeds.grids import BETWEEN_CELLS, GridRow, Slot

WIDEST = 1_000
"""Columns or rows that a cell may be said to take; browsers stop there too."""
Attributes = dict[str, str | None]


@dataclass
class _Open:
    """A table at work: its number, how many rows each column is still taken for, and the cells of its row."""

    number: int
    taken: dict[int, int] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    cell: Slot | None = None
    rows: int = 1


class PageTables:
    """Collects the rows of all tables; told of every start and end of a table, row and cell with the length of the text so far."""

    def __init__(self) -> None:
        self.rows: list[GridRow] = []
        self._open: list[_Open] = []
        self._count = 0

    def start(self, tag: str, attributes: Attributes, at: int) -> None:
        """A table, a row or a cell begins."""
        if tag == "table":
            self._count += 1
            self._open.append(_Open(self._count))
        elif self._open and tag == "tr":
            self._end_row(at)
        elif self._open and tag in ("td", "th"):
            self._end_cell(at)
            self._start_cell(self._open[-1], tag, attributes, at)

    def end(self, tag: str, at: int) -> None:
        """A table, a row or a cell ends."""
        if self._open and tag in ("td", "th"):
            self._end_cell(at)
        elif self._open and tag in ("tr", "table"):
            self._end_row(at)
            if tag == "table":
                self._open.pop()

    def _start_cell(self, table: _Open, tag: str, attributes: Attributes, at: int) -> None:
        column = max((slot.column + slot.width for slot in table.slots), default=0)
        while table.taken.get(column):
            column += 1
        width, table.rows = _number(attributes.get("colspan")), _number(attributes.get("rowspan"))
        table.cell = Slot(at, at, column, width, tag == "th")

    def _end_cell(self, at: int) -> None:
        table = self._open[-1]
        if table.cell is not None:
            cell = table.cell
            table.slots.append(Slot(cell.start, at, cell.column, cell.width, cell.head))
            if table.rows > 1:
                table.taken |= dict.fromkeys(cell.columns, table.rows)
            table.cell = None

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        table = self._open[-1]
        if table.slots:
            self.rows.append(GridRow(table.number, tuple(table.slots)))
            table.taken = {column: rows - 1 for column, rows in table.taken.items() if rows > 1}
        table.slots = []

    def told(self, text: str) -> tuple[GridRow, ...]:
        """The rows, their cells without the joints and white space around them, and without those that hold no words."""
        found = []
        for row in self.rows:
            slots = tuple(slot for slot in (_trimmed(text, slot) for slot in row.slots) if slot.start < slot.end)
            found += [GridRow(row.table, slots)] if slots else []
        return tuple(found)


def _number(written: str | None) -> int:
    return min(WIDEST, max(1, int(written))) if written and written.isdecimal() and len(written) < 7 else 1


def _trimmed(text: str, slot: Slot) -> Slot:
    words = text[slot.start : slot.end]
    lead = len(BETWEEN_CELLS) if words.startswith(BETWEEN_CELLS) else len(words) - len(words.lstrip())
    start, end = slot.start + lead, slot.start + len(words.rstrip())
    return Slot(min(start, end), end, slot.column, slot.width, slot.head)
