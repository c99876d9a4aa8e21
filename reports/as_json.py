"""The result as JSON, schema version 1 (docs/json.md)."""

from typing import Any

from compare.decide.headline import headline
from compare.decide.ranking import SHOWN
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Evidence, Result, Testimony
from reports.printable import json_text
from seeds.model import Document

VERSION = 1
CONTEXT = 32
"""How many characters of the source `prefix` and `suffix` hold (W3C TextQuoteSelector)."""


def to_json(result: Result, shown: int = SHOWN, why: bool = False) -> str:
    """The result as JSON text; at most `shown` pieces of evidence per claim and source. why: with the trace of each."""
    data: dict[str, Any] = {
        "schema_version": VERSION,
        "sources": [_source(document) for document in result.corpus.documents],
        "claims": [_claim(comparison, shown) for comparison in result.comparisons],
        "coverage": vars(result.coverage),
    }
    if result.corpus.unreadable:
        data["unreadable"] = list(result.corpus.unreadable)
    if result.corpus.copies:
        data["copies"] = list(result.corpus.copies)
    if why:
        from reports.why.as_json import add_claims

        add_claims(data["claims"], result)
    return json_text(data) + "\n"


def _source(document: Document) -> dict[str, Any]:
    source = document.source
    return {
        "id": source.id,
        "title": source.title,
        "published": source.published,
        "corpus": document.corpus,
        "sha256": document.sha256,
    }


def _claim(comparison: Comparison, shown: int) -> dict[str, Any]:
    claim = comparison.claim
    return {
        "id": claim.id,
        "topic": claim.topic,
        "kind": claim.kind,
        "statement": claim.statement,
        "expected": claim.expected,
        "verdict": comparison.verdict,
        "flags": list(comparison.flags),
        "headline": headline(comparison),
        "severity": judged(comparison).severity or "",
        "sources": [_testimony(testimony, shown) for testimony in comparison.testimonies],
    }


def _testimony(testimony: Testimony, shown: int) -> dict[str, Any]:
    return {
        "source": testimony.document.source.id,
        "stance": testimony.stance,
        "values": list(testimony.values),
        "evidence": [_evidence(evidence) for evidence in testimony.evidence[:shown]],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    document, start, end = evidence.document, evidence.start, evidence.end
    return {
        "start": start,
        "end": end,
        "line_start": document.line(start),
        "line_end": document.line(end - 1),
        "page": document.page(start),
        "exact": evidence.exact,
        "prefix": document.text[max(0, start - CONTEXT) : start],
        "suffix": document.text[end : end + CONTEXT],
        "score": evidence.score,
        "stance": evidence.stance,
        "value": evidence.answer.value,
        "check": evidence.check,
        "reason": evidence.answer.reason,
    }
