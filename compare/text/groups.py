"""The words a noun stands with: the preposition before it, the noun it belongs to, the words of its group."""

from collections.abc import Iterator

from compare.lexicon import transparent
from compare.text.arguments import PREPOSITIONS
from compare.text.sentence import Sentence
from compare.text.small_words import DETERMINERS

LINKS = PREPOSITIONS | frozenset(
    "of by as about into behind between among via through towards toward near beside outside opposite beyond".split()
)
REACH = 6
"""How many words before a noun its preposition may stand."""


def preposition_of(sentence: Sentence, j: int) -> int | None:
    """The preposition that opens the group of words of noun `j` ("for the new bridge"); None where none does."""
    for k in range(j - 1, max(-1, j - 1 - REACH), -1):
        if sentence.form(k) in LINKS:
            return k if "," not in sentence.between(k + 1) else None
        if "," in sentence.between(k + 1) or not _is_inside(sentence, k) or _opens(sentence, k):
            return None
    return None


def _opens(sentence: Sentence, k: int) -> bool:
    """True for an article that no preposition stands before ("after days of talks the union"): a new group begins with it."""
    return sentence.form(k) in DETERMINERS and sentence.form(k - 1) not in LINKS | DETERMINERS


def _is_inside(sentence: Sentence, k: int) -> bool:
    """True for a word that may stand between a preposition and its noun."""
    if k in sentence.named or sentence.form(k) in DETERMINERS or sentence.form(k) == "s":
        return True
    return k in sentence.content and k not in sentence.verbs


def belongs_to(sentence: Sentence, j: int, links: frozenset[str] = frozenset(("of",))) -> int | None:
    """The noun that noun `j` belongs to ("the roof of the hall", "the hall's roof"); None where it stands for itself.

    links: the prepositions asked for. What says only how much or what kind it is ("a number of", "the town of") is none.
    """
    behind = _possessed(sentence, j)
    if behind is not None:
        return behind
    at = preposition_of(sentence, j)
    if at is None or at < 1:
        return None
    first = at - 1 if (sentence.form(at - 1), sentence.form(at)) == ("next", "to") else at
    if not any(sentence.form(k) in links for k in (first, at)):
        return None
    head = first - 1
    if head not in sentence.content or head in sentence.verbs or "," in sentence.between(at):
        return None
    return None if sentence.keys[head] in transparent() else head


def _possessed(sentence: Sentence, j: int) -> int | None:
    """The last word of what "'s" gives to noun `j`, or to the name it is a part of."""
    end = next((run[-1] for run in sentence.runs if j in run), j)
    if sentence.form(end + 1) != "s" or end + 1 in sentence.content:
        return None
    inside = list(_following(sentence, end + 2))
    return inside[-1] if inside and not _is_to_act(sentence, inside[-1]) else None


def _is_to_act(sentence: Sentence, i: int) -> bool:
    """True for a noun with what its owner does behind it ("the minister's decision to close")."""
    return sentence.form(i + 1) == "to" and i + 2 in sentence.verbs


def _following(sentence: Sentence, first: int) -> Iterator[int]:
    """The words of a group from word `first` on, as far as the next small word, verb or comma."""
    for k in range(first, min(first + REACH, len(sentence.keys))):
        if k not in sentence.content or k in sentence.verbs or (k > first and "," in sentence.between(k)):
            return
        yield k
