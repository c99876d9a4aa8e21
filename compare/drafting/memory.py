"""Findings of a paragraph kept from one run to the next, as plain data: places in the paragraph and in the sources, no objects.

A paragraph is known again by its words, its heading, the sources it names and the text before it, which dates without a year count
from; whatever else
the findings hang on (sources, claims, the program) belongs into the memory's own name.
"""

import hashlib
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from compare.drafting.model import Finding, Stance
from compare.drafting.paragraphs import Paragraph
from compare.evidence.place import Place
from compare.facts.folded_passage import BEFORE
from seeds.model import Document

Memory = MutableMapping[str, str]
"""Findings as JSON by the paragraph's key."""


def keys_of(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """A key for each paragraph of a draft."""
    seen: Counter[str] = Counter()
    keys, before = [], ""
    for paragraph in paragraphs:
        known = "\n".join(
            (paragraph.passages[0].kind, paragraph.passages[0].section, before, paragraph.text, repr(paragraph.named))
        )
        key = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()
        keys.append(f"{key}-{seen[key]}" if seen[key] else key)
        seen[key] += 1
        before = f"{before} {paragraph.text}"[-BEFORE:]
    return tuple(keys)


def recall(
    memory: Memory, key: str, paragraph: Paragraph, documents: Mapping[str, Document]
) -> tuple[Finding, ...] | None:
    """The findings kept under a key; None where nothing is, or nothing usable. documents: the sources by id."""
    try:
        return tuple(_finding(record, paragraph, documents) for record in json.loads(memory[key]))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def keep(memory: Memory, key: str, paragraph: Paragraph, findings: Sequence[Finding]) -> None:
    """Keep the findings of a paragraph."""
    memory[key] = json.dumps([_record(finding, paragraph) for finding in findings], ensure_ascii=False)


def _record(finding: Finding, paragraph: Paragraph) -> dict[str, Any]:
    return {
        "code": finding.code,
        "stance": finding.stance,
        "span": [bisect_left(paragraph.offsets, finding.start), bisect_left(paragraph.offsets, finding.end - 1)],
        "message": finding.message,
        "value": finding.value,
        "places": [[p.document.source.id, p.start, p.end, *p.focus, p.value, p.share] for p in finding.places],
        "claim": finding.claim,
        "changes": finding.changes,
    }


def _finding(record: Mapping[str, Any], paragraph: Paragraph, documents: Mapping[str, Document]) -> Finding:
    first, last = record["span"]
    start, end = paragraph.offsets[first], paragraph.offsets[last] + 1
    places = tuple(_place(documents[source], *rest) for source, *rest in record["places"])
    changes = tuple((old, new) for old, new in record["changes"])
    if not type(record["message"]) is type(record["value"]) is type(record["claim"]) is str:
        raise TypeError("no words")
    return Finding(
        record["code"],
        Stance(record["stance"]),
        start,
        end,
        paragraph.sentence(start),
        record["message"],
        record["value"],
        places,
        record["claim"],
        changes,
    )


def _place(document: Document, start: int, end: int, first: int, last: int, value: str, share: float) -> Place:
    """A place in a source. Raises ValueError when it lies outside the source's text."""
    if not 0 <= start <= first <= last <= end <= len(document.text) or not isinstance(value, str):
        raise ValueError("no place of this source")
    return Place(document, start, end, (first, last), value, share)
