"""Traces in JSON: a `why` beside what it explains (docs/json.md)."""

from collections.abc import Sequence
from typing import Any

from compare.decide.verdicts import RULES
from compare.drafting.model import CheckedDraft
from compare.evidence.model import Comparison, Result, Testimony
from reports.why import drafts as drafting
from reports.why.claims import silence_of, trace_of
from reports.why.sides import Trace


def add_claims(claims: list[dict[str, Any]], result: Result) -> None:
    """Put a `why` into every claim, every silent source and every piece of evidence of a result written as JSON."""
    for claim, comparison in zip(claims, result.comparisons, strict=True):
        rules = [
            {"verdict": g.verdict, "rule": RULES[g.verdict], "because": list(g.sources)} for g in comparison.grounds
        ]
        claim["why"] = {"rules": rules}
        for source, testimony in zip(claim["sources"], comparison.testimonies, strict=True):
            _add(source, testimony, comparison)


def _add(source: dict[str, Any], testimony: Testimony, comparison: Comparison) -> None:
    if not testimony.evidence:
        source["why"] = as_data(silence_of(testimony, comparison))
    for item, evidence in zip(source["evidence"], testimony.evidence, strict=False):
        item["why"] = as_data(trace_of(evidence, comparison))


def add_findings(files: list[dict[str, Any]], drafts: Sequence[CheckedDraft]) -> None:
    """Put a `why` into every finding, and into every place shown for it, of drafts written as JSON."""
    for file, draft in zip(files, drafts, strict=True):
        for item, noted in zip(file["findings"], draft.noted, strict=True):
            finding = noted.finding
            item["why"] = {
                "statement": list(drafting.read_in_draft(finding)),
                "weighed": list(drafting.decided(finding)),
            }
            for source, place in zip(item["sources"], finding.places, strict=True):
                source["why"] = as_data(drafting.trace_of(finding, place))


def as_data(trace: Trace) -> dict[str, Any]:
    """A trace as plain data."""
    return {
        "relation": trace.relation.value,
        "reason": trace.reason,
        "statement": list(trace.statement),
        "source": list(trace.source),
        "missing": list(trace.missing),
        "weighed": list(trace.weighed),
    }
