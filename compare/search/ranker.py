"""The passages that speak to a claim, from its statement alone, best first: how much of the claim each holds.

A score is the share of the claim that is found, 0 to 1; a passage in the claim's own words has 1. It is made of
- words: the share of the claim's words by rarity, where a word of the same root counts nearly as much as the word itself and
  one of the same sense about half;
- context: a word that stands only in a neighbouring passage or in the heading counts a little;
- letters: the likeness in characters, which sees odd forms, compounds and misspellings.
The length of a source is no part of it, so that one cut-off serves all sources.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.facts.folded_passage import Entry
from compare.fold import STOP, Folded, fold
from compare.search.letters import grams_of
from compare.search.lookup import Keys, Lookup
from compare.search.rows import Numbers, runs
from compare.text.roots import root_of
from compare.text.synonyms import senses
from compare.weights import WEIGHTS

if TYPE_CHECKING:
    from compare.facts.asked_claim import Question
    from compare.search.index import Index

SCORED = 40
"""How many passages of a source are scored, the best by words: one behind them cannot become the first by its letters."""


class Ranked(NamedTuple):
    """Passages by their numbers, and their scores."""

    numbers: NDArray[np.intp]
    scores: NDArray[np.float64]

    def pairs(self) -> Iterator[tuple[int, float]]:
        """Each number with its score."""
        return zip(self.numbers.tolist(), self.scores.tolist(), strict=True)


def rank(question: "Question", index: "Index") -> list[tuple[Entry, float]]:
    """The passages that hold anything of the claim, at most `SCORED` of a source, best first, each with its score, 0 to 1."""
    return [(index.entries[i], score) for i, score in ranked(question, index).pairs()]


def ranked(question: "Question", index: "Index", most: int | None = None) -> Ranked:
    """The numbers of the passages that hold anything of the claim, at most `SCORED` of a source, and their scores.

    Best first, equal ones by place. most: how many of all sources are scored, the best by words; None for all.
    """
    lookup, asked = index.lookup, _asked(question)
    words = _weights(lookup, asked)
    held = _held(lookup, words)
    best = _best_by_words(held, lookup.sources, most)
    if not len(best):
        return Ranked(best, np.zeros(0))
    by_words = (1 - WEIGHTS.letters) * held[best] / sum(words.values())
    alike = by_words + WEIGHTS.letters * lookup.letters.likeness(asked, best)
    scores = np.array([round(score, 6) for score in alike.tolist()])
    order = np.lexsort((best, -scores))
    return Ranked(best[order], scores[order])


def rank_slowly(question: "Question", index: "Index") -> list[tuple[Entry, float]]:
    """The same by the definition, every passage by itself: the oracle of `rank`."""
    lookup, asked = index.lookup, _asked(question)
    words, mine = _weights(lookup, asked), grams_of(asked)
    grams = [grams_of(entry.folded) for entry in lookup.entries]
    found = Counter(gram for held in grams for gram in held)
    scores = []
    for i, theirs in enumerate(grams):
        held = sum(weight * _credit(stem, lookup.keys(i), lookup.around(i)) for stem, weight in words.items())
        if held:
            alike = _cosine(mine, theirs, lambda gram: lookup.rarity(found[gram]))
            scores.append((i, (1 - WEIGHTS.letters) * held / sum(words.values()) + WEIGHTS.letters * alike))
    return [(lookup.entries[i], score) for i, score in _ordered(scores)]


def _cosine(mine: Counter[str], theirs: Counter[str], rarity: Callable[[str], float]) -> float:
    """The cosine of the n-grams of two texts, each weighted by its rarity, 0 to 1."""
    shared = sum(count * theirs[gram] * rarity(gram) ** 2 for gram, count in mine.items() if gram in theirs)
    sizes = (math.sqrt(sum((count * rarity(gram)) ** 2 for gram, count in own.items())) for own in (mine, theirs))
    return min(1.0, shared / math.prod(sizes)) if shared else 0.0


def lacking(question: "Question", lookup: Lookup, i: int) -> tuple[str, ...]:
    """The words of the claim, as written, for which passage `i` earns nothing."""
    asked, keys, around = _asked(question), lookup.keys(i), lookup.around(i)
    words = (word for word in asked.words if word.form not in STOP and not _credit(word.stem, keys, around))
    return tuple(dict.fromkeys(asked.text[word.start : word.end] for word in words))


def _credit(stem: str, keys: Keys, around: frozenset[str]) -> float:
    """What a passage earns for a word of the claim, 0 to 1."""
    if root_of(stem) in keys.roots:
        return 1.0
    near = WEIGHTS.nearby_word if root_of(stem) in around else 0.0
    return max(near, WEIGHTS.sense_word if keys.senses.intersection(senses().get(stem, ())) else 0.0)


def _asked(question: "Question") -> Folded:
    """What is looked for: the words of a quotation, else the statement."""
    return fold(question.quote) if question.quote else question.folded


def _weights(lookup: Lookup, asked: Folded) -> Mapping[str, float]:
    """What each stem of the claim weighs."""
    weights: dict[str, float] = {}
    for word in asked.words:
        held = len(lookup.of_root(root_of(word.stem)))
        figure = word.form[0].isdigit()
        small = word.form in STOP or (figure and not held)
        weight = WEIGHTS.function_word if small else WEIGHTS.figure_word if figure else 1.0
        weight *= lookup.rarity(held)
        weights[word.stem] = max(weight, weights.get(word.stem, 0.0))
    return weights


def _held(lookup: Lookup, words: Mapping[str, float]) -> NDArray[np.float64]:
    """The weight of the claim's words that each passage holds, those around it and those of the same sense with it."""
    held, credit = np.zeros(len(lookup.entries)), np.zeros(len(lookup.entries))
    for stem, weight in words.items():
        root = root_of(stem)
        earned = [(lookup.behind(root), WEIGHTS.nearby_word)]
        earned += [(lookup.of_sense(sense), WEIGHTS.sense_word) for sense in senses().get(stem, ())]
        earned.append((lookup.of_root(root), 1.0))
        for numbers, part in earned:
            credit[numbers] = part
        numbers = np.concatenate([numbers for numbers, _ in earned])
        held[numbers] += weight * credit[numbers]
        credit[numbers] = 0.0
    return held


def _best_by_words(held: NDArray[np.float64], sources: Numbers, most: int | None) -> NDArray[np.intp]:
    """The passages that hold anything, the best `SCORED` of each source, and of these the best `most`."""
    found = np.flatnonzero(held)
    found = found[np.argsort(-held[found], kind="stable")]
    found = found[np.argsort(sources[found], kind="stable")]
    _, behind = runs(sources[found])
    best = found[behind < SCORED]
    return best if most is None else best[np.lexsort((best, -held[best]))][:most]


def _ordered(scores: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    return sorted(((i, round(score, 6)) for i, score in scores), key=lambda pair: (-pair[1], pair[0]))
