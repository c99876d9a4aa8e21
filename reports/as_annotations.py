"""The evidence as W3C Web Annotations: what each passage says to a claim, with selectors that find the passage again.

A source is named by the hash of what was read (RFC 6920, `ni:///sha-256;...`), so a name never means another text; an annotation
by a UUID made from what it says (RFC 9562, version 5), so the same finding has the same name in every run. docs/interchange.md
tells how each field is filled.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claims.model import Claim
from compare.decide.ranking import SHOWN
from compare.evidence.model import Evidence, Result, Stance
from reports.as_json import CONTEXT
from reports.printable import json_text
from seeds.model import Document

VOCABULARY = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(result: Result, shown: int = SHOWN) -> str:
    """A collection of annotations as JSON-LD, one for every passage that was read, at most `shown` per claim and source."""
    items = [_annotation(claim, evidence) for claim, evidence in _read(result, shown)]
    name = _uuid("collection", *(item["id"] for item in items))
    page = _uuid("page", name)
    first = {"id": page, "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    pages = {"first": first, "last": page} if items else {}
    data = {
        "@context": VOCABULARY,
        "id": name,
        "type": "AnnotationCollection",
        "label": "What the sources say to the claims",
        "generator": {"type": "Software", "name": "sourcecheck"},
        "total": len(items),
        **pages,
    }
    return json_text(data) + "\n"


def iri(document: Document) -> str:
    """The name of what was read: that of its file, or of its text in UTF-8 where it was read from none."""
    digest = document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")


def _read(result: Result, shown: int) -> Iterator[tuple[Claim, Evidence]]:
    for comparison in result.comparisons:
        for testimony in comparison.testimonies:
            yield from ((comparison.claim, e) for e in testimony.evidence[:shown] if e.stance is not Stance.UNREAD)


def _annotation(claim: Claim, evidence: Evidence) -> dict[str, Any]:
    answer, place = evidence.answer, (evidence.start, evidence.end, *evidence.focus)
    source = iri(evidence.document)
    return {
        "id": _uuid(source, *map(str, place), claim.id, claim.statement, evidence.check, answer.stance, answer.value),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            _body("classifying", answer.stance),
            _body("describing", claim.statement),
            _body("tagging", claim.id),
            _body("commenting", f"{answer.reason} ({evidence.check})"),
        ],
        "target": {"type": "SpecificResource", "source": source, "selector": _selectors(evidence)},
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(evidence: Evidence) -> list[dict[str, Any]]:
    """The passage by its words and by its position; either finds it."""
    text, start, end = evidence.document.text, evidence.start, evidence.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": evidence.exact,
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _uuid(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, json.dumps(parts)).urn
