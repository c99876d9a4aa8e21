"""The wording of a sentence: whether a passage states it, denies it, or says the opposite.

What SRC302 and SRC303 read of curated claims is read here of a sentence nobody curated; beside them a passage that says nearly
the same contradicts with an opposite ("before" for "after") beside the same word.
"""

from collections.abc import Iterator

from claims.model import Claim, Kind
from compare.checks import status, wording
from compare.fold import STOP, Folded
from compare.model import Stance
from compare.question import Question, ask
from compare.relations import Relation
from compare.search import Index, Proposal, propose
from compare.stating.assertions import Sentence
from compare.stating.values import Found
from compare.wordings.names_and_negation import negated
from compare.wordings.opposites import opposites
from compare.wordings.stated import root, roots

BESIDE = 3
"""How many words away the word stands that an opposite shares with the sentence."""
OPPOSED = 0.5
"""The least share of a sentence's words a passage must hold for an opposite in it to count."""


def read_wording(sentence: Sentence, index: Index) -> Iterator[Found]:
    """The passages that state the sentence or contradict its wording."""
    claim = Claim("statement", "statement", Kind.DESCRIPTION, sentence.folded.text)
    question = ask(claim, index.weights, index.unknown_weight)
    for proposal in propose(question, index):
        opposed = list(_opposed(question, proposal)) if proposal.share >= OPPOSED else []
        answer = wording.read(question, proposal) or status.read(question, proposal)
        if (
            answer
            and answer.stance in (Stance.SUPPORTS, Stance.CONTRADICTS)
            and not (opposed and answer.stance is Stance.SUPPORTS)
        ):
            relation = Relation.SAME if answer.stance is Stance.SUPPORTS else Relation.OTHER
            yield Found(proposal, answer.start, answer.end, answer.value, relation, proposal.share)
        else:
            yield from opposed


def _opposed(question: Question, proposal: Proposal) -> Iterator[Found]:
    mine, theirs = question.folded, proposal.entry.folded
    here = roots(proposal.entry.stems)
    own = {root(stem) for stem in mine.stems}
    for i, word in enumerate(mine.words):
        for opposite in sorted(opposites().get(word.stem, ())):
            for j in theirs.at.get(opposite, ()):
                if root(word.stem) in here or root(opposite) in own or not _beside(mine, i) & _beside(theirs, j):
                    continue
                if negated(mine, {word.stem}) == negated(theirs, {opposite}):
                    start, end = theirs.span(j, j)
                    yield Found(proposal, start, end, theirs.text[start:end], Relation.OTHER, proposal.share)


def _beside(folded: Folded, i: int) -> set[str]:
    """The roots of the content words near a word in its clause."""
    near = range(max(0, i - BESIDE), min(len(folded.words), i + BESIDE + 1))
    words = [folded.words[j] for j in near if j != i and folded.clauses[j] == folded.clauses[i]]
    return {root(word.stem) for word in words if word.form not in STOP}
