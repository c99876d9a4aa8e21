"""Is a note dated before what its sentence tells?

Looked at, by `sourcecheck scan`: every sentence with the mark of a note behind it ("met on 11 January 2021.92"), and the day, month or
year on which the work that this note cites was published. Told are works older than all dates the sentence gives up to the mark, or,
where it gives none, those of its paragraph before it, where these tell of the past: nobody reports what is still to come.

High: the same day and month of another year, a slip of the pen. Cannot see: notes that cite several works, or none ("ibid."), and laws,
which are cited by the day they were brought in; notes of formats that keep no marks in the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from claims.model import Severity
from claims.values import Reading, Resolution, When
from compare.facts.folded_passage import TOLD, Entry
from compare.scanning.clashes import is_one_slip
from compare.scanning.finding import Finding, place_at
from compare.scanning.note_marks import marks_of, notes_of
from compare.scanning.observations import Observations
from compare.scanning.times import tells_of_days_to_come
from compare.text.names_and_negation import QUOTATION
from seeds.model import PassageKind

CODE = "SRC418"
NAME = "citation"

BACK, SOON = 3, 31
"""Sentences of a paragraph that date one without a date; days by which a day without a year may lie behind a work of that year."""
SEVERAL = re.compile(r"; |\bsee also\b|\bcf\.|\bintroduced\b|\bbill\b|\bact\b", re.IGNORECASE)
"""Signs of more than one work, or of a law."""


def find(read: Observations) -> Iterator[Finding]:
    """The notes that are older than what they are given for."""
    notes = notes_of(read.every)
    before: list[Entry] = []
    for entry in read.every:
        if entry.passage.kind is PassageKind.FOOTNOTE:
            continue
        if before and (entry.document, entry.passage.paragraph) != (before[-1].document, before[-1].passage.paragraph):
            before = []
        yield from _of_sentence(entry, before[-BACK:], notes.get(entry.document.source.id, {}))
        before.append(entry)


def _of_sentence(entry: Entry, before: Sequence[Entry], notes: Mapping[int, Sequence[Entry]]) -> Iterator[Finding]:
    begins = 0
    for at, number in marks_of(entry):
        own = [(entry, r) for r in entry.dates if begins <= r.start < at]
        told = own or [(e, r) for e in before for r in e.dates if not entry.dates]
        begins = at
        note = notes.get(number, ())
        published = published_of(note[0]) if len(note) == 1 else None
        if published is None or not told or not all(_is_later(r, published) for _, r in told):
            continue
        if not any(tells_of_days_to_come(e) for e, _ in told):
            yield _finding(told, note[0], published, number)


def published_of(note: Entry) -> Reading | None:
    """When the work a note cites was published; None for several works and dates."""
    text = note.passage.text
    titles = [match.span() for match in QUOTATION.finditer(text)]
    outside = (r for r in note.citation_dates if not any(a <= r.start < b for a, b in titles))
    dates = [r for r in outside if not TOLD.search(text[: r.start])]
    return dates[0] if len(dates) == 1 and not SEVERAL.search(text) else None


def _is_later(told: Reading, published: Reading) -> bool:
    """True for a date that lies behind that of a work: one without a year in the year of the work too, and soon."""
    one, other = told.value, published.value
    if not isinstance(one, When) or not isinstance(other, When) or "X" in one.edtf + other.edtf:
        return False
    if other.resolution is not Resolution.WRITTEN or one.resolution is Resolution.RELATIVE:
        return False
    if one.resolution is Resolution.INFERRED:
        return one.edtf[:4] == other.edtf[:4] and 0 < one.first - other.last <= SOON
    return one.first > other.last


def _finding(told: Sequence[tuple[Entry, Reading]], note: Entry, published: Reading, number: int) -> Finding:
    places = (*(place_at(e, r.start, r.end) for e, r in told), place_at(note, published.start, published.end))
    slip = any(is_one_slip(r.value, published.value) for _, r in told)
    dates = ", ".join(dict.fromkeys(place.value for place in places[:-1]))
    source = note.document.source.id
    headline = f"{source} tells of {dates} and cites a work of {places[-1].value} for it: note {number}"
    why = "the work was published before what it is cited for"
    return Finding(CODE, headline, Severity.HIGH if slip else Severity.MEDIUM, places, why)
