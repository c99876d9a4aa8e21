"""The candidates of a document, by the kind of answer asked for: the readers in one table.

A document that does not name the subject of the question speaks of something else, or is a part of a text that named it before:
its candidates count less.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from compare.answering.model import Asked, Candidate, Wanted
from compare.answering.named import read_names
from compare.answering.phrases import read_members, read_phrases
from compare.answering.values import read_amounts, read_dates
from compare.entry import Entry
from compare.fold import fold
from seeds.model import Document

READERS: Mapping[Wanted, Callable[[Asked, Entry], Iterator[Candidate]]] = {
    Wanted.DATE: read_dates,
    Wanted.AMOUNT: read_amounts,
    Wanted.PERSON: read_names,
    Wanted.PLACE: read_names,
    Wanted.NAME: read_names,
    Wanted.MEMBER: read_members,
    Wanted.PHRASE: read_phrases,
}
UNNAMED = 0.55
"""What a candidate counts in a document that does not name the subject."""
OPENING = 0.1
"""What a candidate gains in the first passages, which say what the document is about."""
FIRST = 3


def entries_of(document: Document) -> tuple[Entry, ...]:
    """All the passages of a document, footnotes and boilerplate too, ready to be read."""
    return tuple(Entry(document, passage, fold(passage.text)) for passage in document.passages if passage.text)


def candidates_of(asked: Asked, document: Document) -> tuple[Candidate, ...]:
    """All that a document may give as the answer, strongest first."""
    entries = entries_of(document)
    known = _named(asked, entries)
    found = [
        replace(c, strength=(c.strength + (OPENING if i < FIRST else 0.0)) * (UNNAMED + (1 - UNNAMED) * known))
        for i, entry in enumerate(entries)
        for c in READERS[asked.wanted](asked, entry)
    ]
    return tuple(sorted(found, key=lambda c: (-c.strength, c.entry.passage.spans, c.start)))


def _named(asked: Asked, entries: Sequence[Entry]) -> float:
    """The share of the subject's words that the document holds, 0 to 1."""
    held = set().union(*(entry.folded.stems for entry in entries)) if entries else set()
    return len(asked.subject & held) / len(asked.subject) if asked.subject else 1.0
