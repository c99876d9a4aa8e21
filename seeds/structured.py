"""Passages of a text whose format tells its paragraphs, headings and list items; nothing is guessed from line ends."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from seeds.blocks import Block
from seeds.clean import Marks
from seeds.grids import GridRow
from seeds.model import Passage, PassageKind, Span
from seeds.passages import cleaned, parts_of
from seeds.sentences import LONGEST
from seeds.table_blocks import table_blocks
from seeds.tables import with_heads


def structured_passages(
    text: str,
    blocks: Sequence[Block],
    masked: Sequence[Span] = (),
    markdown: bool = False,
    rows: Sequence[GridRow] = (),
) -> tuple[Passage, ...]:
    """The passages of `blocks` in their order, without the `masked` characters (sorted); each is one stretch of `text`.

    rows: the cells of its table rows, where the format tells them.
    """
    found: list[Passage] = []
    section = ""
    for number, (block, copy, offsets) in enumerate(cleaned(text, table_blocks(text, blocks, rows), Marks(), markdown)):
        copy, offsets = _without(copy, offsets, masked)
        section = copy.strip()[:LONGEST] if block.kind is PassageKind.HEADING else section
        for (start, end), kind, reason in parts_of(block, copy):
            where = offsets[start:end]
            span = (where[0], where[-1] + 1)
            words = copy[start:end]
            if any(char.isalnum() for char in words):
                found.append(Passage(kind, (span,), words, where, number, section, reason=reason))
    return with_heads(found, rows)


def _without(copy: str, offsets: array[int], masked: Sequence[Span]) -> tuple[str, array[int]]:
    """The copy without masked characters, and without the second of two spaces that then meet."""
    starts = [start for start, _ in masked]
    kept: list[int] = []
    for i, offset in enumerate(offsets):
        at = bisect_right(starts, offset) - 1
        doubled = copy[i] == " " and kept and copy[kept[-1]] == " "
        if not doubled and (at < 0 or offset >= masked[at][1]):
            kept.append(i)
    if len(kept) == len(copy):
        return copy, offsets
    return "".join(copy[i] for i in kept), array("L", (offsets[i] for i in kept))
