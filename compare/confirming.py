"""A value that agrees is no support by itself: the passage must say of it what the claim says.

Asked of dates, figures and names that search found by the statement alone; a curator's terms say what a passage is about.
"""

from claims.model import Kind
from compare.checks import modality, wording
from compare.checks.name import CALLED
from compare.checks.unread import CODE as UNREAD
from compare.checks.unread import answer as unread
from compare.model import Answer, Stance
from compare.question import Question
from compare.relate.statement import Relation
from compare.relate.values import relate_value, speaks_of
from compare.search import Proposal
from seeds.model import PassageKind

VALUED = (Kind.DATE, Kind.FIGURE, Kind.NAME)
AGREES = (Stance.SUPPORTS, Stance.LESS_PRECISE)
ASKED = (*AGREES, Stance.CONTRADICTS)


def confirmed(question: Question, proposal: Proposal, answer: Answer, code: str) -> tuple[Answer, str]:
    """The answer and its check; another where the passage denies, only plans or does not say what the claim says of the value.

    A row of a table has no verbs: its cells are chosen by their heads. The wording of a passage that gives no value supports none.
    """
    claim = question.claim
    if answer.stance not in ASKED or claim.kind not in VALUED or claim.terms or claim.positions:
        return answer, code
    if code == wording.CODE:
        return (unread(question, proposal), UNREAD) if answer.stance in AGREES else (answer, code)
    if proposal.entry.passage.kind is PassageKind.ROW:
        return answer, code
    if claim.kind is Kind.NAME and CALLED.search(claim.statement):
        return answer, code
    mine, theirs = _asked(question), (answer.start, answer.end)
    if answer.stance is Stance.CONTRADICTS:
        speaks = speaks_of(question.statement, mine, proposal.entry, theirs, question.weigh, answer.suspect)
        return (answer, code) if speaks else (unread(question, proposal), UNREAD)
    related = (
        wording.relation_to(question, proposal)
        if claim.kind is Kind.NAME
        else relate_value(question.statement, mine, proposal.entry, theirs, question.weigh)
    )
    if related.relation is Relation.SAME:
        return answer, code
    if related.relation is Relation.CANNOT_TELL:
        return unread(question, proposal), UNREAD
    place = wording.span_of(related, proposal.entry.folded)
    if related.relation is Relation.PLANNED:
        return Answer(Stance.DIFFERS, related.said, related.reason, *place), modality.CODE
    said = wording.AGAINST[related.relation] or proposal.entry.folded.text[slice(*place)]
    return Answer(Stance.CONTRADICTS, said, related.reason, *place), wording.CODE


def _asked(question: Question) -> tuple[int, int]:
    """The characters of the statement's value; the whole statement where it stands in none."""
    values = (*question.statement.dates, *question.statement.amounts)
    return next(((r.start, r.end) for r in values if r.value == question.value), (0, len(question.claim.statement)))
