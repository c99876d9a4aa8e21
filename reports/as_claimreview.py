"""The verdicts as schema.org ClaimReview in JSON-LD: one review for every claim that a source speaks to.

The rating is the verdict in words. It has no number: a verdict tells how sources relate, not how true a claim is.
docs/interchange.md tells how each field is filled and what is left out because it is not known.
"""

import re
from typing import Any

from compare.evidence.model import Comparison, Result, Stance, Testimony, Verdict
from reports.as_annotations import iri
from reports.printable import json_text
from reports.topics import meaning_of, topic_reports
from seeds.model import DIGEST, Document

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""The dates of the registry that are ISO 8601 as well; one that is only near is left out."""


def to_claimreview(result: Result) -> str:
    """The works read and the reviews, as one graph; `<` is written so that the text can stand in a script element."""
    titles = {report.topic: report.title for report in topic_reports(result)}
    reviewed = [c for c in result.comparisons if c.verdict is not Verdict.NOT_FOUND]
    works = [_work(document) for document in result.corpus.documents]
    graph = works + [_review(comparison, titles[comparison.claim.topic]) for comparison in reviewed]
    text = json_text({"@context": "https://schema.org", "@graph": graph})
    return text.replace("<", "\\u003c") + "\n"


def _work(document: Document) -> dict[str, Any]:
    """A source as a creative work; a digest is a work of its own that is based on the source."""
    work = {"@type": "CreativeWork", **_described(document)}
    if document.corpus == DIGEST:
        name = f"{document.source.title} (digest)"
        work = {"@type": "CreativeWork", "identifier": document.source.id, "name": name, "isBasedOn": work}
    return {"@id": iri(document), **work}


def _described(document: Document) -> dict[str, Any]:
    source = document.source
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    fields = {
        "identifier": source.id,
        "name": source.title,
        "creditText": source.author,
        "publisher": publisher,
        "datePublished": source.published if DATE.fullmatch(source.published) else "",
    }
    return {name: value for name, value in fields.items() if value}


def _review(comparison: Comparison, title: str) -> dict[str, Any]:
    claim = comparison.claim
    speaking = [testimony for testimony in comparison.testimonies if _values(testimony)]
    item: dict[str, Any] = {"@type": "Claim", "text": claim.statement}
    supporting = [t for t in speaking if any(e.stance is Stance.SUPPORTS for e in t.evidence)]
    if supporting:
        item["appearance"] = _refer(supporting)
    said = "; ".join(f"{t.document.source.id} {_values(t)}" for t in speaking)
    return {
        "@type": "ClaimReview",
        "identifier": claim.id,
        "about": {"@type": "Thing", "name": title},
        "claimReviewed": claim.statement,
        "itemReviewed": item,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": comparison.verdict,
            "ratingExplanation": f"{meaning_of(comparison)}. {said}.",
        },
        "citation": _refer(speaking),
    }


def _refer(testimonies: list[Testimony]) -> list[dict[str, str]]:
    return [{"@type": "CreativeWork", "@id": iri(testimony.document)} for testimony in testimonies]


def _values(testimony: Testimony) -> str:
    """What a source says, each value once: "supports 8 August 2025, contradicts 2028"; "" when nothing was read."""
    read = [e for e in testimony.evidence if e.stance is not Stance.UNREAD]
    return ", ".join(dict.fromkeys(f"{e.stance} {e.answer.value}".strip() for e in read))
