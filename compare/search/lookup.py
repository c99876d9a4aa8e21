"""What a passage is found by, and how rare that is in the corpus: roots and senses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from compare.facts.folded_passage import Entry
from compare.search.rarity import rarity
from compare.search.rows import Numbers
from compare.search.tables import Tables
from compare.text.roots import root_of
from compare.text.synonyms import senses
from seeds.model import Document


class Keys(NamedTuple):
    """The roots of a passage's words and of the other forms of its abbreviations, and the senses they have."""

    roots: frozenset[str]
    senses: frozenset[str]


class Lookup:
    """The passages of a corpus by their keys. sources: for each passage a number for its source, in the order of their ids."""

    def __init__(self, entries: Sequence[Entry], tables: Tables, documents: Sequence[Document]) -> None:
        self.entries, self.letters, self.rarity = entries, tables.letters, rarity(len(tables))
        ids = sorted({document.source.id for document in documents})
        named = {id_: number for number, id_ in enumerate(ids)}
        numbers = np.array([named[document.source.id] for document in documents], np.int32)
        self.sources: Numbers = numbers[tables.documents]
        self._tables = tables
        self._behind: dict[str, Numbers] = {}
        self._of_sense: dict[str, Numbers] = {}

    def of_root(self, root: str) -> Numbers:
        """The passages that hold a root."""
        return self._tables.of_root(root)

    def of_sense(self, sense: str) -> Numbers:
        """The passages that hold a word of a sense."""
        if sense not in self._of_sense:
            held = [self._tables.of_stem(stem) for stem in _stems_of()[sense]]
            self._of_sense[sense] = np.concatenate(held)
        return self._of_sense[sense]

    def behind(self, root: str) -> Numbers:
        """The passages around which a root stands: in the ones before and behind, or in the heading."""
        if root not in self._behind:
            held, last = self._tables.of_root(root), len(self._tables) - 1
            documents = self._tables.documents
            before, after = held[held > 0] - 1, held[held < last] + 1
            before = before[documents[before] == documents[before + 1]]
            after = after[documents[after] == documents[after - 1]]
            self._behind[root] = np.concatenate((before, after, self._tables.under(root)))
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


def keys_of(stems: Iterable[str]) -> Keys:
    """The keys of a passage that has these stems."""
    own = frozenset(stems)
    return Keys(frozenset(map(root_of, own)), frozenset().union(*(senses().get(stem, ()) for stem in own)))


@lru_cache(maxsize=1)
def _stems_of() -> Mapping[str, tuple[str, ...]]:
    """For each sense the stems that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for stem, named in sorted(senses().items()):
        for sense in named:
            found[sense].append(stem)
    return {sense: tuple(stems) for sense, stems in found.items()}
