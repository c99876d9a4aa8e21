"""Which words a corpus writes as names, and which it has never heard of."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from compare.facts.stated import root
from compare.fold import STOP, Word
from compare.search.index import Index, Proposal
from compare.stating.anchors import refers
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.corpus_view import view_of
from compare.stating.sentences import Sentence

LOOKED = 50
"""How many passages tell whether a word is a name, and of what."""
USUALLY = 0.8
"""The share of its places at which a name has a capital; addresses and headings write it otherwise."""
SPOKEN = 0.5
"""The share of a sentence a passage must hold for a name in it to be missed."""
SAME_NAME = 75.0
"""The least likeness (0 to 100) of two spellings of one name."""


def is_proper(stem: str, index: Index) -> bool:
    """True when the corpus usually writes a word with a capital where it does not open a sentence."""
    known = view_of(index).proper
    if stem not in known:
        known[stem] = _is_proper(stem, index)
    return known[stem]


def _is_proper(stem: str, index: Index) -> bool:
    capitals: list[bool] = []
    for i in view_of(index).places(stem)[:LOOKED]:
        folded = index.entries[i].folded
        capitals += [folded.text[folded.words[at].start].isupper() for at in folded.at.get(stem, ()) if at]
    return sum(capitals) > USUALLY * len(capitals)


def is_unknown(word: Word, text: str, index: Index) -> bool:
    """True when the corpus holds nothing written like a name; an abbreviation may be the writer's own."""
    written = text[word.start : word.end]
    if not written[1:].islower() or len(written) < 3 or root(word.stem) in view_of(index).roots:
        return False
    known = view_of(index).unheard
    if word.stem not in known:
        known[word.stem] = (
            process.extractOne(word.stem, list(index.weights), scorer=fuzz.ratio, score_cutoff=SAME_NAME) is None
        )
    return known[word.stem]


def is_unheard(assertion: Assertion, sentence: Sentence, proposals: Sequence[Proposal], index: Index) -> bool:
    """True for a name no word of which the sources know, where a passage speaks to the sentence and names what it means."""
    best = max(proposals, key=lambda p: p.share, default=None)
    if best is None or best.share < SPOKEN or assertion.words == (0,):
        return False
    folded = sentence.folded
    first = next(a for a in sentence.assertions if a.kind is AssertionKind.NAME)
    if assertion == first and refers(best.entry.folded):
        return False
    words = [folded.words[i] for i in assertion.words if folded.words[i].form not in STOP]
    return all(is_unknown(word, folded.text, index) for word in words)
