"""What was ticked, as a short text: a mark of the sentence, one of the fact in it, and one of what the sources were shown to say.

This module alone knows what makes a tick expire: any change of the sentence but that of its line breaks, and another outcome,
value or passage of the sources. Where the sentence stands does not, nor do passages that merely come nearest.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from compare.checks.unread import CODE as UNREAD
from compare.checks.wording import CODE as WORDING
from compare.drafting.model import CheckedDraft, Finding, Noted
from reports.drafts.words import kind_of
from reports.places import unwrap
from reports.reviewing.columns import cell
from reports.reviewing.grids import text_of

WHOLE = "(the whole sentence)"
"""The words of a fact that is the wording of a sentence."""
LENGTH = 8
"""Hexadecimal digits of each mark."""


@dataclass(frozen=True)
class Fact:
    """A fact as a row of the sheet tells it. sentence, words: as they stand in the cells. kind: "date", "wording", ..."""

    noted: Noted
    sentence: str
    words: str
    kind: str
    fingerprint: str


def facts_of(draft: CheckedDraft) -> Iterator[Fact]:
    """The facts of a draft in order, each with its fingerprint; what stands twice is numbered."""
    seen: Counter[str] = Counter()
    for noted in draft.facts:
        finding, text = noted.finding, draft.document.text
        sentence, kind = in_cell(text[slice(*finding.sentence)]), kind_of(finding)
        words = WHOLE if finding.code in (WORDING, UNREAD) else in_cell(text[finding.start : finding.end])
        what = f"{sentence_mark(sentence)}-{_mark([kind, words])}"
        seen[what] += 1
        what += str(seen[what]) if seen[what] > 1 else ""
        yield Fact(noted, sentence, words, kind, f"{what}-{_evidence_mark(finding)}")


def sentence_mark(sentence: str) -> str:
    """A mark of a sentence as it stands in a cell."""
    return _mark(" ".join(sentence.split()))


def in_cell(text: str) -> str:
    """Text of a draft as it is read again from the cell it is written into."""
    return text_of(cell(unwrap(text).strip()))


def parts(fingerprint: str) -> tuple[str, str, str]:
    """The marks of the sentence, the fact and the evidence. Raises ValueError when it is no fingerprint."""
    sentence, fact, evidence = fingerprint.split("-")
    return sentence, fact, evidence


def _evidence_mark(finding: Finding) -> str:
    said = {
        (p.document.source.id, p.value, unwrap(p.document.text[p.start : p.end])) for p in finding.places if p.value
    }
    return _mark([finding.stance, sorted(said)])


def _mark(what: object) -> str:
    return hashlib.sha256(json.dumps(what, ensure_ascii=True).encode("ascii")).hexdigest()[:LENGTH]
