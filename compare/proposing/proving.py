"""Candidates compared before they are proposed: what a claim is to show, its own comparison must show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claims.model import Claim
from compare.decide.claim import compare_claim
from compare.evidence.model import Comparison, Evidence, Stance, Verdict
from compare.fold import fold
from compare.proposing.terms import Meant, terms_for
from compare.search.index import Index
from seeds.model import Document

DIFFERS = frozenset(
    (Verdict.PROBABLE_TYPO, Verdict.VALUE_DISCREPANCY, Verdict.INTERNAL_INCONSISTENCY, Verdict.FRAMING_DIFFERENCE)
)
"""Verdicts that tell the places of a claim apart."""
QUIET = frozenset((Verdict.AGREEMENT, Verdict.PRECISION_DIFFERENCE, Verdict.SINGLE_SOURCE))


@dataclass(frozen=True)
class Prover:
    """Compares claims with the sources of an index."""

    index: Index
    documents: Sequence[Document]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of each passage in the index, by its identity."""
        return {id(entry.passage): number for number, entry in enumerate(self.index.entries)}

    def compared(self, claim: Claim) -> Comparison:
        """The claim compared with every source."""
        return compare_claim(claim, self.index, self.documents)

    def with_terms(self, claim: Claim, meant: Sequence[Meant]) -> tuple[Claim, Comparison]:
        """The claim with terms that find just the passages meant, and what it is compared so; as it is where no terms do."""
        own = fold(claim.expected).stems if claim.positions else ()
        terms = terms_for(meant, self.index, frozenset(fold(claim.statement).stems), frozenset(own))
        termed = replace(claim, terms=terms)
        return termed, self.compared(termed)

    def number(self, evidence: Evidence) -> int:
        """The number in the index of the passage of some evidence."""
        return self.numbers[id(evidence.passage)]

    def place(self, evidence: Evidence) -> Meant:
        """Where some evidence stands in the index."""
        return Meant(self.number(evidence), (evidence.answer.start, evidence.answer.end))


def read(comparison: Comparison) -> Iterator[Evidence]:
    """The evidence of a comparison that some check could read, by source."""
    return (e for t in comparison.testimonies for e in t.evidence if e.stance is not Stance.UNREAD)


def read_in(comparison: Comparison, prover: Prover) -> tuple[int, ...]:
    """The numbers of the passages that were read for a claim."""
    return tuple(dict.fromkeys(prover.number(e) for e in read(comparison)))


def speaking(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the sources of which something was read."""
    return tuple(dict.fromkeys(e.document.source.id for e in read(comparison)))
