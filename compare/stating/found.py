"""What is looked up for an assertion, and what is found in its place."""

import re
from dataclasses import dataclass

from claims.values import Resolution, Value, When
from compare.relations import Relation
from compare.search import Index, Proposal
from compare.stating.anchors import Anchors, anchors_of
from compare.stating.assertions import Assertion, beside_of
from compare.stating.sentences import Sentence

EDGE = re.compile(
    r"\b(since|until|till|before|after|by)(?: (?:the|late|early|mid|end of|beginning of|about|around|at least))* $",
    re.IGNORECASE,
)
REACH = 40
"""How many characters before a date tell what it begins or ends."""


@dataclass(frozen=True)
class Sought:
    """An assertion to look up.

    words: as written. others, written: the values of the sentence's other assertions, and the words these are written in.
    beside: the stems right before and behind it. named: those of the sentence's names. edge: the word that makes a date the
    beginning or end of a time, "" for none.
    """

    assertion: Assertion
    words: str
    anchors: Anchors
    others: tuple[Value, ...] = ()
    written: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    named: frozenset[str] = frozenset()
    edge: str = ""


@dataclass(frozen=True)
class Found:
    """A value read in a passage in the place of an assertion.

    start, end: characters of the passage's text. strength: 0 to 1, how surely it stands in the assertion's place. slip: it is the
    asserted value but for a slip of the pen.
    """

    proposal: Proposal
    start: int
    end: int
    said: str
    relation: Relation
    strength: float
    slip: bool = False


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
        sentence.named,
        edge_of(text, assertion.start),
    )


def edge_of(text: str, start: int) -> str:
    """The word before a date that makes it the beginning or end of a time ("since late 2022"), in small letters; "" for none."""
    found = EDGE.search(text[max(0, start - REACH) : start])
    return found[1].lower() if found else ""


def is_relative(assertion: Assertion) -> bool:
    """True for a date counted from another: it asserts nothing of its own."""
    return isinstance(assertion.value, When) and assertion.value.resolution is Resolution.RELATIVE
