"""The registry of sources, `sources.csv`: one row per source."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from seeds.errors import InputError
from seeds.model import Source
from seeds.readers.files import read_bytes

NAME = "sources.csv"
"""What a registry is called in the folder of its sources."""
COLUMNS = ("id", "title", "author", "publisher", "published", "sha256", "size", "digest", "note", "short")
REQUIRED = ("id", "title")
NEW = ",".join(name for name in COLUMNS if name not in ("digest", "short")) + "\n"
"""The text of a registry without sources."""
ID = re.compile(r"[\w.-]+")
PUBLISHED = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?", re.ASCII)


def read_registry(path: Path) -> tuple[Source, ...]:
    """The sources a registry lists, in its order.

    Raises InputError when it cannot be read, lacks a column, names a source twice or has an unusable cell; all rows at fault
    are named at once.
    """
    header, rows = _rows(path, _text(path))
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise InputError(f"{path}: needs the column(s) {', '.join(missing)} in its first line")
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        problems += [f"{path}:{number}: {problem}" for problem in _problems(row, seen)]
        seen.setdefault(row["id"], number)
    if problems:
        raise InputError("\n".join(problems))
    return tuple(_source(row) for row in rows)


def with_sources(path: Path, added: Sequence[Source]) -> str:
    """The text of the registry at `path` (a new one where there is none) with a row more for each source.

    What stands there stays as it is, to the byte. Columns the registry does not have are left out.
    Raises InputError when it cannot be read, or has no column for an author, publisher or date that is given.
    """
    text = _text(path) if path.is_file() else NEW
    header, _ = _rows(path, text)
    for name in ("author", "publisher", "published"):
        if name not in header and any(getattr(source, name) for source in added):
            raise InputError(f"{path}: has no column {name}; write it behind the last one of the first line")
    end = "\r\n" if "\r\n" in text else "\n"
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_separator(text), lineterminator=end)
    writer.writerows([str(getattr(source, name, "") or "") for name in header] for source in added)
    return text + ("" if text.endswith(("\n", "\r")) else end) + out.getvalue()


def named_source(name: str, sources: Sequence[Source]) -> Source | None:
    """The source that a file of this name belongs to: the one with the longest id that the name, or the id made of it, begins with."""
    names = (name, slug_of(name))
    named = [source for source in sources if any(_begins(given, source.id) for given in names)]
    return max(named, key=lambda source: len(source.id), default=None)


def _begins(name: str, id_: str) -> bool:
    """True when a name begins with an id, and not in the midst of a word or number."""
    return name.startswith(id_) and re.match("[A-Za-z0-9]", name[len(id_) : len(id_) + 1]) is None


def slug_of(name: str) -> str:
    """A name with a hyphen for everything that is not allowed in an id ("Annual Report" is Annual-Report)."""
    return re.sub(r"[^\w.-]+", "-", name)


def _text(path: Path) -> str:
    """The file's text, line ends and a byte order mark as they are."""
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not a readable table ({error}); save it as CSV, UTF-8") from None


def _rows(path: Path, text: str) -> tuple[list[str], list[dict[str, str]]]:
    """The columns, in lower case, and the rows by them."""
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    try:
        reader = csv.DictReader(lines, restval="", strict=True, delimiter=_separator(text))
        rows = [{_key(key): str(cell).strip() for key, cell in row.items()} for row in reader]
    except csv.Error as error:
        raise InputError(f"{path}: is not a readable table ({error}); save it as CSV, UTF-8") from None
    return [_key(name) for name in reader.fieldnames or ()], rows


def _key(name: object) -> str:
    return str(name).strip().lower()


def _separator(text: str) -> str:
    """The separator that stands most often in the first line: spreadsheets of many countries write semicolons."""
    first = text.split("\n", 1)[0]
    return max((",", ";", "\t"), key=first.count)


def _problems(row: dict[str, str], seen: dict[str, int]) -> list[str]:
    found = []
    if not ID.fullmatch(row["id"]):
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
