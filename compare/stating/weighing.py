"""What the passages give in the place of an assertion, weighed: which agree, which are at odds, and which say of it what is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.checks.wording import relation_to
from compare.evidence.basis import Basis, Weighed
from compare.facts.asked_claim import Question
from compare.relate.relation import Relation as Says
from compare.relate.values import relate_value
from compare.search.index import Index, Proposal
from compare.stating.anchors import Anchors, lacking
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.assessed import Assessed, Outcome, basis_of, supported, without
from compare.stating.found import Found
from compare.stating.names import SPEAKS
from compare.stating.rules import AGREES, UNSAID
from compare.stating.sentences import Sentence
from compare.stating.shown import SHARED, order
from compare.values.relations import Relation
from seeds.model import PassageKind

BY_CHANCE, PER_PASSAGE, AT_MOST = 0.02, 0.0005, 0.25
"""How strong a value must stand not to be there by chance: this, more for every passage of the corpus, up to that."""
CONTRADICTS = {AssertionKind.NAME: 0.5, AssertionKind.WORDING: 0.5}
"""How strong another name, and a passage that says otherwise, must stand to contradict."""
RIVAL = 0.6
"""A value that agrees must be this share as strong as the strongest that does not, a name as one told by its kind only;"""
CLOSE, CLOSE_RIVAL = 0.75, 0.85
"""that where the other stands in a passage that says nearly the same."""
NAME_RIVAL, WORDING_RIVAL = 0.8, 0.9
"""The same share for names and for wording."""
READ = 30
"""How many passages that give a value or a name, the strongest first, are read for what they say of it. In two drafts against five
documents every support (164) stood among the first five."""


def confirmed(
    assertion: Assertion,
    sentence: Sentence,
    question: Question,
    found: Sequence[Found],
    needed: float,
    against: Sequence[Found],
) -> Assessed:
    """Supported by the passages that say of the value what the sentence says of it; without one, not checkable.

    against: other values that dispute it.
    """
    if sentence.answer is not None:
        return supported(assertion, sentence, found, Weighed(AGREES, strength=found[0].strength, needed=needed))
    says: list[Found] = []
    for f in found[:READ]:
        if says and f.strength < SHARED * says[0].strength:
            break
        if f.proposal.entry.passage.kind is PassageKind.ROW and f.proposal.share < SPEAKS:
            continue
        read = replace(f, basis=_said_of(assertion, question, f))
        says += [read] if read.basis.related is None or read.basis.related.relation is Says.SAME else []
    if says:
        weighed = Weighed(AGREES, strength=says[0].strength, needed=needed)
        return supported(assertion, sentence, says, weighed, against)
    first = replace(found[0], basis=_said_of(assertion, question, found[0]))
    return without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(UNSAID), (first,))


def _said_of(assertion: Assertion, question: Question, found: Found) -> Basis:
    """How a passage that gives the value relates to the sentence; a row of a table says nothing beside its cells."""
    if found.proposal.entry.passage.kind is PassageKind.ROW:
        return found.basis
    if assertion.kind is AssertionKind.NAME:
        return replace(found.basis, related=relation_to(question, found.proposal))
    mine, theirs = (assertion.start, assertion.end), (found.start, found.end)
    related = relate_value(question.statement, mine, found.proposal.entry, theirs, question.weigh)
    return replace(found.basis, related=related)


def lacking_of(anchors: Anchors, proposals: Sequence[Proposal], sentence: Sentence, index: Index) -> tuple[str, ...]:
    """What the nearest passage does not hold of the words around an assertion."""
    best = max(proposals, key=lambda p: p.share, default=None)
    return lacking(anchors, sentence.folded, best.entry, index) if best else ()


def other_read(*found: Iterable[Found]) -> Basis | None:
    """The first other value that was read, of those nearest to counting."""
    return next((basis_of(f) for some in found for f in some), None)


def sides(found: Iterable[Found]) -> tuple[list[Found], list[Found], float]:
    """The values that agree and those that do not, the strongest first, and the strength of the first that does not."""
    ranked = sorted(found, key=order)
    fits = [f for f in ranked if f.relation is not Relation.OTHER]
    against = [f for f in ranked if f.relation is Relation.OTHER]
    return fits, against, against[0].strength if against else 0.0


def by_chance(index: Index) -> float:
    """How strong a value must stand not to be there by chance."""
    return min(AT_MOST, BY_CHANCE + PER_PASSAGE * len(index.entries))
