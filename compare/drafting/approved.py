"""The quotations of a draft held against those that speakers approved, asked for, or refused: a table of the project.

This module alone knows what an approval means for a finding. The table goes before the sources where it holds the words: its speaker
gave them for this draft. A last day is judged only by a day that is given; without one it is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claims.values import When
from compare.checks.quote import CODE, say_changes
from compare.drafting.model import Finding, Stance
from compare.drafting.paragraphs import Paragraph
from compare.drafting.quotations import FEWEST_CHANGED, Held, misattributed, quotations_of
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.fold import fold
from compare.values.quotes import find_quote
from compare.values.relations import Relation
from seeds.model import Document, Span

SHARED = 0.5
"""The share of a quotation's words that approved words must hold to be compared with it."""


class Status(StrEnum):
    """What a speaker said to the words."""

    APPROVED = "approved"
    WAITING = "waiting"
    """asked, and not answered"""
    REFUSED = "refused"
    """off the record, withdrawn"""


RULES = {
    Stance.SUPPORTED: "the table of quotations holds the words as approved by the speaker whom the draft names",
    Stance.ALTERED_QUOTE: "the table of quotations holds nearly these words, and no source holds the quoted ones",
    Stance.CONTRADICTED: "the table of quotations gives the words to another speaker, or says that they may not be used",
    Stance.NOT_FOUND: "the table of quotations holds the words, and no approval that stands",
}


@dataclass(frozen=True)
class Approval:
    """Words of a speaker, what was said to them, and the last day it holds; at: where the words stand in the table's text."""

    speaker: str
    status: Status
    until: When | None
    at: Span


@dataclass(frozen=True)
class Approvals:
    """The table of quotations as a document, a passage a row, and its rows. day: on which it is judged, None for no day."""

    document: Document
    rows: tuple[Approval, ...]
    day: When | None = None


def with_approvals(findings: Sequence[Finding], paragraphs: Sequence[Paragraph], approvals: Approvals) -> list[Finding]:
    """The findings, those of quotations that the table speaks to as it says."""
    spans = {paragraph.place(*span): (paragraph, span) for paragraph in paragraphs for span in quotations_of(paragraph)}
    return [
        _judged(f, *spans[f.start, f.end], approvals) if f.code == CODE and (f.start, f.end) in spans else f
        for f in findings
    ]


def _judged(finding: Finding, paragraph: Paragraph, span: Span, approvals: Approvals) -> Finding:
    quote = paragraph.text[slice(*span)]
    found = list(_held(quote, approvals))
    exact = [(approval, held) for approval, held in found if not held.changes]
    if not exact:
        return _altered(finding, quote, [held for _, held in found])
    named = [(approval, held) for approval, held in exact if not misattributed(paragraph, span, [held])]
    if not named:
        who = " or ".join(dict.fromkeys(approval.speaker for approval, _ in exact))
        message = f"the table of quotations has these words from {who}"
        return _told(finding, quote, Stance.CONTRADICTED, message, who, [held for _, held in exact])
    first, held = min(named, key=lambda pair: _rank(pair[0], approvals))
    stance, message = _said(first, approvals)
    return _told(finding, quote, stance, message, first.status.value, [held])


def _held(quote: str, approvals: Approvals) -> Iterator[tuple[Approval, Held]]:
    """The rows that hold a quotation, those with the fewest changes first."""
    found, stems = [], frozenset(fold(quote).stems)
    for approval in approvals.rows:
        words = approvals.document.text[slice(*approval.at)]
        if len(stems.intersection(fold(words).stems)) < SHARED * len(stems):
            continue
        match = find_quote(quote, words)
        if match:
            start, end = approval.at[0] + match.start, approval.at[0] + match.end
            value = "verbatim" if not match.changes else words[match.start : match.end]
            place = Place(approvals.document, *approval.at, (start, end), value)
            around = frozenset(fold(f"{approval.speaker} {words}").stems)
            found.append((approval, Held(place, match.changes, approval.speaker, around)))
    return iter(sorted(found, key=lambda pair: len(pair[1].changes)))


def _altered(finding: Finding, quote: str, held: Sequence[Held]) -> Finding:
    """What is told where the table holds nearly the words; what a source holds word by word stays."""
    if not held or finding.stance in (Stance.SUPPORTED, Stance.CONTRADICTED) or len(fold(quote).words) < FEWEST_CHANGED:
        return finding
    nearest = held[0]
    if finding.changes and len(finding.changes) < len(nearest.changes):
        return finding
    message = f"the table of quotations gives other words: {say_changes(nearest.changes)}"
    told = _told(finding, quote, Stance.ALTERED_QUOTE, message, nearest.place.value, [nearest])
    return replace(told, changes=nearest.changes)


def _rank(approval: Approval, approvals: Approvals) -> int:
    """The row that decides where several hold the words: a refusal, then an approval that stands."""
    stance, _ = _said(approval, approvals)
    return (Stance.CONTRADICTED, Stance.SUPPORTED, Stance.NOT_FOUND).index(stance)


def _said(approval: Approval, approvals: Approvals) -> tuple[Stance, str]:
    """What the table says of words that the draft gives as they are, from whom the draft names."""
    who, until = approval.speaker, approval.until
    if approval.status is Status.REFUSED:
        return Stance.CONTRADICTED, f"{who} refused these words: they may not be used"
    if approval.status is Status.WAITING:
        return Stance.NOT_FOUND, f"{who} has not approved these words yet"
    if until and approvals.day and until.last < approvals.day.first:
        return Stance.NOT_FOUND, f"the approval of {who} ended on {until.edtf}"
    return Stance.SUPPORTED, f"approved by {who}" + (f" until {until.edtf}" if until else "")


def _told(finding: Finding, quote: str, stance: Stance, message: str, value: str, held: Sequence[Held]) -> Finding:
    """The finding with the table's places before those of the sources that say the same of the words."""
    same = Relation.SAME if stance is Stance.SUPPORTED else Relation.OTHER
    places = [replace(h.place, basis=Basis(quote, values=same)) for h in held]
    kept = finding.places if stance is Stance.SUPPORTED is finding.stance else ()
    weighed = Weighed(RULES[stance], "quotation", quote)
    return replace(
        finding, stance=stance, message=message, value=value, places=(*places, *kept), changes=(), weighed=weighed
    )
