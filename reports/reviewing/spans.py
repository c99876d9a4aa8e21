"""Where the cells of a CSV text stand, so that one can be replaced and every other byte left as it is."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class CsvText:
    """A CSV text with the place of each cell (characters, end exclusive), row by row, the header first."""

    text: str
    separator: str
    rows: tuple[tuple[Span, ...], ...]

    def value(self, row: int, column: int) -> str:
        """What a cell holds, out of its quotation marks; "" beyond the end of a short row."""
        if column >= len(self.rows[row]):
            return ""
        start, end = self.rows[row][column]
        return _unquoted(self.text[start:end])


def split_csv(text: str) -> CsvText:
    """The cells of a text, as the csv module reads them. Raises ValueError when it reads them otherwise."""
    start = 1 if text.startswith("\ufeff") else 0
    header = text[start:].lstrip().split("\n", 1)[0]
    separator = max((",", ";", "\t"), key=header.count)
    rows = _rows(text, start, separator)
    try:
        read = list(csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if read != [[_unquoted(text[a:b]) for a, b in row] for row in rows]:
        raise ValueError("its cells are not quoted in the usual way")
    return CsvText(text, separator, rows)


def replaced(table: CsvText, cells: Mapping[tuple[int, int], str]) -> str:
    """The text with some cells, by row and column (both from 0, the header being row 0), holding something else.

    A row that ends before the column is filled up with empty cells.
    """
    pieces: list[str] = []
    done = 0
    for (row, column), value in sorted(cells.items()):
        spans = table.rows[row]
        lacking = column - len(spans) + 1
        start, end = (spans[-1][1],) * 2 if lacking > 0 else spans[column]
        old = table.text[start:end]
        pieces += [table.text[done:start], table.separator * max(0, lacking), _quoted(value, table.separator, old)]
        done = end
    return "".join([*pieces, table.text[done:]])


def _rows(text: str, start: int, separator: str) -> tuple[tuple[Span, ...], ...]:
    cell = re.compile(rf'("(?:[^"]|"")*"|[^{separator}\r\n]*)({separator}|\r\n|\r|\n|\Z)')
    rows: list[tuple[Span, ...]] = []
    row: list[Span] = []
    at = start
    while at < len(text) or row:
        match = cell.match(text, at)
        if match is None:
            raise ValueError("its cells are not quoted in the usual way")
        row.append(match.span(1))
        at = match.end()
        if match[2] != separator:
            rows.append(() if len(row) == 1 and row[0][0] == row[0][1] else tuple(row))
            row = []
    return tuple(rows)


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _quoted(value: str, separator: str, old: str) -> str:
    """The value as a cell, in quotation marks where it needs them or had them before."""
    if old.startswith('"') or re.search(rf'["\r\n{separator}]|^\s|\s$', value):
        return '"' + value.replace('"', '""') + '"'
    return value
