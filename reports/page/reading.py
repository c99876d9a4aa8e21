"""A source as a page shows it for reading: all of its text in paragraphs, the evidence marked and named.

This module alone knows how a document is cut into rows and runs, so that no character is lost or shown twice.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from compare.evidence.model import Comparison, Evidence, Result, Stance
from reports.places import lines, unwrap
from seeds.model import Document, Span

OUTSIDE = "outside"
"""The kind of a row that holds what is in no passage: running heads, page numbers, marks of the markup."""


@dataclass(frozen=True)
class Mention:
    """A claim to which a place speaks, and how."""

    claim: str
    stance: Stance


@dataclass(frozen=True)
class Run:
    """Words that the same evidence marks. starts: offsets of the evidence that begins here; ends: whose evidence ends here."""

    text: str
    marked: bool = False
    starts: tuple[int, ...] = ()
    ends: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class Row:
    """A paragraph, or a part of it that others interrupt. at: where it begins, in words; kind: that of its passages."""

    at: str
    kind: str
    runs: tuple[Run, ...]


RANGE = re.compile(r"\[l\. ?\d+(?:\s?[-–]\s?\d+)?\]")
"""How a digest ends a paragraph: the lines of its original, which stand beside the paragraph already."""

Places = dict[Span, tuple[Mention, ...]]
"""Evidence by its place in one document, in order of place."""


def places_of(result: Result) -> dict[str, Places]:
    """The evidence of every source, by its id; what matched and was not read counts too."""
    found: dict[str, dict[Span, dict[Mention, None]]] = {d.source.id: {} for d in result.corpus.documents}
    for comparison, evidence in _evidence(result.comparisons):
        places = found[evidence.document.source.id]
        mention = Mention(comparison.claim.id, evidence.stance)
        places.setdefault((evidence.start, evidence.end), {})[mention] = None
    return {source: {span: tuple(places[span]) for span in sorted(places)} for source, places in found.items()}


def rows_of(document: Document, places: Places) -> Iterator[Row]:
    """The whole text in its order, but for white space, bullets and rules between paragraphs, and the line ranges of a digest."""
    stretches = list(_stretches(document))
    within = _within(stretches, places)
    at, told, before = 0, set[int](), False
    for i, (start, end, kind, origin) in enumerate(stretches):
        yield from _outside(document, at, start, before)
        yield Row(
            _at(document, start, origin), kind, tuple(_runs(document.text, (start, end), within[i], places, told))
        )
        at, before = max(at, end), bool(origin)
    yield from _outside(document, at, len(document.text), before)


def _evidence(comparisons: Iterable[Comparison]) -> Iterator[tuple[Comparison, Evidence]]:
    return ((c, e) for c in comparisons for t in c.testimonies for e in t.evidence)


Stretch = tuple[int, int, str, tuple[int, int] | None]


def _stretches(document: Document) -> Iterator[Stretch]:
    """Unbroken parts of one paragraph each: start, end, kind of passage, the lines of an original it digests."""
    spans = sorted((span, p.paragraph, p.kind.value, p.original_lines) for p in document.passages for span in p.spans)
    for (_, kind, origin), group in groupby(spans, key=lambda item: item[1:]):
        inside = [span for span, *_ in group]
        yield inside[0][0], inside[-1][1], kind, origin


def _within(stretches: Sequence[Stretch], places: Places) -> dict[int, list[Span]]:
    """The places that touch each stretch, by its index."""
    starts = [stretch[0] for stretch in stretches]
    within: dict[int, list[Span]] = defaultdict(list)
    for start, end in places:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        for i in range(max(0, first), last + 1):
            within[i].append((start, end))
    return within


def _at(document: Document, start: int, origin: tuple[int, int] | None) -> str:
    name = document.place_name(start, start + 1)
    return f"{name} (original: {lines(*origin)})" if origin else name


def _outside(document: Document, start: int, end: int, digested: bool) -> Iterator[Row]:
    """What stands between two stretches, where it holds a word. digested: the one before tells its original's lines."""
    text = document.text[start:end]
    shown = unwrap(RANGE.sub("", text, count=1) if digested else text).strip()
    if any(character.isalnum() for character in shown):
        first = start + len(text) - len(text.lstrip())
        yield Row(_at(document, first, None), OUTSIDE, (Run(shown),))


def _runs(text: str, stretch: Span, marks: Sequence[Span], places: Places, told: set[int]) -> Iterator[Run]:
    """The stretch cut where evidence begins or ends; a place is named once, where it first shows (`told` holds its start)."""
    start, end = stretch
    edges = sorted({start, end, *(edge for span in marks for edge in span if start < edge < end)})
    for a, b in pairwise(edges):
        over = [span for span in marks if span[0] <= a and b <= span[1]]
        new = tuple(dict.fromkeys(span[0] for span in over if span[0] not in told))
        told.update(new)
        last = tuple(mention for span in over if span[1] == b for mention in places[span])
        yield Run(unwrap(text[a:b]), bool(over), new, last)
