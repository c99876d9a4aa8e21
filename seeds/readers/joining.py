"""Blocks of words, as office formats give them, as one text: a blank line between two, each block where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from seeds.blocks import Block
from seeds.grids import GridRow, Slot
from seeds.model import PassageKind, Span

BETWEEN = "\n\n"


@dataclass(frozen=True)
class Piece:
    """The words of one block; group: which page, paragraph or slide they belong to, in rising order.

    cells, table: of a table row where its cells stand in the words, and the number of its table.
    """

    kind: PassageKind
    words: str
    group: int
    cells: tuple[Slot, ...] = ()
    table: int = 0


def join(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[int, ...], tuple[GridRow, ...]]:
    """The text, its blocks, where each group from 0 up begins, and its table rows.

    A group without words begins where the next one does.
    """
    filled = [replace(piece, words=piece.words.strip()) for piece in pieces if piece.words.strip()]
    text, spans, starts = _laid_out(filled, BETWEEN)
    blocks = tuple(Block(piece.kind, (span,)) for piece, span in zip(filled, spans, strict=True))
    return text, blocks, starts, tuple(_rows(filled, spans))


def join_lines(pieces: Sequence[Piece]) -> tuple[str, tuple[int, ...], tuple[GridRow, ...]]:
    """The text with each piece as a line, empty ones as empty lines, where each group begins, and its table rows."""
    text, spans, starts = _laid_out(pieces, "\n")
    return text, starts, tuple(_rows(pieces, spans))


def _rows(pieces: Iterable[Piece], spans: Iterable[Span]) -> Iterator[GridRow]:
    for piece, (start, _) in zip(pieces, spans, strict=True):
        if piece.cells:
            yield GridRow(piece.table, tuple(slot.moved(start) for slot in piece.cells))


def _laid_out(pieces: Iterable[Piece], between: str) -> tuple[str, list[Span], tuple[int, ...]]:
    texts: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    at = 0
    for piece in pieces:
        words = piece.words.rstrip()
        starts += [at] * (piece.group + 1 - len(starts))
        spans.append((at, at + len(words)))
        texts.append(words)
        at += len(words) + len(between)
    return between.join(texts), spans, tuple(starts)
