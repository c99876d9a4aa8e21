"""Which passages speak to the claim in a way no check could read?

Every match that no other check reads is counted here and shown, so that a clean report is never mistaken for a complete one:
a passage about the claim's subject without a date, figure, quotation or listed position. It is neither support nor
contradiction; a person has to look.
"""

from claims.model import Kind
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.search.index import Proposal

CODE = "SRC901"
NAME = "unread"
MISSING = {
    Kind.DATE: "no date that belongs to the claim's words",
    Kind.FIGURE: "no figure of the claim's kind",
    Kind.NAME: "none of the claim's names",
    Kind.QUOTE: "not the quoted words",
    Kind.DESCRIPTION: "no position that is listed",
    Kind.STATUS: "no position that is listed",
}


def answer(question: Question, proposal: Proposal) -> Answer:
    """The answer for a passage nothing else could be read in."""
    entry, term = proposal.entry, proposal.term
    start, end = entry.folded.span(term.first, term.last) if term else (0, len(entry.passage.text))
    return Answer(Stance.UNREAD, "", MISSING[question.claim.kind], start, end)
