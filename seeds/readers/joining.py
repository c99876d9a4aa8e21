"""Blocks of words, as office formats give them, as one text: a blank line between two, each block where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from seeds.blocks import Block
from seeds.model import PassageKind, Span

BETWEEN = "\n\n"
BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class Piece:
    """The words of one block; group: which page, paragraph or slide they belong to, in rising order."""

    kind: PassageKind
    words: str
    group: int


def join(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[int, ...]]:
    """The text, its blocks, and where each group from 0 up begins; a group without words begins where the next one does."""
    filled = [replace(piece, words=piece.words.strip()) for piece in pieces if piece.words.strip()]
    text, spans, starts = _laid_out(filled, BETWEEN)
    return text, tuple(Block(piece.kind, (span,)) for piece, span in zip(filled, spans, strict=True)), starts


def join_lines(pieces: Sequence[Piece]) -> tuple[str, tuple[int, ...]]:
    """The text with each piece as a line, empty ones as empty lines, and where each group begins."""
    text, _, starts = _laid_out(pieces, "\n")
    return text, starts


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


def row(cells: Iterable[str]) -> str:
    """A table row as one line; empty cells are left out."""
    return BETWEEN_CELLS.join(" ".join(cell.split()) for cell in cells if cell.strip())
