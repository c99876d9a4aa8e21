"""Whether a passage says that somebody is what the statement says he is: by "be" and its like, or side by side."""

from compare.lexicon import phrase_of
from compare.relate.held import Held
from compare.text.small_words import BE

MAKES = frozenset(
    phrase_of(word)[0]
    for word in "be become remain stay appoint elect name serve act make choose re-elect install crown".split()
)
"""Verbs that say what somebody is."""
PARTING = frozenset("and with for to from against or than".split())
"""Small words that stand between two things, not between a thing and what it is."""


def is_not_identified(held: Held) -> bool:
    """True when the statement says what somebody is, and the passage joins the two by another verb than "be" and its like."""
    pair = _identity(held)
    if pair is None:
        return False
    between = range(min(pair) + 1, max(pair))
    strange = any(j in held.theirs.verbs and held.theirs.keys[j] not in MAKES for j in between)
    return strange or (not _joins(held, pair) and any(held.theirs.form(j) in PARTING for j in between))


def _joins(held: Held, pair: tuple[int, int]) -> bool:
    """True with a verb between two words that says what somebody is."""
    between = range(min(pair) + 1, max(pair))
    return any(held.theirs.form(j) in BE or held.theirs.keys[j] in MAKES for j in between)


def _identity(held: Held) -> tuple[int, int] | None:
    """Where the passage has the name and the noun that the statement, by "be" alone, makes one; the nearest two; None without."""
    if not held.mine.complement or any(i in held.predicates for i in held.mine.verbs):
        return None
    be = held.mine.copula or 0
    sides = ([i for i in held.asked if i < be], [i for i in held.asked if i > be and i in held.mine.complement])
    named = [i for side in sides for i in side if i in held.mine.named]
    plain = [i for side in sides for i in side if i not in held.mine.named]
    if not named or not plain or (named[0] < be) == (plain[0] < be):
        return None
    pairs = [(a, b) for a in places_of(held, frozenset(named)) for b in places_of(held, frozenset(plain)) if a != b]
    return min(pairs, key=lambda p: (abs(p[0] - p[1]), p), default=None)


def stands_beside(held: Held) -> bool:
    """True when the passage puts the name and what it is side by side ("Dr Lund, director of the mint")."""
    pair = _identity(held)
    if pair is None:
        return False
    return not any(j in held.theirs.verbs or held.theirs.form(j) in PARTING for j in range(min(pair) + 1, max(pair)))


def places_of(held: Held, words: frozenset[int]) -> frozenset[int]:
    """The words of the passage that stand for some words of the statement."""
    return frozenset(j for i in words if i in held.links for j in held.links[i].places)
