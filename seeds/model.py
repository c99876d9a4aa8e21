"""Sources, documents and passages: what a source says, and where.

All offsets are characters of the document's text as decoded from its file, end exclusive. `text[start:end]` is what a
reader is shown; `Passage.text` is a cleaned copy for matching and is never shown.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from seeds.places import LINES, Places, Unit
from seeds.told import Told

Span = tuple[int, int]
LINE_END = re.compile(r"\r\n|\n|\r")

DIGEST = "digests"
"""The corpus of the shipped digests."""


class PassageKind(StrEnum):
    """What part of a document a passage is."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"
    ROW = "table row"


@dataclass(frozen=True)
class Source:
    """One row of the registry: a document we compare, and its facts as far as its text or contents tell.

    published: ISO 8601 or EDTF where uncertain (`2026-02~`); "" when unknown.
    sha256, size: of the original file (size in bytes); "" and 0 when unregistered.
    digest: file name of our paraphrase, or "". short: what it is called in a line, or "".
    """

    id: str
    title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    sha256: str = ""
    size: int = 0
    digest: str = ""
    note: str = ""
    short: str = ""


class Cell(NamedTuple):
    """A cell of a table row: `text[start:end]` of its passage, and the words at the head of its column, "" where there are none."""

    start: int
    end: int
    head: str = ""


class Row(NamedTuple):
    """What a table row is: its cells, and what tells it from the other rows of its table.

    cells: those with words, in order; none for a row of heads. keys: the numbers of the cells that name the row ("Second class");
    key: their words, with those of the group the row stands in where rows of two groups bear one name.
    caption: what stands over the table and holds for its cells ("$ in millions"), and the group of the row.
    """

    cells: tuple[Cell, ...] = ()
    keys: tuple[int, ...] = ()
    key: str = ""
    caption: str = ""


class Passage(NamedTuple):
    """A sentence, heading, list item, footnote or table row.

    spans: where it stands; more than one when a page break, a footnote or a running head interrupts it.
    text: the cleaned words; `text[i]` was read at `offsets[i]` of the document.
    paragraph: index of the block it belongs to, counted through the document.
    section: the heading it stands under, cleaned; "" before the first.
    original_lines: of a digest: the lines of the original it digests, both inclusive.
    row: of a table row: its cells.
    reason: of boilerplate: why it is left out ("address", "front matter"); "" where the kind says it all.
    """

    kind: PassageKind
    spans: tuple[Span, ...]
    text: str
    offsets: Sequence[int]
    paragraph: int
    section: str = ""
    original_lines: tuple[int, int] | None = None
    row: Row | None = None
    reason: str = ""

    @property
    def whole(self) -> Span:
        """From its first to its last character in the document."""
        return self.spans[0][0], self.spans[-1][1]

    def place(self, start: int, end: int) -> Span:
        """The document's characters that `text[start:end]` (not empty) was read from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def joined(passages: Sequence[Passage]) -> tuple[str, Sequence[int]]:
    """The cleaned text of neighbouring passages with a space between them, and where each of its characters was read."""
    text, offsets = passages[0].text, list(passages[0].offsets)
    for passage in passages[1:]:
        text += " " + passage.text
        offsets += [offsets[-1], *passage.offsets]
    return text, offsets


@dataclass(frozen=True)
class Document:
    """A source as read from one file: its text and its passages, in the order they stand.

    corpus: the name of the corpus it was read for. sha256: of the file read. places: what its places are counted in.
    notes: what a reader should know of how it was read. told: what it tells of itself.
    links: of a draft, where it refers to something (characters), and to what: an address, or the words of a note.
    """

    source: Source
    path: Path
    text: str
    passages: tuple[Passage, ...]
    corpus: str
    sha256: str = ""
    places: Places = LINES
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()

    @property
    def changed(self) -> bool:
        """True when the file is not the original that is registered for its source."""
        return self.corpus != DIGEST and bool(self.source.sha256) and self.sha256 != self.source.sha256

    @cached_property
    def wording(self) -> str:
        """What makes two texts equal: a digest of their words, however they are spaced."""
        return hashlib.sha256(" ".join(self.text.split()).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def line(self, offset: int) -> int:
        """The line, counted from 1, on which the character at `offset` stands."""
        return bisect_right(self._line_starts, offset)

    def page(self, offset: int) -> int | None:
        """The page of a PDF that holds the character at `offset`, counted from 1; None for what has no pages."""
        return self.places.number(offset) if self.places.unit is Unit.PAGE else None

    def place_name(self, start: int, end: int) -> str:
        """Where `text[start:end]` stands, as a person says it: "line 12", "lines 12–14", "page 3", "slide 4"."""
        if self.places.names:
            return self.places.named(start, end)
        count = self.line if self.places.unit is Unit.LINE else self.places.number
        first, last = count(start), count(max(start, end - 1))
        return f"{self.places.unit} {first}" if first == last else f"{self.places.unit}s {first}–{last}"

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, of what stands at `offset`.

        Where the file has no lines (docx, pdf, pptx) those of the text that was read from it.
        """
        if self.places.origins:
            return self.places.origins.position(offset)
        line = self.line(offset)
        return line, offset - self._line_starts[line - 1] + 1

    def layout(self) -> tuple[Span, ...]:
        """Everything that is in no passage: white space, running heads, page numbers, footnote marks between sentences."""
        taken = sorted(span for passage in self.passages for span in passage.spans)
        edges = [0, *(edge for span in taken for edge in span), len(self.text)]
        return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
