"""`claims propose`: terms and positions into the empty cells of rows that a curator wrote; no other byte of the file changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded
from claims.model import Claim
from claims.tables import check_claims, table_files
from compare.proposing.filling import filled
from compare.proposing.proving import Prover
from compare.search.index import Index
from reports.files import digest_of, write_unchanged
from reports.printable import printable
from reports.proposing import positions_cell
from reports.reviewing.editing import refuse_shipped
from reports.reviewing.spans import CsvText, replaced, split_csv
from reports.settings import Settings

FILLED = ("expected", "positions", "terms")


@dataclass(frozen=True)
class Row:
    """A row to be filled: its claim as it stands, as it would be, its file and its number in it, the header being row 1."""

    claim: Claim
    proposed: Claim
    path: Path
    number: int


def fill(target: str, settings: Settings) -> Iterator[str]:
    """Fill the empty cells of the claim with the id `target`, or of all claims in the file of that name; a line for each.

    Raises InputError when no claim and no file is called so, or the table is not one that may be edited.
    """
    path = Path(target)
    of_file = path.suffix.lower() in (".csv", ".tsv", ".xlsx") or path.exists()
    folder = path if of_file else settings.claims
    seen = {file: digest_of(file) for file in table_files(folder)}
    table = check_claims(folder)
    if table.problems:
        raise InputError("\n".join(map(str, table.problems)))
    chosen = [claim for claim in table.claims if of_file or claim.id == target]
    if not chosen:
        raise InputError(f"no claim has the id {target!r}, and no file is called so; give an id or a table of claims")
    _check(folder, settings)
    rows = list(_rows(chosen, table.places, folder, settings))
    files = dict.fromkeys(row.path for row in rows)
    texts = {file: text for file in files if (text := _edited(file, [row for row in rows if row.path == file]))}
    write_unchanged(texts, seen)
    yield from (_told(row) for row in rows)
    yield _sum(rows)


def _check(folder: Path, settings: Settings) -> None:
    """Raise InputError for the tables shipped with the program, and for workbooks, which are not edited in place."""
    refuse_shipped(Settings(settings.project, folder, settings.seeds, settings.out))
    if folder.suffix.lower() == ".xlsx":
        raise InputError(f"{folder}: is a workbook, which is not edited here; save the table as CSV first")


def _rows(claims: Sequence[Claim], places: Mapping[str, str], folder: Path, settings: Settings) -> Iterator[Row]:
    corpus = settings.corpus()
    prover = Prover(Index(corpus), corpus.documents)
    for claim in claims:
        name, _, number = places[claim.id].rpartition(":")
        yield Row(claim, filled(claim, prover), folder / name if folder.is_dir() else folder, int(number))


def _edited(path: Path, rows: Sequence[Row]) -> str:
    """The text of a file with its empty cells filled, columns that it lacks behind the others; "" where nothing is to be filled."""
    try:
        table = split_csv(read_bounded(path).decode("utf-8"))
    except ValueError as error:
        raise InputError(f"{path}: cannot be edited here ({error}); save it as CSV (UTF-8)") from None
    names = [table.value(0, at).strip().lower() for at in range(len(table.rows[0]))]
    wanted = [column for column in FILLED if any(_cell(row, column) for row in rows)]
    added = [column for column in wanted if column not in names]
    cells = {(0, len(names) + at): column for at, column in enumerate(added)}
    names += added
    for row in rows:
        for column in wanted:
            key = (row.number - 1, names.index(column))
            if (value := _cell(row, column)) and not _held(table, key):
                cells[key] = value
    return replaced(table, cells) if cells else ""


def _held(table: CsvText, key: tuple[int, int]) -> str:
    return table.value(*key).strip()


def _cell(row: Row, column: str) -> str:
    """What is proposed for a cell that is empty; "" for one that is not, or for which nothing is."""
    before, after = row.claim, row.proposed
    if column == "terms":
        return "" if before.terms else "|".join(after.terms)
    if column == "positions":
        return "" if before.positions else positions_cell(after.positions)
    return "" if before.expected or not _cell(row, "positions") else after.expected


def _told(row: Row) -> str:
    cells = [f"{column}: {value}" for column in FILLED if (value := _cell(row, column))]
    return printable(f"{row.claim.id}: {'; '.join(cells) or 'nothing to fill, or nothing found'}")


def _sum(rows: Sequence[Row]) -> str:
    done = sum(any(_cell(row, column) for column in FILLED) for row in rows)
    files = ", ".join(relpath(path) for path in dict.fromkeys(row.path for row in rows))
    return f"Filled {done} of {len(rows)} claims in {files}; confirm the cells, then `sourcecheck claims check`."
