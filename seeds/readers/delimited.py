"""Tables as text, CSV and TSV: cells parted by commas, semicolons, tabs or strokes, as the first rows tell."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from seeds.errors import InputError
from seeds.readers.charsets import decode
from seeds.readers.limits import MAX_CELL
from seeds.readers.sheets import Sheet, rendered
from seeds.text import Text

SIGNS = ",;\t|"
TOLD_BY = 20
"""Rows that tell which sign parts cells."""


def read(path: Path, data: bytes) -> Text:
    """The table, a row a line. Raises InputError when it is binary, no table, holds no words, or is over a limit."""
    text = decode(path, data)
    csv.field_size_limit(MAX_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text), strict=True))
    except csv.Error as error:
        raise InputError(
            f"{path}: is not a readable table ({error}); open it as a spreadsheet and save it again"
        ) from None
    return rendered(path, [Sheet("", rows)])


def _sign(text: str) -> str:
    """The sign that parts most of the first rows into the same number of cells, two or more; a comma where none does."""
    lines = io.StringIO(text, newline="")
    first = "".join(line for line, _ in zip(lines, range(TOLD_BY), strict=False))
    return max(SIGNS, key=lambda sign: (_evenly(first, sign), -SIGNS.index(sign)))


def _evenly(text: str, sign: str) -> tuple[int, int]:
    """How many rows have the commonest number of cells above one, and that number."""
    try:
        rows: Sequence[Sequence[str]] = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        return 0, 0
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(((rows, cells) for cells, rows in counts.items()), default=(0, 0))
