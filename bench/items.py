"""The documents of a labelled item, as the program's readers give them."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from compare.search.index import Index
from seeds.corpus import Corpus
from seeds.model import Document, Source
from seeds.passages import read_passages


def index_of(item: dict[str, Any]) -> Index:
    """All documents of an item, indexed; those of the item before are not read again."""
    return _index(tuple((d["id"], d["text"]) for d in item["documents"]))


@lru_cache(maxsize=32)
def _index(texts: tuple[tuple[str, str], ...]) -> Index:
    return Index(Corpus("bench", tuple(document(name, text) for name, text in texts)))


def document(name: str, text: str) -> Document:
    """A text as a document."""
    return Document(Source(name, name), Path(f"{name}.txt"), text, read_passages(text), "bench")
