"""A draft as read: its prose with places in its own file, and what of the file is no prose."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from seeds.markdown import read_markdown
from seeds.model import Document, PassageKind, Source, Span
from seeds.passages import read_passages
from seeds.readers import MARKDOWN, read_data
from seeds.readers.files import read_bytes
from seeds.structured import structured_passages
from seeds.text import Comment, Text, merged

DRAFT = "draft"
REFERENCE = re.compile(
    r"\[(?:(?:ll?|pp?|nn?|fn|note|vol|ch|para|§|¶)\.? ?\d+(?: ?[-–,] ?\d+)*|\d{1,3}(?: ?[-–,] ?\d{1,3})*)\]",
    re.IGNORECASE,
)
"""A reference in square brackets: to a note, a page or lines. A year in such brackets is the writer's own word."""


@dataclass(frozen=True)
class Prose:
    """A draft. All offsets are characters of `document.text`, end exclusive.

    spans: the blocks of prose. masked: what inside them is none: code, link targets, marks. comments: those of Markdown and HTML.
    """

    document: Document
    spans: tuple[Span, ...]
    masked: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def skipped(self) -> int:
        """How many characters, white space aside, are in no block of prose or are masked."""
        text = self.document.text
        edges = [0, *(edge for span in self.spans for edge in span), len(text)]
        outside = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        inside = [text[a:b] for a, b in self.masked]
        return sum(len("".join(piece.split())) for piece in outside + inside)


def read_prose(path: Path, data: bytes | None = None) -> Prose:
    """The draft in a file, or in `data`, with the sentences to check as the passages of its document.

    path: gives the ending and the name for messages. Raises InputError as `seeds.readers.read` does.
    """
    found = read_data(path, read_bytes(path) if data is None else data)
    markdown = path.suffix.lower() in MARKDOWN
    if markdown:
        found = read_markdown(found.text, path)
    if found.blocks is not None:
        references = (match.span() for match in REFERENCE.finditer(found.text))
        found = replace(found, masked=merged([*found.masked, *references]))
    document = _document(path, found, markdown)
    if found.blocks is None:
        spans = sorted(span for passage in document.passages for span in passage.spans)
    else:
        prose = (block for block in found.blocks if block.kind is not PassageKind.BOILERPLATE)
        spans = [(block.spans[0][0], block.spans[-1][1]) for block in prose]
    return Prose(document, tuple(spans), found.masked, found.comments)


def _document(path: Path, found: Text, markdown: bool) -> Document:
    blocks = found.blocks
    passages = (
        read_passages(found.text, rows=found.rows)
        if blocks is None
        else structured_passages(found.text, blocks, found.masked, markdown)
    )
    return Document(
        Source(path.stem, path.stem), path, found.text, passages, DRAFT, places=found.places, links=found.links
    )
