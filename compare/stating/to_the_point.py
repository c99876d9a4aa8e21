"""Whether a passage says of the same thing what a sentence says, told by the words that are neither names nor values.

Two reports on one country share its names, and two dates in them are seldom of one event: where no source speaks to a sentence,
names alone would let the nearest passage contradict it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from compare.facts.asked_claim import Question
from compare.facts.stated import root
from compare.relate.relation import Relation
from compare.relate.values import relate_other
from compare.search.index import Index
from compare.stating.assertions import AssertionKind
from compare.stating.companions import Companion, companions_of
from compare.stating.corpus_view import CorpusView, others_of, view_of
from compare.stating.found import Found, Sought
from compare.stating.sentences import Sentence
from seeds.model import PassageKind

PLAIN = 0.2
"""The least share of the plain words around an assertion that a passage must hold to contradict it,"""
FEW = 2
"""or so many of them,"""
NEARLY = 0.75
"""unless it holds this share of all that stands around it, names with the rest,"""
RARE = 5.5
"""or a name or value so rare (its idf: a handful of passages hold it) that it is hardly there by chance."""


def to_the_point(
    against: Sequence[Found],
    sought: Sought,
    sentence: Sentence,
    question: Question,
    index: Index,
    strictly: bool = False,
) -> tuple[list[Found], list[Found]]:
    """The values of passages that say of the same thing what the sentence says of its own; a slip of the pen is on the same anywhere.

    Behind them those of passages near enough that do not. question: the sentence as a claim of its words would be asked.
    """
    if not against:
        return [], []
    plain, view = _plain_words(sought, sentence), view_of(index)
    rare = [c for c in companions_of(sought.assertion, sentence, index, view) if c.weight >= RARE]
    near = (f for f in against if f.slip or f.proposal.share >= NEARLY or _speaks(f, plain, rare, view))
    read = [_related(f, sought, question, strictly) for f in near]
    says = [f.basis.related is None or f.basis.related.relation is Relation.OTHER for f in read]
    return list(compress(read, says)), list(compress(read, (not said for said in says)))


def _related(found: Found, sought: Sought, question: Question, strictly: bool) -> Found:
    """A value with how its passage relates to the sentence; a row of a table says nothing beside its cells."""
    if found.proposal.entry.passage.kind is PassageKind.ROW:
        return found
    assertion, theirs = sought.assertion, (found.start, found.end)
    surely = found.slip or (assertion.kind is AssertionKind.NAME and not strictly)
    mine = (assertion.start, assertion.end)
    related = relate_other(question.statement, mine, found.proposal.entry, theirs, question.weigh, surely)
    return replace(found, basis=replace(found.basis, related=related))


def _plain_words(sought: Sought, sentence: Sentence) -> dict[str, float]:
    """The anchors that are written small and belong to no value, with their weight."""
    folded = sentence.folded
    other = {w.stem for w in folded.words if folded.text[w.start].isupper()}
    other |= {folded.words[i].stem for i in sentence.valued}
    return {stem: weight for stem, weight in sought.anchors.items() if stem not in other}


def _speaks(found: Found, plain: dict[str, float], rare: Sequence[Companion], view: CorpusView) -> bool:
    here = view.here(view.number(found.proposal.entry))
    held = [weight for stem, weight in plain.items() if root(stem) in here or not others_of(stem).isdisjoint(here)]
    if any(companion.held(here, ()) == 1.0 for companion in rare):
        return True
    return not plain or len(held) >= FEW or sum(held) >= PLAIN * sum(plain.values())
