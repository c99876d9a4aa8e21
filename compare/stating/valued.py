"""Dates and amounts of a sentence: each is asked of the passages as a claim of the sentence's words with this value would be.

This module alone knows how an assertion becomes a claim. What a passage says to it, the checks of claims and `compare.decide` tell;
only evidence of the checks that read values counts, since what a passage says otherwise is told of the wording.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.model import Claim, Kind
from claims.values import Amount, Reading
from compare.checks import date, figure
from compare.decide.claim import read
from compare.decide.ranking import distinct
from compare.evidence.basis import Basis
from compare.evidence.model import Evidence, Stance
from compare.facts.asked_claim import Question, ask
from compare.search.index import Index, Proposal, Surveyed, survey
from compare.stating.assertions import Assertion
from compare.stating.found import Found
from compare.stating.sentences import Sentence
from compare.values.in_words import say
from compare.values.relations import Relation, relate_amounts

CODES = frozenset((date.CODE, figure.CODE))
RELATIONS = {
    Stance.SUPPORTS: Relation.SAME,
    Stance.LESS_PRECISE: Relation.COARSER,
    Stance.CONTRADICTS: Relation.OTHER,
}


@dataclass(frozen=True)
class Given:
    """What the passages give in the place of a value, and unsure: the values of passages of which nothing can be told."""

    found: tuple[Found, ...]
    unsure: tuple[Found, ...]


def surveyed_for(question: Question, sentence: Sentence, index: Index) -> Surveyed:
    """The passages that are read for the values of a sentence; none for one without a value."""
    valued = any(assertion.value is not None for assertion in sentence.assertions)
    return survey(question, index) if valued else Surveyed((), ())


def read_value(assertion: Assertion, question: Question, near: Surveyed, index: Index) -> Given:
    """What the passages give in the place of a date or an amount. question: the sentence as a claim of its words."""
    asked = _asked(assertion, question, index)
    evidence = [read(asked, proposal, CODES, why=True) for proposal in near.proposals]
    found = [_found(e) for e in distinct(evidence) if e.check in CODES]
    unsure = [f for e in evidence for f in _unsure(e)]
    if not (found or unsure):
        unsure = [f for f in _read_faintly(asked, near.faint) if f.relation is not Relation.OTHER]
    if not (found or unsure):
        unsure = [f for proposal in (*near.proposals, *near.faint) for f in _same_numbers(assertion, proposal)]
    return Given(tuple(found), tuple(sorted(unsure, key=lambda f: -f.strength)))


def _asked(assertion: Assertion, question: Question, index: Index) -> Question:
    """The sentence as the question that a claim with this value expected would be."""
    text = question.claim.statement
    kind = Kind.FIGURE if isinstance(assertion.value, Amount) else Kind.DATE
    claim = Claim("statement", "statement", kind, text)
    asked = ask(claim, index.weights, index.unknown_weight)
    claim = replace(claim, expected=text[assertion.start : assertion.end])
    return replace(asked, claim=claim, value=assertion.value, length=None)


def _found(evidence: Evidence) -> Found:
    answer, proposal = evidence.answer, evidence.proposal
    assert proposal is not None  # it was read with all it rests on
    relation, basis = RELATIONS[answer.stance], answer.basis or Basis()
    return Found(proposal, answer.start, answer.end, answer.value, relation, evidence.score / 100, basis=basis)


def _unsure(evidence: Evidence) -> Iterator[Found]:
    """The value that was read in a passage of which nothing can be told."""
    for code, passed in evidence.passed:
        basis = passed.basis
        if code in CODES and evidence.proposal and basis and isinstance(basis.read, Reading) and basis.values:
            read, strength = basis.read, evidence.score / 100
            yield Found(evidence.proposal, read.start, read.end, say(read.value), basis.values, strength, basis=basis)


def _read_faintly(asked: Question, proposals: Sequence[Proposal]) -> Iterator[Found]:
    """The values of passages that hold too little of a sentence to speak to it."""
    for proposal in proposals:
        evidence = read(asked, proposal, CODES, why=True)
        yield from [_found(evidence)] if evidence.check in CODES else _unsure(evidence)


def _same_numbers(assertion: Assertion, proposal: Proposal) -> Iterator[Found]:
    """The number of an amount where a passage gives it in a unit that cannot be compared."""
    if not isinstance(assertion.value, Amount):
        return
    for r in proposal.entry.amounts:
        if not isinstance(r.value, Amount):
            continue
        claimed = replace(assertion.value, unit=r.value.unit)
        if claimed.low == r.value.low or relate_amounts(claimed, r.value) is not Relation.OTHER:
            yield Found(proposal, r.start, r.end, say(r.value), Relation.COARSER, proposal.score / 100)
