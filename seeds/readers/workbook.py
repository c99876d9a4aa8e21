"""Workbooks, XLSX and ODS: the sheets a person sees, formulas by the value that was stored with them."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.parsers.expat import ParserCreate

from seeds.errors import InputError
from seeds.readers.archive import broken, check_archive
from seeds.readers.files import library
from seeds.readers.limits import MAX_GRID
from seeds.readers.sheets import REMEDY, Sheet, letters, rendered
from seeds.text import Text

CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]{1,9})[A-Za-z]*(\d{1,9})""")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def read(path: Path, data: bytes) -> Text:
    """The sheets that are not hidden, a row a line.

    Raises InputError when the file is locked, damaged, holds no words, or is over a limit.
    """
    calamine = library("python_calamine", path)
    check_archive(path, data)
    _check_parts(path, data)
    _check_grid(path, data)
    with broken(path):
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        seen = [sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible]
        sheets = [Sheet(name, list(_rows(book.get_sheet_by_name(name)))) for name in seen]
    return rendered(path, sheets)


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.to_python(skip_empty_area=False):
        yield [_written(value) for value in row]


def _written(value: object) -> str:
    """A stored value as words: whole numbers without a point, days in ISO 8601."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.0f}" if value == int(value) else f"{value:.12g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _check_parts(path: Path, data: bytes) -> None:
    """Raises InputError when a part is no XML: the library would look for its end for ever."""
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.lower().endswith((".xml", ".rels")):
                ParserCreate().Parse(archive.read(name), True)


def _check_grid(path: Path, data: bytes) -> None:
    """Raises InputError when a sheet's cells lie so far apart that the empty ones between them would fill the memory."""
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not SHEET.fullmatch(name):
                continue
            cells = [(_column(match[1]), int(match[2])) for match in CELL.finditer(archive.read(name))]
            columns, rows = max((c for c, _ in cells), default=0), max((r for _, r in cells), default=0)
            if columns * rows > MAX_GRID:
                where = f"{letters(columns - 1)}{rows}"
                raise InputError(
                    f"{path}: spans {columns * rows:,} cells to {where}, more than the {MAX_GRID:,} allowed; {REMEDY}"
                )


def _column(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
