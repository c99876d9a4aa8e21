"""Whether a document names what a question is about: in its words, nearly so spelled, or by the name an abbreviation stands for."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from compare.entry import Entry
from compare.fold import Folded
from compare.wordings.names_and_negation import CAPITAL

LEAD = 3
"""The first passages of a document say what it is about."""
AROUND = 2
"""How many passages before and behind one may name what it speaks of."""
ALIKE = 88.0
"""The least likeness (0 to 100) of two spellings of one word."""
LONG = 5
"""How many letters a word has at least that may be spelled otherwise."""
LETTERS = (3, 6)
"""How many letters an abbreviation has."""


def named(subject: frozenset[str], entries: Sequence[Entry]) -> Sequence[float]:
    """For each passage the share of the subject's stems, 0 to 1, that it holds with those around it and those that open the document."""
    held = frozenset[str]().union(*(entry.folded.stems for entry in entries))
    meant = {stem for stem in subject - held if _otherwise(stem, held, entries)}
    here = [subject.intersection(entry.folded.stems) for entry in entries]
    lead = meant.union(*here[:LEAD])
    near = (lead.union(*here[max(0, i - AROUND) : i + AROUND + 1]) for i in range(len(entries)))
    return [len(stems) / len(subject) for stems in near]


def _otherwise(stem: str, held: frozenset[str], entries: Sequence[Entry]) -> bool:
    """True for a word the document spells nearly so, or spells out."""
    if len(stem) >= LONG and process.extractOne(stem, held, scorer=fuzz.ratio, score_cutoff=ALIKE):
        return True
    short = LETTERS[0] <= len(stem) <= LETTERS[1] and stem.isalpha()
    return short and any(stem in initials for entry in entries for initials in _initials(entry.folded))


def _initials(folded: Folded) -> Iterator[str]:
    """The first letters of every run of capitalised words."""
    letters = ""
    for i, word in enumerate(folded.words):
        apart = i and folded.text[folded.words[i - 1].end : word.start] != " "
        if not CAPITAL.match(folded.text[word.start]) or apart:
            yield letters
            letters = ""
        if CAPITAL.match(folded.text[word.start]):
            letters += word.form[0]
    yield letters
