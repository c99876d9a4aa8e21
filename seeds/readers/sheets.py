"""Sheets of cells as a text: a row a line, a sheet's name as a heading, every cell with its place ("sheet Costs, cell B7")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from seeds.blocks import Block
from seeds.errors import InputError
from seeds.grids import GridRow, Written, one_line
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.files import usable
from seeds.readers.limits import MAX_CELL, MAX_CELLS, MAX_ROWS
from seeds.table_blocks import LONGEST
from seeds.text import Text

REMEDY = "give the part that matters as a file of its own"


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet as text, row by row from the first; name: "" in a file that has none."""

    name: str
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Piece:
    """A line of the text: a sheet's name, a row, or the words of a row with a long cell; names: of the cells it begins."""

    kind: PassageKind
    words: str
    grid: GridRow | None
    names: tuple[tuple[int, tuple[str, str]], ...]


def rendered(path: Path, sheets: Sequence[Sheet]) -> Text:
    """The sheets as a text. Raises InputError when they hold no words or are over a limit."""
    _check(path, sheets)
    pieces = [piece for number, sheet in enumerate(sheets) for piece in _pieces(number, sheet)]
    blocks, rows, starts, names = [], [], [], []
    at = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, ((at, at + len(piece.words)),)))
        if piece.grid:
            rows.append(GridRow(piece.grid.table, tuple(slot.moved(at) for slot in piece.grid.slots)))
        for start, name in piece.names:
            starts.append(at + start)
            names.append(name)
        at += len(piece.words) + 1
    text = usable(path, "\n".join(piece.words for piece in pieces), "give a table with words in its cells")
    return Text(text, Places(Unit.CELL, tuple(starts), None, tuple(names)), tuple(blocks), rows=tuple(rows))


def _check(path: Path, sheets: Sequence[Sheet]) -> None:
    rows = sum(len(sheet.rows) for sheet in sheets)
    cells = sum(bool(cell) for sheet in sheets for row in sheet.rows for cell in row)
    longest = max((len(cell) for sheet in sheets for row in sheet.rows for cell in row), default=0)
    for count, most, what in (
        (rows, MAX_ROWS, "rows"),
        (cells, MAX_CELLS, "cells"),
        (longest, MAX_CELL, "characters in a cell"),
    ):
        if count > most:
            raise InputError(f"{path}: has {count:,} {what}, more than the {most:,} allowed; {REMEDY}")


def _pieces(number: int, sheet: Sheet) -> Iterator[_Piece]:
    if sheet.name and any(any(row) for row in sheet.rows):
        yield _Piece(PassageKind.HEADING, sheet.name, None, ((0, (sheet.name, "A1")),))
    for row_number, row in enumerate(sheet.rows, start=1):
        line, slots = one_line([Written(words, column) for column, words in enumerate(row)])
        names = tuple((slot.start, (sheet.name, f"{letters(slot.column)}{row_number}")) for slot in slots)
        if slots and any(slot.end - slot.start > LONGEST for slot in slots):
            for slot, name in zip(slots, names, strict=True):
                yield _Piece(PassageKind.BODY, line[slot.start : slot.end], None, ((0, name[1]),))
        elif slots:
            yield _Piece(PassageKind.BODY, line, GridRow(number, slots), names)


def letters(column: int) -> str:
    """The letters of a column counted from 0, as spreadsheets write them: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
