"""What a decision rests on: the records a check used itself, kept beside its answer, so that a trace can tell them and nothing else.

Nothing here is worked out: a basis refers to what was read and compared anyway.
"""

from dataclasses import dataclass
from typing import NamedTuple

from claims.values import Reading, Value
from compare.relate.relation import Related
from compare.values.relations import Relation


@dataclass(frozen=True)
class Basis:
    """What a check read on both sides, and how it relates.

    asked: the statement's date or amount; or in words its name, quotation, position or act. read: the same of the passage.
    values: how the two relate, None where they were not compared. among: how many values of the kind the passage was read to hold.
    related: how the passage's words relate to the statement's; None where only a curator's terms, or the columns of a table, bind.
    """

    asked: Value | str = ""
    read: Reading | str = ""
    values: Relation | None = None
    among: int = 1
    related: Related | None = None


class Passed(NamedTuple):
    """That a check which reads such claims reads nothing in a passage, and why, in words a person can read."""

    reason: str
    basis: Basis | None = None


@dataclass(frozen=True)
class Weighed:
    """By which rule something in a draft was decided.

    kind, asked: what the draft asserts. strength, needed: how surely the value that decided stands in its place, and how surely it had
    to, 0 to 1; None where nothing of the kind was weighed. own: what a check read in the draft's sentence for a curated claim.
    other: the nearest other value that was read and did not count. lacking: the draft's words that the nearest passage does not hold.
    passed: why nothing is read in that passage.
    """

    rule: str
    kind: str = ""
    asked: Value | str = ""
    strength: float | None = None
    needed: float | None = None
    own: Basis | None = None
    other: Basis | None = None
    lacking: tuple[str, ...] = ()
    passed: Passed | None = None
