"""The project's answer to the `verdict` task: does a document support, contradict or not speak to a claim?"""

from collections.abc import Sequence

from bench.items import index_of
from compare.stating.assertions import AssertionKind
from compare.stating.statements import Assessed, Outcome, check_statement

NEAR = 0.5
"""How much of a claim a passage must hold for what is missing in it to be contradicted."""
HELD = 0.55
"""How much of a claim without values a passage must hold to support it."""


def predict(item: dict) -> dict:
    """The item's id and label: contradicts, when an assertion of the claim is; silent, when one is not found; else supports."""
    documents = [{"id": d["id"], "text": _brackets(d["text"])} for d in item["documents"]]
    return {"id": item["id"], "label": label(check_statement(item["claim"], index_of({"documents": documents})))}


def _brackets(text: str) -> str:
    """The text with brackets where a treebank writes their names."""
    return text.replace("-LRB-", "(").replace("-RRB-", ")")


def label(assessed: Sequence[Assessed]) -> str:
    """The label of a whole claim.

    What is not found in a passage that says most of the rest is contradicted; a claim of which no value is found is supported
    when a passage holds most of its words.
    """
    stances = {a.stance for a in assessed}
    missing = [a for a in assessed if a.stance is Outcome.NOT_FOUND]
    if stances & {Outcome.CONTRADICTED, Outcome.DISPUTED} or any(_speaks(a) >= NEAR for a in missing):
        return "contradicts"
    if missing:
        return "silent"
    worded = all(a.kind in (AssertionKind.NAME, AssertionKind.WORDING) for a in assessed)
    unsaid = [a for a in assessed if a.kind is AssertionKind.WORDING and a.stance is Outcome.NOT_CHECKABLE]
    return "silent" if worded and any(_speaks(a) < HELD for a in unsaid) else "supports"


def _speaks(assessed: Assessed) -> float:
    return assessed.evidence[0].share if assessed.evidence else 0.0
