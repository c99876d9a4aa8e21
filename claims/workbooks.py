"""Workbooks, of claims and of reviews: what one may be before it is opened (how large, how far unpacked, how wide and long its
sheets), and its cells.

The reader behind calamine holds every cell between the first and the last that is filled. Two cells at opposite ends of a
sheet would take half a terabyte and end the process, so the extent is looked up first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from claims.errors import InputError, install_command

MAX_UNPACKED = 300_000_000
"""bytes such a workbook unpacks to"""
MAX_MEMBERS = 5_000
"""parts of such a workbook"""
MAX_CELLS = 6_000_000
"""cells that a sheet of it spans, empty ones counted"""
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
"""What a spreadsheet program can number; what stands farther is no cell."""
OLE = b"\xd0\xcf\x11\xe0"
_FAR = re.compile(rb'<c(?=[\s>/])(?! r="A?[A-Z]\d{1,5}")')
"""A cell that is not plainly within column AZ and row 99,999: without one a sheet has 5.2 million cells at most."""
_PREFIXED = re.compile(rb"<\w+:c[\s>/]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACED = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)""")
_ODS_ROW = re.compile(rb"<table:table-row\b([^<>]*?)(/?)>(.*?)(?=<table:table-row\b|</table:table>|\Z)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*?)(/?)>")
_ROWS_REPEATED = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d+)""")
_COLUMNS_REPEATED = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)""")


@dataclass(frozen=True)
class Grid:
    """One sheet of a workbook: its name, and its rows from row 1 and column A on, with the stored values."""

    name: str
    rows: Sequence[Sequence[object]]


def read_workbook(path: Path, data: bytes) -> Iterator[Grid]:
    """The sheets of a workbook (.xlsx, .ods). Raises InputError when it is none, is locked, is over a limit, or is damaged."""
    check_workbook(path, data)
    try:
        from python_calamine import CalamineWorkbook, SheetTypeEnum
    except ImportError:
        raise InputError(
            f"{path}: reading workbooks needs python-calamine; install it with: {install_command('python-calamine')}, or save as CSV"
        ) from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                yield Grid(sheet.name, book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
    except BaseException as error:  # a panic of the library, which is written in Rust, is no Exception
        if isinstance(error, (GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError, InputError)):
            raise
        words = " ".join(str(error).split())[:100]
        raise InputError(
            f"{path}: is not a readable workbook ({words}); open it and save it again, or as CSV"
        ) from None


def check_workbook(path: Path, data: bytes) -> None:
    """Raises InputError when the file is locked, is no workbook, or unpacks to more than a review needs.

    Every part is unpacked and its checksum compared, since the size that an archive declares may be false.
    """
    if data.startswith(OLE):
        raise InputError(
            f"{path}: is locked by a password or in the old .xls format; save it as .xlsx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(path, archive)
    except (
        ExpatError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        locked = isinstance(error, RuntimeError) and "password" in str(error)
        what = "is locked by a password" if locked else "is not a workbook, or damaged"
        raise InputError(f"{path}: {what}; save it as .xlsx or .ods without a password, or as .csv") from None


def _check_parts(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise InputError(f"{path}: unpacks to more than a review needs; save the sheet of claims as .csv")
    for member in members:
        part = archive.open(member).read()  # stops at the declared size, and compares the checksum there
        name = member.filename.lower()
        if name.endswith((".xml", ".rels")):
            check_well_formed(part)
        cells = (
            xlsx_cells(part) if name.startswith("xl/worksheets/") else ods_cells(part) if name == "content.xml" else 0
        )
        if cells > MAX_CELLS:
            raise InputError(
                f"{path}: {member.filename} spans {cells:,} cells, most of them empty; delete what stands far from the table"
            )
        if name == "meta-inf/manifest.xml" and b"encryption-data" in part:
            raise InputError(f"{path}: is locked by a password; save it without one")


def check_well_formed(part: bytes) -> None:
    """Raises ExpatError for a part that is no XML: the library would look for its end for ever. A document type is none either."""
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(part, True)


def _refuse_doctype(*told: object) -> None:
    raise ExpatError("a document type")


def xlsx_cells(part: bytes) -> int:
    """How many cells a sheet of an .xlsx spans at most; 0 when it is surely within bounds."""
    if not _FAR.search(part) and not (b":c" in part and _PREFIXED.search(part)):
        return 0
    rows = max(1, len(re.findall(rb"<(?:\w+:)?row\b", part)))
    placed = _PLACED.findall(part)
    unplaced = len(_CELL.findall(part)) - len(placed)
    width = max((_number(column) for column, _ in placed), default=0) + unplaced
    named = [int(number) for number in re.findall(rb"""\br\s*=\s*["'][A-Za-z]*(\d{1,12})""", part)]
    length = max([rows, *named])
    return max(width, MAX_CELLS + 1) * length if width > LAST_COLUMN or length > LAST_ROW else width * length


def _number(letters: bytes) -> int:
    total = 0
    for letter in letters[:4].upper():
        total = total * 26 + letter - 64
    return total


def ods_cells(part: bytes) -> int:
    """How many cells the largest sheet of an .ods spans."""
    return max(map(_ods_table, part.split(b"<table:table ")), default=0)


def _ods_table(part: bytes) -> int:
    """The cells of one sheet, rows and columns counted up to the last that is filled."""
    rows = last = width = 0
    for attributes, _, inside in _ODS_ROW.findall(part):
        rows += _times(_ROWS_REPEATED, attributes)
        own = _ods_width(inside)
        if own:
            last, width = rows, max(width, own)
    return last * width


def _ods_width(row: bytes) -> int:
    """Up to which column a row is filled; 0 when it is empty."""
    at = filled = 0
    for attributes, closed in _ODS_CELL.findall(row):
        at += _times(_COLUMNS_REPEATED, attributes)
        if not closed or b"value" in attributes:
            filled = at
    return filled


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1][:9]) if found else 1
