"""The wording of a sentence: whether a passage states it, denies it, or says the opposite.

What SRC302 and SRC303 read of curated claims is read here of a sentence nobody curated; beside them a passage that says nearly
the same contradicts with an opposite ("before" for "after") beside the same word.
"""

from collections.abc import Iterator

from claims.model import Claim, Kind
from compare.checks import status, wording
from compare.fold import STOP, Folded
from compare.model import Answer, Stance
from compare.question import Question, ask
from compare.relations import Relation
from compare.search import Index, Proposal, share_of
from compare.stating.anchors import nearest_entries
from compare.stating.denials import denied_pairs
from compare.stating.found import Found
from compare.stating.reversals import negatives_of, reversals
from compare.stating.sentences import Sentence
from compare.wordings.names_and_negation import negated
from compare.wordings.opposites import opposites
from compare.wordings.stated import root, roots

BESIDE = 3
"""How many words away the word stands that an opposite shares with the sentence."""
EXCEPTING = frozenset("before until ever previously first only except other unprecedented".split())
"""Words with which a denial asserts ("nobody before her" is "she was the first")."""
UNSURE = frozenset("against absence hardly scarcely".split())
OPPOSED = 0.5
"""The least share of a sentence's words a passage must hold for an opposite in it to count,"""
REVERSED = 0.7
"""and of its words but one for a deed that denies that one."""


def read_wording(sentence: Sentence, index: Index) -> Iterator[Found]:
    """The passages that state the sentence or contradict its wording."""
    claim = Claim("statement", "statement", Kind.DESCRIPTION, sentence.folded.text)
    question = ask(claim, index.weights, index.unknown_weight)
    for i in nearest_entries(question.words, index):
        share = share_of(question.words, index.entries[i])
        proposal = Proposal(index.entries[i], round(100 * share, 1), share, None, index.following(i))
        opposed = [
            *_opposed(question, proposal),
            *_reversed(question, proposal),
            *denied_pairs(question, proposal, index),
        ]
        answer = _stated(question, proposal) or status.read(question, proposal)
        stance = answer.stance if answer else None
        if answer and (stance is Stance.CONTRADICTS or (stance is Stance.SUPPORTS and not opposed)):
            relation = Relation.SAME if stance is Stance.SUPPORTS else Relation.OTHER
            yield Found(proposal, answer.start, answer.end, answer.value, relation, proposal.share)
        else:
            yield from opposed


def _stated(question: Question, proposal: Proposal) -> Answer | None:
    """What a passage that states the sentence says of it; nothing where only one of them seems to deny it."""
    answer = wording.read(question, proposal)
    if answer and answer.stance is Stance.CONTRADICTS:
        if any(word.form in EXCEPTING for word in question.folded.words):
            return None
        return answer if _is_denied(question.folded) != _is_denied(proposal.entry.folded) else None
    return answer


def _is_denied(folded: Folded) -> bool:
    """True when a sentence surely denies something: "against" and "hardly" are as often one way to say the same."""
    sure = Folded(folded.text, tuple(word for word in folded.words if word.form not in UNSURE))
    return negated(sure, set(sure.stems))


def _opposed(question: Question, proposal: Proposal) -> Iterator[Found]:
    """The opposites of words of the sentence, where the passage holds them beside the same word."""
    mine, theirs = question.folded, proposal.entry.folded
    for i, word in enumerate(mine.words) if proposal.share >= OPPOSED else ():
        for opposite in sorted(opposites().get(word.stem, frozenset()) | negatives_of(word.stem)):
            yield from (
                _in_place(question, proposal, i, j)
                for j in theirs.at.get(opposite, ())
                if _stands_for(question, proposal, i, j)
            )


def _reversed(question: Question, proposal: Proposal) -> Iterator[Found]:
    """The deeds that deny a deed of the sentence, where the passage says nearly the same of the same."""
    mine, theirs = question.folded, proposal.entry.folded
    for i, word in enumerate(mine.words):
        others = reversals().get(word.form, frozenset())
        if not others or _without(question, proposal, word.stem) < REVERSED:
            continue
        places = [j for j, other in enumerate(theirs.words) if other.form in others]
        yield from (_in_place(question, proposal, i, j) for j in places if _stands_for(question, proposal, i, j))


def _without(question: Question, proposal: Proposal, stem: str) -> float:
    """The share of the sentence's words the passage holds, one word aside."""
    rest = {other: weight for other, weight in question.words.items() if other != stem}
    return share_of(rest, proposal.entry)


def _in_place(question: Question, proposal: Proposal, i: int, j: int) -> Found:
    start, end = proposal.entry.folded.span(j, j)
    share = _without(question, proposal, question.folded.words[i].stem)
    return Found(proposal, start, end, proposal.entry.folded.text[start:end], Relation.OTHER, share)


def _stands_for(question: Question, proposal: Proposal, i: int, j: int) -> bool:
    """True when word `j` of a passage stands beside the same word as word `i` of the sentence, neither has the other's, and both
    or neither are negated."""
    mine, theirs = question.folded, proposal.entry.folded
    one, other = mine.words[i].stem, theirs.words[j].stem
    if root(one) in roots(proposal.entry.stems) or root(other) in {root(stem) for stem in mine.stems}:
        return False
    return bool(_beside(mine, i) & _beside(theirs, j)) and _is_negated(mine, i) == _is_negated(theirs, j)


def _is_negated(folded: Folded, i: int) -> bool:
    """True for a word with a negation before it, or with "no" behind it ("with no mediator")."""
    follows = folded.words[i + 1].form if i + 1 < len(folded.words) else ""
    return negated(folded, {folded.words[i].stem}) != (follows == "no")


def _beside(folded: Folded, i: int) -> set[str]:
    """The roots of the content words near a word in its clause."""
    near = range(max(0, i - BESIDE), min(len(folded.words), i + BESIDE + 1))
    words = [folded.words[j] for j in near if j != i and folded.clauses[j] == folded.clauses[i]]
    return {root(word.stem) for word in words if word.form not in STOP}
