"""The project's answer to the `cross` task: what does each document answer to a question, and which agree?"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from compare.answers import answer
from seeds.model import Document, Source
from seeds.passages import read_passages


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """The item's id, discrepancy or agreement, and the ids of the documents by answer; "silent" for those without one."""
    answered = answer(item["claim"], [document(d["id"], d["text"]) for d in item["documents"]])
    groups = {
        f"{i}: {group[0].exact}": [said.document.source.id for said in group] for i, group in enumerate(answered.groups)
    }
    silent = [d.source.id for d in answered.silent]
    return {
        "id": item["id"],
        "label": "discrepancy" if answered.discrepancy else "agreement",
        "groups": groups | {"silent": silent},
    }


@lru_cache(maxsize=64)
def document(name: str, text: str) -> Document:
    """A text as a document."""
    return Document(Source(name, name), Path(f"{name}.txt"), text, read_passages(text), "bench")
