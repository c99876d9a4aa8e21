"""Checked drafts as workflow commands of GitHub Actions: an annotation per finding at its line of the draft.

This module alone knows the commands' syntax and its escapes: `%`, carriage return and line feed everywhere, `:` and `,` in properties
too. A range over several lines is given without columns, since the runner refuses both together.
"""

from collections.abc import Iterator, Sequence

from compare.drafting.model import CheckedDraft, Noted, Severity
from compare.evidence.place import Place
from reports.drafts.text import marked
from reports.drafts.words import NAMES, looked_up, problems, relative, shown, title, where
from reports.places import has_lines, position
from reports.printable import printable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def to_github(drafts: Sequence[CheckedDraft]) -> str:
    """A line per finding that no comment silences (a known one is a notice), then what was checked as a line of the log."""
    lines = [line for draft in drafts for line in _draft(draft)]
    return "".join(f"{line}\n" for line in [*lines, looked_up(drafts)])


def _draft(draft: CheckedDraft) -> Iterator[str]:
    for noted in draft.noted:
        if noted.suppression is None:
            yield _finding(noted, draft)
    for suppression, problem in problems(draft):
        at = {"file": relative(draft.name), **_lines(draft, suppression.at, suppression.at + 1)}
        text = f"The comment `sourcecheck: ignore` {problem}."
        yield _command("warning", {**at, "title": "sourcecheck comment"}, text)


def _finding(noted: Noted, draft: CheckedDraft) -> str:
    finding = noted.finding
    command = "notice" if noted.known else COMMANDS[finding.severity]
    at = {"file": relative(draft.name), **_lines(draft, finding.start, finding.end)}
    told = "" if has_lines(draft.document) else f"{position(draft.document, finding.start).name}: "
    told += f"{NAMES[finding.stance]}{' (known)' if noted.known else ''}: {finding.message}"
    texts = [told, *map(_said, shown(finding))]
    return _command(command, {**at, "title": title(finding)}, "\n".join(" ".join(text.split()) for text in texts))


def _lines(draft: CheckedDraft, start: int, end: int) -> dict[str, object]:
    """Line and column from 1, the end exclusive; nothing for a file without lines of its own."""
    if not has_lines(draft.document):
        return {}
    first, last = position(draft.document, start), position(draft.document, max(start, end - 1))
    if first.line != last.line:
        return {"line": first.line, "endLine": last.line}
    return {"line": first.line, "col": first.column, "endLine": last.line, "endColumn": last.column + 1}


def _said(place: Place) -> str:
    """Where a source speaks, and the passage with the words that decide in brackets; or that it merely comes nearest."""
    passage = place.start, place.end
    words = marked(place.document.text, passage, place.focus if place.value else passage)
    return f"{'' if place.value else 'nearest: '}{where(place)}: {words}"


def _command(name: str, properties: dict[str, object], text: str) -> str:
    given = ",".join(f"{key}={printable(str(value)).translate(PROPERTY)}" for key, value in properties.items())
    return f"::{name} {given}::{printable(text).translate(DATA)}"
