"""Two marks of two passages held against each other, and what the document says of both values."""

from dataclasses import dataclass

from compare.scanning.marks import Meant
from compare.scanning.sayings import Saying, Sayings
from compare.scanning.subjects import Subject


@dataclass(frozen=True)
class Meeting:
    """A mark of one passage held against a mark of another."""

    here: Saying
    one: Subject
    there: Saying
    other: Subject
    sayings: Sayings

    @property
    def values(self) -> tuple[Meant, Meant]:
        """What the two marks say."""
        return self.one.mark.value, self.other.mark.value

    @property
    def answers(self) -> tuple[bool, bool]:
        """Whether the other passage holds the one value, and this one the other."""
        one, other = self.values
        return self.sayings.holds(self.there, one), self.sayings.holds(self.here, other)

    @property
    def elsewhere(self) -> tuple[int, int]:
        """In how many further passages each value stands."""
        return self.sayings.elsewhere(self.one.mark, self.here), self.sayings.elsewhere(self.other.mark, self.there)
