"""A source as a page shows it for reading: all of its text in paragraphs.

This module alone knows how a document is cut into rows, so that no character is lost or shown twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reports.places import lines
from seeds.model import Document

OUTSIDE = "outside"
"""The kind of a row that holds what is in no passage: running heads, page numbers, marks of the markup."""
RANGE = re.compile(r"\[l\. ?\d+(?:\s?[-–]\s?\d+)?\]")
"""How a digest ends a paragraph: the lines of its original, which stand beside the paragraph already."""


@dataclass(frozen=True)
class Row:
    """A paragraph, or a part of it that others interrupt: characters of the text, end exclusive.

    at: where it begins, in words. kind: that of its passages.
    """

    at: str
    kind: str
    start: int
    end: int


def rows_of(document: Document) -> Iterator[Row]:
    """The whole text in its order, but for white space, bullets and rules between paragraphs, and the line ranges of a digest."""
    at, before = 0, False
    for start, end, kind, origin in _stretches(document):
        yield from _outside(document, at, start, before)
        yield Row(_at(document, start, origin), kind, start, end)
        at, before = max(at, end), bool(origin)
    yield from _outside(document, at, len(document.text), before)


Stretch = tuple[int, int, str, tuple[int, int] | None]


def _stretches(document: Document) -> Iterator[Stretch]:
    """Unbroken parts of one paragraph each: start, end, kind of passage, the lines of an original it digests."""
    spans = sorted((span, p.paragraph, p.kind.value, p.original_lines) for p in document.passages for span in p.spans)
    for (_, kind, origin), group in groupby(spans, key=lambda item: item[1:]):
        inside = [span for span, *_ in group]
        yield inside[0][0], inside[-1][1], kind, origin


def _at(document: Document, start: int, origin: tuple[int, int] | None) -> str:
    name = document.place_name(start, start + 1)
    return f"{name} (original: {lines(*origin)})" if origin else name


def _outside(document: Document, start: int, end: int, digested: bool) -> Iterator[Row]:
    """What stands between two stretches, where it holds a word. digested: the one before tells its original's lines."""
    text = document.text[start:end]
    told = RANGE.search(text) if digested else None
    pieces = [(0, told.start()), (told.end(), len(text))] if told else [(0, len(text))]
    for a, b in pieces:
        piece = text[a:b]
        if any(character.isalnum() for character in piece):
            first, last = a + len(piece) - len(piece.lstrip()), a + len(piece.rstrip())
            yield Row(_at(document, start + first, None), OUTSIDE, start + first, start + last)
