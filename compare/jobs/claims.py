"""The comparison, top to bottom: search proposes passages, checks read them, verdicts sum up.

What an earlier run found out is recalled; what searching and reading need is loaded when the first claim is asked that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from compare.decide.memory import Known, Memory, Telling
from compare.evidence.model import Comparison, Result

if TYPE_CHECKING:
    from claims.model import Claim
    from compare.search.index import Index
    from seeds.corpus import Corpus


def compare(
    claims: Sequence[Claim],
    corpus: Corpus,
    codes: frozenset[str] | None = None,
    progress: Callable[[int], None] = lambda done: None,
    why: bool = False,
    memory: Memory | None = None,
) -> Result:
    """Every claim compared with every document of the corpus.

    codes: the checks to use, None for all. progress: is told how many claims are done. why: what every answer rests on is kept, and
    nothing is recalled. memory: what earlier runs found with the same sources and checks; what is new is added to it.
    """
    known = Known({} if memory is None or why else memory, corpus.documents)
    reading = _Reading(corpus, codes, why)
    comparisons = []
    for done, claim in enumerate(claims, start=1):
        comparisons.append(known.recall(claim) or known.keep(reading.comparison(claim)))
        progress(done)
    telling = known.recall_telling()
    return Result(corpus, tuple(comparisons), known.keep_telling(reading.telling()) if telling is None else telling)


class _Reading:
    """The sources, searched and read when they are first asked."""

    def __init__(self, corpus: Corpus, codes: frozenset[str] | None, why: bool) -> None:
        self._corpus, self._codes, self._why = corpus, codes, why

    @cached_property
    def _index(self) -> Index:
        from compare.search.index import Index

        return Index(self._corpus)

    def comparison(self, claim: Claim) -> Comparison:
        from compare.decide.claim import compare_claim

        return compare_claim(claim, self._index, self._corpus.documents, self._codes, self._why)

    def telling(self) -> Telling:
        from compare.jobs.coverage import tells

        return tells(self._index)
