"""The rows of a workbook that decide something, read with every column found by its heading.

This module alone knows what a person may write into a reviewer's cell.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from claims.errors import InputError
from claims.model import Claim
from claims.reviews import decision_of
from claims.tables import MISTYPED
from compare.proposing.notation import in_notation
from reports.reviewing.columns import FINGERPRINT, OF_CLAIM, OF_REVIEWER, REVIEWED, cell
from reports.reviewing.days import day_of
from reports.reviewing.fingerprints import claim_mark
from reports.reviewing.grids import Grid, read_grids, text_of

WRITTEN = tuple(column.name for column in OF_REVIEWER)
HEADING_ROWS = 20
"""A heading is looked for in the first rows: people put titles above it."""
EXPORTED = frozenset(column.name for column in (*OF_CLAIM, *OF_REVIEWER, REVIEWED, FINGERPRINT))
MARKED = re.compile(r"[0-9a-f]{12}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Entry:
    """What one row decides. where: file, sheet and row. cells: the reviewer's columns that are filled, and the fingerprint."""

    where: str
    claim: str
    cells: Mapping[str, str]


class Remark(str):
    """What cannot be read in a row, or be taken from it, and is said instead; the other rows are taken."""


@dataclass(frozen=True)
class Book:
    """What a file holds: the entries, and for a person to read what was changed in it but cannot be taken."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


def read_book(path: Path, claims: Mapping[str, Claim]) -> Book:
    """The entries of a workbook or CSV file. claims: those of the project, by id.

    Raises InputError when no sheet has the columns id and decision, and with a line for each sheet on which they, or what looks
    like another column of the reviewer, are called otherwise: what is written there would be lost.
    """
    grids = list(read_grids(path))
    lost = [line for grid in grids if (line := _lost(grid))]
    if lost:
        raise InputError("\n".join(lost))
    if not any(map(_heading, grids)):
        raise InputError(
            f"{path}: has no sheet with the columns id and decision; give a file that `review export` wrote"
        )
    found = [item for grid in grids for item in _read(grid, claims)]
    remarks = tuple(item for item in found if isinstance(item, Remark))
    return Book(tuple(item for item in found if isinstance(item, Entry)), remarks)


def _heading(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """The row that holds the headings, and where each column stands; None when the sheet is not one of claims."""
    for at, row in enumerate(grid.rows[:HEADING_ROWS]):
        names = _names(row)
        if "id" in names and "decision" in names:
            wanted = ("id", *WRITTEN, FINGERPRINT.name, "statement", "expected")
            twice = [name for name in wanted if names.count(name) > 1]
            if twice:
                raise InputError(f"{grid.where}: has the column(s) {', '.join(twice)} twice; keep one of each")
            return at, {name: names.index(name) for name in wanted if name in names}
    return None


def _names(row: Sequence[object]) -> list[str]:
    """The cells of a row as headings."""
    return [" ".join(str(value).split()).casefold() for value in row]


def _lost(grid: Grid) -> str:
    """Which column of a sheet of claims has another heading or is gone, and the mend; "" when all is there."""
    heading = _heading(grid)
    names = _names(grid.rows[heading[0]]) if heading else next(filter(_is_of_review, map(_names, grid.rows)), None)
    if names is None:
        return ""
    for missing in (name for name in ("id", *WRITTEN) if name not in names):
        like = get_close_matches(missing, [n for n in names if n not in EXPORTED], n=1, cutoff=MISTYPED)
        if like:
            return f"{grid.where}: the column {like[0]!r} looks like {missing!r}; name it {missing} again"
        if missing in ("id", "decision"):
            return (
                f"{grid.where}: has no column {missing}, so nothing decided on it would be read; put the heading {missing} "
                "back above its column, or delete the sheet"
            )
    return ""


def _is_of_review(names: Sequence[str]) -> bool:
    """True for a row that only a sheet of claims has: some of its headings, or a fingerprint."""
    headings = {"id", *WRITTEN, FINGERPRINT.name} & set(names)
    some = len(headings) > 2 and bool(headings & {"id", "decision", FINGERPRINT.name})
    return some or any(MARKED.fullmatch(name) for name in names)


def _read(grid: Grid, claims: Mapping[str, Claim]) -> Iterator[Entry | Remark]:
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


def _read_row(where: str, given: Mapping[str, object], claims: Mapping[str, Claim]) -> Iterator[Entry | Remark]:
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
    unread: list[Entry | Remark] = []
    for name, read in (("decision", decision_of), ("date", lambda _: day_of(given["date"]))):
        try:
            cells |= {name: str(read(cells[name]))} if name in cells else {}
        except ValueError as error:
            unread.append(Remark(f"{where}: {name}: {error}"))
    if ident in claims and "corrected value" in cells:
        cells["corrected value"] = in_notation(claims[ident], cells["corrected value"])
    yield from unread or [Entry(where, ident, cells)]


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
