"""The rows of all workbooks as reviews: what two sheets say of one claim put together, and where they differ, said.

This module alone knows when two rows are one review.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.errors import InputError
from claims.reviews import Decision, Review
from reports.reviewing.columns import FINGERPRINT
from reports.reviewing.entries import Entry


@dataclass(frozen=True)
class Draft:
    """A review as the rows of one file make it. where: the row, or the rows."""

    where: str
    review: Review


def drafts_of(entries: Sequence[Entry], reviewer: str = "", day: str = "") -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The reviews of one file, and a line for each claim that nothing can be taken for.

    reviewer, day: what is meant where a row names none.
    Raises InputError with a line for each review that names no reviewer.
    """
    drafts: list[Draft] = []
    conflicts: list[str] = []
    unnamed: list[str] = []
    for entry in _merged(entries, conflicts):
        if "decision" not in entry.cells:
            conflicts.append(f"{entry.where}: {entry.claim}: is filled, but no decision is taken; choose one")
        elif not entry.cells.get("reviewer", reviewer):
            unnamed.append(f"{entry.where}: reviewer: is empty; write who decided, or give --reviewer NAME")
        else:
            drafts.append(Draft(entry.where, _review(entry, reviewer, day)))
    if unnamed:
        raise InputError("\n".join(unnamed))
    return tuple(drafts), tuple(conflicts)


def _merged(entries: Iterable[Entry], conflicts: list[str]) -> list[Entry]:
    """The entries with those of one claim and one reviewer put together; those that differ are left out and said."""
    by_claim: dict[str, list[Entry]] = {}
    for entry in entries:
        by_claim.setdefault(entry.claim, []).append(entry)
    merged: list[Entry] = []
    for claim, rows in by_claim.items():
        for group in _by_reviewer(rows):
            cells, differing = _together(group)
            where = " and ".join(entry.where for entry in group)
            if differing:
                conflicts.append(f"{where}: {claim}: differ in {', '.join(differing)}; fill one of them")
            else:
                merged.append(Entry(where, claim, cells))
    return merged


def _by_reviewer(rows: Sequence[Entry]) -> list[list[Entry]]:
    """The rows of a claim by who filled them; a row without a name belongs to the first who did."""
    groups: dict[str, list[Entry]] = {}
    for row in sorted(rows, key=lambda row: not row.cells.get("reviewer")):
        name = _name(row) or next(iter(groups), "")
        groups.setdefault(name, []).append(row)
    return list(groups.values())


def _together(rows: Sequence[Entry]) -> tuple[Mapping[str, str], list[str]]:
    """The cells of all rows, and the columns in which they differ; a name may be spelt in two ways."""
    cells: dict[str, str] = {}
    differing: dict[str, None] = {}
    for row in rows:
        for name, value in row.cells.items():
            if cells.setdefault(name, value) != value and name != "reviewer":
                differing[name] = None
    return cells, list(differing)


def _name(entry: Entry) -> str:
    return " ".join(entry.cells.get("reviewer", "").split()).casefold()


def _review(entry: Entry, reviewer: str, day: str) -> Review:
    get = entry.cells.get
    return Review(
        entry.claim,
        Decision(entry.cells["decision"]),
        get("reviewer") or reviewer,
        get("date") or day,
        get("comment", ""),
        get("corrected value", ""),
        get("corrected statement", ""),
        get(FINGERPRINT.name, ""),
    )
