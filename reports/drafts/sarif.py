"""Checked drafts as SARIF 2.1.0 (OASIS standard with errata 01), for code hosts and editors.

This module alone knows which field of the standard holds what: a draft is an artifact, a check a rule, a finding a result, the
places in the sources its related locations, a comment that silences it a suppression. Lines and columns count from 1.
"""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from compare.checks import Check, all_checks
from compare.drafting.model import CheckedDraft, Finding, Noted, Stance, Suppression
from reports.drafts.as_json import coverage
from reports.drafts.sarif_places import BASES, artifact, comment_location, location, message, source_artifact
from reports.drafts.words import NAMES, problems, says, where
from reports.printable import json_text, printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KINDS = {Stance.SUPPORTED: "pass", Stance.NOT_CHECKABLE: "open"}
"""What is no failure; such a result has no level (section 3.27.10)."""


def to_sarif(drafts: Sequence[CheckedDraft], baseline: bool) -> str:
    """All drafts as one run. baseline: one was compared with, so that each result is told to be new or unchanged."""
    run = {
        "invocations": [_invocation(drafts)],
        "artifacts": [{"location": artifact(d.name), "roles": ["analysisTarget"]} for d in drafts],
        "results": [_result(noted, draft, baseline) for draft in drafts for noted in draft.noted],
        "properties": {"coverage": [_covered(draft) for draft in drafts]},
    }
    return log(run)


def log(run: dict[str, Any]) -> str:
    """A log of one run, with what every run of the program says of itself."""
    every = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {base: {"description": {"text": text}} for base, text in BASES.items()},
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [{**every, **run}]}
    return json_text(data) + "\n"


def rule_of(code: str) -> dict[str, Any]:
    """Which rule a result is of."""
    return {"ruleId": code, "ruleIndex": [check.code for check in all_checks()].index(code)}


def _driver() -> dict[str, Any]:
    driver = {"name": "sourcecheck", "rules": [_rule(check) for check in all_checks()]}
    try:
        return {**driver, "version": version("sourcecheck")}
    except PackageNotFoundError:
        return driver


def _rule(check: Check) -> dict[str, Any]:
    first, _, rest = check.explanation.partition("\n")
    paragraph = " ".join(rest.strip().partition("\n\n")[0].split())
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": paragraph or first},
        "help": {"text": check.explanation},
    }


def _invocation(drafts: Sequence[CheckedDraft]) -> dict[str, Any]:
    failed = any(noted.counts for draft in drafts for noted in draft.noted)
    notes = [
        {
            "level": "warning",
            "message": message(f"The comment `sourcecheck: ignore` {problem}."),
            "locations": [comment_location(draft, suppression)],
        }
        for draft in drafts
        for suppression, problem in problems(draft)
    ]
    return {"executionSuccessful": True, "exitCode": int(failed), "toolConfigurationNotifications": notes}


def _covered(draft: CheckedDraft) -> dict[str, Any]:
    return {"file": artifact(draft.name)["uri"], **coverage(draft.coverage), "gone": draft.gone}


def _result(noted: Noted, draft: CheckedDraft, baseline: bool) -> dict[str, Any]:
    finding = noted.finding
    kind = KINDS.get(finding.stance, "fail")
    suppression = noted.suppression
    return {
        **rule_of(finding.code),
        "kind": kind,
        "level": finding.severity.value if kind == "fail" else "none",
        "message": message(_told(finding), [where(place) for place in finding.places]),
        "locations": [location(draft.document, artifact(draft.name), finding.start, finding.end)],
        "relatedLocations": _related(finding),
        "partialFingerprints": {"sourcecheck/v1": noted.id},
        "suppressions": [_suppression(suppression, draft)] if suppression else [],
        **({"baselineState": "unchanged" if noted.known else "new"} if baseline else {}),
        "properties": {
            "stance": finding.stance.value,
            "value": printable(finding.value),
            "claim": printable(finding.claim),
        },
    }


def _told(finding: Finding) -> str:
    told = f"{NAMES[finding.stance]}: {finding.message}"
    return told[:1].upper() + told[1:]


def _related(finding: Finding) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            **location(place.document, source_artifact(place.document), *place.focus),
            "message": message(f"{place.document.source.id} {says(finding, place)}"),
        }
        for number, place in enumerate(finding.places, start=1)
    ]


def _suppression(suppression: Suppression, draft: CheckedDraft) -> dict[str, Any]:
    place = comment_location(draft, suppression)
    return {"kind": "inSource", "justification": printable(suppression.reason), "location": place}
