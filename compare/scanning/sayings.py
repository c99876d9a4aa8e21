"""What a document says, passage by passage, and which passages are held against each other: those that share rare words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.entry import Entry
from compare.scanning.holding import Holding
from compare.scanning.kinds import Kinds
from compare.scanning.marks import Mark, Meant, marks_of
from compare.scanning.subjects import Subject, Weights, content, subjects_of
from seeds.model import PassageKind

COMMON = 50
"""A word that more passages hold brings no two of them together."""
CROWDED = 15
"""A passage of more marks is a table or a list: which of its values are of one thing with another's, its words do not tell."""


@dataclass(frozen=True)
class Saying:
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
class Sayings:
    """All of a document.

    where: the numbers of the passages that hold each root, in order. apart: how many headings and footnotes there are besides.
    """

    all: tuple[Saying, ...]
    weights: Weights
    holding: Holding
    where: Mapping[str, Sequence[int]]
    apart: int

    def holds(self, saying: Saying, value: Meant) -> bool:
        """True when one of its marks may give the same value."""
        return saying.number in self.holding.holders(value)

    def elsewhere(self, mark: Mark, saying: Saying) -> int:
        """How many further passages hold a value that agrees with the mark of this one."""
        return len(self.holding.exact_holders(mark.value) - {saying.number})

    def together(self, words: frozenset[str]) -> int:
        """How many passages hold all of these roots."""
        return len(frozenset.intersection(*(frozenset(self.where.get(word, ())) for word in words))) if words else 0


def read_sayings(entries: Sequence[Entry]) -> Sayings:
    """The passages that state something: headings and footnotes do not."""
    stating = [e for e in entries if e.passage.kind not in (PassageKind.HEADING, PassageKind.FOOTNOTE)]
    weights, kinds = Weights(stating), Kinds()
    sayings = tuple(_saying(number, entry, weights, kinds) for number, entry in enumerate(stating))
    marks = [[subject.mark for _, subject in saying.subjects] for saying in sayings]
    where: dict[str, list[int]] = defaultdict(list)
    for saying in sayings:
        for word in saying.words:
            where[word].append(saying.number)
    return Sayings(sayings, weights, Holding(marks, kinds), where, len(entries) - len(stating))


def candidates(sayings: Sayings) -> Iterator[tuple[Saying, Saying]]:
    """Every two passages that share a rare word, in the order they stand in."""
    for saying in sayings.all:
        places = (sayings.where[word] for word in saying.words if len(sayings.where[word]) <= COMMON)
        met = {number for found in places for number in found[bisect_right(found, saying.number) :]}
        yield from ((saying, sayings.all[number]) for number in sorted(met))


def _saying(number: int, entry: Entry, weights: Weights, kinds: Kinds) -> Saying:
    words, marks = content(entry), marks_of(entry)
    crowded = len(marks) > CROWDED
    subjects = () if crowded else subjects_of(marks, weights)
    kept = tuple((kinds.kind(subject.mark.value), subject) for subject in subjects)
    return Saying(number, entry, words, weights.total(words), kept, crowded)
