"""A passage as searching and reading see it: folded once, its dates and amounts read once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from claims.edtf import OPEN_END, parse_edtf
from claims.values import Amount, Reading, Resolution, Value, When
from compare.facts.cells import amounts_in, context_of
from compare.facts.listed_amounts import listed_amounts
from compare.fold import STOP, Folded, fold
from compare.text.sentence import sentence_of
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from compare.values.units import is_measure
from seeds.model import Document, Passage, PassageKind, Span, joined

BEFORE = 600
"""How many characters before a passage tell the year or day its dates without one count from."""
BREAK = " | "
"""What stands between a passage and the text before it, so that no date is read across the joint."""
POINTER = re.compile(
    r"\b(?:that|same|following|next|previous|preceding|later|earlier) (?:day|week|month|year|decade)\b", re.IGNORECASE
)
"""Words that count from a date named before them."""
ACCESSED = re.compile(r"\b(?:accessed|retrieved)\b(?:\s+on)?[:\s]*$", re.IGNORECASE)
STRETCH = re.compile(r"(?:the )?(?:past|last|next|coming) \S+ (?:year|decade|month|week|day|centur)", re.IGNORECASE)
"""A stretch of time that is a date and a length of time alike: "over the past 32 years"."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
PUBLISHED = re.compile(
    r"[\s)\]]*(?:[,;]\s*(?:available|accessed|retrieved)\b|\.\s*available\b|\s\((?:accessed|retrieved)\b|[.)]*\s*$)",
    re.IGNORECASE,
)

TOLD = re.compile(
    r"(?<!\bpublished )(?<!\bposted )(?<!\bissued )(?<!\bupdated )(?<!\breleased )\b(?:on|in) (?:the )?$", re.IGNORECASE
)
"""What stands before a date on which something happened, in a note too ("it was held on 20 August.")."""


@dataclass(frozen=True)
class Entry:
    """A passage of a document.

    before: the running text before it. context: the stems of the sentence before it and of its heading.
    aliases: the stems of the long forms of its abbreviations, and of the abbreviations of its long forms; of a table row those
    of its heads and of what stands over the table.
    """

    document: Document
    passage: Passage
    folded: Folded
    before: str = ""
    context: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()

    @cached_property
    def stems(self) -> frozenset[str]:
        """The distinct stems of the passage, its aliases with them."""
        return self.aliases.union(self.folded.stems)

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of what stands around the passage: the running text before it, its heading, the title of its source."""
        return self.context | _stems(self.before) | _stems(self.document.source.title)

    @cached_property
    def dates(self) -> tuple[Reading, ...]:
        """The dates of the passage, those without a year resolved by the text before it, then by the publication date."""
        text, published = self.passage.text, self.document.source.published
        found, shift = find_dates(text, reference_day(published)), 0
        if self.before and (POINTER.search(text) or not all(_is_written(reading) for reading in found)):
            shift = len(self.before) + len(BREAK)
            found = find_dates(f"{self.before}{BREAK}{text}", reference_day(published))
        return tuple(
            Reading(r.start - shift, r.end - shift, _as_sure_as(published, r.value)) for r in found if r.start >= shift
        )

    @cached_property
    def event_dates(self) -> tuple[Reading, ...]:
        """The dates without those of a citation: in a footnote neither the day of access nor of publication counts."""
        if self.passage.kind is not PassageKind.FOOTNOTE:
            return self.dates
        text = self.passage.text
        return tuple(
            r for r in self.citation_dates if TOLD.search(text[: r.start]) or not PUBLISHED.match(text[r.end :])
        )

    @property
    def publication_dates(self) -> tuple[Reading, ...]:
        """The days on which the sources of a footnote were published; none of another passage."""
        if self.passage.kind is not PassageKind.FOOTNOTE:
            return ()
        events = self.event_dates
        return tuple(r for r in self.citation_dates if r not in events)

    @cached_property
    def citation_dates(self) -> tuple[Reading, ...]:
        """The dates without the days of access and what looks like a date in a web address."""
        text = self.passage.text
        return tuple(r for r in self._outside_addresses(self.dates) if not ACCESSED.search(text[: r.start]))

    @cached_property
    def amounts(self) -> tuple[Reading, ...]:
        """The amounts of the passage; of a table row in the units its heads tell.

        Of a footnote only those with a unit of measure, the rest being volumes and pages."""
        text = self.passage.text
        if self.passage.row:
            return amounts_in(self.passage, self.passage.row, [(r.start, r.end) for r in self.dates])
        found = find_quantities(
            text, [(r.start, r.end) for r in self.dates if not STRETCH.match(text[r.start : r.end])]
        )
        if self.passage.kind is not PassageKind.FOOTNOTE:
            return (*found, *listed_amounts(sentence_of(text)))
        outside = self._outside_addresses(found)
        return tuple(r for r in outside if isinstance(r.value, Amount) and is_measure(r.value.unit))

    def _outside_addresses(self, readings: Sequence[Reading]) -> Iterator[Reading]:
        """The readings that do not begin in a web address."""
        addresses = [m.span() for m in ADDRESS.finditer(self.passage.text)]
        return (r for r in readings if not any(a <= r.start < b for a, b in addresses))


def entries_of(document: Document, aliases: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    """The passages of a document that can speak to a claim: all but boilerplate. aliases: long forms by abbreviation."""
    headings: Mapping[str, frozenset[str]] = {}
    last: Entry | None = None
    running = ""
    for passage in document.passages:
        if passage.kind is PassageKind.BOILERPLATE or not passage.text:
            continue
        headings = headings if passage.section in headings else {passage.section: _content(fold(passage.section))}
        near = last.stems if last and last.passage.paragraph == passage.paragraph else frozenset()
        folded = fold(passage.text)
        context = near | headings[passage.section]
        heads = context_of(passage.row) if passage.row else frozenset()
        around = _aliases(heads.union(folded.stems), aliases) | heads
        last = Entry(document, passage, folded, "" if passage.row else running, context, around)
        if passage.kind not in (PassageKind.HEADING, PassageKind.FOOTNOTE, PassageKind.ROW):
            running = _tail(f"{running} {passage.text}".strip())
        yield last


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return _content(fold(text))


def _tail(text: str) -> str:
    """The last `BEFORE` characters, whole words only."""
    return text if len(text) <= BEFORE else text[-BEFORE:].partition(" ")[2]


def _aliases(stems: frozenset[str], aliases: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The other forms of what a passage abbreviates or spells out."""
    spelled = {short for short, words in aliases.items() if words <= stems}
    return frozenset(spelled.union(*(aliases[stem] for stem in stems if stem in aliases)))


def join(entries: Sequence[Entry]) -> Entry:
    """Neighbouring passages as one, for what runs over a sentence end (a quotation)."""
    first = entries[0]
    if len(entries) == 1:
        return first
    text, offsets = joined([entry.passage for entry in entries])
    spans = tuple(span for entry in entries for span in entry.passage.spans)
    kind, paragraph = first.passage.kind, first.passage.paragraph
    passage = Passage(kind, spans, text, offsets, paragraph, first.passage.section, first.passage.original_lines)
    return Entry(first.document, passage, fold(text), first.before, first.context)


def unbroken(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` with those joined that only white space parts."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


@lru_cache(maxsize=1000)
def reference_day(published: str) -> date | None:
    """The last day a source can have been published on, None when that is unknown."""
    if not published:
        return None
    try:
        last = parse_edtf(published).last
    except ValueError:
        return None
    return date.fromordinal(last) if last < OPEN_END else None


def _as_sure_as(published: str, value: Value) -> Value:
    """A day or week counted from a publication date known to the month only is itself known to that month only."""
    if reference_day(published) is None or not isinstance(value, When) or value.resolution is not Resolution.RELATIVE:
        return value
    period = parse_edtf(published)
    if value.last - value.first >= period.last - period.first or value.last < period.first:
        return value
    return replace(period, resolution=Resolution.RELATIVE)


def _is_written(reading: Reading) -> bool:
    return not isinstance(reading.value, When) or reading.value.resolution is Resolution.WRITTEN


def _content(folded: Folded) -> frozenset[str]:
    return frozenset(word.stem for word in folded.words if word.form not in STOP)
