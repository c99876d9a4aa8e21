"""Which of the curated positions does the passage take?

Read: of all patterns of the claim's positions, the one that matches nearest to the claim's terms; of two that overlap, the one
that fixes more words ("agreed to annul" before "annul"). It agrees when its label is the claim's; another label differs.
A negation ("not", "without") inside the match or just before it cancels the match: "was not sold" does not say "sold".

Not read: a position in words the curator has not listed; such passages are counted as unread.
Cannot see: irony, and that a position is reported as somebody else's, unless the patterns say so.
"""

from collections.abc import Sequence

from claims.model import Kind, Position
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.fold import Folded
from compare.search.index import Proposal
from compare.text.frames import DENYING, frames_of, may_deny
from compare.text.patterns import Match, find_pattern, is_negated
from compare.text.sentence import sentence_of
from compare.text.small_words import AUXILIARIES, SKIPPED
from compare.values.relations import Relation

CODE = "SRC301"
NAME = "position"
KINDS = (Kind.DESCRIPTION, Kind.STATUS, Kind.NAME)


Taken = tuple[Position, Match]
"""A position and where it is taken."""
ONWARD = frozenset("and then but".split())
LATER = frozenset("later finally since eventually subsequently".split())


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of the position the passage takes."""
    if not question.claim.positions:
        return None
    folded, deeds = proposal.entry.folded, question.claim.kind is not Kind.NAME
    taken = [
        (position, match)
        for position in question.claim.positions
        for pattern in position.patterns
        for match in find_pattern(pattern, folded)
        if not (is_negated(match, folded) or (deeds and _is_refused(match, folded.text)))
    ]
    if not taken:
        return Passed("none of the words listed for the claim's positions stands in it undenied")
    term = proposal.term
    fullest = [pair for pair in taken if not any(_overlaps(pair[1], other[1]) for other in taken)]
    position, match = min(fullest, key=lambda pair: (_distance(pair[1], term), -len(pair[1].words), pair[1].first))
    if question.claim.kind is Kind.STATUS:
        position, match = _last_stage((position, match), fullest, folded)
    return _answer(question, position, len(taken), folded.span(match.first, match.last))


def expected_label(question: Question) -> str:
    """The label of the position the claim takes: the expected one, else the one its statement shows, else the first."""
    positions = question.claim.positions
    shown = (p.label for p in positions if any(next(find_pattern(x, question.folded), None) for x in p.patterns))
    return question.claim.expected or next(shown, positions[0].label)


def _answer(question: Question, position: Position, among: int, span: tuple[int, int]) -> Answer:
    """The answer of the position read. among: how many listed wordings stand in the passage."""
    expected = expected_label(question)
    relation = Relation.SAME if position.label == expected else Relation.OTHER
    basis = Basis(expected, position.label, relation, among)
    if relation is Relation.SAME:
        return Answer(Stance.SUPPORTS, position.label, f"says {position.label}", *span, basis=basis)
    reason = f"says {position.label}, the claim says {expected}"
    return Answer(Stance.DIFFERS, position.label, reason, *span, basis=basis)


def _is_refused(match: Match, text: str) -> bool:
    """True when a word outside the match says that it was not done ("refused to attend", "failed to attend")."""
    sentence = sentence_of(text)
    if not may_deny(sentence):
        return False
    frames = frames_of(sentence)
    told = [frames[i] for i in match.words]
    return all((f.denied or f.mode in DENYING) and f.at not in match.words for f in told)


def _last_stage(read: Taken, taken: Sequence[Taken], folded: Folded) -> Taken:
    """Where a thing went on to after the stage that was read ("was proposed in July and made final in October")."""
    after = (pair for pair in taken if pair[1].first > read[1].last and _goes_on(folded, pair[1].first))
    return max(after, key=lambda pair: pair[1].first, default=read)


def _goes_on(folded: Folded, i: int) -> bool:
    """True when "and" or "then" stands before word `i`, with small words of its verb at most between them."""
    before = i - 1
    while before >= 0 and folded.words[before].form in AUXILIARIES | SKIPPED | LATER:
        before -= 1
    return before >= 0 and folded.words[before].form in ONWARD


def _overlaps(match: Match, other: Match) -> bool:
    """True when `match` shares words with the fuller match `other`."""
    return other.first <= match.last and match.first <= other.last and len(match.words) < len(other.words)


def _distance(match: Match, term: Match | None) -> int:
    if term is None:
        return 0
    return max(0, term.first - match.last, match.first - term.last)
