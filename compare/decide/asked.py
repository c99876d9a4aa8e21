"""What a claim asked for, told once for every report: its value in words, and where its statement gives it."""

from collections.abc import Iterator, Sequence

from claims.values import Amount
from compare.decide.confirming import asked_place
from compare.evidence.model import OTHERWISE, Asked, Evidence, Testimony
from compare.facts.asked_claim import Question
from compare.text.patterns import find_pattern
from compare.values.in_words import say
from compare.values.quantities import find_quantities


def asked_of(question: Question, testimonies: Sequence[Testimony]) -> Asked:
    """What the reports of a comparison tell of its question."""
    value = say(question.value) if question.value else ""
    return Asked(value, _own_place(question), _is_number_alike(question, testimonies))


def _own_place(question: Question) -> tuple[int, int]:
    """Where the statement gives its value or takes its position in words that stand together; nowhere is (0, 0)."""
    if question.value:
        return asked_place(question)
    own = [p for p in question.claim.positions if p.label == question.claim.expected]
    matches = (m for p in own for pattern in p.patterns for m in find_pattern(pattern, question.folded))
    whole = [m for m in matches if m.last - m.first + 1 == len(m.words)]
    fullest = max(whole, key=lambda m: len(m.words), default=None)
    return question.folded.span(fullest.first, fullest.last) if fullest else (0, 0)


def _is_number_alike(question: Question, testimonies: Sequence[Testimony]) -> bool:
    """True when every amount told otherwise is the claim's number ("nearly 300" for "more than 300")."""
    value = question.value
    if not isinstance(value, Amount):
        return False
    others = [r.value for e in _against(testimonies) for r in find_quantities(e.answer.value)]
    same = [isinstance(other, Amount) and (other.low, other.high) == (value.low, value.high) for other in others]
    return bool(same) and all(same)


def _against(testimonies: Sequence[Testimony]) -> Iterator[Evidence]:
    return (e for t in testimonies for e in t.evidence if e.stance in OTHERWISE)
