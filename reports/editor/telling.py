"""Findings as an editor shows them: diagnostics with the sources' places, and what stands in the window under the cursor."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from compare.drafting.model import Finding, Noted, Severity, Stance
from compare.evidence.place import Place
from reports.drafts.text import marked
from reports.drafts.words import NAMES, problems, shown, title, where
from reports.editor.checked import Checked
from reports.editor.ruler import Ruler
from reports.escaped import escape
from reports.places import span_in_file
from reports.printable import printable
from seeds.model import Document
from seeds.places import Unit
from seeds.readers.charsets import decode
from seeds.readers.files import read_bytes

NAME = "sourcecheck"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Hint,
}
"""What could not be checked is a hint: an editor does not underline every sentence for it."""
CHECKS = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
SHOWN = 3
"""Findings shown under a cursor."""


class Shelf:
    """Places in the sources' files as the protocol counts them; each file is measured once. related: the editor shows them."""

    def __init__(self, codec: PositionCodec, related: bool) -> None:
        self.related = related
        self._codec = codec
        self._rulers: dict[tuple[Path, str], Ruler] = {}

    def location(self, place: Place) -> types.Location:
        """A place of a source in its file; the file's beginning where it has no lines (docx, pdf, pptx)."""
        document = place.document
        uri = document.path.resolve().as_uri()
        if document.places.unit is not Unit.LINE and document.places.origins is None:
            return types.Location(uri, types.Range(types.Position(0, 0), types.Position(0, 0)))
        return types.Location(uri, self._ruler(document).range(span_in_file(document, *place.focus)))

    def _ruler(self, document: Document) -> Ruler:
        key = document.path, document.sha256
        if key not in self._rulers:
            origins = document.places.origins
            text = decode(document.path, read_bytes(document.path)) if origins else document.text
            self._rulers[key] = Ruler(text, self._codec)
        return self._rulers[key]


def diagnostics(checked: Checked, shelf: Shelf) -> tuple[types.Diagnostic, ...]:
    """What an editor underlines: every finding that is neither supported nor silenced, then comments that silence nothing."""
    noted = [n for n in checked.draft.noted if n.finding.stance is not Stance.SUPPORTED and n.suppression is None]
    return (*(diagnostic(n, checked, shelf) for n in noted), *_comments(checked))


def diagnostic(noted: Noted, checked: Checked, shelf: Shelf) -> types.Diagnostic:
    """A finding with the sources' places; its id is the data."""
    finding = noted.finding
    related = [types.DiagnosticRelatedInformation(shelf.location(place), _quoted(place)) for place in shown(finding)]
    return types.Diagnostic(
        checked.written.ruler.range(checked.span(finding)),
        _message(finding),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=explained(finding),
        source=NAME,
        related_information=related if shelf.related else None,
        data=noted.id,
    )


def explained(finding: Finding) -> types.CodeDescription | None:
    """Where the check is explained: on the page of the checks where it lies beside the program, as in a clone; no address else."""
    if not CHECKS.is_file():
        return None
    return types.CodeDescription(f"{CHECKS.as_uri()}#{title(finding).lower().replace(' ', '-')}")


def hover(found: Sequence[Noted], checked: Checked, markdown: bool) -> types.Hover | None:
    """What the sources say to the words under the cursor, the narrowest finding first; None where nothing was found."""
    if not found:
        return None
    ranked = sorted(found, key=lambda n: (n.finding.end - n.finding.start, n.finding.start))[:SHOWN]
    told = ("\n".join(_lines(noted)) for noted in ranked)
    if markdown:
        told = ("\n\n".join(_lines(noted, "**", escape)) for noted in ranked)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    content = types.MarkupContent(kind, "\n\n---\n\n".join(told))
    return types.Hover(content, checked.written.ruler.range(checked.span(ranked[0].finding)))


def _lines(noted: Noted, strong: str = "", fit: Callable[[object], str] = str) -> Iterator[str]:
    finding = noted.finding
    yield f"{strong}{fit(title(finding))}: {NAMES[finding.stance]}{strong}: {fit(_message(finding))}"
    for place in shown(finding):
        yield f"- {fit(f'{where(place)}: {_quoted(place)}')}"
    if noted.suppression:
        yield f"Silenced by a comment: {fit(noted.suppression.reason)}"


def _message(finding: Finding) -> str:
    if not finding.places:
        return printable(finding.message)
    nearest = "" if finding.places[0].value else "nearest: "
    return printable(f"{finding.message} ({nearest}{where(finding.places[0])})")


def _quoted(place: Place) -> str:
    passage = place.start, place.end
    return printable(marked(place.document.text, passage, place.focus if place.value else passage))


def _comments(checked: Checked) -> Iterator[types.Diagnostic]:
    for suppression, problem in problems(checked.draft):
        at = span_in_file(checked.draft.document, suppression.at, suppression.at + 1)[0]
        text = f"the comment `sourcecheck: ignore` {problem}"
        range_ = checked.written.ruler.range((at, at + 1))
        yield types.Diagnostic(range_, text, severity=types.DiagnosticSeverity.Warning, source=NAME)
