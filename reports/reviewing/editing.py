"""Claims tables with corrections made: each file as it was and as it would be, and the difference.

Only the cells that are corrected change; other columns, rows, quotation marks and line ends stay byte for byte.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded
from claims.rows import parse_row
from claims.tables import TOPICS, Table
from reports.printable import printable
from reports.reviewing.settling import FIELD, Correction
from reports.reviewing.spans import CsvText, replaced, split_csv
from reports.settings import Settings


@dataclass(frozen=True)
class Edited:
    """A claims table before and after."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The unified difference, for a terminal."""
        old, new = (re.split(r"(?<=\n)", text) for text in (self.before, self.after))
        name = relpath(self.path)
        lines = difflib.unified_diff(old, new, name, name)
        return "".join(printable(line.rstrip("\r\n")) + "\n" for line in lines)


def edited_tables(
    corrections: Sequence[Correction], table: Table, settings: Settings
) -> tuple[tuple[Edited, ...], tuple[str, ...]]:
    """The tables with the corrections made, and a line for each that has to be made by hand.

    Raises InputError with a line for each correction that the table could not hold.
    """
    by_file: dict[Path, list[tuple[int, Correction]]] = {}
    for correction in corrections:
        name, _, row = table.places[correction.claim].rpartition(":")
        path = settings.claims / name if settings.claims.is_dir() else settings.claims
        by_file.setdefault(path, []).append((int(row), correction))
    edited: list[Edited] = []
    by_hand: list[str] = []
    for path, wanted in by_file.items():
        try:
            edited.append(_edited(path, wanted))
        except ValueError as error:
            by_hand += [
                f"{c.where}: {c.claim}: {relpath(path)} cannot be edited here ({error}); change its {c.column} by hand"
                for _, c in wanted
            ]
    return tuple(edited), tuple(by_hand)


def refuse_shipped(settings: Settings) -> None:
    """Raise InputError when the claims are those shipped with the program, and not those of the project."""
    claims, shipped = settings.claims.resolve(), TOPICS.resolve()
    inside = settings.project is not None and settings.project.resolve() in claims.parents
    if (claims == shipped or shipped in claims.parents) and not inside:
        raise InputError(
            f"{settings.claims}: are the claims shipped with the program, which are not edited; copy them into the project"
        )


def _edited(path: Path, wanted: Iterable[tuple[int, Correction]]) -> Edited:
    """One table edited. Raises ValueError when it is a workbook, or no CSV that can be edited in place."""
    if path.suffix.lower() not in (".csv", ".tsv"):
        raise ValueError("it is a workbook")
    text = read_bounded(path).decode("utf-8")
    table = split_csv(text)
    names = [table.value(0, at).strip().lower() for at in range(len(table.rows[0]))]
    cells: dict[tuple[int, int], str] = {}
    problems: list[str] = []
    for row, correction in wanted:
        if correction.column not in names:
            raise ValueError(f"it has no column {correction.column}")
        cells[row - 1, names.index(correction.column)] = correction.value
    for row, correction in wanted:
        problems += _problems(row, correction, _row(table, names, row - 1, cells))
    if problems:
        raise InputError("\n".join(dict.fromkeys(problems)))
    return Edited(path, text, replaced(table, cells))


def _row(table: CsvText, names: Sequence[str], row: int, cells: Mapping[tuple[int, int], str]) -> dict[str, str]:
    return {name: cells.get((row, at), table.value(row, at)) for at, name in enumerate(names)}


def _problems(row: int, correction: Correction, cells: Mapping[str, str]) -> list[str]:
    """What would be wrong with a row once it is corrected."""
    read = parse_row(cells, "", row)
    if not isinstance(read, list):
        return []
    return [f"{correction.where}: {FIELD.get(p.column, p.column)}: {p.what}" for p in read]
