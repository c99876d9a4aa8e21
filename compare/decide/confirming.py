"""A value that agrees is no support by itself: the passage must say of it what the claim says.

Asked of dates, figures and names that search found by the statement alone. A curator's narrow terms say what a passage is about; where
broad ones found another value, the rest of the statement is asked for.
"""

from dataclasses import replace

from claims.model import Kind
from claims.values import Amount, Reading, Value, When
from compare.checks import date, figure, modality, wording
from compare.checks.name import CALLED
from compare.checks.unread import CODE as UNREAD
from compare.checks.unread import answer as unread
from compare.evidence.basis import Basis
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.relate.held import Held
from compare.relate.parallels import is_of_parallel
from compare.relate.relation import Related, Relation
from compare.relate.values import relate_other, relate_termed, relate_value
from compare.search.index import Proposal
from compare.values.relations import Relation as Values
from compare.values.relations import relate_amounts
from compare.values.slips import is_slip
from compare.values.units import comparable
from compare.weights import WEIGHTS
from seeds.model import PassageKind

VALUED = (Kind.DATE, Kind.FIGURE, Kind.NAME)
AGREES = (Stance.SUPPORTS, Stance.LESS_PRECISE)
VALUE_CODES = (date.CODE, figure.CODE)
ASKED = (*AGREES, Stance.CONTRADICTS)


def confirmed(question: Question, proposal: Proposal, answer: Answer, code: str) -> tuple[Answer, str]:
    """The answer and its check; another where the passage denies, only plans or does not say what the claim says of the value.

    A row of a table has no verbs: its cells are chosen by their heads. The wording of a passage that gives no value supports none,
    unless the claim gives none either (a score).
    """
    claim = question.claim
    if answer.stance not in ASKED or claim.kind not in VALUED or claim.positions:
        return answer, code
    if claim.terms:
        return _within_terms(question, proposal, answer, code)
    if code == wording.CODE:
        says_nothing = answer.stance in AGREES and (question.value is not None or claim.kind is Kind.NAME)
        return (unread(question, proposal), UNREAD) if says_nothing else (answer, code)
    if proposal.entry.passage.kind is PassageKind.ROW:
        return answer, code
    if claim.kind is Kind.NAME and CALLED.search(claim.statement) and _is_of_the_called(question, proposal):
        return answer, code
    return _held_by_words(question, proposal, answer, code)


def _is_of_the_called(question: Question, proposal: Proposal) -> bool:
    """True where a passage holds enough of what a claim says besides the name by which something is called."""
    return Held(question.statement, proposal.entry, question.weigh).gap() <= WEIGHTS.slip_gap


def _held_by_words(question: Question, proposal: Proposal, answer: Answer, code: str) -> tuple[Answer, str]:
    """The answer of a check that read a value, where the passage says of it what the claim says."""
    claim = question.claim
    mine, theirs = asked_place(question), (answer.start, answer.end)
    if answer.stance is Stance.CONTRADICTS:
        other = relate_other(question.statement, mine, proposal.entry, theirs, question.weigh, _is_slip(answer))
        speaks = other.relation is Relation.OTHER
        return (
            (_on(answer, answer, other), code) if speaks else (_on(unread(question, proposal), answer, other), UNREAD)
        )
    related = (
        wording.relation_to(question, proposal)
        if claim.kind is Kind.NAME
        else relate_value(question.statement, mine, proposal.entry, theirs, question.weigh)
    )
    if related.relation is Relation.SAME:
        return _besides(question, proposal) or (_on(answer, answer, related), code)
    if related.relation is Relation.CANNOT_TELL:
        return _on(unread(question, proposal), answer, related), UNREAD
    place = wording.span_of(related, proposal.entry.folded)
    if related.relation is Relation.PLANNED:
        planned = Answer(Stance.DIFFERS, related.said, related.reason, *place)
        return _on(planned, answer, related), modality.CODE
    said = wording.AGAINST[related.relation] or proposal.entry.folded.text[slice(*place)]
    return _on(Answer(Stance.CONTRADICTS, said, related.reason, *place), answer, related), wording.CODE


def _besides(question: Question, proposal: Proposal) -> tuple[Answer, str] | None:
    """What a passage that gives the value says of the other amounts of a statement; None where it gives none of them otherwise.

    A curator who gives the expected value asks for nothing else.
    """
    statement, asked = question.statement, asked_place(question)
    amounts = () if question.claim.expected else statement.amounts
    others = [mine for mine in amounts if (mine.start, mine.end) != asked]
    if not any(wording.others_of(statement, mine, proposal.entry) for mine in others):
        ungiven = [mine for mine in others if not wording.relations_of(statement, mine, proposal.entry)]
        return (unread(question, proposal), UNREAD) if ungiven else None
    another = wording.value_otherwise(question, proposal, others)
    return (another, figure.CODE) if another else (unread(question, proposal), UNREAD)


def _within_terms(question: Question, proposal: Proposal, answer: Answer, code: str) -> tuple[Answer, str]:
    """The answer to a claim with terms; unread where another value stands in a passage that the terms alone do not bind to the claim."""
    if code not in VALUE_CODES or question.footnotes_only or proposal.entry.passage.kind is PassageKind.ROW:
        return answer, code
    mine, theirs = asked_place(question), (answer.start, answer.end)
    if answer.stance in AGREES:
        held = Held(question.statement, proposal.entry, question.weigh)
        related = Related(Relation.CANNOT_TELL, "says it of another thing", held=held)
        elsewhere = is_of_parallel(held, theirs)
        return (_on(unread(question, proposal), answer, related), UNREAD) if elsewhere else (answer, code)
    related = relate_termed(
        question.statement, mine, proposal.entry, theirs, question.weigh, proposal.narrow, _is_typo(question, answer)
    )
    if related.relation is Relation.OTHER:
        return _on(answer, answer, related), code
    return _on(unread(question, proposal), answer, related), UNREAD


def _is_typo(question: Question, answer: Answer) -> bool:
    """True when the date that was read is the claim's but for one figure of its year."""
    read = answer.basis.read if answer.basis else ""
    return isinstance(question.value, When) and isinstance(read, Reading) and date.is_typo(question.value, read.value)


def _is_slip(answer: Answer) -> bool:
    """True for a value that is the claim's but for a slip of the pen, or that looks like one in its source."""
    asked, read = (answer.basis.asked, answer.basis.read) if answer.basis else ("", "")
    slips = isinstance(read, Reading) and not isinstance(asked, str) and is_slip(asked, read.value)
    return answer.suspect or slips


def _on(answer: Answer, read: Answer, related: Related) -> Answer:
    """An answer on the basis of the value that was read, and of what the passage says of it."""
    return replace(answer, basis=replace(read.basis or Basis(), related=related))


def asked_place(question: Question) -> tuple[int, int]:
    """The characters of the statement's value, also where the curator writes it in another unit; none where it gives none."""
    values = [
        r for r in (*question.statement.dates, *question.statement.amounts) if type(r.value) is type(question.value)
    ]
    equal = [r for r in values if r.value == question.value]
    same = [r for r in values if _is_same(question.value, r.value)]
    return next(((r.start, r.end) for r in (*equal, *same, *(values if len(values) == 1 else ()))), (0, 0))


def _is_same(one: Value | None, other: Value) -> bool:
    """True for two amounts that are one number."""
    both = comparable(one, other) if isinstance(one, Amount) and isinstance(other, Amount) else None
    return both is not None and relate_amounts(*both) is Values.SAME
