"""The passages that speak to a claim, from its statement alone, best first: how much of the claim each holds.

A score is the share of the claim that is found, 0 to 1; a passage in the claim's own words has 1. It is made of
- words: the share of the claim's words by rarity, where a word of the same root counts nearly as much as the word itself and
  one of the same sense about half;
- context: a word that stands only in a neighbouring passage or in the heading counts a little;
- letters: the likeness in characters, which sees odd forms, compounds and misspellings.
The length of a source is no part of it, so that one cut-off serves all sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from compare.facts.folded_passage import Entry
from compare.fold import STOP, Folded, fold
from compare.search.lookup import Keys, Lookup, grams_of
from compare.text.roots import root_of
from compare.text.synonyms import senses
from compare.weights import WEIGHTS

if TYPE_CHECKING:
    from compare.facts.asked_claim import Question
    from compare.search.index import Index

SCORED = 40
"""How many passages of a source are scored, the best by words: one behind them cannot become the first by its letters."""


def rank(question: "Question", index: "Index", most: int | None = None) -> list[tuple[Entry, float]]:
    """The passages that hold anything of the claim, at most `SCORED` of a source, best first, equal ones by place.

    Each with its score, 0 to 1. most: how many of all sources are scored, the best by words; None for all.
    """
    lookup = index.lookup
    return [(lookup.entries[i], score) for i, score in _ordered(_scores(lookup, _asked(question), most))]


def rank_slowly(question: "Question", index: "Index") -> list[tuple[Entry, float]]:
    """The same by the definition, every passage by itself: the oracle of `rank`."""
    lookup, asked = Lookup(index.entries), _asked(question)
    words, grams = _weights(lookup, asked), grams_of(asked)
    size, scores = lookup.size(grams), []
    for i in range(len(lookup.entries)):
        held = sum(weight * _credit(stem, lookup.keys[i], lookup.around[i]) for stem, weight in words.items())
        if held:
            scores.append(
                (
                    i,
                    (1 - WEIGHTS.letters) * held / sum(words.values())
                    + WEIGHTS.letters * lookup.likeness(grams, size, i),
                )
            )
    return [(lookup.entries[i], score) for i, score in _ordered(scores)]


def lacking(question: "Question", lookup: Lookup, i: int) -> tuple[str, ...]:
    """The words of the claim, as written, for which passage `i` earns nothing."""
    asked, keys, around = _asked(question), lookup.keys[i], lookup.around[i]
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
        held = len(lookup.by_root.get(root_of(word.stem), ()))
        figure = word.form[0].isdigit()
        small = word.form in STOP or (figure and not held)
        weight = WEIGHTS.function_word if small else WEIGHTS.figure_word if figure else 1.0
        weight *= lookup.rarity(held)
        weights[word.stem] = max(weight, weights.get(word.stem, 0.0))
    return weights


def _scores(lookup: Lookup, asked: Folded, most: int | None) -> Iterator[tuple[int, float]]:
    words, grams = _weights(lookup, asked), grams_of(asked)
    total, size = sum(words.values()), lookup.size(grams)
    by_source: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for i, held in _held(lookup, words).items():
        by_source[lookup.entries[i].document.source.id].append((-held, i))
    best = (pair for pairs in by_source.values() for pair in sorted(pairs)[:SCORED])
    for held, i in best if most is None else sorted(best)[:most]:
        yield i, (1 - WEIGHTS.letters) * -held / total + WEIGHTS.letters * lookup.likeness(grams, size, i)


def _held(lookup: Lookup, words: Mapping[str, float]) -> Mapping[int, float]:
    """The weight of the claim's words that each passage holds, those around it and those of the same sense with it."""
    held: dict[int, float] = defaultdict(float)
    for stem, weight in words.items():
        root = root_of(stem)
        credit = dict.fromkeys(lookup.behind.get(root, ()), WEIGHTS.nearby_word)
        for sense in senses().get(stem, ()):
            credit.update(dict.fromkeys(lookup.by_sense.get(sense, ()), WEIGHTS.sense_word))
        credit.update(dict.fromkeys(lookup.by_root.get(root, ()), 1.0))
        for i, part in credit.items():
            held[i] += weight * part
    return held


def _ordered(scores: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    return sorted(((i, round(score, 6)) for i, score in scores), key=lambda pair: (-pair[1], pair[0]))
