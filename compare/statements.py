"""A free statement checked against sources: every assertion of every sentence, each with what the sources say in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.anchors import anchors_of, candidates
from compare.assertions import Assertion, AssertionKind, Sentence, sentences_of
from compare.assess_values import Found, read_values
from compare.relations import Relation
from compare.search import Index
from seeds.model import Document, Span

SUPPORT = 0.2
CONTRADICT = 0.5
RIVAL = 0.7
DISPUTE = 0.75
SHOWN = 5


class Outcome(StrEnum):
    """What the sources say to an assertion."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    NOT_FOUND = "not-found"
    NOT_CHECKABLE = "not-checkable"


@dataclass(frozen=True)
class Place:
    """Where a source gives a value: the passage and the very words, characters of the document's text."""

    document: Document
    start: int
    end: int
    focus: Span
    value: str


@dataclass(frozen=True)
class Assessed:
    """An assertion and what the sources say to it. start, end: characters of the statement's text, end exclusive."""

    start: int
    end: int
    kind: AssertionKind
    stance: Outcome
    value: str
    reason: str
    evidence: tuple[Place, ...] = ()


def check_statement(text: str, index: Index) -> tuple[Assessed, ...]:
    """Every assertion of a text assessed against the passages of an index, in order."""
    return tuple(assessed for sentence in sentences_of(text) for assessed in _check(sentence, index))


def _check(sentence: Sentence, index: Index) -> Iterator[Assessed]:
    for assertion in sentence.assertions:
        if assertion.kind in (AssertionKind.NAME, AssertionKind.ANSWER):
            continue
        yield _assess(assertion, sentence, index)


def _assess(assertion: Assertion, sentence: Sentence, index: Index) -> Assessed:
    anchors = anchors_of(assertion, sentence, index)
    words = sentence.folded.text[assertion.start : assertion.end]
    found = [f for p in candidates(anchors, index) for f in read_values(assertion, words, anchors, p)]
    fits = sorted((f for f in found if f.relation is not Relation.OTHER), key=_order)
    others = sorted((f for f in found if f.relation is Relation.OTHER), key=_order)
    for_, against = (fits[0].strength if fits else 0.0), (others[0].strength if others else 0.0)
    if for_ >= SUPPORT and for_ >= RIVAL * against:
        return _assessed(assertion, sentence, Outcome.SUPPORTED, fits, for_)
    if against >= CONTRADICT:
        return _assessed(assertion, sentence, Outcome.CONTRADICTED, others, against)
    return _assessed(assertion, sentence, Outcome.NOT_FOUND, (), 0.0)


def _order(found: Found) -> tuple[float, str, int]:
    return -found.strength, found.proposal.entry.document.source.id, found.start


def _assessed(
    assertion: Assertion, sentence: Sentence, outcome: Outcome, found: Sequence[Found], best: float
) -> Assessed:
    shown = tuple(_place(f) for f in found if f.strength >= 0.8 * best)[:SHOWN]
    said = shown[0].value if shown else ""
    words = sentence.folded.text[assertion.start : assertion.end]
    reason = {
        Outcome.SUPPORTED: f"a source says {said}",
        Outcome.CONTRADICTED: f"a source says {said}, the statement says {words}",
        Outcome.NOT_FOUND: f"no source gives {words} beside these words",
    }[outcome]
    start, end = sentence.start + assertion.start, sentence.start + assertion.end
    return Assessed(start, end, assertion.kind, outcome, said, reason, shown)


def _place(found: Found) -> Place:
    (start, end), focus = found.proposal.show(found.start, found.end)
    return Place(found.proposal.entry.document, start, end, focus, found.said)
