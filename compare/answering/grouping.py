"""Which documents give which answer.

A document may give its answer in a place that is hard to read, another plainly: an answer read surely somewhere is recognised
elsewhere by less. Where nothing is read surely, nothing is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from compare.answering.model import Candidate, Wanted
from compare.answering.reading import brevity
from compare.answering.sameness import is_same

SURE = 0.4
"""How strong a candidate must be somewhere to be an answer at all."""
SHARED = 0.95
"""What the best reading of an answer in another document counts in this one."""
SPOKEN, SPOKEN_AT_LENGTH = 0.3, 0.5
"""How surely a candidate must be read, with what other documents lend it, to be what a document gives; the same in a very long one."""
AGREED = 0.3
"""What a further document's reading adds to an answer."""
FULL = 1.3
"""The strength of a reading that leaves no doubt."""
CERTAIN = 0.97
AGAIN = 0.05
"""What a second place of the same answer in one document adds."""


@dataclass
class Cluster:
    """One answer: its best candidate per document (by position)."""

    head: Candidate
    best: dict[int, Candidate] = field(default_factory=dict)
    strength: dict[int, float] = field(default_factory=dict)

    def add(self, number: int, candidate: Candidate) -> None:
        """Count a candidate of document `number`."""
        if number not in self.best:
            self.best[number], self.strength[number] = candidate, candidate.strength
        else:
            self.strength[number] += AGAIN if self.strength[number] < self.best[number].strength + 3 * AGAIN else 0.0

    def score(self, number: int, lent: float) -> float:
        """How surely document `number` gives this answer; lent: what the surest reading elsewhere counts here."""
        others = max((s for n, s in self.strength.items() if n != number), default=0.0)
        return 1 - (1 - _odds(self.strength[number])) * (1 - lent * _odds(others))

    @property
    def evidence(self) -> float:
        """How surely this is an answer at all, 0 to 1: the surest reading, and what the others add to it."""
        best, *others = sorted((_odds(s) for s in self.strength.values()), reverse=True)
        return 1 - (1 - best) * prod(1 - AGREED * s for s in others)


def _odds(strength: float) -> float:
    return max(0.0, min(CERTAIN, strength / FULL))


def assign(candidates: Sequence[Sequence[Candidate]], wanted: Wanted) -> Mapping[int, Candidate]:
    """For each document, by its position, the candidate it gives as the answer; a silent one is left out."""
    clusters = [c for c in _clusters(candidates, wanted) if c.evidence >= SURE]
    given = {}
    for number, every in enumerate(candidates):
        brief = brevity(every[0].entry.document) if every else 0.0
        scores = [(c.score(number, SHARED * brief), -i) for i, c in enumerate(clusters) if number in c.best]
        best, place = max(scores, default=(0.0, 0))
        if best >= brief * SPOKEN + (1 - brief) * SPOKEN_AT_LENGTH:
            given[number] = clusters[-place].best[number]
    return given


def groups_of(given: Mapping[int, Candidate], wanted: Wanted) -> Iterator[tuple[int, ...]]:
    """The documents that give one answer, by position, the larger groups first."""
    clusters: list[list[int]] = []
    for number, candidate in sorted(given.items(), key=lambda item: (-item[1].strength, item[0])):
        home = next((c for c in clusters if is_same(given[c[0]], candidate, wanted)), None)
        if home is None:
            clusters.append([number])
        else:
            home.append(number)
    yield from sorted((tuple(sorted(c)) for c in clusters), key=lambda c: (-len(c), c))


def _clusters(candidates: Sequence[Sequence[Candidate]], wanted: Wanted) -> list[Cluster]:
    found: list[Cluster] = []
    every = [(number, c) for number, own in enumerate(candidates) for c in own]
    for number, candidate in sorted(every, key=lambda pair: (-pair[1].strength, pair[0])):
        home = next((c for c in found if is_same(c.head, candidate, wanted)), None)
        if home is None:
            home = Cluster(candidate)
            found.append(home)
        home.add(number, candidate)
    return found
