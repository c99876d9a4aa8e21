"""What a mark is about: the words around it, those nearest the most, each with its weight in the document.

No parser tells what a figure measures. But two figures of one thing stand among the same rare words, and near to them.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.values import Amount
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP
from compare.scanning.marks import Mark
from compare.text.names_and_negation import names
from compare.values.counting.unit_names import UNITS

NO_SUBJECT = frozenset(
    "million billion trillion thousand hundred dozen half around approximately roughly nearly almost least old "
    "one two three four five six seven eight nine ten eleven twelve exceed exceeding surpass below above".split()
)
"""Words of an amount that are number or bound."""
HALF = 3.0
"""How many words away a word counts half."""
SHORT = 30
NEARBY = 8
"""How many words away a name may stand that a value belongs to."""
CLAUSE = 3.0
"""How many words a clause mark counts for."""


@dataclass(frozen=True)
class Subject:
    """A mark with the words around it (roots of stems), weighed by how near they stand.

    names: those of the words near by that are names.
    """

    mark: Mark
    near: Mapping[str, float]
    names: frozenset[str] = frozenset()

    @property
    def entry(self) -> Entry:
        """The passage of the mark."""
        return self.mark.entry


class Weights:
    """The inverse document frequency of each root in the passages of a document.

    In a document of more than `SHORT` passages it is scaled down to the range of one so short: of many passages more are
    alike by chance.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        counts = Counter(stem for entry in entries for stem in content(entry))
        scale = min(1.0, math.log(1 + SHORT) / math.log(1 + max(1, len(entries))))
        self._idf = {stem: scale * math.log(1 + len(entries) / count) for stem, count in counts.items()}

    def __getitem__(self, stem: str) -> float:
        return self._idf.get(stem, 0.0)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several roots."""
        return sum(self._idf.get(stem, 0.0) for stem in stems)


def content(entry: Entry, span: tuple[int, int] | None = None) -> frozenset[str]:
    """The roots of the words of a passage that carry meaning; of a span only those from its first word to its last."""
    words = entry.folded.words[span[0] : span[1] + 1] if span else entry.folded.words
    return frozenset(root(word.stem) for word in words if word.form not in STOP and len(word.form) > 1)


def subjects_of(marks: Sequence[Mark], weights: Weights) -> tuple[Subject, ...]:
    """The marks of one passage with what surrounds them; words of another mark surround none."""
    taken = {i for mark in marks for i in range(mark.first, mark.last + 1)}
    return tuple(Subject(mark, _near(mark, taken, weights), _names(mark)) for mark in marks)


def _near(mark: Mark, taken: set[int], weights: Weights) -> dict[str, float]:
    folded, near = mark.entry.folded, dict[str, float]()
    own = _counted(mark)
    for i, word in enumerate(folded.words):
        if i in taken - own or word.form in STOP or word.form.isdigit() or len(word.form) < 2:
            continue
        edge = mark.first if i < mark.first else mark.last
        away = (0 if i in own else abs(edge - i)) + CLAUSE * abs(folded.clauses[edge] - folded.clauses[i])
        stem = root(word.stem)
        near[stem] = max(near.get(stem, 0.0), weights[stem] / (1 + away / HALF))
    return near


def _names(mark: Mark) -> frozenset[str]:
    """The roots of the names within `NEARBY` words of a mark."""
    folded, near = mark.entry.folded, range(mark.first - NEARBY, mark.last + NEARBY + 1)
    return frozenset(root(folded.words[i].stem) for run in names(folded) for i in run if i in near)


def _counted(mark: Mark) -> set[int]:
    """The words of an amount that say what is counted ("80 pre-owned stores"); a unit says nothing of it."""
    if not isinstance(mark.value, Amount):
        return set()
    words = mark.entry.folded.words
    return {
        i for i in range(mark.first, mark.last + 1) if words[i].form not in UNITS and words[i].form not in NO_SUBJECT
    }


def shared(one: Subject, other: Subject) -> float:
    """The weight of the words that stand near both marks."""
    return sum(math.sqrt(weight * other.near[stem]) for stem, weight in one.near.items() if stem in other.near)
