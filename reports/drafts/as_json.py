"""A checked draft as JSON, schema version 1 (docs/json.md). What was written so is read again as a baseline."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.files import read_bounded
from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import CheckedDraft, Coverage, Looked, Noted, Severity, Suppression
from compare.evidence.place import Place
from reports.places import position, span_in_file
from reports.printable import json_text

VERSION = 1


def to_json(drafts: Sequence[CheckedDraft], why: bool = False, all_sentences: bool = False) -> str:
    """One draft as an object, several as a list under `files`. why: with the trace of every finding.

    all_sentences: with what came of every sentence.
    """
    files = [_draft(draft) for draft in drafts]
    if all_sentences:
        for file, draft in zip(files, drafts, strict=True):
            file["sentences"] = [_sentence(looked, draft) for looked in draft.sentences]
    if why:
        from reports.why.as_json import add_findings

        add_findings(files, drafts)
    data = files[0] if len(files) == 1 else {"files": files}
    return json_text({"schema_version": VERSION, **data}) + "\n"


def add_to_json(text: str, key: str, values: Sequence[dict[str, Any] | None]) -> str:
    """What `to_json` gave, with a value for each draft under a key; none where it is None."""
    data = json.loads(text)
    for file, value in zip(data.get("files", [data]), values, strict=True):
        file |= {key: value} if value is not None else {}
    return json_text(data) + "\n"


def read_baseline(path: Path) -> dict[str, frozenset[str]]:
    """The ids of the findings of an earlier run, by file. Raises InputError when it is no such file, or of another version."""
    try:
        data = json.loads(read_bounded(path))
        if data.get("schema_version") != VERSION:
            raise InputError(
                f"{path}: is of version {data.get('schema_version')}, this program reads version {VERSION}; write it anew "
                "with `sourcecheck draft FILE --format json --out BASELINE`"
            )
        files = data.get("files", [data])
        return {file["file"]: frozenset(f["id"] for f in file["findings"] if _is_worth_telling(f)) for file in files}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(
            f"{path}: is no baseline; write one with `sourcecheck draft FILE --format json --out BASELINE`"
        ) from None


def _is_worth_telling(finding: dict[str, Any]) -> bool:
    """False for what was found right or not checked: should the sources contradict it later, that is new."""
    return bool(finding["severity"] != Severity.NOTE or finding["code"] == UNREAD)


def _draft(draft: CheckedDraft) -> dict[str, Any]:
    return {
        "file": draft.name,
        "findings": [_finding(noted, draft) for noted in draft.noted],
        "suppressions": [_suppression(s, draft) for s in draft.suppressions],
        "coverage": coverage(draft.coverage),
    }


def coverage(counts: Coverage) -> dict[str, Any]:
    """The counts of what was and was not checked."""
    return {
        "sentences": counts.sentences,
        "checked": counts.checked,
        "unasserting": counts.unasserting,
        "assertions": counts.assertions,
        "outcomes": {stance.value: count for stance, count in counts.outcomes},
        "skipped": counts.skipped,
    }


def _sentence(looked: Looked, draft: CheckedDraft) -> dict[str, Any]:
    at, (start, end) = position(draft.document, looked.span[0]), span_in_file(draft.document, *looked.span)
    where = {"start": start, "end": end, "line": at.line, "place": at.name}
    return {
        **where,
        "exact": draft.document.text[slice(*looked.span)],
        "outcome": looked.outlook,
        "reason": looked.reason,
    }


def _finding(noted: Noted, draft: CheckedDraft) -> dict[str, Any]:
    finding, document = noted.finding, draft.document
    at = position(document, finding.start)
    start, end = span_in_file(document, finding.start, finding.end)
    return {
        "id": noted.id,
        "code": finding.code,
        "message": finding.message,
        "severity": finding.severity,
        "start": start,
        "end": end,
        "line": at.line,
        "column": at.column,
        "place": at.name,
        "exact": document.text[finding.start : finding.end],
        "sentence": document.text[slice(*finding.sentence)],
        "stance": finding.stance,
        "value": finding.value,
        "claim": finding.claim,
        "changes": [list(change) for change in finding.changes],
        "suppressed": noted.suppression.reason if noted.suppression else None,
        "known": noted.known,
        "sources": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> dict[str, Any]:
    """A place: `start` and `end` of the words that decide, `passage` of the passage they stand in."""
    document, (start, end) = place.document, place.focus
    return {
        "source": document.source.id,
        "start": start,
        "end": end,
        "line": document.line(start),
        "exact": document.text[start:end],
        "value": place.value,
        "passage": {"start": place.start, "end": place.end, "exact": document.text[place.start : place.end]},
    }


def _suppression(suppression: Suppression, draft: CheckedDraft) -> dict[str, Any]:
    return {
        "start": suppression.at,
        "codes": list(suppression.codes),
        "reason": suppression.reason,
        "problem": suppression.problem,
        "silenced": sum(noted.suppression == suppression for noted in draft.noted),
    }
