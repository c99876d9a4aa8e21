"""The project's answer to the `evidence` task: the passages of the documents that speak to a claim, best first."""

from bench.items import index_of
from claims.model import Claim, Kind
from compare.facts.asked_claim import ask
from compare.facts.folded_passage import Entry
from compare.search.ranker import rank

MOST = 10


def predict(item: dict) -> dict:
    """The item's id and the places of at most `MOST` passages, each as [document id, start, end]."""
    index = index_of(item)
    claim = Claim("bench", "bench", Kind.DESCRIPTION, item["claim"])
    question = ask(claim, index.weights, index.unknown_weight)
    return {"id": item["id"], "ranked": [_place(entry) for entry, _ in rank(question, index)[:MOST]]}


def _place(entry: Entry) -> list[str | int]:
    spans = entry.passage.spans
    return [entry.document.source.id, spans[0][0], spans[-1][1]]
