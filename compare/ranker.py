"""The passages that speak to a claim, from its statement alone, best first: how much of the claim each holds.

A score is the share of the claim found, 0 to 1; a passage in the claim's own words has 1. It is made of
- words: the share of the claim's words by weight (inverse document frequency; function words count little), where a word
  derived from the same root counts nearly as much as the word, and one of the same sense less;
- context: what stands only in the passage before or in the heading, for a little;
- letters: the cosine of the two texts' character n-grams, which sees odd forms, compounds and misspellings.
Neither the length of the source nor the number of its passages is part of it, so that one cut-off serves all sources.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from compare.entry import Entry
from compare.fold import STOP, Folded, fold
from compare.roots import root_of
from compare.synonyms import senses

if TYPE_CHECKING:
    from compare.question import Question
    from compare.search import Index

SMALL = 0.35
"""What a function word counts: in paraphrase "only", "never" and "between" tell passages apart, "the" hardly ever."""
FIGURE = 1.3
"""What a word with a digit in it counts: writers change words rather than numbers."""
DERIVED = 0.9
"""What a word of the same root counts ("signature" for "signed")."""
SENSE = 0.6
"""What a word of the same sense counts ("film" for "movie")."""
CONTEXT = 0.2
"""What a word counts that stands only in the passage before or in the heading."""
LETTERS = 0.35
"""The part of letters in the score; the rest is that of words."""
GRAM = 4
SPEAKS = 0.28
"""A source whose best passage holds less of the claim than this is silent on it."""
RERANKED = 40
"""How many passages of a source are scored, the best by words alone: the rest cannot come first."""


@dataclass(frozen=True)
class Keys:
    """What a passage is found by: its stems, their roots and their senses; each includes its abbreviations' other forms."""

    stems: frozenset[str]
    roots: frozenset[str]
    senses: frozenset[str]


class Ranker:
    """The passages of a corpus by stem, root and sense, each with its rarity."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.keys = [keys_of(entry.stems) for entry in entries]
        self.by_root: dict[str, list[int]] = defaultdict(list)
        self.by_sense: dict[str, list[int]] = defaultdict(list)
        self.around = [self._around(i) for i in range(len(entries))]
        self.behind: dict[str, list[int]] = defaultdict(list)
        for i, keys in enumerate(self.keys):
            for root in keys.roots:
                self.by_root[root].append(i)
            for sense in keys.senses:
                self.by_sense[sense].append(i)
            for root in self.around[i]:
                self.behind[root].append(i)

    def rarity(self, found: int) -> float:
        """The weight of what `found` of the passages hold (BM25's idf, never below 0); of what none holds, as if half of one did."""
        return rarity(found, len(self.entries))

    @cached_property
    def grams(self) -> list[Counter[str]]:
        """The character n-grams of every passage."""
        return [grams_of(entry.folded) for entry in self.entries]

    @cached_property
    def gram_weights(self) -> Mapping[str, float]:
        """The squared rarity of every n-gram of the corpus."""
        found = Counter(gram for grams in self.grams for gram in grams)
        return {gram: self.rarity(count) ** 2 for gram, count in found.items()}

    @cached_property
    def sizes(self) -> dict[int, float]:
        """The lengths of the passages' n-gram vectors, as far as they were asked for."""
        return {}

    def size(self, i: int) -> float:
        """The length of the n-gram vector of passage `i`."""
        if i not in self.sizes:
            weights = self.gram_weights
            self.sizes[i] = math.sqrt(sum(count * count * weights[gram] for gram, count in self.grams[i].items()))
        return self.sizes[i]

    def _around(self, i: int) -> frozenset[str]:
        """The roots that stand in the passage before and in the heading of passage `i`."""
        entry = self.entries[i]
        before = self.keys[i - 1].roots if i and self.entries[i - 1].document is entry.document else frozenset()
        return before.union(root_of(stem) for stem in entry.context)

    def words_of(self, folded: Folded) -> Mapping[str, float]:
        """The weight of each stem of a claim."""
        weights: dict[str, float] = {}
        for word in folded.words:
            factor = SMALL if word.form in STOP else FIGURE if word.form[0].isdigit() else 1.0
            weight = factor * self.rarity(len(self.by_root.get(root_of(word.stem), ())))
            weights[word.stem] = max(weight, weights.get(word.stem, 0.0))
        return weights


_rankers: "WeakKeyDictionary[Index, Ranker]" = WeakKeyDictionary()


def rank(question: "Question", index: "Index") -> list[tuple[Entry, float]]:
    """The passages that hold anything of the claim, with their scores (0 to 1), best first, equal ones by place.

    Of each source the best `RERANKED` by words are scored.
    """
    if index not in _rankers:
        _rankers[index] = Ranker(index.entries)
    ranker = _rankers[index]
    return [(ranker.entries[i], score) for i, score in _ordered(_fast(ranker, _asked(question)))]


def rank_slowly(question: "Question", index: "Index") -> list[tuple[Entry, float]]:
    """The same by the definition, passage by passage, for all of them: the oracle of `rank`."""
    ranker = Ranker(index.entries)
    words, grams = ranker.words_of(_asked(question)), grams_of(_asked(question))
    scores = {}
    for i in range(len(ranker.entries)):
        held = sum(weight * max(_credit(stem, ranker.keys[i]), _near(stem, ranker, i)) for stem, weight in words.items())
        share = held / sum(words.values()) if held else 0.0
        scores[i] = (1 - LETTERS) * share + LETTERS * cosine(grams, i, ranker)
    return [(ranker.entries[i], score) for i, score in _ordered(scores.items())]


def _asked(question: "Question") -> Folded:
    """What is looked for: the quotation of a quote claim, else the statement."""
    return fold(question.quote) if question.quote else question.folded


def _credit(stem: str, keys: Keys) -> float:
    """What a passage with these keys earns for a word of the claim, 0 to 1."""
    if stem in keys.stems:
        return 1.0
    if root_of(stem) in keys.roots:
        return DERIVED
    return SENSE if senses().get(stem, frozenset()) & keys.senses else 0.0


def _near(stem: str, ranker: Ranker, i: int) -> float:
    return CONTEXT if root_of(stem) in ranker.around[i] else 0.0


def cosine(grams: Counter[str], i: int, ranker: Ranker) -> float:
    """The cosine of a claim's n-grams and those of passage `i`, each weighted by its rarity, 0 to 1."""
    weights, own, unknown = ranker.gram_weights, ranker.grams[i], ranker.rarity(0) ** 2
    shared = sum(count * own[gram] * weights[gram] for gram, count in grams.items() if gram in own)
    if not shared:
        return 0.0
    size = math.sqrt(sum(count * count * weights.get(gram, unknown) for gram, count in grams.items()))
    return min(1.0, shared / (size * ranker.size(i)))


def _fast(ranker: Ranker, folded: Folded) -> Iterator[tuple[int, float]]:
    words, grams = ranker.words_of(folded), grams_of(folded)
    total = sum(words.values())
    held = _held(ranker, words)
    by_source: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for i, weight in held.items():
        by_source[ranker.entries[i].document.source.id].append((-weight, i))
    for best in by_source.values():
        for weight, i in sorted(best)[:RERANKED]:
            share = -weight / total if total else 0.0
            yield i, (1 - LETTERS) * share + LETTERS * cosine(grams, i, ranker)


def _held(ranker: Ranker, words: Mapping[str, float]) -> Mapping[int, float]:
    """The weight of the claim's words that each passage holds, itself or around it."""
    held: dict[int, float] = defaultdict(float)
    for stem, weight in words.items():
        credits: dict[int, float] = {}
        for sense in senses().get(stem, ()):
            credits.update(dict.fromkeys(ranker.by_sense.get(sense, ()), SENSE))
        for i in ranker.by_root.get(root_of(stem), ()):
            credits[i] = 1.0 if stem in ranker.keys[i].stems else DERIVED
        for i in ranker.behind.get(root_of(stem), ()):
            credits[i] = max(credits.get(i, 0.0), CONTEXT)
        for i, credit in credits.items():
            held[i] += credit * weight
    return held


def _ordered(scores: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    found = [(i, round(score, 6)) for i, score in scores]
    return sorted(((i, score) for i, score in found if score > 0), key=lambda pair: (-pair[1], pair[0]))


def keys_of(stems: Iterable[str]) -> Keys:
    """The keys of the passage that has these stems."""
    own = frozenset(stems)
    return Keys(own, frozenset(map(root_of, own)), frozenset().union(*(senses().get(stem, ()) for stem in own)))


def rarity(found: int, count: int) -> float:
    """The weight of what `found` of `count` passages hold."""
    known = found or 0.5
    return math.log(1 + (count - known + 0.5) / (known + 0.5))


def grams_of(folded: Folded) -> Counter[str]:
    """The character n-grams of a text's words, each with the spaces around it."""
    grams: Counter[str] = Counter()
    for word in folded.words:
        padded = f" {word.form} "
        grams.update(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))
    return grams
