"""A passage never stands on both sides of a claim: one that takes the claim's position and another one is for it.

Unless the other one is the fuller: its words hold those of the claim's position ("the Ostwick Pier, also known as the Long Pier").
"""

from collections.abc import Sequence

from compare.checks.position import CODE as POSITION
from compare.checks.position import expected_label
from compare.evidence.model import Evidence, Stance
from compare.facts.asked_claim import Question
from compare.fold import fold
from compare.text.patterns import find_pattern


def one_sided(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without that of passages that stand on the other side as well."""
    if not question.claim.positions:
        return list(evidence)
    of_passages: dict[int, list[Evidence]] = {}
    for item in evidence:
        if item.check == POSITION:
            of_passages.setdefault(id(item.passage), []).append(item)
    left_out = {id(item) for items in of_passages.values() for item in _other_side(question, items)}
    return [item for item in evidence if id(item) not in left_out]


def _other_side(question: Question, items: Sequence[Evidence]) -> list[Evidence]:
    """What is left out of the evidence of one passage."""
    own = [e for e in items if e.stance is Stance.SUPPORTS]
    others = [e for e in items if e.stance is Stance.DIFFERS]
    if not own or not others:
        return []
    fuller = [e for e in others if _holds_own(question, e)]
    return [e for e in items if e not in fuller] if fuller else others


def _holds_own(question: Question, evidence: Evidence) -> bool:
    """True when the words that take another position hold those of the claim's."""
    words, label = fold(evidence.document.text[slice(*evidence.focus)]), expected_label(question)
    own = (pattern for position in question.claim.positions if position.label == label for pattern in position.patterns)
    return any(next(find_pattern(pattern, words), None) for pattern in own)
