"""`draft check-in`: the ticks of a fact sheet into the project's table, which the next run of the draft reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from claims.errors import InputError
from reports.drafts.running import STDIN, draft_of
from reports.drafts.sheet.marks import in_cell, sentence_mark
from reports.drafts.sheet.reading import Written, read_sheet
from reports.drafts.sheet.ticks import Tick, read_ticks, text_of_ticks
from reports.drafts.words import many
from reports.files import digest_of, write_unchanged
from reports.printable import printable
from reports.reviewing.days import day_of
from reports.settings import Settings


@dataclass(frozen=True)
class CheckedIn:
    """What a check-in did: lines for a terminal, and whether something could not be taken."""

    lines: tuple[str, ...]
    conflicts: bool


def name_of(file: str, project: Path | None) -> str:
    """What a project calls a draft: its path from the project's folder, with `/`."""
    return file if file == STDIN else Path(relpath(file, project)).as_posix()


def check_in(path: Path, settings: Settings, checker: str = "", day: str = "") -> CheckedIn:
    """Keep the ticks of a sheet. checker, day: what is meant where a row names none.

    Raises InputError when there is no project, or the sheet cannot be used; nothing is written then.
    """
    if settings.project is None or settings.ticks is None:
        raise InputError("this folder is no project, so ticks have no place in it; `sourcecheck init DIR` makes one")
    before, seen = read_ticks(settings.ticks), digest_of(settings.ticks)
    written = read_sheet(path, checker, _day(day))
    old = _old_sentences(path, written, settings.project)
    after = merged(before, written)
    if after != before:
        write_unchanged({settings.ticks: text_of_ticks(after)}, {settings.ticks: seen})
    return CheckedIn(tuple(_lines(before, after, written, old, settings.ticks)), bool(written.remarks))


def merged(before: Sequence[Tick], written: Written) -> tuple[Tick, ...]:
    """The ticks with those of a sheet: a person's word takes the place of an earlier one on the same fact."""
    kept = {tick.key: tick for tick in before}
    kept |= {tick.key: tick for tick in written.ticks}
    back = {tick.key for tick in written.taken_back}
    return tuple(tick for key, tick in kept.items() if key not in back and (*key[:2], "") not in back)


def is_kept(path: Path, ticks: Sequence[Tick]) -> bool:
    """True for a fact sheet that holds nothing which is not among the ticks. Raises InputError when it is no fact sheet."""
    written = read_sheet(path, "?")
    return not written.remarks and merged(ticks, written) == tuple(ticks)


def _old_sentences(path: Path, written: Written, project: Path) -> int:
    """How many sentences of a sheet stand no more in its draft. Raises InputError when none does, or there is no such draft."""
    if written.draft == STDIN:
        raise InputError(f"{path}: is of a text from standard input, which has no name to keep ticks by")
    file = project / written.draft
    if not file.is_file():
        raise InputError(f"{path}: belongs to the draft {written.draft}, which is not in this project ({project.name})")
    document = draft_of(written.draft, file).document
    standing = {sentence_mark(in_cell(document.text[slice(*p.whole)])) for p in document.passages}
    old = len(written.sentences - standing)
    if old == len(written.sentences):
        raise InputError(f"{path}: no sentence of it stands in {written.draft}; it belongs to another draft")
    return old


def _lines(before: Sequence[Tick], after: Sequence[Tick], written: Written, old: int, table: Path) -> Iterator[str]:
    yield from (f"conflict: {printable(line)}" for line in written.remarks)
    new = [tick for tick in after if tick not in before]
    gone = {tick.key for tick in before} - {tick.key for tick in after}
    ticked = sum(bool(tick.checked) for tick in new)
    told = [f"{many(ticked, 'tick')} of {written.draft} kept in {relpath(table)}"]
    told += [f"{len(new) - ticked} without a tick"] * (len(new) > ticked)
    told += [f"{len(written.ticks) - len(new)} known before"] * (len(written.ticks) > len(new))
    told += [f"{len(gone)} taken back"] * bool(gone)
    told += [f"{many(old, 'sentence')} changed in the draft since the sheet was written"] * bool(old)
    yield "; ".join(told) + "."


def _day(day: str) -> str:
    try:
        return day_of(day) if day else ""
    except ValueError as error:
        raise InputError(f"--date {error}") from None
