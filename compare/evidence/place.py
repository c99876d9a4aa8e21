"""A place in a source that decides what is said of a statement."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from seeds.model import Document, Span

if TYPE_CHECKING:
    from compare.evidence.basis import Basis


@dataclass(frozen=True)
class Place:
    """Where a source gives a value: the passage and the very words, characters of the document's text, end exclusive.

    share: 0 to 1, how much of the statement around the assertion the passage holds. basis: what was read there and compared.
    """

    document: Document
    start: int
    end: int
    focus: Span
    value: str
    share: float = 1.0
    basis: "Basis | None" = field(default=None, compare=False, repr=False)
