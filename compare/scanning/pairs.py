"""What a scan finds: two places of a document that cannot both be right, how sure that is, and why."""

from dataclasses import dataclass
from enum import StrEnum

from seeds.model import Document, Passage


class Clash(StrEnum):
    """What two places disagree in."""

    AMOUNT = "amount"
    DATE = "date"
    DAY = "day of the week"
    HOUR = "time of day"
    NAME = "name"
    DENIAL = "denial"
    """one says what the other denies"""
    OPPOSITE = "opposite"
    """words of opposite sense, in sentences otherwise alike"""


@dataclass(frozen=True)
class Place:
    """Words of a passage.

    start, end: characters of the document's text, end exclusive. value: what stands there, in words a person can read.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    value: str

    @property
    def exact(self) -> str:
        """The document's own words at the place."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True)
class Pair:
    """Two places that say incompatible things about the same thing, in the order they stand in.

    score: 0 to 100, how sure that is. reason: one sentence without a full stop.
    """

    clash: Clash
    first: Place
    second: Place
    score: float
    reason: str
