"""What is looked up for an assertion, and what is found in its place."""

from dataclasses import dataclass, field

from claims.values import Resolution, When
from compare.evidence.basis import Basis
from compare.search.index import Index, Proposal
from compare.stating.anchors import Anchors, anchors_of
from compare.stating.assertions import Assertion, beside_of
from compare.stating.sentences import Sentence
from compare.values.relations import Relation


@dataclass(frozen=True)
class Sought:
    """An assertion to look up.

    words: as written. beside: the stems right before and behind it. named: the stems of the sentence's
    names.
    """

    assertion: Assertion
    words: str
    anchors: Anchors
    beside: tuple[str, str] = ("", "")
    named: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A value read in a passage in the place of an assertion.

    start, end: characters of the passage's text. strength: 0 to 1, how surely it stands in the assertion's place. slip: it is the
    asserted value but for a slip of the pen. basis: what the passage says of it.
    """

    proposal: Proposal
    start: int
    end: int
    said: str
    relation: Relation
    strength: float
    slip: bool = False
    basis: Basis = field(default=Basis(), compare=False, repr=False)


def seek(assertion: Assertion, sentence: Sentence, index: Index) -> Sought:
    """What is looked up for an assertion of a sentence."""
    return Sought(
        assertion,
        sentence.folded.text[assertion.start : assertion.end],
        anchors_of(assertion, sentence, index),
        beside_of(sentence.folded, assertion.words[0], assertion.words[-1]) if assertion.words else ("", ""),
        sentence.named,
    )


def is_relative(assertion: Assertion) -> bool:
    """True for a date counted from another: it asserts nothing of its own."""
    return isinstance(assertion.value, When) and assertion.value.resolution is Resolution.RELATIVE
