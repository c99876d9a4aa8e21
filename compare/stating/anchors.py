"""Anchors: which words of a sentence hold one of its assertions in place, and how much of them a passage holds.

A sentence may assert several values; each is bound to the words next to it. The share of the anchors a passage holds says whether
it speaks to the assertion, their pull which of the passage's own values stands in its place.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from compare.facts.folded_passage import Entry
from compare.facts.lifespans import BORN, DIED, lifespan
from compare.facts.stated import root
from compare.fold import STOP, Folded
from compare.search.index import Index, Proposal
from compare.stating.assertions import Assertion, runs_of
from compare.stating.corpus_view import AROUND, Around, others_of, view_of
from compare.stating.sentences import Sentence
from compare.weights import WEIGHTS

NEAR = 0.1
"""How fast a word counts less with its distance from the assertion."""
VALUED = 0.5
"""What a word of another value counts: it may be wrong itself."""
PLAIN = 0.8
"""What a word counts that is part of no name and no value: a writer puts others for it."""
CANDIDATES = 60
"""How many passages are read for an assertion."""
REFERRED = 0.8
"""What a word counts that stands around a passage with a pronoun."""
ALIKE = 0.7
"""What a word counts of which a passage holds another of the same root, or of a capital the country it may stand for."""
UNHEARD, MANY = 0.3, 10
"""What a word counts at least that no source holds in any form and that is no name: among many passages it tells none from another,
in a few its absence says that they do not speak of it."""
MEANT = 0.6
"""What a name counts that a text may mean by the pronoun it opens with."""
OPENING = 6
"""Among how many first words a pronoun stands for what was named before."""
LIFE = BORN | DIED
PRONOUNS = frozenset("he she it they his her its their this these".split())

Anchors = Mapping[str, float]
"""Stems with their weight: idf, less with the distance from the assertion."""


def anchors_of(assertion: Assertion, sentence: Sentence, index: Index) -> Anchors:
    """The content words of the sentence outside the assertion, each with its weight for it; those of other values count less."""
    folded = sentence.folded
    found: dict[str, float] = {}
    first, last = (assertion.words[0], assertion.words[-1]) if assertion.words else (0, 0)
    for i, word in enumerate(folded.words):
        if word.form in STOP or i in assertion.words or len(word.form) < 2:
            continue
        edge = first if i < first else last
        away = abs(i - edge) + WEIGHTS.clause_mark * abs(folded.clauses[i] - folded.clauses[edge])
        known = VALUED if i in sentence.valued else 1.0 if word.stem in sentence.named else PLAIN
        if (
            word.stem not in index.weights
            and not folded.text[word.start].isupper()
            and not view_of(index).alike(word.stem)
        ):
            known *= max(UNHEARD, 1 - len(index.entries) / MANY)
        weight = known * index.weights.get(word.stem, index.unknown_weight) / (1 + NEAR * away)
        found[word.stem] = max(weight, found.get(word.stem, 0.0))
    return {**_meant(sentence, index), **found}


def _meant(sentence: Sentence, index: Index) -> Anchors:
    """The names of the sentence before, which a pronoun may stand for."""
    if sentence.before is None or not _opens_with_pronoun(sentence.folded):
        return {}
    words = [sentence.before.words[i] for run in runs_of(sentence.before) for i in run]
    return {
        w.stem: WEIGHTS.context_word * index.weights.get(w.stem, index.unknown_weight)
        for w in words
        if w.form not in STOP
    }


def candidates(anchors: Anchors, index: Index, named: frozenset[str] = frozenset()) -> Iterator[Proposal]:
    """The passages that hold most of the anchors and those around them, each with the share it holds.

    named: the names of the sentence.
    """
    view, total = view_of(index), sum(anchors.values())
    rooted = [(stem, root(stem), others_of(stem), weight) for stem, weight in anchors.items()]
    lives = bool(LIFE & anchors.keys())
    for i in nearest_entries(anchors, index, AROUND):
        entry = index.entries[i]
        here = view.here(i) | LIFE if lives and lifespan(entry) else view.here(i)
        share = _held(rooted, here, view.around(i), entry, named if _dangles(index, i) else frozenset()) / total
        yield Proposal(entry, round(100 * share, 1), share, None, index.following(i))


def lacking(anchors: Anchors, folded: Folded, entry: Entry, index: Index) -> tuple[str, ...]:
    """The anchors, as the sentence writes them, that a passage does not hold, nor another word of their root."""
    view = view_of(index)
    here = view.here(view.number(entry))
    words = (w for w in folded.words if w.stem in anchors and root(w.stem) not in here)
    return tuple(dict.fromkeys(folded.text[w.start : w.end] for w in words if others_of(w.stem).isdisjoint(here)))


def nearest_entries(anchors: Anchors, index: Index, around: int = 0) -> list[int]:
    """The numbers of the passages that hold most of the anchors, and of `around` ones before and behind each, in order."""
    view, held = view_of(index), np.zeros(len(index.entries))
    for stem, weight in anchors.items():
        held[view.places(stem)] += weight
        for other in view.alike(stem):
            held[view.places(other)] += ALIKE * weight
    best = np.argsort(-held, kind="stable")[:CANDIDATES]
    near = np.unique(best[held[best] > 0][:, None] + np.arange(-around, around + 1))
    return [int(i) for i in near if 0 <= i < len(held)]


def _held(
    rooted: Sequence[tuple[str, str, frozenset[str], float]],
    here: frozenset[str],
    around: Around,
    entry: Entry,
    meant: frozenset[str],
) -> float:
    """The weight of the anchors in a passage, what only stands around it counting in part.

    What a pronoun may stand for counts nearly as much as if it stood there. meant: what the passage may mean though it stands
    nowhere, in part.
    """
    held = outside = beside = 0.0
    for stem, base, others, weight in rooted:
        if base in here:
            held += weight
        elif not others.isdisjoint(here):
            held += ALIKE * weight
        elif any(base in near for near in around):
            outside += weight
        elif stem in meant:
            beside += MEANT * weight
    return (
        held + outside * (REFERRED if outside and _opens_with_pronoun(entry.folded) else WEIGHTS.context_word) + beside
    )


def _dangles(index: Index, i: int) -> bool:
    """True for a text that opens with a pronoun or "the ...": it speaks of something named before it began."""
    entry = index.entries[i]
    opens = i == 0 or index.entries[i - 1].document is not entry.document
    return opens and refers(entry.folded)


def refers(folded: Folded) -> bool:
    """True for a sentence that begins with "the ..." or has a pronoun near its beginning: it may mean what it does not name."""
    return [word.form for word in folded.words[:1]] == ["the"] or _opens_with_pronoun(folded)


def _opens_with_pronoun(folded: Folded) -> bool:
    return any(word.form in PRONOUNS for word in folded.words[:OPENING])
