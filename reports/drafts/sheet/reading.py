"""A fact sheet read again: the rows in which a checker wrote something, with every column found by its heading.

This module alone knows what a person may write under checked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.errors import InputError
from reports.drafts.sheet.marks import parts, sentence_mark
from reports.drafts.sheet.rows import DRAFT, FINGERPRINT, OF_CHECKER
from reports.drafts.sheet.ticks import Tick
from reports.reviewing.days import day_of
from reports.reviewing.grids import Grid, read_grids, text_of
from reports.reviewing.workbook import TICKED, UNTICKED

WRITTEN = tuple(column.name for column in OF_CHECKER)
HEADINGS = ("sentence", "fact", "kind", *WRITTEN, DRAFT.name, FINGERPRINT.name)
HEADING_ROWS = 20
"""A heading is looked for in the first rows: people put titles above it."""
YES = frozenset((TICKED, "yes", "y", "true", "1", "ok", "done", "✓", "✔", "☑", "☒"))
NO = frozenset((UNTICKED, "n", "false", "0", "open", "☐"))


@dataclass(frozen=True)
class Written:
    """What a sheet holds: the draft it is of, the rows that say something, the ticks taken back, and what cannot be taken.

    sentences: the marks of all sentences of its rows. taken_back: ticks with the one who takes them back, "" for anybody's.
    """

    draft: str
    sentences: frozenset[str]
    ticks: tuple[Tick, ...]
    taken_back: tuple[Tick, ...]
    remarks: tuple[str, ...]


def read_sheet(path: Path, checker: str = "", day: str = "") -> Written:
    """What a sheet holds. checker, day: what is meant where a row names none.

    Raises InputError when it is no fact sheet, lacks a column, holds rows of several drafts, or cells that cannot be read.
    """
    where, columns, rows = _found(path)
    cells = [(number, {name: row[at] for name, at in columns.items() if at < len(row)}) for number, row in rows]
    own = [(n, c) for n, c in cells if text_of(c.get(FINGERPRINT.name, ""))]
    if not own:
        raise InputError(
            f"{where}: holds no row of a fact; write the sheet anew with `sourcecheck draft --format xlsx`"
        )
    draft = _draft(where, own)
    remarks = [
        f"{where} row {n}: is filled, but has no fingerprint; nothing is taken from it"
        for n, c in cells
        if not text_of(c.get(FINGERPRINT.name, "")) and any(text_of(c.get(name, "")) for name in WRITTEN)
    ]
    read = [item for n, c in own for item in _read(f"{where} row {n}", c, checker, day)]
    problems = [item for item in read if isinstance(item, ValueError)]
    if problems:
        raise InputError("\n".join(map(str, problems)))
    ticks = [item for item in read if isinstance(item, Tick)]
    sentences = frozenset(text_of(c[FINGERPRINT.name]).partition("-")[0] for _, c in own)
    return Written(
        draft,
        sentences,
        tuple(tick for tick in ticks if tick.checked != UNTICKED),
        tuple(tick for tick in ticks if tick.checked == UNTICKED),
        (*remarks, *(item for item in read if isinstance(item, str))),
    )


def _found(path: Path) -> tuple[str, Mapping[str, int], list[tuple[int, Sequence[object]]]]:
    """Where the facts stand: the sheet's name, the place of every column, and the rows below the headings with their numbers."""
    best: tuple[int, Grid, int, list[str]] | None = None
    for grid in read_grids(path):
        for at, row in enumerate(grid.rows[:HEADING_ROWS]):
            names = [" ".join(str(value).split()).casefold() for value in row]
            held = sum(name in names for name in HEADINGS)
            if best is None or held > best[0]:
                best = held, grid, at, names
    if best is None or best[0] < 2:
        raise InputError(f"{path}: is no fact sheet; give one that `sourcecheck draft FILE --format xlsx` wrote")
    _, grid, at, names = best
    missing = [name for name in HEADINGS if name not in names]
    if missing:
        raise InputError(f"{grid.where}: lacks the column(s) {', '.join(missing)}; give them their headings again")
    twice = [name for name in HEADINGS if names.count(name) > 1]
    if twice:
        raise InputError(f"{grid.where}: has the column(s) {', '.join(twice)} twice; keep one of each")
    columns = {name: names.index(name) for name in HEADINGS}
    return grid.where, columns, list(enumerate(grid.rows[at + 1 :], start=at + 2))


def _draft(where: str, rows: Sequence[tuple[int, Mapping[str, object]]]) -> str:
    """The one draft of a sheet. Raises InputError when there are several."""
    named = [(number, text_of(cells.get(DRAFT.name, ""))) for number, cells in rows]
    ((draft, _),) = Counter(name for _, name in named).most_common(1)
    others = [(number, name) for number, name in named if name != draft]
    if others:
        number, name = others[0]
        more = f" (and {len(others) - 1} more)" if len(others) > 1 else ""
        raise InputError(
            f"{where} row {number}{more}: belongs to another draft ({name or 'none'}) than the others ({draft}); "
            "take it out, and check each draft in by its own sheet"
        )
    return draft


def _read(where: str, cells: Mapping[str, object], checker: str, day: str) -> Iterator[Tick | str | ValueError]:
    """What a row says: nothing, a tick, what cannot be taken, or what cannot be read."""
    given = {name: text_of(cells.get(name, "")) for name in HEADINGS}
    if not any(given[name] for name in ("checked", "correction", "note")):
        return
    try:
        sentence, _, _ = parts(given[FINGERPRINT.name])
    except ValueError:
        yield ValueError(f"{where}: fingerprint: {given[FINGERPRINT.name]!r} is none; take the row out")
        return
    if sentence != sentence_mark(given["sentence"]):
        yield f"{where}: the sentence was changed in place, so nothing is taken; write it under correction"
        return
    word = given["checked"].casefold()
    if word and word not in YES | NO:
        yield ValueError(f"{where}: checked: {given['checked']!r} is neither {TICKED} nor {UNTICKED}")
    who = given["checker"] or checker
    if not who and word not in NO:
        yield ValueError(f"{where}: checker: is empty; write who checked it, or give --checker NAME")
    try:
        when = day_of(cells["date"]) if given["date"] else day
    except ValueError as error:
        yield ValueError(f"{where}: date: {error}")
        return
    checked = TICKED if word in YES else UNTICKED if word in NO else ""
    told = (given[DRAFT.name], given[FINGERPRINT.name], given["sentence"], given["fact"], given["kind"])
    yield Tick(*told, checked, who, when, given["correction"], given["note"])
