"""Does the passage state the claim in its own words?

Read, for descriptions and statuses without curated positions: the passage states the claim when it holds every name of the
claim and most of its other words by weight. It agrees when both negate or neither does ("was sold", "was not sold"), and
contradicts when only one does.

Not read: the same fact in altogether different words; give positions for those. Cannot see: who is said to have done what to
whom, when the same names and words stand in another order.
"""

from claims.model import Kind
from compare.fold import STOP
from compare.model import Answer, Stance
from compare.question import Question
from compare.search import Proposal
from compare.wording import names, negated

CODE = "SRC302"
NAME = "wording"
KINDS = (Kind.DESCRIPTION, Kind.STATUS)
STATED = 0.6
"""The least share of the claim's weighted words the passage must hold."""


def read(question: Question, proposal: Proposal) -> Answer | None:
    """The stance of a passage that states the claim."""
    if question.claim.positions or proposal.coverage < STATED:
        return None
    folded, entry = question.folded, proposal.entry
    named = {folded.words[i].stem for run in names(folded) for i in run if folded.words[i].form not in STOP}
    if not named <= entry.stems | entry.context or not named & entry.stems:
        return None
    said = {stem for stem in question.words if stem not in named}
    opposite = negated(folded, said) != negated(entry.folded, said)
    end = len(entry.passage.text)
    if opposite:
        return Answer(Stance.CONTRADICTS, "denied", "states it with the opposite negation", 0, end)
    return Answer(Stance.SUPPORTS, "stated", "states it", 0, end)
