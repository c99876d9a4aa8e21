"""A comparison shared out among processes that all look into one index: each asks some claims, or reads some sources for a claim.

What a process finds goes back as plain data and is put together in the order of claims and sources, so that neither how it was shared
out nor who did it, nor when, changes anything.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeVar

from claims.model import Claim
from compare.decide.claim import read, searched_for, settled
from compare.decide.memory import Telling, evidence_of, piece_of
from compare.evidence.model import Comparison
from compare.facts.asked_claim import ask
from compare.jobs.coverage import tells
from compare.search.index import Index

PIECES = 8
"""Into how many pieces work is cut for each process: enough that none waits long for the last, few enough to cost nothing."""
T = TypeVar("T")
R = TypeVar("R")
Found = tuple[bool, list[list[Any]]]
"""Of a claim, whether it is about footnotes only, and its evidence: the number of the document, the number of the passage ..."""


class Engine(Protocol):
    """Processes that have opened the same index. workers: how many."""

    workers: int

    def map(self, work: Callable[[Index, T], R], items: Sequence[T]) -> Iterator[R]:
        """What `work` gives for each item, in their order."""


class Share(NamedTuple):
    """Claims to be asked of the documents from `first` to `last` (exclusive), by these checks."""

    claims: tuple[Claim, ...]
    first: int
    last: int
    codes: frozenset[str] | None


def compare_shared(
    claims: Sequence[Claim], index: Index, codes: frozenset[str] | None, engine: Engine
) -> Iterator[Comparison]:
    """The comparison of each claim."""
    many = len(index.documents)
    size = -(-len(claims) // (PIECES * engine.workers))
    ranges = list(_ranges(many, 1 if size > 1 else -(-PIECES * engine.workers // len(claims))))
    groups = [tuple(claims[i : i + size]) for i in range(0, len(claims), size)]
    found = engine.map(read_share, [Share(group, r.start, r.stop, codes) for group in groups for r in ranges])
    for group in groups:
        by_range = list(islice(found, len(ranges)))
        for claim, parts in zip(group, zip(*by_range, strict=True), strict=True):
            yield _put_together(claim, parts, index, codes)


def tells_shared(index: Index, engine: Engine) -> Telling:
    """What the sources tell."""
    ranges = list(_ranges(len(index.documents), PIECES * engine.workers))
    parts = engine.map(tells, ranges)
    return {source: numbers for part in parts for source, numbers in part.items()}


def read_share(index: Index, share: Share) -> list[Found]:
    """What the documents of a share say to each of its claims."""
    documents, passages = index.tables.documents, index.tables.counted.passages.all
    found: list[Found] = []
    for claim in share.claims:
        question, searched = searched_for(claim, index)
        pieces = []
        for proposal in searched.proposals:
            entry = index.numbers[id(proposal.entry)]
            if share.first <= documents[entry] < share.last:
                evidence = read(question, proposal, share.codes)
                pieces.append([int(documents[entry]), *piece_of(evidence, int(passages[entry]))])
        found.append((question.footnotes_only, pieces))
        index.entries.drop()
    return found


def _put_together(claim: Claim, parts: Sequence[Found], index: Index, codes: frozenset[str] | None) -> Comparison:
    question = ask(claim, index.weights, index.unknown_weight)
    question = replace(question, footnotes_only=parts[0][0])
    pieces = (piece for _, own in parts for piece in own)
    evidence = [evidence_of(piece, index.documents[number]) for number, *piece in pieces]
    return settled(question, evidence, index.documents, codes)


def _ranges(many: int, parts: int) -> Iterator[range]:
    """The numbers below `many`, in at most so many ranges of about the same length."""
    size = -(-many // max(1, min(many, parts)))
    return (range(first, min(first + size, many)) for first in range(0, many, size))
