"""What a document says, passage by passage, and which passages are held against each other: those that share rare words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.entry import Entry
from compare.scanning.clashes import agree
from compare.scanning.marks import Mark, is_exact, marks_of
from compare.scanning.subjects import Subject, Weights, content, subjects_of
from seeds.model import PassageKind

SHARED = 1
"""How many words with a meaning (found in few passages) two passages must share to be held against each other."""
COMMON = 50
"""A word that more passages hold brings no two of them together."""


@dataclass(frozen=True)
class Saying:
    """A passage, the roots of its words, their weight together, and its marks with what they are about."""

    entry: Entry
    words: frozenset[str]
    weight: float
    subjects: tuple[Subject, ...]

    def holds(self, mark: Mark) -> bool:
        """True when one of its marks may give the same value."""
        return any(agree(mark, subject.mark) for subject in self.subjects)


@dataclass(frozen=True)
class Sayings:
    """All of a document. elsewhere: how many passages hold a value that agrees with a mark's."""

    all: tuple[Saying, ...]
    weights: Weights
    elsewhere: Mapping[Mark, int]


def read_sayings(entries: Sequence[Entry]) -> Sayings:
    """The passages that state something: headings and footnotes do not."""
    stating = [e for e in entries if e.passage.kind not in (PassageKind.HEADING, PassageKind.FOOTNOTE)]
    weights = Weights(stating)
    sayings = tuple(_saying(entry, weights) for entry in stating)
    marks = [subject.mark for saying in sayings for subject in saying.subjects]
    return Sayings(sayings, weights, {mark: _elsewhere(mark, marks) for mark in marks})


def meetings(sayings: Sayings) -> Iterator[tuple[Saying, Saying]]:
    """Every two passages that share enough words, in the order they stand in."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i, saying in enumerate(sayings.all):
        for word in saying.words:
            holding[word].append(i)
    met: Counter[tuple[int, int]] = Counter()
    for places in holding.values():
        met.update(combinations(places, 2) if len(places) <= COMMON else ())
    yield from ((sayings.all[i], sayings.all[j]) for (i, j), count in sorted(met.items()) if count >= SHARED)


def _saying(entry: Entry, weights: Weights) -> Saying:
    words = content(entry)
    return Saying(entry, words, weights.total(words), subjects_of(marks_of(entry), weights))


def _elsewhere(mark: Mark, marks: Sequence[Mark]) -> int:
    alike = (m for m in marks if m.entry is not mark.entry and is_exact(m) and agree(mark, m))
    return len({id(other.entry) for other in alike})
