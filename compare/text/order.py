"""What a sentence says came first: "A before B" and "After A, B" say the same of the order of A and B."""

from functools import lru_cache
from typing import NamedTuple

from compare.text.sentence import Sentence

BEFORE, AFTER = frozenset(("before",)), frozenset(("after",))
STRETCHES = frozenset(f"{unit}{s}" for unit in "minute hour day week month year decade".split() for s in ("", "s"))


class Order(NamedTuple):
    """The word that tells the order, and the content words of what came first and of what came later."""

    at: int
    earlier: frozenset[int]
    later: frozenset[int]


@lru_cache(maxsize=20_000)
def order_of(sentence: Sentence) -> Order | None:
    """The order a sentence tells by its one "before" or "after"; None where it has none or several."""
    found = [i for i, form in enumerate(sentence.forms) if form in BEFORE | AFTER]
    if len(found) != 1:
        return None
    at = found[0]
    content = frozenset(sentence.content) - {at} - _distance(sentence, at)
    ends = next((j for j in range(at + 1, len(sentence.keys)) if "," in sentence.between(j)), len(sentence.keys))
    hung = frozenset(i for i in content if at < i < ends)
    main = content - hung
    if not hung or not main:
        return None
    return Order(at, main, hung) if sentence.form(at) in BEFORE else Order(at, hung, main)


def _distance(sentence: Sentence, at: int) -> frozenset[int]:
    """The words right before "before" or "after" that tell how long ("an hour before", "two years after")."""
    return frozenset((at - 1, at - 2)) if sentence.form(at - 1) in STRETCHES else frozenset()
