"""The comparison, top to bottom: search proposes passages, checks read them, verdicts sum up."""

from collections.abc import Callable, Sequence

from claims.model import Claim
from compare.decide.claim import compare_claim
from compare.evidence.model import Result
from compare.search.index import Index
from seeds.corpus import Corpus


def compare(
    claims: Sequence[Claim],
    corpus: Corpus,
    codes: frozenset[str] | None = None,
    progress: Callable[[int], None] = lambda done: None,
    why: bool = False,
) -> Result:
    """Every claim compared with every document of the corpus.

    codes: the checks to use, None for all. progress: is told how many claims are done. why: what every answer rests on is kept.
    """
    index = Index(corpus)
    comparisons = []
    for done, claim in enumerate(claims, start=1):
        comparisons.append(compare_claim(claim, index, corpus.documents, codes, why))
        progress(done)
    return Result(corpus, tuple(comparisons), index.entries)
