"""What a passage can be to a statement, with the reason and the words that decide it."""

from dataclasses import dataclass, field
from enum import Enum

from compare.relate.held import Held


class Relation(Enum):
    """What a passage is to a statement."""

    SAME = "states it"
    DENIED = "denies it"
    PLANNED = "does not say that it happened"
    OTHER = "says another thing of it"
    SWAPPED = "has it the other way round"
    CANNOT_TELL = "cannot be compared"


@dataclass(frozen=True)
class Related:
    """A relation, why it holds in words a person can read, and the words of the passage (indices) that decide it.

    said: of what is told in another mode, how the passage says it ("planned", "alleged", "done").
    held: what was compared, and limit: the share of the statement's weight that may be missing for it, 0 to 1; without: the words of the
        statement that count on neither side of that share.
    """

    relation: Relation
    reason: str = ""
    places: tuple[int, ...] = ()
    said: str = ""
    held: Held | None = field(default=None, compare=False, repr=False)
    limit: float = 0.0
    without: tuple[int, ...] = ()
