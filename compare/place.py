"""A place in a source that decides what is said of a statement."""

from dataclasses import dataclass

from seeds.model import Document, Span


@dataclass(frozen=True)
class Place:
    """Where a source gives a value: the passage and the very words, characters of the document's text, end exclusive.

    share: 0 to 1, how much of the statement around the assertion the passage holds.
    """

    document: Document
    start: int
    end: int
    focus: Span
    value: str
    share: float = 1.0
