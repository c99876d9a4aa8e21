"""The candidates of a document, by the kind of answer asked for: the readers in one table.

A document that does not name the subject of the question speaks of something else, or is a part of a text that named it before:
its candidates count less.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from compare.answering.model import Asked, Candidate, Wanted
from compare.answering.named import read_names
from compare.answering.phrases import read_members, read_phrases
from compare.answering.subject import named
from compare.answering.values import read_amounts, read_dates
from compare.entry import Entry
from compare.fold import fold
from compare.stating.anchors import PRONOUNS
from compare.wordings.names_and_negation import CAPITAL
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
"""What a candidate counts in a part of a text that does not name the subject: it may have been named before."""
ELSEWHERE = 0.2
"""The same in a whole text: it speaks of something else."""
OPENING = 0.1
"""What a candidate gains in the first passages, which say what the document is about."""
FIRST = 3
PAGE = 2000
"""Characters; in a longer document anything may stand by chance."""


def entries_of(document: Document) -> tuple[Entry, ...]:
    """All the passages of a document, footnotes and boilerplate too, ready to be read."""
    return tuple(Entry(document, passage, fold(passage.text)) for passage in document.passages if passage.text)


def candidates_of(asked: Asked, document: Document) -> tuple[Candidate, ...]:
    """All that a document may give as the answer, strongest first."""
    entries = entries_of(document)
    about = _about(asked, entries) if entries else ()
    found = [
        replace(c, strength=about[i] * (c.strength + (OPENING if i < FIRST else 0.0)))
        for i, entry in enumerate(entries)
        for c in READERS[asked.wanted](asked, entry)
    ]
    return tuple(sorted(found, key=lambda c: (-c.strength, c.entry.passage.spans, c.start)))


def brevity(document: Document) -> float:
    """How little chance a document has to hold words without meaning them, 0 to 1: 1 up to about a page, less the longer it is."""
    return min(1.0, PAGE / max(1, len(document.text)))


def _about(asked: Asked, entries: Sequence[Entry]) -> Sequence[float]:
    """For each passage how far it speaks of the subject, 0 to 1."""
    if not asked.subject:
        return [1.0] * len(entries)
    shares = named(asked.subject, entries)
    least = UNNAMED if any(shares) or _goes_on(entries[0]) else ELSEWHERE
    return [least + (1 - least) * share for share in shares]


def _goes_on(entry: Entry) -> bool:
    """True for the first passage of a text that was cut out of another: it begins within a sentence, or with a pronoun."""
    words = entry.folded.words
    return not words or words[0].form in PRONOUNS or not CAPITAL.match(entry.passage.text)
