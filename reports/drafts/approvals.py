"""The table of quotations of a project, `quotes.csv`: words, who said them, whether they are approved, and until when."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from claims.edtf import parse_edtf
from claims.errors import InputError
from claims.values import When
from compare.drafting.approved import Approval, Approvals, Status
from reports.kept import read_rows
from reports.places import unwrap
from seeds.model import Document, Passage, PassageKind, Source
from seeds.places import Places, Unit

COLUMNS = ("words", "speaker", "status", "until", "note")
NEEDED = ("words", "speaker", "status")
MEANT = {
    Status.APPROVED: "agreed cleared confirmed fine ok okay on-record on-the-record yes",
    Status.WAITING: "asked open pending sent unanswered",
    Status.REFUSED: "declined no off-record off-the-record rejected withdrawn",
}
"""Words that people write for a status; they suggest it and never stand for it."""
MARKS = "\"“”„«»'‘’ "


def read_approvals(path: Path | None, day: str = "") -> Approvals | None:
    """The table as drafts are held against it; None where there is none, or no row in it. day: ISO 8601, on which it is judged.

    Raises InputError for a table that cannot be read, and with a line for every broken row.
    """
    rows = [*read_rows(path, COLUMNS, NEEDED, "quotations with their speakers")] if path else []
    if not path or not rows:
        return None
    problems = [problem for number, row in rows for problem in _problems(path, number, row)]
    if problems:
        raise InputError("\n".join(problems))
    words = [unwrap(row["words"]).strip(MARKS) for _, row in rows]
    starts = [sum(len(before) + 1 for before in words[:i]) for i in range(len(words))]
    spans = [(start, start + len(said)) for start, said in zip(starts, words, strict=True)]
    document = Document(
        Source(path.name, "Approved quotations"),
        path,
        "\n".join(words),
        tuple(
            Passage(PassageKind.BODY, (span,), said, range(*span), i)
            for i, (span, said) in enumerate(zip(spans, words, strict=True))
        ),
        "quotations",
        places=Places(Unit.CELL, tuple(starts), names=tuple(("", f"A{number}") for number, _ in rows)),
    )
    approvals = (
        Approval(row["speaker"], Status(row["status"].casefold()), _day(row["until"]), span)
        for (_, row), span in zip(rows, spans, strict=True)
    )
    return Approvals(document, tuple(approvals), _day(day))


def _day(text: str) -> When | None:
    return parse_edtf(text) if text else None


def _problems(path: Path, number: int, row: dict[str, str]) -> Iterator[str]:
    for name in NEEDED:
        if not row[name].strip(MARKS):
            yield f"{path}:{number}: {name} is empty; fill it or take the row out"
    status = row["status"].casefold()
    if status and status not in list(Status):
        meant = _meant(status)
        suggestion = f"did you mean {meant}? Use" if meant else "use"
        yield f"{path}:{number}: status {row['status']!r}: {suggestion} one of {', '.join(Status)}"
    try:
        _day(row["until"])
    except ValueError:
        yield f"{path}:{number}: until {row['until']!r} is no day; write it as 2026-03-31"


def _meant(status: str) -> str:
    """The status that a word may be meant for, "" for none."""
    said = "-".join(status.replace("-", " ").split())
    words = {word: meant for meant, listed in MEANT.items() for word in (meant.value, *listed.split())}
    return next((words[near].value for near in get_close_matches(said, words, n=1)), "")
