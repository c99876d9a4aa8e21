"""A scan as SARIF 2.1.0: each source an artifact, each finding a result at its first place, the others its related locations.

What somebody dismissed is a result with a suppression outside the text (section 3.35).
"""

from typing import Any

from claims.model import Severity
from compare.jobs.scan import Scan
from compare.scanning.finding import Place
from reports.dismissing import Noted
from reports.drafts.sarif import log, rule_of
from reports.drafts.sarif_places import location, message, source_artifact
from reports.places import place_of
from reports.printable import printable
from seeds.corpus import Corpus

LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}


def to_sarif(result: Scan, findings: tuple[Noted, ...], corpus: Corpus) -> str:
    """The findings as one run."""
    told = any(not n.dismissed for n in findings)
    return log(
        {
            "invocations": [{"executionSuccessful": True, "exitCode": int(told)}],
            "artifacts": [{"location": source_artifact(d), "roles": ["analysisTarget"]} for d in corpus.documents],
            "results": [_result(n) for n in findings],
        }
    )


def _result(noted: Noted) -> dict[str, Any]:
    finding = noted.finding
    first, *others = finding.places
    related = [
        {"id": number, **_location(place), "message": message(f"{place.document.source.id} says {place.value}")}
        for number, place in enumerate(others, start=1)
    ]
    dismissed = {"kind": "external", "justification": printable(noted.reason)}
    return {
        **rule_of(finding.code),
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": message(finding.headline[:1].upper() + finding.headline[1:], [_where(place) for place in others]),
        "locations": [_location(first)],
        "relatedLocations": related,
        "partialFingerprints": {"sourcecheck/scan/v1": noted.fingerprint},
        "suppressions": [dismissed] if noted.dismissed else [],
        "properties": {"why": printable(finding.why), "score": finding.score},
    }


def _location(place: Place) -> dict[str, Any]:
    return location(place.document, source_artifact(place.document), place.start, place.end)


def _where(place: Place) -> str:
    return place_of(place.document, (place.start, place.end), place.passage)
