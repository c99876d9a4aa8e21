"""Does the passage say that it happened, or only that it is planned, agreed, asked for, alleged or possible?

Read, for claims without curated positions: how the passage says the claim's verb. A passage that holds the claim otherwise differs when
it speaks of a plan, an agreement, a request, a charge, a doubt, a condition or a question where the claim says that it happened ("the
planned visit", "agreed to dissolve", "is said to have sold"), and when it says that happened which the claim only plans.

Not read: passages that hold too few of the claim's words.
Cannot see: a plan told in words that stand far from the verb, and irony.
"""

from claims.model import Kind
from compare.checks import wording
from compare.checks.wording import VALUED_OTHERWISE, relation_to, span_of
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.relate.relation import Relation
from compare.search.index import Proposal
from seeds.model import PassageKind

CODE = "SRC304"
NAME = "modality"
KINDS = (Kind.DESCRIPTION, Kind.STATUS, Kind.NAME, Kind.DATE, Kind.FIGURE, Kind.QUOTE)


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of the frame in which the passage tells what the claim tells."""
    if not wording.is_read(question):
        return None
    if proposal.entry.passage.kind is PassageKind.FOOTNOTE:
        return Passed("a footnote states nothing by its wording")
    related = relation_to(question, proposal)
    basis = Basis(related=related)
    if related.relation is not Relation.PLANNED:
        return Passed(related.reason, basis)
    if not wording.is_of_value(question, proposal):
        return Passed(VALUED_OTHERWISE, basis)
    return Answer(Stance.DIFFERS, related.said, related.reason, *span_of(related, proposal.entry.folded), basis=basis)
