"""What a workbook may be before it is opened: how large, how far unpacked, how wide and long its sheets.

The reader behind calamine holds every cell between the first and the last that is filled. Two cells at opposite ends of a
sheet would take half a terabyte and end the process, so the extent is looked up first.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

from claims.errors import InputError

MAX_BYTES = 50_000_000
MAX_UNPACKED = 300_000_000
MAX_MEMBERS = 5_000
MAX_CELLS = 6_000_000
OLE = b"\xd0\xcf\x11\xe0"
_FAR = re.compile(rb'<c(?=[\s>/])(?! r="A?[A-Z]\d{1,5}")')
"""A cell that is not plainly within column AZ and row 99,999: without one a sheet has 5.2 million cells at most."""
_PREFIXED = re.compile(rb"<\w+:c[\s>/]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACED = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Z]+)(\d+)""")
_ODS_ROW = re.compile(rb"<table:table-row\b([^<>]*?)(/?)>(.*?)(?=<table:table-row\b|</table:table>|\Z)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*?)(/?)>")
_ROWS_REPEATED = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d+)""")
_COLUMNS_REPEATED = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)""")


def read_bounded(path: Path) -> bytes:
    """The bytes of a file. Raises InputError when it cannot be read or is too large for a workbook."""
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a folder; give a workbook (.xlsx, .ods) or a .csv")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: is larger than {MAX_BYTES:,} bytes, more than a review needs; split it")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path and its rights") from None


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
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
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
        cells = (
            xlsx_cells(part) if name.startswith("xl/worksheets/") else ods_cells(part) if name == "content.xml" else 0
        )
        if cells > MAX_CELLS:
            raise InputError(
                f"{path}: {member.filename} spans {cells:,} cells, most of them empty; delete what stands far from the table"
            )
        if name == "meta-inf/manifest.xml" and b"encryption-data" in part:
            raise InputError(f"{path}: is locked by a password; save it without one")


def xlsx_cells(part: bytes) -> int:
    """How many cells a sheet of an .xlsx spans at most; 0 when it is surely within bounds."""
    if not _FAR.search(part) and not (b":c" in part and _PREFIXED.search(part)):
        return 0
    rows = max(1, len(re.findall(rb"<(?:\w+:)?row\b", part)))
    placed = _PLACED.findall(part)
    unplaced = len(_CELL.findall(part)) - len(placed)
    width = max((_number(column) for column, _ in placed), default=0) + unplaced
    named = [int(number) for number in re.findall(rb"""\br\s*=\s*["'][A-Z]*(\d{1,12})""", part)]
    return width * max([rows, *named])


def _number(letters: bytes) -> int:
    total = 0
    for letter in letters[:4]:
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
