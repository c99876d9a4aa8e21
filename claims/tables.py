"""Tables of claims in files: CSV (commas, semicolons or tabs) and XLSX, read with every cell as text."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded
from claims.model import Claim
from claims.rows import COLUMNS, REQUIRED, Problem, parse_row
from claims.workbooks import read_workbook

HERE = Path(__file__).parent
TOPICS = HERE / "topics"
"""The shipped claims."""
FORMATS = (".csv", ".tsv", ".xlsx")
MAX_HEADER = 10_000
"""Bytes of a first line that may be a header."""
MISTYPED = 0.8
"""How like a known column (0 to 1, difflib) an unknown one must be to be taken for a slip of the pen."""
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Signs that no program writes into a header."""
MIDNIGHT = re.compile(r"(?<=^\d{4}-\d\d-\d\d) 00:00:00$")
"""What a spreadsheet's date cell shows behind its day."""


@dataclass(frozen=True)
class Table:
    """The claims of one or more files, in their order, where each stands ("pier.csv:7", by id), and every problem met."""

    claims: tuple[Claim, ...]
    places: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def read_claims(path: Path) -> tuple[Claim, ...]:
    """The claims of a file, or of every table of a folder in order of name.

    Raises InputError with every problem at once, one a line.
    """
    table = check_claims(path)
    if table.problems:
        raise InputError("\n".join(map(str, table.problems)))
    if not table.claims:
        raise InputError(f"{path}: holds no claims; add a row below the header {','.join(COLUMNS)}")
    return table.claims


def holds_claims(path: Path) -> bool:
    """True for a CSV or TSV file whose first line names all the columns that a table of claims must have."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        first = file.readline(MAX_HEADER).decode("utf-8", "replace")
    return _is_header(re.split("[,;\t]", first))


def check_claims(path: Path) -> Table:
    """The usable claims and all problems of a file or folder. Raises InputError when a file is no table at all."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for file in table_files(path):
        for number, cells in read_rows(file):
            result = parse_row(cells, file.name, number)
            if isinstance(result, list):
                problems += result
            elif result.id in seen:
                problems.append(
                    Problem(
                        file.name, number, "id", f"{result.id!r} stands in {seen[result.id]} too; ids must be unique"
                    )
                )
            else:
                seen[result.id] = f"{file.name}:{number}"
                claims.append(result)
    return Table(tuple(claims), seen, tuple(problems))


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row that holds something, with its number as a spreadsheet counts (the header is row 1); keys in lower case.

    Raises InputError when the file is no table, lacks a required column, or a row has more cells than the header.
    """
    header, *rows = _cells(path) or [[]]
    if not header:
        raise InputError(f"{path}: is empty; write the header {','.join(COLUMNS)} and a claim a row")
    names = [name.strip().lower() for name in header]
    _check_header(path, names)
    for number, row in enumerate(rows, start=2):
        if len(row) > len(names):
            raise InputError(
                f"{path}:{number}: has {len(row)} cells, the header {len(names)}; quote cells that hold commas"
            )
        cells = dict(zip_longest(names, row[: len(names)], fillvalue=""))
        if any(cell.strip() for cell in cells.values()):
            yield number, cells


def _check_header(path: Path, names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise InputError(f"{path}: lacks the column(s) {', '.join(missing)}; the header needs {', '.join(REQUIRED)}")
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if twice:
        raise InputError(f"{path}: has the column(s) {', '.join(twice)} twice; keep one of each")
    for name in names:
        meant = get_close_matches(name, [c for c in COLUMNS if c not in names], n=1, cutoff=MISTYPED)
        if name not in COLUMNS and meant:
            raise InputError(
                f"{path}: the column {name!r} looks like {meant[0]!r}; write it so, or rename an extra column"
            )


def table_files(path: Path) -> list[Path]:
    """The tables that a path names: itself, or those of a folder in order of name. Raises InputError when there is none."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise InputError(
            f"{path}: no such file or folder; give a table of claims ({', '.join(FORMATS)}) or a folder of them"
        )
    files = sorted(
        file for file in path.iterdir() if file.suffix.lower() in FORMATS and not file.name.startswith((".", "~"))
    )
    if not files:
        raise InputError(f"{path}: is a folder without a table ({', '.join(FORMATS)}); add one")
    return files


def _cells(path: Path) -> list[list[str]]:
    """All rows of a table as text, the header first."""
    data = read_bounded(path)
    return _workbook(path, data) if path.suffix.lower() == ".xlsx" else text_rows(path, data)


def text_rows(path: Path, data: bytes) -> list[list[str]]:
    """The rows of a CSV or TSV file in UTF-8, or in UTF-16 as Excel writes its "Unicode text"; empty bytes hold nothing.

    The standard library reads it, since importing pandas would cost a third of a run.
    """
    try:
        text = data.decode("utf-16" if data.startswith(UTF16) else "utf-8-sig")
        if BINARY.search(text.partition("\n")[0]):
            raise InputError(f"{path}: is a binary file; save the table as CSV (UTF-8) or XLSX")
        text = text.replace("\0", "")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: byte {error.start} is not {error.encoding.upper()}; save the table as CSV UTF-8 or as XLSX"
        ) from None
    except csv.Error as error:
        raise InputError(f"{path}: is not a readable table ({error}); save it as CSV (UTF-8) or XLSX") from None


def _workbook(path: Path, data: bytes) -> list[list[str]]:
    """The rows of the sheet of an XLSX file that holds claims, every cell as the text it shows; of the first where none does."""
    sheets = {grid.name: [[_shown(cell) for cell in row] for row in grid.rows] for grid in read_workbook(path, data)}
    holding = [name for name, rows in sheets.items() if rows and _is_header(rows[0])]
    if len(holding) > 1:
        raise InputError(
            f"{path}: the sheets {', '.join(map(repr, holding))} all hold claims; save each as a file of its own"
        )
    return sheets[holding[0]] if holding else next(iter(sheets.values()), [])


def _shown(cell: object) -> str:
    """A stored value as the text it shows: whole numbers without a point, days in ISO 8601."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return MIDNIGHT.sub("", str(cell))


def _is_header(names: Iterable[str]) -> bool:
    return set(REQUIRED) <= {name.strip(' "\r\n\ufeff').lower() for name in names}


def _separator(text: str) -> str:
    """The separator that stands most often in the header line."""
    header = text.lstrip().split("\n", 1)[0]
    return max((",", ";", "\t"), key=header.count)
