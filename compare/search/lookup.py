"""What a passage is found by, and how rare that is in the corpus: stems, roots, senses and character n-grams."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from compare.facts.folded_passage import Entry
from compare.fold import Folded
from compare.text.roots import root_of
from compare.text.synonyms import senses

GRAM = 4
"""How many characters an n-gram has."""


class Keys(NamedTuple):
    """The roots of a passage's words and of the other forms of its abbreviations, and the senses they have."""

    roots: frozenset[str]
    senses: frozenset[str]


class Lookup:
    """The passages of a corpus by their keys.

    by_root, by_sense: the numbers of the passages that hold a root, or a word of a sense. around: for each passage the roots
    in the ones before and behind it and in its heading; behind: the numbers of the passages around which a root stands.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.keys = [keys_of(entry.stems) for entry in entries]
        self.around = [self._around(i) for i in range(len(entries))]
        self.by_root = _places(keys.roots for keys in self.keys)
        self.by_sense = _places(keys.senses for keys in self.keys)
        self.behind = _places(self.around)
        self._sizes: dict[int, float] = {}

    def rarity(self, found: int) -> float:
        """The weight of what `found` passages hold: BM25's inverse document frequency in the form that is never negative.

        What no passage holds weighs as if half of one did. What every passage of a short text holds, such as the name it is
        about, weighs next to nothing.
        """
        known = found or 0.5
        return math.log(1 + (len(self.entries) - known + 0.5) / (known + 0.5))

    @cached_property
    def grams(self) -> Sequence[Counter[str]]:
        """The n-grams of every passage."""
        return [grams_of(entry.folded) for entry in self.entries]

    @cached_property
    def gram_weights(self) -> Mapping[str, float]:
        """The squared rarity of every n-gram of the corpus."""
        found = Counter(gram for grams in self.grams for gram in grams)
        return {gram: self.rarity(count) ** 2 for gram, count in found.items()}

    def likeness(self, grams: Counter[str], size: float, i: int) -> float:
        """The cosine of a text's n-grams, of this size, and those of passage `i`, each weighted by its rarity, 0 to 1."""
        weights, own = self.gram_weights, self.grams[i]
        shared = sum(count * own[gram] * weights[gram] for gram, count in grams.items() if gram in own)
        if i not in self._sizes:
            self._sizes[i] = self.size(own)
        return min(1.0, shared / (size * self._sizes[i])) if shared else 0.0

    def size(self, grams: Counter[str]) -> float:
        """The length of the vector of a text's n-grams."""
        weights, unknown = self.gram_weights, self.rarity(0) ** 2
        return math.sqrt(sum(count * count * weights.get(gram, unknown) for gram, count in grams.items()))

    def _around(self, i: int) -> frozenset[str]:
        entry = self.entries[i]
        near = (j for j in (i - 1, i + 1) if 0 <= j < len(self.entries))
        neighbours = (self.keys[j].roots for j in near if self.entries[j].document is entry.document)
        return frozenset(root_of(stem) for stem in entry.context).union(*neighbours)


def keys_of(stems: Iterable[str]) -> Keys:
    """The keys of a passage that has these stems."""
    own = frozenset(stems)
    return Keys(frozenset(map(root_of, own)), frozenset().union(*(senses().get(stem, ()) for stem in own)))


def grams_of(folded: Folded) -> Counter[str]:
    """The n-grams of a text's words, each word with a space before and behind it."""
    grams: Counter[str] = Counter()
    for word in folded.words:
        padded = f" {word.form} "
        grams.update(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))
    return grams


def _places(keys: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for i, held in enumerate(keys):
        for key in held:
            places[key].append(i)
    return dict(places)
