"""The rows of a workbook that decide something, read with every column found by its heading.

This module alone knows what a person may write into a reviewer's cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.errors import InputError
from claims.model import Claim
from claims.reviews import decision_of
from reports.reviewing.columns import FINGERPRINT, OF_REVIEWER, cell
from reports.reviewing.days import day_of
from reports.reviewing.fingerprints import claim_mark
from reports.reviewing.grids import Grid, read_grids, text_of

WRITTEN = tuple(column.name for column in OF_REVIEWER)
HEADING_ROWS = 20
"""A heading is looked for in the first rows: people put titles above it."""


@dataclass(frozen=True)
class Entry:
    """What one row decides. where: file, sheet and row. cells: the reviewer's columns that are filled, and the fingerprint."""

    where: str
    claim: str
    cells: Mapping[str, str]


class Remark(str):
    """What cannot be taken from a row, and is said instead."""


class Problem(str):
    """What cannot be read in a row, so that nothing of the file is taken."""


@dataclass(frozen=True)
class Book:
    """What a file holds: the entries, and for a person to read what was changed in it but cannot be taken."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


def read_book(path: Path, claims: Mapping[str, Claim]) -> Book:
    """The entries of a workbook or CSV file. claims: those of the project, by id.

    Raises InputError with every problem at once, one a line, when cells cannot be read, and when there is no column id.
    """
    grids = list(read_grids(path))
    if not any(map(_heading, grids)):
        raise InputError(
            f"{path}: has no sheet with the columns id and decision; give a file that `review export` wrote"
        )
    found = [item for grid in grids for item in _read(grid, claims)]
    problems = [item for item in found if isinstance(item, Problem)]
    if problems:
        raise InputError("\n".join(problems))
    remarks = tuple(item for item in found if isinstance(item, Remark))
    return Book(tuple(item for item in found if isinstance(item, Entry)), remarks)


def _heading(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """The row that holds the headings, and where each column stands; None when the sheet is not one of claims."""
    for at, row in enumerate(grid.rows[:HEADING_ROWS]):
        names = [" ".join(str(value).split()).casefold() for value in row]
        if "id" in names and "decision" in names:
            wanted = ("id", *WRITTEN, FINGERPRINT.name, "statement", "expected")
            twice = [name for name in wanted if names.count(name) > 1]
            if twice:
                raise InputError(f"{grid.where}: has the column(s) {', '.join(twice)} twice; keep one of each")
            return at, {name: names.index(name) for name in wanted if name in names}
    return None


def _read(grid: Grid, claims: Mapping[str, Claim]) -> Iterator[Entry | Remark | Problem]:
    """What the rows of a sheet hold, once its headings are found."""
    heading = _heading(grid)
    if heading is None:
        return
    first, columns = heading
    mine = tuple(columns[name] for name in WRITTEN if name in columns)
    for at, row in enumerate(grid.rows[first + 1 :], start=first + 2):
        if _untouched(row, columns, mine, claims):
            continue
        given = {name: row[i] for name, i in columns.items() if i < len(row) and row[i] not in ("", None)}
        yield from _read_row(f"{grid.where} row {at}", given, claims)


def _untouched(
    row: Sequence[object], columns: Mapping[str, int], mine: Sequence[int], claims: Mapping[str, Claim]
) -> bool:
    """True when a row surely is as it was exported; most are, and a workbook has thousands."""
    if len(row) <= max(columns.values()) or any(row[i] != "" for i in mine):
        return False
    claim = claims.get(str(row[columns["id"]]))
    if claim is None or "statement" not in columns or "expected" not in columns:
        return False
    return row[columns["statement"]] == claim.statement and row[columns["expected"]] == claim.expected


def _read_row(
    where: str, given: Mapping[str, object], claims: Mapping[str, Claim]
) -> Iterator[Entry | Remark | Problem]:
    ident = text_of(given.get("id", ""))
    if ident in claims:
        yield from _changed_in_place(where, claims[ident], given)
    filled = [name for name in WRITTEN if name in given and text_of(given[name])]
    if not set(filled) - {"reviewer", "date"}:
        return
    if not ident:
        yield Remark(f"{where}: is filled, but has no id; nothing is taken from it")
        return
    cells = {name: text_of(given[name]) for name in (*filled, FINGERPRINT.name) if name in given}
    for name, read in (("decision", decision_of), ("date", lambda _: day_of(given["date"]))):
        try:
            cells |= {name: str(read(cells[name]))} if name in cells else {}
        except ValueError as error:
            yield Problem(f"{where}: {name}: {error}")
    yield Entry(where, ident, cells)


def _changed_in_place(where: str, claim: Claim, given: Mapping[str, object]) -> Iterator[Remark]:
    """What a reviewer wrote over the claim itself, as far as the claim is still the exported one."""
    for name, own, instead in (
        ("statement", claim.statement, "corrected statement"),
        ("expected", claim.expected, "corrected value"),
    ):
        value = given.get(name)
        if value is None or value == own or _plain(text_of(value)) == _plain(text_of(cell(own))):
            continue
        if str(given.get(FINGERPRINT.name, "")).startswith(claim_mark(claim)):
            yield Remark(f"{where}: {claim.id}: the {name} was changed in place; write it under {instead}")


def _plain(text: str) -> str:
    return " ".join(text.split())
