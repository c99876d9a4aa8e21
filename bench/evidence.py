"""The project's answer to the `evidence` task: the passages of the documents that speak to a claim, best first."""

from collections.abc import Iterator
from pathlib import Path

from claims.model import Claim, Kind
from compare.entry import Entry
from compare.question import ask
from compare.search import Index
from compare.searching.ranker import rank
from seeds.corpus import Corpus
from seeds.model import Document, Source
from seeds.passages import read_passages

MOST = 10


def predict(item: dict) -> dict:
    """The item's id and the places of at most `MOST` passages, each as [document id, start, end]."""
    index = Index(Corpus("bench", tuple(_documents(item))))
    claim = Claim("bench", "bench", Kind.DESCRIPTION, item["claim"])
    question = ask(claim, index.weights, index.unknown_weight)
    return {"id": item["id"], "ranked": [_place(entry) for entry, _ in rank(question, index)[:MOST]]}


def _documents(item: dict) -> Iterator[Document]:
    for given in item["documents"]:
        name, text = given["id"], given["text"]
        yield Document(Source(name, name), Path(f"{name}.txt"), text, read_passages(text), "bench")


def _place(entry: Entry) -> list[str | int]:
    spans = entry.passage.spans
    return [entry.document.source.id, spans[0][0], spans[-1][1]]
