"""What a document says, passage by passage, and which passages are held against each other: those that share rare words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.facts.folded_passage import Entry
from compare.scanning.kinds import Kinds
from compare.scanning.marks import Mark, Meant, marks_of
from compare.scanning.subjects import Subject, Weights, content, subjects_of
from compare.scanning.value_places import ValuePlaces
from seeds.model import PassageKind

COMMON = 50
"""A word that more passages hold brings no two of them together."""
CROWDED = 15
"""A passage of more marks is a table or a list: which of its values are of one thing with another's, its words do not tell."""


@dataclass(frozen=True)
class MarkedPassage:
    """A passage that states something.

    number: its place among them. words: the roots of its words; weight: theirs together. subjects: its marks with what they
    are about, by kind (`Kinds.kind`). crowded: it has too many marks to be read, and no subjects.
    """

    number: int
    entry: Entry
    words: frozenset[str]
    weight: float
    subjects: tuple[tuple[str, Subject], ...]
    crowded: bool = False


@dataclass(frozen=True)
class MarkedPassages:
    """All of a document.

    where: the numbers of the passages that hold each root, in order. apart: how many headings and footnotes there are besides.
    """

    all: tuple[MarkedPassage, ...]
    weights: Weights
    values: ValuePlaces
    where: Mapping[str, Sequence[int]]
    apart: int

    def holds(self, passage: MarkedPassage, value: Meant) -> bool:
        """True when one of its marks may give the same value."""
        return passage.number in self.values.holders(value)

    def elsewhere(self, mark: Mark, passage: MarkedPassage) -> int:
        """How many further passages hold a value that agrees with the mark of this one."""
        return len(self.values.exact_holders(mark.value) - {passage.number})

    def together(self, words: frozenset[str]) -> int:
        """How many passages hold all of these roots."""
        return len(frozenset.intersection(*(frozenset(self.where.get(word, ())) for word in words))) if words else 0


def read_marked(entries: Sequence[Entry]) -> MarkedPassages:
    """The passages that state something: headings and footnotes do not."""
    stating = [e for e in entries if e.passage.kind not in (PassageKind.HEADING, PassageKind.FOOTNOTE)]
    weights, kinds = Weights(stating), Kinds()
    marked = tuple(_marked(number, entry, weights, kinds) for number, entry in enumerate(stating))
    marks = [[subject.mark for _, subject in passage.subjects] for passage in marked]
    where: dict[str, list[int]] = defaultdict(list)
    for passage in marked:
        for word in passage.words:
            where[word].append(passage.number)
    return MarkedPassages(marked, weights, ValuePlaces(marks, kinds), where, len(entries) - len(stating))


def candidates(marked: MarkedPassages) -> Iterator[tuple[MarkedPassage, MarkedPassage]]:
    """Every two passages that share a rare word, in the order they stand in."""
    for passage in marked.all:
        places = (marked.where[word] for word in passage.words if len(marked.where[word]) <= COMMON)
        met = {number for found in places for number in found[bisect_right(found, passage.number) :]}
        yield from ((passage, marked.all[number]) for number in sorted(met))


def _marked(number: int, entry: Entry, weights: Weights, kinds: Kinds) -> MarkedPassage:
    words, marks = content(entry), marks_of(entry)
    crowded = len(marks) > CROWDED
    subjects = () if crowded else subjects_of(marks, weights)
    kept = tuple((kinds.kind(subject.mark.value), subject) for subject in subjects)
    return MarkedPassage(number, entry, words, weights.total(words), kept, crowded)
