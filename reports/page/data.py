"""What the page knows, as data its script draws cards, tables and sources from when they are opened.

Texts of sources stand in it once; everything else points into them. Positions count as JavaScript counts: in units of UTF-16.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from claims.model import Kind
from compare.decide.advice import advice
from compare.decide.headline import gravest_first, headline
from compare.decide.said import name_of
from compare.decide.severity import judged
from compare.decide.subject import whole
from compare.evidence.model import Comparison, Evidence, Result, Stance, Testimony, Verdict
from reports.as_table import SIGNS
from reports.drafts.pieces import side_by_side
from reports.findings import OPEN, Reviews, State
from reports.page.reading import rows_of
from reports.page.timeline import Bar, Timeline, timeline_of
from reports.places import place, words
from reports.printable import printable
from reports.topics import meaning_of, shown, topic_reports
from seeds.model import Document, Span

LOOKS = {
    **dict.fromkeys((Verdict.PROBABLE_TYPO, Verdict.VALUE_DISCREPANCY, Verdict.INTERNAL_INCONSISTENCY), "contradicts"),
    Verdict.FRAMING_DIFFERENCE: "differs",
    **dict.fromkeys((Verdict.CHANGED_OVER_TIME, Verdict.PRECISION_DIFFERENCE), "less-precise"),
    Verdict.AGREEMENT: "supports",
    Verdict.SINGLE_SOURCE: "single",
    Verdict.NOT_FOUND: "unread",
}
"""The look of a verdict: that of the stance it comes from."""
STANCES, VERDICTS, KINDS = list(Stance), list(Verdict), list(Kind)
Units = Callable[[int], int]
"""From a character of a document's text to its unit of UTF-16."""


class Tables:
    """What many claims share, each thing once and called by its number: words, and the passages of every source."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """No words; of each source its units and no passage."""
        self.words: dict[str, int] = {"": 0}
        self.units = {d.source.id: units_of(printable(d.text)) for d in documents}
        self.passages: dict[str, dict[tuple[Span, ...], int]] = {d.source.id: {} for d in documents}

    def word(self, text: str) -> int:
        """The number of some words."""
        return self.words.setdefault(text, len(self.words))

    def passage(self, evidence: Evidence) -> int:
        """The number of a passage within its source: the place shown, then every piece of one that something interrupts."""
        spans = evidence.passage.spans
        key = ((evidence.start, evidence.end), *(spans if len(spans) > 1 else ()))
        known = self.passages[evidence.document.source.id]
        return known.setdefault(key, len(known))

    def passages_of(self, source: str) -> list[list[int]]:
        """The passages of a source, each as its edges in units."""
        unit = self.units[source]
        return [[unit(edge) for span in spans for edge in span] for spans in self.passages[source]]


def data_of(result: Result, reviews: Reviews) -> dict[str, Any]:
    """Everything the page shows, ready to be written as JSON."""
    topics = [(report.topic, report.title) for report in topic_reports(result)]
    ranks = {c.claim.id: rank for rank, c in enumerate(gravest_first(result.comparisons))}
    tables = Tables(result.corpus.documents)
    numbers = {topic: number for number, (topic, _) in enumerate(topics)}
    claims = [_claim(c, numbers[c.claim.topic], ranks.get(c.claim.id, -1), reviews, tables) for c in result.comparisons]
    return {
        "verdicts": [[verdict, LOOKS[verdict]] for verdict in Verdict],
        "stances": [[stance, SIGNS[stance]] for stance in STANCES],
        "kinds": list(Kind),
        "topics": topics,
        "sources": [_source(document, tables) for document in result.corpus.documents],
        "claims": claims,
        "words": list(tables.words),
        "timeline": _timeline(timeline_of(result.comparisons), result),
    }


def units_of(text: str) -> Units:
    """How many units of UTF-16 stand before each character of a text."""
    wide = [at for at, char in enumerate(text) if ord(char) > 0xFFFF] if not text.isascii() else []
    return lambda at: at + bisect_left(wide, at)


def _source(document: Document, tables: Tables) -> dict[str, Any]:
    source, unit = document.source, tables.units[document.source.id]
    changed = ", changed since it was registered" if document.changed else ""
    return {
        "id": source.id,
        "name": name_of(document),
        "title": source.title,
        "about": f"{source.author or 'author not named'}, {source.published or 'date not known'}",
        "published": source.published,
        "read": f"read as {document.corpus}{changed}",
        "text": printable(document.text),
        "rows": [[unit(row.start), unit(row.end), row.kind, row.at] for row in rows_of(document)],
        "passages": tables.passages_of(source.id),
    }


def _claim(c: Comparison, topic: int, rank: int, reviews: Reviews, tables: Tables) -> list[Any]:
    """A claim as a row: numbers and words by number, in the order in which `text.js` names them."""
    (severity, why), line, reviewed = judged(c), headline(c), reviews.get(c.claim.id, OPEN)
    line = "" if line == whole(c) else line
    state = "" if reviewed.state is State.OPEN else str(reviewed.state)
    meaning = "" if severity else meaning_of(c)
    own = (c.claim.id, c.claim.statement, line, str(severity or ""), why, advice(c), c.claim.note, state, meaning)
    return [
        topic,
        KINDS.index(c.claim.kind),
        VERDICTS.index(c.verdict),
        rank,
        [VERDICTS.index(flag) for flag in c.flags[1:]],
        [tables.word(text) for text in reviewed.lines],
        [_testimony(c, t, tables) for t in c.testimonies],
        *map(tables.word, own),
    ]


def _testimony(comparison: Comparison, testimony: Testimony, tables: Tables) -> list[Any] | int:
    """The readings of a source, each with its places, and its places that could not be read; a silent one is 0."""
    if not testimony.evidence:
        return 0
    alone = Comparison(comparison.claim, comparison.verdict, comparison.flags, (testimony,))
    readings = [_reading(comparison, group, tables) for group in shown(alone, len(testimony.evidence))]
    unread = [e for e in testimony.evidence if e.stance is Stance.UNREAD]
    return [readings, _places(unread, tables)] if unread else [readings]


def _reading(comparison: Comparison, group: Sequence[Evidence], tables: Tables) -> list[Any]:
    first = group[0]
    told = [
        STANCES.index(first.stance),
        tables.word(first.answer.value),
        tables.word(first.answer.speaker),
        _places(group, tables),
    ]
    quote = comparison.claim.expected
    if comparison.claim.kind is Kind.QUOTE and quote and first.stance is Stance.CONTRADICTS:
        middle = words(first)[1]
        told.append([[[p.text, str(p.mark)] for p in side] for side in side_by_side(quote, middle, [(quote, middle)])])
    return told


def _places(found: Sequence[Evidence], tables: Tables) -> list[int]:
    """Four numbers a place: its passage, where the words that were read begin and end in it, and the place in words."""
    told = []
    for e in found:
        unit = tables.units[e.document.source.id]
        name = place(e).removeprefix(f"{e.document.source.id}, ")
        start, (a, b) = unit(e.start), e.focus
        told += [tables.passage(e), unit(a) - start, unit(b) - start, tables.word(name)]
    return told


def _timeline(timeline: Timeline, result: Result) -> dict[str, Any]:
    at = {id(c): number for number, c in enumerate(result.comparisons)}
    rows = [
        [
            at[id(row.comparison)],
            row.when,
            _bar(row.bar),
            [[s.value, STANCES.index(s.stance), list(s.sources), _bar(s.bar)] for s in row.said],
        ]
        for row in timeline.rows
    ]
    return {"ticks": timeline.ticks, "rows": rows}


def _bar(bar: Bar | None) -> list[float] | int:
    return [bar.left, bar.width] if bar else 0
