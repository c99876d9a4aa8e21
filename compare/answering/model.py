"""What the reading of answers passes on: the question taken apart, and the candidates read for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from claims.values import Value
from compare.entry import Entry
from compare.fold import Folded


class Wanted(Enum):
    """What kind of answer a question asks for."""

    DATE = auto()
    AMOUNT = auto()
    PERSON = auto()
    PLACE = auto()
    MEMBER = auto()
    """one of a closed class: a sport, a language, a party"""
    NAME = auto()
    """a name of another kind: "which line", "what company" """
    PHRASE = auto()


@dataclass(frozen=True)
class Asked:
    """A question taken apart.

    wanted: the kind of answer. classed: of a MEMBER the class. focus: the stem of the noun asked for ("line"), or "".
    subject: the stems of what is asked about. cues: stems that stand beside an answer, with their weight, 0 to 1.
    """

    folded: Folded
    wanted: Wanted
    classed: str
    focus: str
    subject: frozenset[str]
    cues: Mapping[str, float]

    @property
    def stems(self) -> frozenset[str]:
        """All the stems of the question."""
        return frozenset(self.folded.stems)


Tokens = tuple[str, ...]
"""The folded words of a name or a phrase."""


@dataclass(frozen=True)
class Candidate:
    """What a passage may give as the answer.

    start, end: characters of the passage's text, end exclusive. value: what is compared. strength: 0 to about 1, how surely it
    stands in the place of the answer.
    """

    entry: Entry
    start: int
    end: int
    value: Value | Tokens
    strength: float

    @property
    def text(self) -> str:
        """The words read."""
        return self.entry.passage.text[self.start : self.end]
