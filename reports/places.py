"""Places and quoted words as a reader is shown them."""

import re
from bisect import bisect_right
from typing import NamedTuple

from compare.evidence.model import Evidence
from seeds.model import Document, Passage, Span
from seeds.places import Unit

LONGEST = 300
"""Characters; of a longer passage the part around the words that were read is shown."""


def place(evidence: Evidence) -> str:
    """Where the words that were read stand: "001, line 3233"; in a digest the lines of the original it digests as well."""
    return place_of(evidence.document, evidence.focus, evidence.passage)


def place_of(document: Document, focus: Span, passage: Passage | None = None) -> str:
    """The same for any words of a document. passage: the one they stand in, where it may digest lines of an original."""
    where = document.place_name(*focus)
    if passage and passage.original_lines:
        return f"{document.source.id}, {lines(*passage.original_lines)} (digest: {where})"
    return f"{document.source.id}, {where}"


def lines(first: int, last: int) -> str:
    """One line or several in words."""
    return f"line {first}" if first == last else f"lines {first}–{last}"


def passage_at(document: Document, offset: int) -> Passage | None:
    """The passage that begins last at or before a character of the document; None before the first."""
    at = bisect_right(document.passages, offset, key=lambda passage: passage.spans[0][0])
    return document.passages[at - 1] if at else None


class Position(NamedTuple):
    """Where something stands in a draft: line and column from 1, and the same as linters and people write it.

    name: "page 3" or "paragraph 12" where lines mean nothing, else "".
    """

    line: int
    column: int
    name: str

    @property
    def label(self) -> str:
        """What stands behind the file's name: "12:5", or the page or paragraph."""
        return self.name or f"{self.line}:{self.column}"


def has_lines(document: Document) -> bool:
    """True when a line and column tell where something stands in the file; docx, pdf and pptx have none of their own."""
    return document.places.unit is Unit.LINE or document.places.origins is not None


def position(document: Document, offset: int) -> Position:
    """Where the character at `offset` of a draft's text stands."""
    named = "" if has_lines(document) else document.place_name(offset, offset + 1)
    return Position(*document.position(offset), named)


def span_in_file(document: Document, start: int, end: int) -> Span:
    """Characters of a draft's text as characters of its file as decoded; the same where the text is all there is."""
    return document.places.origins.span(start, end) if document.places.origins else (start, end)


def words(evidence: Evidence) -> tuple[str, str, str]:
    """The source's own words: before, in and after what was read; a line break reads as a space.

    Where all of the passage was read, the middle holds it all; `…` stands for what is left out of a long passage.
    """
    text, (start, end), (a, b) = evidence.document.text, (evidence.start, evidence.end), evidence.focus
    spare = max(60, (LONGEST - (b - a)) // 2)
    left, right = max(start, a - spare), min(end, b + spare)
    if end - start <= LONGEST:
        left, right = start, end
    before, after = unwrap(text[left:a]), unwrap(text[b:right])
    if left > start:
        before = "… " + before.partition(" ")[2]
    if right < end:
        after = after.rpartition(" ")[0] + " …"
    return before, unwrap(text[a:b]), after


def unwrap(text: str) -> str:
    """Text with its line breaks as spaces; a hyphen or dash at a line end joins on."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\S[-–—])[ \t]*\r?\n[ \t]*", "", text))
