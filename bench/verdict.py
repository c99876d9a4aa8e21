"""The project's answer to the `verdict` task: does a document support, contradict or not speak to a claim?"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from compare.search import Index
from compare.statements import Assessed, Outcome, check_statement
from seeds.corpus import Corpus
from seeds.model import Document, Source
from seeds.passages import read_passages


def predict(item: dict) -> dict:
    """The item's id and label: contradicts, when an assertion of the claim is; silent, when one is not found; else supports."""
    index = _index(tuple((d["id"], d["text"]) for d in item["documents"]))
    return {"id": item["id"], "label": label(check_statement(item["claim"], index))}


def label(assessed: Sequence[Assessed]) -> str:
    """The label of a whole claim."""
    stances = {a.stance for a in assessed}
    if stances & {Outcome.CONTRADICTED, Outcome.DISPUTED}:
        return "contradicts"
    return "silent" if Outcome.NOT_FOUND in stances else "supports"


@lru_cache(maxsize=32)
def _index(texts: tuple[tuple[str, str], ...]) -> Index:
    documents = tuple(
        Document(Source(name, name), Path(f"{name}.txt"), text, read_passages(text), "bench") for name, text in texts
    )
    return Index(Corpus("bench", documents))
