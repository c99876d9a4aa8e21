"""Ordinals of a sentence ("third", "14th", "twenty-first"): which rank each gives. Of two ranks only one can be true in one place.

Not read: shares ("a third of", "two thirds"), "a second" of time.
"""

from collections.abc import Mapping
from functools import lru_cache

from compare.text.sentence import NUMBERS, Sentence

_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()
_UNITS += "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SPELT: Mapping[str, int] = {word: n for n, word in enumerate(_UNITS, 1)} | {
    f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS, 2)
}
TENS: Mapping[str, int] = {word: 10 * n for n, word in enumerate(_TENS, 2)}
SHARES = frozenset("one a quarter half".split()) | NUMBERS
"""What stands before a share that is written like an ordinal ("one third")."""
OF_TIME = frozenset("later ago per every before".split())


@lru_cache(maxsize=20_000)
def ordinals_of(sentence: Sentence) -> Mapping[int, int]:
    """The rank that each ordinal of a sentence gives, by the index of its (last) word."""
    found = ((i, _rank(sentence, i)) for i in range(len(sentence.forms)))
    return {i: rank for i, rank in found if rank}


def _rank(sentence: Sentence, i: int) -> int:
    form, before, after = sentence.form(i), sentence.form(i - 1), sentence.form(i + 1)
    word = sentence.folded.words[i]
    if form.isdigit():
        return int(form) if sentence.folded.text[word.end - 2 : word.end].lower() in ("st", "nd", "rd", "th") else 0
    rank = SPELT.get(form, 0)
    if before in TENS and 0 < rank < 10:
        return TENS[before] + rank
    is_share = rank > 2 and before in SHARES and (before != "a" or after == "of")
    return 0 if is_share or (rank == 2 and {before, after} & OF_TIME) else rank
