"""The `cross` task: what does each document give in answer to a question, and which documents give the same?

No command answers questions. Here the dates, amounts or names of the passages that search ranks first are put behind the question,
and a free statement of that wording is checked against every document: those that support one answer are one group.
"""

import re
from collections.abc import Iterator
from typing import Any

from bench.items import index_of
from bench.verdict import label
from claims.model import Claim, Kind
from compare.facts.asked_claim import ask
from compare.facts.folded_passage import Entry
from compare.search.index import Index, propose
from compare.stating.statements import check_statement
from compare.text.names_and_negation import names

DATES, AMOUNTS = re.compile(r"\b(?:when|year|date)\b", re.I), re.compile(r"\bhow (?:many|much|long|old|far)\b", re.I)
READ = 2
"""How many passages of a document are read for answers."""


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """The item's id, discrepancy or agreement, and the ids of the documents by answer; "silent" for those without one."""
    alone = {d["id"]: index_of({"documents": [d]}) for d in item["documents"]}
    answers = {answer for index in alone.values() for answer in _answers(item["claim"], index)}
    given = {
        answer: {name for name, index in alone.items() if _gives(item["claim"], answer, index)}
        for answer in sorted(answers)
    }
    groups: dict[str, list[str]] = {}
    left = set(alone)
    while (best := max(given, key=lambda answer: len(given[answer] & left), default="")) and given[best] & left:
        groups[best] = sorted(given[best] & left)
        left -= given[best]
    kind = "discrepancy" if len(groups) > 1 else "agreement"
    return {"id": item["id"], "label": kind, "groups": groups | {"silent": sorted(left)}}


def _gives(question: str, answer: str, index: Index) -> bool:
    return label(check_statement(f"{question} {answer}", index)) == "supports"


def _answers(asked: str, index: Index) -> Iterator[str]:
    """What a document may give as the answer, in its words."""
    question = ask(Claim("bench", "bench", Kind.DESCRIPTION, asked), index.weights, index.unknown_weight)
    for proposal in propose(question, index)[:READ]:
        yield from _values(asked, proposal.entry, frozenset(question.words))


def _values(asked: str, entry: Entry, words: frozenset[str]) -> Iterator[str]:
    """The dates or amounts of a passage where the question asks for such, else its names the question does not hold."""
    text, folded = entry.passage.text, entry.folded
    if DATES.search(asked) or AMOUNTS.search(asked):
        yield from (text[r.start : r.end] for r in (entry.dates if DATES.search(asked) else entry.amounts))
        return
    for run in names(folded):
        if words.isdisjoint(folded.words[i].stem for i in run):
            yield text[slice(*folded.span(run[0], run[-1]))]
