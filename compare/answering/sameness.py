"""Whether two answers are the same answer, and whether a passage holds one.

Dates are the same when one lies in the other, numbers when they are equal, names and phrases when the words of one are among those
of the other or they are spelled nearly alike.
"""

from rapidfuzz import fuzz

from claims.values import Amount, When
from compare.answering.model import Candidate, Wanted
from compare.answering.values import same_amount, same_date

ALIKE = 90.0
"""The likeness (0 to 100) of two spellings of one name."""


def is_same(one: Candidate, other: Candidate, wanted: Wanted) -> bool:
    """True when two candidates give one answer."""
    a, b = one.value, other.value
    if isinstance(a, When) and isinstance(b, When):
        return same_date(a, b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return same_amount(a, b)
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _same_words(a, b, wanted)
    return False


def _same_words(a: tuple[str, ...], b: tuple[str, ...], wanted: Wanted) -> bool:
    if wanted is Wanted.PERSON:
        short, long = sorted((a, b), key=len)
        inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
        return inside or fuzz.ratio(" ".join(a), " ".join(b)) >= ALIKE
    if wanted is Wanted.PHRASE:
        return a[-1] == b[-1] or len(set(a) & set(b)) >= min(len(a), len(b), 2)
    return set(a) <= set(b) or set(b) <= set(a) or fuzz.ratio(" ".join(a), " ".join(b)) >= ALIKE
