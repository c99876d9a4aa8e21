"""A claim that is a question with its answer, against one document: does the document give that answer, another, or none?"""

from typing import Any

from bench.cross import document
from compare.answers import Reply, check_answer

LABELS = {Reply.SAME: "supports", Reply.OTHER: "contradicts", Reply.SILENT: "silent"}


def predict_pair(item: dict[str, Any]) -> dict[str, Any]:
    """The item's id and label: supports, contradicts or silent; the claim's answer stands behind its question mark."""
    question, _, said = item["claim"].partition("?")
    found = [check_answer(f"{question}?", said.strip(), document(d["id"], d["text"])) for d in item["documents"]]
    reply = next((r for r in (Reply.SAME, Reply.OTHER) if any(reply is r for reply, _ in found)), Reply.SILENT)
    return {"id": item["id"], "label": LABELS[reply]}
