"""One document searched for contradictions in itself: the adapter of the task `contradict`."""

from typing import Any

from bench.items import document
from compare.jobs.scan import scan
from compare.scanning import swaps, values
from compare.scanning.observations import Observations
from compare.search.index import Index
from seeds.corpus import Corpus

MOST = 10
"""How many pairs are given."""


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """The pairs of places that may contradict each other, however unsure, best first, and whether the scan tells anything."""
    text, name = item["documents"][0]["text"], item["documents"][0]["id"]
    corpus = Corpus("bench", (document(name, text),))
    read = Observations(Index(corpus).entries)
    pairs = []
    for pair in values.pairs(read, values.hold(read), sure=False):
        spans = (o.entry.passage.place(*o.span) for o in (pair.one, pair.other))
        pairs.append((pair.strength, *(edge for span in spans for edge in span)))
    for finding in swaps.find(read, least=0.0):
        pairs.append((finding.score, *(edge for place in finding.places for edge in (place.start, place.end))))
    ranked = [[*edges, strength] for strength, *edges in sorted(pairs, reverse=True)]
    return {"id": item["id"], "pairs": ranked[:MOST], "flag": bool(scan(corpus).findings)}
