"""The comparison, top to bottom: search proposes passages, checks read them, verdicts sum up.

What an earlier run found out is recalled; what searching and reading need is loaded when the first claim is asked that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from compare.decide.memory import Known, Memory, Telling
from compare.evidence.model import Comparison, Result

if TYPE_CHECKING:
    from claims.model import Claim
    from compare.jobs.shares import Engine
    from compare.search.index import Index
    from seeds.corpus import Corpus


def compare(
    claims: Sequence[Claim],
    corpus: Corpus,
    codes: frozenset[str] | None = None,
    progress: Callable[[int], None] = lambda done: None,
    why: bool = False,
    memory: Memory | None = None,
    engine: Engine | None = None,
) -> Result:
    """Every claim compared with every document of the corpus.

    codes: the checks to use, None for all. progress: is told how many claims are done. why: what every answer rests on is kept, and
    nothing is recalled. memory: what earlier runs found with the same sources and checks; what is new is added to it.
    engine: several processes that search and read; None for this one.
    """
    known = Known({} if memory is None or why else memory, corpus.documents)
    reading = _Reading(corpus, codes, why, engine)
    recalled = [known.recall(claim) for claim in claims]
    asked = [claim for claim, found in zip(claims, recalled, strict=True) if not found]
    new = map(known.keep, reading.comparisons(asked))
    comparisons = []
    for done, found in enumerate(recalled, start=1):
        comparisons.append(found or next(new))
        progress(done)
    telling = known.recall_telling()
    return Result(corpus, tuple(comparisons), known.keep_telling(reading.telling()) if telling is None else telling)


class _Reading:
    """The sources, searched and read when they are first asked."""

    def __init__(self, corpus: Corpus, codes: frozenset[str] | None, why: bool, engine: Engine | None) -> None:
        self._corpus, self._codes, self._why, self._engine = corpus, codes, why, engine

    @cached_property
    def _index(self) -> Index:
        from compare.search.index import Index

        return Index(self._corpus)

    def comparisons(self, claims: Sequence[Claim]) -> Iterator[Comparison]:
        """The comparison of each claim."""
        if not claims:
            return
        if self._engine:
            from compare.jobs.shares import compare_shared

            yield from compare_shared(claims, self._index, self._codes, self._engine)
            return
        from compare.decide.claim import compare_claim

        for claim in claims:
            yield compare_claim(claim, self._index, self._corpus.documents, self._codes, self._why)
            if not self._why:
                self._index.entries.drop()

    def telling(self) -> Telling:
        """What the sources tell."""
        if self._engine:
            from compare.jobs.shares import tells_shared

            return tells_shared(self._index, self._engine)
        from compare.jobs.coverage import tells

        return tells(self._index)
