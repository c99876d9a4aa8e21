"""Sentences with their places: the passages of a document.

Sentence ends are looked for in the cleaned copy, where footnote marks no longer hide them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from seeds.blocks import Block, markdown_blocks, plain_blocks
from seeds.clean import Marks, clean, clean_markdown, vocabulary
from seeds.grids import GridRow
from seeds.model import Passage, PassageKind, Span
from seeds.sentences import LONGEST, sentence_spans, short_spans
from seeds.tables import with_heads
from seeds.wide_gaps import gap_rows

WHOLE = (PassageKind.BOILERPLATE, PassageKind.ROW)
WITHOUT_SENTENCES = (PassageKind.HEADING, PassageKind.FOOTNOTE)
"""What is one passage however many sentences it has, unless it is longer than any sentence is."""
MAX_ROW = 10_000
"""characters of a row of a table that are read; the others are counted as left out"""
TOO_LONG = "rest of a row too long to read"
UNMARKED = (PassageKind.FOOTNOTE, PassageKind.ROW)
"""What holds no footnote marks that could be told from its own figures."""


def read_passages(text: str, markdown: bool = False, rows: Sequence[GridRow] = ()) -> tuple[Passage, ...]:
    """The passages of a text, sorted by where they begin. rows: the cells of table rows, where the format tells them."""
    rows = rows or (() if markdown else gap_rows(text))
    blocks = markdown_blocks(text) if markdown else plain_blocks(text, rows)
    marks = Marks(frozenset(_footnote_numbers(text, blocks)))
    found: list[Passage] = []
    section = ""
    for number, (block, copy, offsets) in enumerate(cleaned(text, blocks, marks, markdown)):
        section = copy[:LONGEST] if block.kind is PassageKind.HEADING else section
        for (start, end), kind, reason in parts_of(block, copy):
            where = offsets[start:end]
            spans = tuple(_pieces(text, where, block.spans))
            told = (section, block.original_lines, None, reason)
            found.append(Passage(kind, spans, copy[start:end], where, number, *told))
    return with_heads(found, rows)


def cleaned(
    text: str, blocks: Sequence[Block], marks: Marks, markdown: bool
) -> Iterator[tuple[Block, str, array[int]]]:
    """Each block with its cleaned copy and where every character of that was read."""
    words = vocabulary(text)
    for block in blocks:
        if markdown:
            yield block, *clean_markdown(text, block.spans, words)
        else:
            yield block, *clean(text, block.spans, words, None if block.kind in UNMARKED else marks)


def _footnote_numbers(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    for block in blocks:
        if block.kind is PassageKind.FOOTNOTE:
            number = re.match(r"\[?(\d{1,3})", text[slice(*block.spans[0])])
            if number:
                yield int(number[1])


def parts_of(block: Block, copy: str) -> Iterator[tuple[Span, PassageKind, str]]:
    """The passages of a block by the characters of its cleaned copy, each with its kind and, where it is left out, why."""
    kind, read = block.kind, MAX_ROW if block.kind is PassageKind.ROW else len(copy)
    if kind in WITHOUT_SENTENCES:
        spans = short_spans(copy)
    elif kind in WHOLE:
        spans = iter([(0, len(copy[:read].rstrip()))] if copy[:read].strip() else [])
    else:
        spans = sentence_spans(copy)
    yield from ((span, kind, block.reason) for span in spans)
    yield from (((read + a, read + b), PassageKind.BOILERPLATE, TOO_LONG) for a, b in short_spans(copy[read:]))


def _pieces(text: str, where: Sequence[int], spans: Sequence[Span]) -> Iterator[Span]:
    """The passage's characters as unbroken stretches of the document: lines that follow each other count as one."""
    first, last = where[0], where[-1] + 1
    low = bisect_right(spans, (first, len(text))) - 1
    high = bisect_left(spans, (last, 0))
    inside = [(max(a, first), min(b, last)) for a, b in spans[max(0, low) : high] if a < last and b > first]
    start, end = inside[0]
    for a, b in inside[1:]:
        if text[end:a].strip():
            yield start, end
            start = a
        end = b
    yield start, end
