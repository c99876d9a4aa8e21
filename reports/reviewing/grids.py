"""Workbooks and CSV files as grids of cells (python-calamine), with rows as a spreadsheet counts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded
from claims.reviews import restored
from claims.tables import text_rows
from claims.workbooks import read_workbook

BOOKS = (".xlsx", ".ods")


@dataclass(frozen=True)
class Grid:
    """One sheet: where it stands ("review.xlsx: sheet 'Claims'"), and its rows from row 1 and column A on."""

    where: str
    rows: Sequence[Sequence[object]]


def read_grids(path: Path) -> Iterator[Grid]:
    """The sheets of a workbook, or the one table of a CSV file. Raises InputError when the file is neither."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give a workbook (.xlsx, .ods) or a .csv")
    data = read_bounded(path)
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        return iter([Grid(str(path), text_rows(path, data))])
    if suffix not in BOOKS:
        raise InputError(f"{path}: is neither .xlsx, .ods nor .csv; save it as one of them")
    return (Grid(f"{path}: sheet {sheet.name!r}", sheet.rows) for sheet in read_workbook(path, data))


def text_of(cell: object) -> str:
    """A cell as a reviewer sees it: dates as ISO 8601, whole numbers without a point, no apostrophe before a formula."""
    if isinstance(cell, str):
        return restored(cell).replace("\r\n", "\n").strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
