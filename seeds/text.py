"""What a reader makes of a file: its text, and as much of its structure as the format tells."""

from collections.abc import Iterable
from dataclasses import dataclass

from seeds.blocks import Block
from seeds.grids import GridRow
from seeds.model import Span
from seeds.places import LINES, Places
from seeds.told import Told

Comment = tuple[int, int, str]
"""A comment of the file: characters of the text it takes, end exclusive, and what stands between its marks.

In HTML it takes none: both ends are the offset before which it stands.
"""


@dataclass(frozen=True)
class Text:
    """A file as read. All offsets are characters of `text`, end exclusive.

    blocks: what the format itself says is a paragraph, a heading, a list item; None where the lines have to tell.
    rows: the cells of table rows, where the format tells them; else they are told by the strokes between them.
    masked: characters inside blocks that are no prose, such as code within a sentence.
    told: what the data of the file tell of the document.
    links: of Word files and HTML, where they refer to something, and to what: an address, or the words of a note.
    notes: what a reader should know of how it was read ("not UTF-8, read as cp1252").
    """

    text: str
    places: Places = LINES
    blocks: tuple[Block, ...] | None = None
    masked: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()
    rows: tuple[GridRow, ...] = ()
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    links: tuple[Comment, ...] = ()


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
