"""Two marks of two passages held against each other, and what the document says of both values."""

from dataclasses import dataclass

from compare.scanning.marked_passages import MarkedPassage, MarkedPassages
from compare.scanning.marks import Meant
from compare.scanning.subjects import Subject


@dataclass(frozen=True)
class Meeting:
    """A mark of one passage held against a mark of another."""

    here: MarkedPassage
    one: Subject
    there: MarkedPassage
    other: Subject
    marked: MarkedPassages

    @property
    def values(self) -> tuple[Meant, Meant]:
        """What the two marks say."""
        return self.one.mark.value, self.other.mark.value

    @property
    def answers(self) -> tuple[bool, bool]:
        """Whether the other passage holds the one value, and this one the other."""
        one, other = self.values
        return self.marked.holds(self.there, one), self.marked.holds(self.here, other)

    @property
    def elsewhere(self) -> tuple[int, int]:
        """In how many further passages each value stands."""
        return self.marked.elsewhere(self.one.mark, self.here), self.marked.elsewhere(self.other.mark, self.there)
