"""Tables of claims in files: CSV (commas, semicolons or tabs) and XLSX, read with every cell as text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.model import Claim
from claims.rows import COLUMNS, REQUIRED, Problem, parse_row

HERE = Path(__file__).parent
TOPICS = HERE / "topics"
"""The shipped claims."""
FORMATS = (".csv", ".tsv", ".xlsx")
MAX_BYTES = 50_000_000


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


def check_claims(path: Path) -> Table:
    """The usable claims and all problems of a file or folder. Raises InputError when a file is no table at all."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for file in _files(path):
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
    """Every row that holds something, with its number as a spreadsheet counts (the header is row 1); keys in lower case."""
    frame = _frame(path)
    frame.columns = [str(name).strip().lower() for name in frame.columns]
    missing = [name for name in REQUIRED if name not in frame.columns]
    if missing:
        raise InputError(f"{path}: lacks the column(s) {', '.join(missing)}; the header needs {', '.join(REQUIRED)}")
    twice = sorted({name for name in COLUMNS if list(frame.columns).count(name) > 1 or f"{name}.1" in frame.columns})
    if twice:
        raise InputError(f"{path}: has the column(s) {', '.join(twice)} twice; keep one of each")
    for number, row in enumerate(frame.fillna("").itertuples(index=False), start=2):
        cells = {name: str(cell) for name, cell in zip(frame.columns, row, strict=True)}
        if any(cell.strip() for cell in cells.values()):
            yield number, cells


def _files(path: Path) -> list[Path]:
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


def _frame(path: Path) -> Any:
    import pandas

    options: dict[str, Any] = {"dtype": str, "keep_default_na": False}
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: is larger than {MAX_BYTES:,} bytes; split it")
        if path.suffix.lower() == ".xlsx":
            return pandas.read_excel(path, engine="calamine", **options)
        text = path.read_bytes()
        if b"\0" in text:
            raise InputError(f"{path}: is a binary file; save the table as CSV (UTF-8) or XLSX")
        return pandas.read_csv(
            path, sep=_separator(text), encoding="utf-8-sig", skip_blank_lines=False, index_col=False, **options
        )
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path and its rights") from None
    except ImportError:
        raise InputError(
            f"{path}: reading .xlsx needs python-calamine; install sourcecheck[xlsx], or save as CSV"
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; save the table as CSV UTF-8") from None
    except Exception as error:
        if type(error).__module__.split(".")[0] not in ("pandas", "python_calamine") and not isinstance(
            error, ValueError
        ):
            raise
        first = re.sub(r"^.*tokenizing data\. C error: ", "", (str(error).splitlines() or ["unreadable"])[0])
        raise InputError(f"{path}: is not a readable table ({first}); save it as CSV (UTF-8) or XLSX") from None


def _separator(data: bytes) -> str:
    """The separator that stands most often in the header line."""
    header = data.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0].decode("utf-8", "replace")
    return max((",", ";", "\t"), key=header.count)
