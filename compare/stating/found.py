"""What is looked up for an assertion, and what is found in its place."""

import re
from dataclasses import dataclass, field

from claims.values import Resolution, Value, When
from compare.evidence.basis import Basis
from compare.facts.stated import root
from compare.fold import STOP, Folded
from compare.search.index import Index, Proposal
from compare.stating.anchors import Anchors, anchors_of
from compare.stating.assertions import Assertion, beside_of
from compare.stating.sentences import Sentence
from compare.values.dating.edges import edge_of
from compare.values.relations import Relation

DIFFERENCE = re.compile(
    r" (?:sooner|later|earlier|faster|slower|longer|shorter|higher|lower|larger|smaller|bigger|more|less|fewer|older|younger"
    r"|cheaper|further|farther|nearer|apart)\b",
    re.IGNORECASE,
)
BEHIND = 4
"""How many words behind an assertion may tell what it counts."""


@dataclass(frozen=True)
class Sought:
    """An assertion to look up.

    words: as written. others, written: the values of the sentence's other assertions, and the words these are written in.
    beside: the stems right before and behind it. behind: the roots of the words close behind it. named: the stems of the
    sentence's names. edge: the word that makes a date the beginning or end of a time, "" for none. difference: it says by how
    much two things differ.
    """

    assertion: Assertion
    words: str
    anchors: Anchors
    others: tuple[Value, ...] = ()
    written: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    behind: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    edge: str = ""
    difference: bool = False


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
    others = [a for a in sentence.assertions if a is not assertion]
    text = sentence.folded.text
    return Sought(
        assertion,
        text[assertion.start : assertion.end],
        anchors_of(assertion, sentence, index),
        tuple(a.value for a in others if a.value is not None and not is_relative(a)),
        tuple(text[a.start : a.end] for a in others),
        beside_of(sentence.folded, assertion.words[0], assertion.words[-1]) if assertion.words else ("", ""),
        behind_of(sentence.folded, assertion.words[-1]) if assertion.words else frozenset(),
        sentence.named,
        edge_of(text, assertion.start),
        is_difference(text, assertion.end),
    )


def behind_of(folded: Folded, last: int) -> frozenset[str]:
    """The roots of the content words close behind word `last`."""
    words = folded.words[last + 1 : last + 1 + BEHIND]
    return frozenset(root(word.stem) for word in words if word.form not in STOP)


def is_difference(text: str, end: int) -> bool:
    """True for an amount that says by how much two things differ ("27 days sooner", "12 percent more than")."""
    return bool(DIFFERENCE.match(text, end))


def is_relative(assertion: Assertion) -> bool:
    """True for a date counted from another: it asserts nothing of its own."""
    return isinstance(assertion.value, When) and assertion.value.resolution is Resolution.RELATIVE
