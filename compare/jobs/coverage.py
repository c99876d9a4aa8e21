"""How much of each source the claims speak to: of the sentences that tell a date, a figure, a name or a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.decide.memory import Telling
from compare.evidence.model import Result, Stance
from compare.fold import NUMBER_WORDS
from compare.text.names_and_negation import QUOTATION, names
from seeds.model import Document, Passage, PassageKind

if TYPE_CHECKING:
    from compare.facts.folded_passage import Entry
    from compare.search.index import Index

DIGIT = re.compile(r"\d")
READ = (PassageKind.BODY, PassageKind.LIST_ITEM, PassageKind.QUOTATION, PassageKind.ROW)


@dataclass(frozen=True)
class Covered:
    """The sentences of a source that tell something that can be checked, and those of them to which no claim speaks."""

    document: Document
    telling: int
    open: tuple[Passage, ...]

    @property
    def covered(self) -> int:
        """To how many a claim speaks."""
        return self.telling - len(self.open)

    @property
    def share(self) -> int:
        """The same as a percentage, rounded down; 100 where there is nothing to check."""
        return 100 * self.covered // self.telling if self.telling else 100


def coverage(result: Result) -> tuple[Covered, ...]:
    """The coverage of each source, in the order of the corpus."""
    spoken = {
        id(evidence.passage)
        for comparison in result.comparisons
        for testimony in comparison.testimonies
        for evidence in testimony.evidence
        if evidence.stance is not Stance.UNREAD
    }
    return tuple(
        Covered(document, len(own), tuple(passage for passage in own if id(passage) not in spoken))
        for document in result.corpus.documents
        for own in [[document.passages[number] for number in result.telling.get(document.source.id, ())]]
    )


def tells(index: Index, some: range | None = None) -> Telling:
    """By source the numbers of the passages that tell something that can be checked; empty where there is no passage.

    some: the numbers of the documents to look at, None for all.
    """
    found = {}
    for number in (some or range(len(index.documents))) if index.entries else ():
        entries, document = index.entries.of(number), index.documents[number]
        telling = {id(entry.passage) for entry in entries if is_telling(entry)}
        found[document.source.id] = tuple(i for i, passage in enumerate(document.passages) if id(passage) in telling)
        index.entries.drop()
    return found


def is_telling(entry: Entry) -> bool:
    """True for a sentence or row with a number, in figures or words, a name or a quotation; headings and notes are none."""
    text = entry.passage.text
    if entry.passage.kind not in READ:
        return False
    if DIGIT.search(text) or QUOTATION.search(text):
        return True
    numbers = NUMBER_WORDS.keys()
    return any(word.form in numbers for word in entry.folded.words) or next(names(entry.folded), None) is not None
