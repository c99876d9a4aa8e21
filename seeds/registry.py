"""The registry of sources, `sources.csv`: one row per source."""

import csv
import re
from pathlib import Path

from seeds.errors import InputError
from seeds.model import Source

COLUMNS = ("id", "title", "author", "publisher", "published", "sha256", "size", "digest", "note")
REQUIRED = ("id", "title")
PUBLISHED = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?", re.ASCII)


def read_registry(path: Path) -> tuple[Source, ...]:
    """The sources a registry lists, in its order.

    Raises InputError when it cannot be read, lacks a column, names a source twice or has an unusable cell; all rows at fault
    are named at once.
    """
    rows = _rows(path)
    missing = [name for name in REQUIRED if rows and name not in rows[0]]
    if missing or not rows:
        raise InputError(f"{path}: needs rows and the column(s) {', '.join(missing or REQUIRED)} in its first line")
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        problems += [f"{path}:{number}: {problem}" for problem in _problems(row, seen)]
        seen.setdefault(row["id"], number)
    if problems:
        raise InputError("\n".join(problems))
    return tuple(_source(row) for row in rows)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, restval="", strict=True))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: is not a readable table ({error}); save it as CSV, UTF-8") from None
    return [{str(key).strip().lower(): str(cell).strip() for key, cell in row.items()} for row in rows]


def _problems(row: dict[str, str], seen: dict[str, int]) -> list[str]:
    found = []
    if not re.fullmatch(r"[\w.-]+", row["id"]):
        found.append(f"id: {row['id']!r} must be letters, digits, '.', '-' or '_'")
    if row["id"] in seen:
        found.append(f"id: {row['id']!r} stands in row {seen[row['id']]} too; ids must be unique")
    if row.get("published") and not PUBLISHED.fullmatch(row["published"]):
        found.append(
            f"published: {row['published']!r} is no date; write 2025-10-05, 2025-10 or 2025, with ~ behind for about"
        )
    if row.get("size") and not (row["size"].isascii() and row["size"].isdecimal()):
        found.append(f"size: {row['size']!r} is not a number of bytes")
    if row.get("sha256") and not re.fullmatch(r"[0-9a-f]{64}", row["sha256"]):
        found.append("sha256: must be 64 hexadecimal digits, as sha256sum prints them")
    return found


def _source(row: dict[str, str]) -> Source:
    return Source(**{name: row.get(name, "") for name in COLUMNS if name != "size"}, size=int(row.get("size") or 0))
