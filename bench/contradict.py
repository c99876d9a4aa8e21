"""One document searched for contradictions in itself: the adapter of the task `contradict`."""

from typing import Any

from bench.items import document
from compare.jobs.scan import find_contradictions
from compare.scanning.findings import gather

MOST = 10
"""How many pairs are given."""


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """The pairs of places that contradict each other, best first, and whether the document contradicts itself."""
    text, name = item["documents"][0]["text"], item["documents"][0]["id"]
    pairs = find_contradictions(document(name, text))
    ranked = [[p.first.start, p.first.end, p.second.start, p.second.end, p.score] for p in pairs[:MOST]]
    return {"id": item["id"], "pairs": ranked, "flag": bool(gather(pairs))}
