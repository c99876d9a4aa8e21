"""What a passage is found by, and how rare that is in the corpus: stems, roots and senses."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.facts.folded_passage import Entry
from compare.search.letters import Letters
from compare.text.roots import root_of
from compare.text.synonyms import senses

Numbers = NDArray[np.intp]
"""Numbers of passages, in order."""


class Keys(NamedTuple):
    """The roots of a passage's words and of the other forms of its abbreviations, and the senses they have."""

    roots: frozenset[str]
    senses: frozenset[str]


class Lookup:
    """The passages of a corpus by their keys. sources: for each passage a number for its source."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        known: dict[str, int] = {}
        self.sources = np.array([known.setdefault(e.document.source.id, len(known)) for e in entries], np.intp)
        self._documents = np.array([id(e.document) for e in entries])
        self._by_root = _Places(frozenset(map(root_of, entry.stems)) for entry in entries)
        self._by_context = _Places(frozenset(map(root_of, entry.context)) for entry in entries)
        self._behind: dict[str, Numbers] = {}

    @cached_property
    def _by_sense(self) -> "_Places":
        return _Places(keys_of(entry.stems).senses for entry in self.entries)

    @cached_property
    def letters(self) -> Letters:
        """The n-grams of the passages; made when the first is asked."""
        return Letters([entry.folded for entry in self.entries], self.rarity)

    def of_root(self, root: str) -> Numbers:
        """The passages that hold a root."""
        return self._by_root[root]

    def of_sense(self, sense: str) -> Numbers:
        """The passages that hold a word of a sense."""
        return self._by_sense[sense]

    def behind(self, root: str) -> Numbers:
        """The passages around which a root stands: in the ones before and behind, or in the heading."""
        if root not in self._behind:
            held, last = self._by_root[root], len(self.entries) - 1
            before, after = held[held > 0] - 1, held[held < last] + 1
            before = before[self._documents[before] == self._documents[before + 1]]
            after = after[self._documents[after] == self._documents[after - 1]]
            self._behind[root] = np.concatenate((before, after, self._by_context[root]))
        return self._behind[root]

    def keys(self, i: int) -> Keys:
        """The keys of passage `i`."""
        return keys_of(self.entries[i].stems)

    def around(self, i: int) -> frozenset[str]:
        """The roots in the passages before and behind passage `i`, and in its heading."""
        entry = self.entries[i]
        near = (j for j in (i - 1, i + 1) if 0 <= j < len(self.entries))
        neighbours = (self.keys(j).roots for j in near if self.entries[j].document is entry.document)
        return frozenset(root_of(stem) for stem in entry.context).union(*neighbours)

    def rarity(self, found: int) -> float:
        """The weight of what `found` passages hold: BM25's inverse document frequency in the form that is never negative.

        What no passage holds weighs as if half of one did. What every passage of a short text holds, such as the name it is
        about, weighs next to nothing.
        """
        known = found or 0.5
        return math.log(1 + (len(self.entries) - known + 0.5) / (known + 0.5))


class _Places:
    """The numbers of the passages that hold a key, as arrays once they are asked for."""

    def __init__(self, keys: Iterable[Iterable[str]]) -> None:
        self._listed = places_of(keys)
        self._asked: dict[str, Numbers] = {}

    def __getitem__(self, key: str) -> Numbers:
        if key not in self._asked:
            self._asked[key] = np.array(self._listed.get(key, ()), np.intp)
        return self._asked[key]


def keys_of(stems: Iterable[str]) -> Keys:
    """The keys of a passage that has these stems."""
    own = frozenset(stems)
    return Keys(frozenset(map(root_of, own)), frozenset().union(*(senses().get(stem, ()) for stem in own)))


def places_of(keys: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    """For each key the numbers of those that hold it, in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, held in enumerate(keys):
        for key in held:
            places[key].append(i)
    return dict(places)
