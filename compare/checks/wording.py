"""Does the passage state the claim in its own words?

Read, for descriptions and statuses without curated positions: the passage states the claim when it holds every name of the
claim and most of its other words by weight; words of one root count as one ("invest", "investors"), and so do a country, its
people and its capital. It agrees when both negate or neither does ("was sold", "was not sold"), and contradicts when only one
does.

Not read: the same fact in altogether different words; give positions for those; and passages in which SRC303 or SRC304 reads
another verb or a mere plan.
Cannot see: who is said to have done what to whom, when the same names and words stand in another order.
"""

from claims.model import Kind
from compare.checks import modality, status
from compare.model import Answer, Stance
from compare.question import Question
from compare.search import Proposal
from compare.wordings.names_and_negation import holds_negated, negated, twice_negated
from compare.wordings.stated import is_stated, name_stems

CODE = "SRC302"
NAME = "wording"
KINDS = (Kind.DESCRIPTION, Kind.STATUS)


def read(question: Question, proposal: Proposal) -> Answer | None:
    """The stance of a passage that states the claim."""
    entry = proposal.entry
    if question.claim.positions or not is_stated(question, entry):
        return None
    act = status.read(question, proposal)
    if (act and act.stance is not Stance.SUPPORTS) or modality.read(question, proposal):
        return None
    said = set(question.words) - name_stems(question)
    end = len(entry.passage.text)
    if negated(question.folded, said) == negated(entry.folded, said):
        return Answer(Stance.SUPPORTS, "stated", "states it", 0, end)
    if twice_negated(entry.folded) or not holds_negated(question.folded, said, entry.stems):
        return None
    return Answer(Stance.CONTRADICTS, "denied", "states it with the opposite negation", 0, end)
