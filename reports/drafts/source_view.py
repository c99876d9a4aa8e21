"""The sources on the page of a draft, for reading: all of their text, open around the places that findings lead to, folded elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.evidence.place import Place
from reports.page.reading import OUTSIDE, Row, rows_of
from reports.places import unwrap
from seeds.model import Document, Span

AROUND = 1
"""Paragraphs before and behind one with a place that are open too."""
MOST = 1_000_000
"""Characters of sources on a page; of those behind them only the open paragraphs are given."""


@dataclass(frozen=True)
class Piece:
    """Words of a source; marked: a finding leads to them. anchors: the ids of the places that begin with them."""

    text: str
    marked: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source: where it stands, in words, and its pieces; aside: it is in no passage."""

    at: str
    pieces: tuple[Piece, ...]
    aside: bool


@dataclass(frozen=True)
class Part:
    """Neighbouring paragraphs that are open, or folded together. left_out: how many are not given at all."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool
    left_out: int = 0


@dataclass(frozen=True)
class View:
    """A source with all its parts."""

    document: Document
    parts: tuple[Part, ...]


def views_of(
    sources: Sequence[Document], places: Sequence[Place]
) -> tuple[tuple[View, ...], Mapping[tuple[str, Span], str]]:
    """The sources that places lead to, and the id of each place by its source and words.

    A table of quotations that places lead to stands behind the sources.
    """
    every = {document.source.id: document for document in (*sources, *(place.document for place in places))}
    spans: dict[str, set[Span]] = {}
    for place in places:
        spans.setdefault(place.document.source.id, set()).add(place.focus)
    ids: dict[tuple[str, Span], str] = {}
    views, room = [], MOST
    for number, source in enumerate((id_ for id_ in every if id_ in spans), start=1):
        own = {span: f"s{number}-{span[0]}-{span[1]}" for span in sorted(spans[source])}
        ids |= {(source, span): id_ for span, id_ in own.items()}
        room -= len(every[source].text)
        views.append(View(every[source], tuple(_parts(every[source], own, whole=room >= 0))))
    return tuple(views), ids


def _parts(document: Document, ids: Mapping[Span, str], whole: bool) -> Iterator[Part]:
    rows = list(rows_of(document))
    held = [i for i, row in enumerate(rows) if any(row.start < end and start < row.end for start, end in ids)]
    shown = {j for i in held for j in range(i - AROUND, i + AROUND + 1)}
    at = 0
    while at < len(rows):
        last, is_open = at, at in shown
        while last < len(rows) and (last in shown) is is_open:
            last += 1
        if is_open or whole:
            yield Part(tuple(_paragraph(document, row, ids) for row in rows[at:last]), not is_open)
        else:
            yield Part((), True, last - at)
        at = last


def _paragraph(document: Document, row: Row, ids: Mapping[Span, str]) -> Paragraph:
    return Paragraph(row.at, tuple(_pieces(document.text, row, ids)), row.kind == OUTSIDE)


def _pieces(text: str, row: Row, ids: Mapping[Span, str]) -> Iterator[Piece]:
    """The row's words, cut where marked words begin and end. A place has its anchor where its words begin, in the row or before it."""
    here = {span: id_ for span, id_ in ids.items() if span[0] < row.end and row.start < span[1]}
    edges = {row.start, row.end, *(edge for span in here for edge in span if row.start < edge < row.end)}
    for start, end in pairwise(sorted(edges)):
        anchors = tuple(id_ for span, id_ in here.items() if span[0] == start)
        yield Piece(unwrap(text[start:end]), any(a <= start and end <= b for a, b in here), anchors)
