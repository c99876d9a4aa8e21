"""`review import`: decisions of workbooks into the project's history, corrections into its claims tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from claims.errors import InputError
from claims.model import Claim
from claims.reviews import appended, history_text, read_reviews
from claims.tables import check_claims, table_files
from reports.files import digest_of, refuse_input, write_unchanged
from reports.printable import printable
from reports.reviewing.days import day_of
from reports.reviewing.editing import Edited, edited_tables, refuse_shipped
from reports.reviewing.entries import read_book
from reports.reviewing.merging import Draft, drafts_of
from reports.reviewing.settling import Settled, settle
from reports.settings import Settings


@dataclass(frozen=True)
class Imported:
    """What an import does, before any of it is done. conflicts: lines, each with file, sheet and row.

    seen: the digest of every file that may be written, as it was read.
    """

    settled: Settled
    tables: tuple[Edited, ...]
    conflicts: tuple[str, ...]
    seen: Mapping[Path, str]


def plan(files: Sequence[Path], settings: Settings, reviewer: str = "", day: str = "") -> Imported:
    """What importing the files would do. reviewer, day: what is meant where a row names none.

    Raises InputError when there is no project, or with every problem of the files at once.
    """
    if settings.project is None or settings.reviews is None:
        raise InputError("this folder is no project, so reviews have no place in it; `sourcecheck init DIR` makes one")
    refuse_input(settings.reviews, (settings.claims,))
    seen = {path: digest_of(path) for path in (settings.reviews, *table_files(settings.claims))}
    table = check_claims(settings.claims)
    if table.problems:
        raise InputError("\n".join(map(str, table.problems)))
    claims = {claim.id: claim for claim in table.claims}
    drafts, said = _drafts(files, claims, reviewer, _day(day))
    settled = settle(drafts, claims, read_reviews(settings.reviews))
    edited, by_hand = edited_tables(settled.corrections, table, settings)
    return Imported(settled, edited, (*said, *settled.conflicts, *by_hand), seen)


def carry_out(imported: Imported, settings: Settings, apply: bool) -> Iterator[str]:
    """Record the decisions, and with `apply` write the edited tables; the lines that say so."""
    assert settings.reviews is not None
    if apply and imported.tables:
        refuse_shipped(settings)
    settled = imported.settled
    texts: dict[Path, str | bytes] = {}
    if settled.added:
        text = history_text(settings.reviews)
        texts[settings.reviews] = appended(settings.reviews, text, settled.added)
    if apply:
        texts |= {table.path: table.after for table in imported.tables}
    write_unchanged(texts, imported.seen)
    yield from (table.diff for table in imported.tables)
    yield from (f"conflict: {printable(line)}" for line in imported.conflicts)
    yield _summary(imported, settings, apply)


def _summary(imported: Imported, settings: Settings, apply: bool) -> str:
    settled = imported.settled
    parts = [f"{_many(len(settled.added), 'decision')} recorded in {relpath(settings.reviews or '.')}"]
    parts += [f"{settled.known} known before"] if settled.known else []
    corrections = _many(len(settled.corrections), "correction")
    if imported.tables:
        parts.append(f"{corrections} written" if apply else f"{corrections} shown, not written (--apply writes)")
    parts += [_many(len(imported.conflicts), "conflict")] if imported.conflicts else []
    return "; ".join(parts) + "."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"


def _day(day: str) -> str:
    try:
        return day_of(day) if day else ""
    except ValueError as error:
        raise InputError(f"--date {error}") from None


def _drafts(
    files: Sequence[Path], claims: Mapping[str, Claim], reviewer: str, day: str
) -> tuple[list[Draft], list[str]]:
    """The reviews of all files, and what is said of rows that nothing is taken from; every problem of every file at once."""
    drafts: list[Draft] = []
    said: list[str] = []
    problems: list[str] = []
    for file in files:
        try:
            book = read_book(file, claims)
            found, conflicts = drafts_of(book.entries, reviewer, day)
        except InputError as error:
            problems.append(str(error))
            continue
        drafts += found
        said += [*book.remarks, *conflicts]
    if problems:
        raise InputError("\n".join(problems))
    return drafts, said
