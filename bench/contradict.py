"""One document searched for contradictions in itself: the adapter of the task `contradict`."""

from pathlib import Path
from typing import Any

from compare.scan import find_contradictions
from compare.scanning.findings import gather
from seeds.model import Document, Source
from seeds.passages import read_passages

MOST = 10
"""How many pairs are given."""


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """The pairs of places that contradict each other, best first, and whether the document contradicts itself."""
    text, name = item["documents"][0]["text"], item["documents"][0]["id"]
    pairs = find_contradictions(Document(Source(name, name), Path(name), text, read_passages(text), "bench"))
    ranked = [[p.first.start, p.first.end, p.second.start, p.second.end, p.score] for p in pairs[:MOST]]
    return {"id": item["id"], "pairs": ranked, "flag": bool(gather(pairs))}
