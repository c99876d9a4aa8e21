"""Small tables that a project keeps beside its history of decisions: rows of named cells, as CSV that a spreadsheet may edit."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded
from claims.reviews import neutral, restored


def read_rows(
    path: Path, columns: Sequence[str], needed: Sequence[str], holds: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with words, each with its number in the file, commas or semicolons between the cells; none without a file.

    needed: the columns there must be. holds: what the table holds, in words.
    Raises InputError when it cannot be read, or lacks such a column.
    """
    if not path.exists():
        return
    try:
        text = read_bounded(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path}: is not UTF-8; it holds {holds}, save it as CSV in UTF-8") from None
    header = text.partition("\n")[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    missing = [name for name in needed if name not in (rows.fieldnames or ())]
    if text.strip() and missing:
        raise InputError(f"{path}: has no column {missing[0]}; its first line is {','.join(columns)}")
    for number, row in enumerate(rows, start=2):
        cells = {name: restored((row.get(name) or "").strip()) for name in columns}
        if any(cells.values()):
            yield number, cells


def table_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The rows as such a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([neutral(row.get(name, "")) for name in columns] for row in rows)
    return out.getvalue()
