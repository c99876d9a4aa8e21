"""Ticks: which facts of which drafts somebody has checked, in a small table of the project, `ticks.csv`.

A row is one person's word on one fact of one draft as it stood; a later word of the same person on the same takes its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from claims.errors import InputError
from reports.drafts.sheet.marks import parts
from reports.kept import read_rows, table_text


@dataclass(frozen=True)
class Tick:
    """What one person said of one fact. checked: "x" for a tick, "" for a correction or a note only. date: ISO 8601, or ""."""

    draft: str
    fingerprint: str
    sentence: str
    fact: str
    kind: str
    checked: str
    checker: str
    date: str = ""
    correction: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Draft, fact and person, however the name was spaced or capitalised."""
        return self.draft, self.fingerprint, " ".join(self.checker.split()).casefold()


COLUMNS = tuple(field.name for field in fields(Tick))
NEEDED = ("draft", "fingerprint", "checker")


def read_ticks(path: Path | None) -> tuple[Tick, ...]:
    """The ticks of a table, in its order; none without a file. Raises InputError when it cannot be read."""
    return tuple(_read(path)) if path else ()


def _read(path: Path) -> Iterator[Tick]:
    for number, row in read_rows(path, COLUMNS, COLUMNS, "the ticked facts of drafts"):
        for name in NEEDED:
            if not row[name]:
                raise InputError(f"{path}:{number}: {name} is empty; fill it or take the row out")
        try:
            parts(row["fingerprint"])
        except ValueError:
            raise InputError(f"{path}:{number}: {row['fingerprint']!r} is no fingerprint; take the row out") from None
        yield Tick(**row)


def text_of_ticks(ticks: Sequence[Tick]) -> str:
    """The table that holds the ticks."""
    return table_text(COLUMNS, map(asdict, ticks))
