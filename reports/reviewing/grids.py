"""Workbooks and CSV files as grids of cells (python-calamine), with rows as a spreadsheet counts them."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from claims.errors import InputError
from claims.reviews import restored
from claims.tables import text_rows
from reports.reviewing.bounds import check_workbook, read_bounded

BOOKS = (".xlsx", ".ods")


@dataclass(frozen=True)
class Grid:
    """One sheet: where it stands ("review.xlsx: sheet 'Claims'"), and its rows from row 1 and column A on."""

    where: str
    rows: Sequence[Sequence[object]]


def read_grids(path: Path) -> Iterator[Grid]:
    """The sheets of a workbook, or the one table of a CSV file. Raises InputError when the file is neither."""
    data = read_bounded(path)
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv"):
        return iter([Grid(str(path), text_rows(path, data))])
    if suffix not in BOOKS:
        raise InputError(f"{path}: is neither .xlsx, .ods nor .csv; save it as one of them")
    check_workbook(path, data)
    return _book(path, data)


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


def _book(path: Path, data: bytes) -> Iterator[Grid]:
    try:
        from python_calamine import CalamineWorkbook, SheetTypeEnum
    except ImportError:
        raise InputError(
            f"{path}: reading workbooks needs python-calamine; install sourcecheck[xlsx], or save as CSV"
        ) from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                yield Grid(f"{path}: sheet {sheet.name!r}", rows)
    except BaseException as error:  # a panic of the library, which is written in Rust, is no Exception
        if isinstance(error, (GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        words = " ".join(str(error).split())[:100]
        raise InputError(
            f"{path}: is not a readable workbook ({words}); open it and save it again, or as CSV"
        ) from None
