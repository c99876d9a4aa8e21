"""Two words that stand together in a sentence and in a passage, and that only one of them denies.

"A concrete announcement" is not "no concrete announcements", whatever else the two sentences say in other words: so rare a pair
seldom stands twice in a text by chance.
"""

from collections.abc import Iterator
from itertools import pairwise

from compare.fold import STOP, Folded
from compare.question import Question
from compare.relations import Relation
from compare.search import Index, Proposal
from compare.stating.found import Found
from compare.wordings.names_and_negation import DENIALS
from compare.wordings.stated import root

SPEAKS = 0.35
"""The least share of a sentence's words a passage must hold for a pair in it to count."""
RARE = 4
"""In how many passages of the index the two words stand together at most."""
STRENGTH = 0.5
"""How surely such a pair contradicts; more where the passage holds more of the sentence."""
DENYING = frozenset("no without neither nor absent lacking".split())
NOT = DENYING | {"not", "never", "cannot"}
REACH = 5
"""How many words before "any" may deny it."""
EXCEPTED = frozenset("before until ever previously first only except other than longer".split())


def denied_pairs(question: Question, proposal: Proposal, index: Index) -> Iterator[Found]:
    """Where the passage denies a pair of words the sentence asserts, or the other way round."""
    mine, theirs = question.folded, proposal.entry.folded
    if proposal.share < SPEAKS or _excepts(mine) or _excepts(theirs):
        return
    places = {(root(theirs.words[i].stem), root(theirs.words[j].stem)): (i, j) for i, j in _pairs(theirs)}
    for i, j in _pairs(mine):
        one, other = mine.words[i].stem, mine.words[j].stem
        at = places.get((root(one), root(other)))
        if at and _differ(mine, i, theirs, at[0]) and _is_rare(one, other, index):
            start, end = theirs.span(max(0, at[0] - 1), at[1])
            said = theirs.text[start:end]
            yield Found(proposal, start, end, said, Relation.OTHER, max(STRENGTH, proposal.share))


def _pairs(folded: Folded) -> Iterator[tuple[int, int]]:
    """Neighbouring words of one clause that both carry meaning and begin no name."""
    for i, j in pairwise(range(len(folded.words))):
        one, other = folded.words[i], folded.words[j]
        plain = not (folded.text[one.start].isupper() or folded.text[other.start].isupper())
        if plain and not {one.form, other.form} & STOP and folded.clauses[i] == folded.clauses[j]:
            yield i, j


def _is_denied(folded: Folded, i: int) -> bool:
    """True behind "no", and behind the "any" of a "not ... any"."""
    before = [word.form for word in folded.words[max(0, i - REACH) : i] if word.form]
    if before[-1:] == ["any"]:
        return any(form in NOT or form.endswith("n't") for form in before)
    return bool(before) and before[-1] in DENYING


def _differ(mine: Folded, i: int, theirs: Folded, j: int) -> bool:
    """True when one word is denied and nothing in the clause of the other denies anything."""
    denied = _is_denied(mine, i), _is_denied(theirs, j)
    return (denied == (True, False) and not _denies(theirs, j)) or (denied == (False, True) and not _denies(mine, i))


def _denies(folded: Folded, i: int) -> bool:
    """True when the clause of a word holds a negation anywhere."""
    clause = [word.form for j, word in enumerate(folded.words) if folded.clauses[j] == folded.clauses[i]]
    return any(form in NOT or form in DENIALS or form.endswith("n't") for form in clause)


def _excepts(folded: Folded) -> bool:
    return any(word.form in EXCEPTED for word in folded.words)


def _is_rare(one: str, other: str, index: Index) -> bool:
    both = index.holding_any((one,)).keys() & index.holding_any((other,)).keys()
    return len(both) <= RARE
