"""The company an assertion keeps: which passages hold the other names and values of its sentence.

Writers change the words of what they report, hardly its names and figures: a passage that holds those of a sentence is the one
it was written from, however few of its plain words it shares.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from compare.facts.stated import root
from compare.fold import STOP
from compare.search.index import Index, Proposal
from compare.stating.assertions import Assertion
from compare.stating.corpus_view import Around, CorpusView, others_of, view_of
from compare.stating.sentences import Sentence

FAVOUR = 0.3
"""How much of what a passage lacks of a sentence's words the other names and values make up for when it holds them all."""
BESIDE = 0.5
"""What a name or value counts that stands in part only around a passage."""
COMMON = 2.0
"""How rare (its idf) a name or value must be to tell one passage from another."""


@dataclass(frozen=True)
class Companion:
    """Another name or value of a sentence: for each of its words what a passage may hold for it, and how rare it is."""

    words: tuple[frozenset[str], ...]
    weight: float

    def held(self, here: frozenset[str], around: Around) -> float:
        """How far a passage holds all its words, 0 to 1."""
        missing = [word for word in self.words if word.isdisjoint(here)]
        if len(missing) == len(self.words):
            return 0.0
        near = all(any(not word.isdisjoint(stems) for stems in around) for word in missing)
        return (BESIDE if missing else 1.0) if near else 0.0


def favoured(
    proposals: Iterable[Proposal], assertion: Assertion, sentence: Sentence, index: Index
) -> Iterator[Proposal]:
    """The passages with a greater share the more of the sentence's other names and values they hold."""
    view = view_of(index)
    companions = companions_of(assertion, sentence, index, view)
    total = sum(companion.weight for companion in companions)
    for proposal in proposals:
        i = view.number(proposal.entry)
        held = sum(c.weight * c.held(view.here(i), view.around(i)) for c in companions)
        share = proposal.share + (1 - proposal.share) * FAVOUR * held / total if held else proposal.share
        yield replace(proposal, share=share, score=round(100 * share, 1)) if held else proposal


def companions_of(assertion: Assertion, sentence: Sentence, index: Index, view: CorpusView) -> list[Companion]:
    """The other names and values of a sentence that some passages hold, but few."""
    own = {word for a in sentence.assertions if a == assertion for word in a.words}
    found = (_companion(a, sentence, index, view) for a in sentence.assertions if own.isdisjoint(a.words))
    return [companion for companion in found if companion]


def _companion(assertion: Assertion, sentence: Sentence, index: Index, view: CorpusView) -> Companion | None:
    words = [sentence.folded.words[i] for i in assertion.words]
    stems = [word.stem for word in words if word.form not in STOP]
    held = [np.concatenate([view.places(s) for s in (stem, *view.alike(stem))]) for stem in stems]
    if not held:
        return None
    places = set(held[0].tolist()).intersection(*(h.tolist() for h in held[1:]))
    if not places:
        return None
    weight = math.log(1 + len(index.entries) / len(places))
    return Companion(tuple(others_of(stem) | {root(stem)} for stem in stems), weight) if weight >= COMMON else None
