"""A claim as a card: the sources that speak in columns beside each other, the words that count marked in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from claims.model import Kind
from compare.evidence.model import Comparison, Evidence, Stance
from reports.drafts.pieces import Mark, Piece, side_by_side
from reports.places import words
from reports.topics import shown
from seeds.model import Document

MOST = 4
"""Distinct readings of one source shown on a card; the reading view marks them all."""


@dataclass(frozen=True)
class Reading:
    """A piece of evidence as a card shows it. more: how many further passages of the source say the same.

    quoted: the claim's quotation with the words marked that this source has otherwise; empty for anything else.
    """

    evidence: Evidence
    more: int
    pieces: tuple[Piece, ...]
    quoted: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Column:
    """What one source says, best first."""

    document: Document
    readings: tuple[Reading, ...]


def columns_of(comparison: Comparison) -> tuple[Column, ...]:
    """A column for every source that speaks to the claim."""
    found = groupby(shown(comparison, MOST), key=lambda item: item[0].document.source.id)
    groups = (list(group) for _, group in found)
    return tuple(Column(group[0][0].document, tuple(_reading(comparison, *item) for item in group)) for group in groups)


def unread(comparison: Comparison) -> Iterator[Evidence]:
    """The passages that matched and that no check could read."""
    return (e for t in comparison.testimonies for e in t.evidence if e.stance is Stance.UNREAD)


def _reading(comparison: Comparison, evidence: Evidence, more: int) -> Reading:
    before, middle, after = words(evidence)
    quote = comparison.claim.expected
    if comparison.claim.kind is Kind.QUOTE and quote and evidence.stance is Stance.CONTRADICTS:
        mine, theirs = side_by_side(quote, middle, [(quote, middle)])
        return Reading(evidence, more, (Piece(before), *theirs, Piece(after)), mine)
    return Reading(evidence, more, (Piece(before), Piece(middle, Mark.WORDS), Piece(after)))
