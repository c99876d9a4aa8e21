"""What checking statements finds out about an index, kept with that index and dropped with it.

This module alone knows how long such findings live: a cache of whole indices would keep the texts of every corpus ever read.
"""

import weakref
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from compare.facts.folded_passage import Entry
from compare.facts.stated import root, roots
from compare.fold import fold
from compare.search.index import Index
from compare.text.countries import capitals
from compare.text.roots import sense_of

AROUND = 2
"""How many passages before and behind stand around one."""
LEAD = 3
"""The first passages of a document say what it is about; what its author says ("according to ...") stands in all of it."""

Around = tuple[frozenset[str], ...]
Places = npt.NDArray[np.int32]


class CorpusView:
    """The places of stems and the roots of passages of one index, each found when first asked for."""

    def __init__(self, index: Index) -> None:
        self._index: Index = weakref.proxy(index)
        self._places: dict[str, Places] = {}
        self._here: dict[int, frozenset[str]] = {}
        self._around: dict[int, Around] = {}
        self._alike: dict[str, tuple[str, ...]] = {}
        self.proper: dict[str, bool] = {}
        """Whether a stem is written as a name."""
        self.classes: dict[tuple[str, ...], str | None] = {}
        """What kind of thing a name, by its stems, is usually of."""
        self.unheard: dict[str, bool] = {}
        """Whether nothing is written like a stem."""

    def places(self, stem: str) -> Places:
        """The numbers of the entries that hold a stem, in order."""
        if stem not in self._places:
            self._places[stem] = np.array(sorted(self._index.holding_any((stem,))), dtype=np.int32)
        return self._places[stem]

    def here(self, i: int) -> frozenset[str]:
        """The roots of what entry `i` says; with a plus sign the deeper ones that more words share."""
        if i not in self._here:
            stems = self._index.entries[i].stems
            self._here[i] = roots(stems) | {f"+{sense_of(stem)}" for stem in stems}
        return self._here[i]

    def around(self, i: int) -> Around:
        """The roots of what stands around entry `i`: its heading, the entries near it and the first ones of its document."""
        if i not in self._around:
            entries = self._index.entries
            document = entries[i].document
            near = range(max(0, i - AROUND), min(len(entries), i + AROUND + 1))
            inside = [self.here(j) for j in near if j != i and entries[j].document is document]
            self._around[i] = (self._leads[document.source.id], roots(entries[i].context), *inside)
        return self._around[i]

    def near(self, entry: Entry) -> frozenset[str]:
        """The roots of what an entry says and of what stands around it."""
        i = self.number(entry)
        return self.here(i).union(*self.around(i))

    def number(self, entry: Entry) -> int:
        """The number of an entry in its index."""
        return self._index.numbers[id(entry)]

    def alike(self, stem: str) -> tuple[str, ...]:
        """The other stems of the index that have the root of a stem, and the country a capital may stand for."""
        if stem not in self._alike:
            country = capitals().get(stem)
            found = {
                *self._by_root.get(sense_of(stem), ()),
                *((country,) if country and country in self._index.weights else ()),
            }
            self._alike[stem] = tuple(sorted(found - {stem}))
        return self._alike[stem]

    @cached_property
    def _by_root(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for stem in self._index.weights:
            found[sense_of(stem)].append(stem)
        return found

    @cached_property
    def _leads(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._index.entries:
            if len(found[entry.document.source.id]) < LEAD:
                found[entry.document.source.id].append(entry)
        return {
            source: roots(frozenset(fold(entries[0].document.source.author).stems).union(*(e.stems for e in entries)))
            for source, entries in found.items()
        }

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all stems of the index."""
        return frozenset(map(root, self._index.weights))


def others_of(stem: str) -> frozenset[str]:
    """What else a passage may hold for a stem, as `here` gives it: its deeper root, and the country a capital may stand for."""
    return frozenset((f"+{sense_of(stem)}", root(capitals().get(stem, stem))))


_VIEWS: WeakKeyDictionary[Index, CorpusView] = WeakKeyDictionary()


def view_of(index: Index) -> CorpusView:
    """What is kept with an index."""
    found = _VIEWS.get(index)
    if found is None:
        found = _VIEWS[index] = CorpusView(index)
    return found
