"""The fact sheet of a checked draft as a file, and what the ticks of earlier sheets say in the other formats."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claims.errors import InputError
from compare.drafting.model import CheckedDraft
from reports.drafts.sheet.checking_in import is_kept, name_of
from reports.drafts.sheet.rows import facts_sheet, sheets_of
from reports.drafts.sheet.standing import Standing, lines_of, standing
from reports.drafts.sheet.ticks import Tick, read_ticks
from reports.reviewing.columns import csv_text
from reports.reviewing.workbook import to_workbook
from reports.settings import Settings

TITLE = "Facts of a draft"


def to_sheet(drafts: Sequence[CheckedDraft], settings: Settings, format_: str) -> str | bytes:
    """The sheet of the one draft, as bytes of a workbook ("xlsx") or as CSV text ("csv")."""
    (draft,) = drafts
    name = name_of(draft.name, settings.project)
    found = standing(draft, name, read_ticks(settings.ticks))
    if format_ == "csv":
        return csv_text(facts_sheet(draft, found, name))
    return to_workbook(sheets_of(draft, found, name), TITLE)


def refuse_filled(out: Path, settings: Settings) -> None:
    """Raise InputError when `out` holds ticks that are not in the project, or is another file than a fact sheet."""
    if not out.is_file():
        return
    try:
        kept = is_kept(out, read_ticks(settings.ticks))
    except InputError:
        raise InputError(f"{out}: is there already and no fact sheet; give another --out") from None
    if not kept:
        raise InputError(
            f"{out}: holds ticks that are not checked in; `sourcecheck draft check-in {out}`, or give another --out"
        )


def ticked(drafts: Sequence[CheckedDraft], settings: Settings) -> tuple[Standing | None, ...]:
    """How the ticks of each draft stand; None for a draft that was never ticked."""
    ticks = read_ticks(settings.ticks)
    return tuple(_standing(draft, name_of(draft.name, settings.project), ticks) for draft in drafts)


def tick_lines(drafts: Sequence[CheckedDraft], standings: Sequence[Standing | None]) -> Iterator[str]:
    """What is ticked, changed and open in drafts, for a terminal."""
    for draft, found in zip(drafts, standings, strict=True):
        if found:
            yield from lines_of(found, draft.name)


def tick_record(found: Standing) -> dict[str, Any]:
    """The same of one draft, for JSON."""
    rows = [row for row in found.rows if row.now or row.before]
    return {
        "ticked": sum(row.ticked for row in found.rows),
        "changed": sum(row.changed for row in found.rows),
        "open": sum(not (row.ticked or row.changed) for row in found.rows),
        "facts": [
            {"id": row.fact.noted.id, "standing": [_said(t) for t in row.now], "before": [_said(t) for t in row.before]}
            for row in rows
        ],
        "gone": [_said(tick) for tick in found.gone],
    }


def _said(tick: Tick) -> dict[str, str]:
    names = ("checked", "checker", "date", "correction", "note", "kind", "fact", "sentence")
    return {name: vars(tick)[name] for name in names}


def _standing(draft: CheckedDraft, name: str, ticks: Sequence[Tick]) -> Standing | None:
    return standing(draft, name, ticks) if any(tick.draft == name for tick in ticks) else None
