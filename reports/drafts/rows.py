"""A draft cut into rows for a page: paragraphs with the words that findings mark, and between them what was left out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from compare.drafting.model import CheckedDraft, Finding
from reports.places import unwrap
from seeds.model import Document, Span

LONGEST = 300
"""Characters of what was left out that are shown."""


@dataclass(frozen=True)
class Run:
    """Words that the same findings mark: their numbers from 1, and the numbers of those whose words end here."""

    text: str
    marks: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True)
class Row:
    """A paragraph, or a part of it that others interrupt, with the numbers of the findings that begin in it.

    kind: that of its passages; "left out" for text that was not checked.
    """

    kind: str
    runs: tuple[Run, ...]
    findings: tuple[int, ...] = ()


LEFT_OUT = "left out"


def rows_of(draft: CheckedDraft) -> tuple[Row, ...]:
    """All of a draft's text in its order, but for white space and the marks of its markup."""
    stretches = list(_stretches(draft.document))
    starts = [start for (start, _), _ in stretches]
    within: dict[int, list[int]] = defaultdict(list)
    for number, noted in enumerate(draft.noted, start=1):
        first, last = bisect_right(starts, noted.finding.start) - 1, bisect_right(starts, noted.finding.end - 1) - 1
        for i in range(max(0, first), max(0, last) + 1):
            within[i].append(number)
    findings = [noted.finding for noted in draft.noted]
    rows = [(*stretch, tuple(within[i])) for i, stretch in enumerate(stretches)]
    return tuple(_filled(draft.document.text, rows, findings))


def _stretches(document: Document) -> Iterator[tuple[Span, str]]:
    """Unbroken stretches of one paragraph each, with the kind of passage, in order."""
    spans = sorted((span, p.paragraph, p.kind.value) for p in document.passages for span in p.spans)
    for (_, kind), group in groupby(spans, key=lambda item: item[1:]):
        inside = [span for span, _, _ in group]
        yield (inside[0][0], inside[-1][1]), kind


def _filled(
    text: str, stretches: Sequence[tuple[Span, str, tuple[int, ...]]], findings: Sequence[Finding]
) -> Iterator[Row]:
    """The stretches as rows, and what stands between them where it holds a word."""
    at, told = 0, set[int]()
    for (start, end), kind, numbers in stretches:
        yield from _left_out(text[at:start])
        own = tuple(number for number in numbers if number not in told)
        told.update(own)
        yield Row(kind, tuple(_runs(text, (start, end), numbers, findings)), own)
        at = max(at, end)
    yield from _left_out(text[at:])


def _left_out(text: str) -> Iterator[Row]:
    shown = unwrap(text).strip()
    if any(character.isalnum() for character in shown):
        yield Row(LEFT_OUT, (Run(shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"),))


def _runs(text: str, stretch: Span, numbers: Sequence[int], findings: Sequence[Finding]) -> Iterator[Run]:
    start, end = stretch
    places = {number: (findings[number - 1].start, findings[number - 1].end) for number in numbers}
    edges = sorted({start, end, *(edge for place in places.values() for edge in place if start < edge < end)})
    for a, b in pairwise(edges):
        marks = tuple(n for n in numbers if places[n][0] <= a and b <= places[n][1])
        yield Run(unwrap(text[a:b]), marks, tuple(n for n in marks if places[n][1] == b))
