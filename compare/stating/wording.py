"""The wording of a sentence: what the checks of claims read of a curated statement is read here of one nobody curated."""

from collections.abc import Iterator
from dataclasses import replace

from claims.model import Claim, Kind
from compare.checks import modality, status, wording
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question, ask
from compare.facts.statement import read_statement
from compare.search.index import Index, Proposal, share_of
from compare.stating.anchors import nearest_entries
from compare.stating.found import Found
from compare.stating.sentences import Sentence
from compare.values.relations import Relation

READERS = (wording.read, modality.read, status.read)
DONE = "done"
"""How a passage is told that says as done what a sentence only plans: the draft may be of an earlier day."""
RELATIONS = {
    Stance.SUPPORTS: Relation.SAME,
    Stance.LESS_PRECISE: Relation.COARSER,
    Stance.CONTRADICTS: Relation.OTHER,
    Stance.DIFFERS: Relation.OTHER,
}


def question_of(sentence: Sentence, index: Index) -> Question:
    """A sentence as the question a claim of its words would be."""
    kind = Kind.DATE if read_statement(sentence.folded.text).dates else Kind.DESCRIPTION
    claim = Claim("statement", "statement", kind, sentence.folded.text)
    return ask(claim, index.weights, index.unknown_weight)


def read_wording(question: Question, index: Index) -> Iterator[Found]:
    """The passages that state the sentence of a question or say another thing of the same."""
    for i in nearest_entries(question.words, index):
        share = share_of(question.words, index.entries[i])
        proposal = Proposal(index.entries[i], round(100 * share, 1), share, None, index.following(i))
        answer, graded = _answer(question, proposal)
        if answer and answer.value != DONE:
            relation = Relation.OTHER if graded else RELATIONS[answer.stance]
            basis = answer.basis or Basis()
            basis = basis if basis.related else replace(basis, values=relation)
            yield Found(proposal, answer.start, answer.end, answer.value, relation, proposal.share, basis=basis)


def unread_in(question: Question, proposal: Proposal) -> Passed | None:
    """Why a passage neither states a sentence nor says it otherwise; None where it does."""
    found = wording.read(question, proposal)
    return found if isinstance(found, Passed) else None


def _answer(question: Question, proposal: Proposal) -> tuple[Answer | None, bool]:
    """What the first check that reads the passage says, and whether it is that another deed was done, be it a lesser one."""
    for read in READERS:
        answer = read(question, proposal)
        if isinstance(answer, Answer):
            return (None, False) if read is wording.read and _is_of_value(answer) else (answer, read is status.read)
    return None, False


def _is_of_value(answer: Answer) -> bool:
    """True for another date or amount, which is asked and told by itself."""
    return answer.basis is not None and answer.basis.values is Relation.OTHER
