"""How far a word frames what stands behind or before it: scopes end at marks, at "but" and its like, and with the clause."""

import re
from typing import NamedTuple

from compare.text.sentence import Sentence
from compare.text.small_words import DETERMINERS

STOPS = re.compile(r"[;:()–—]|\s-\s")
"""What ends every scope."""
CONTRAST = frozenset(
    "but although though while whereas however except because when after before until unless since".split()
)
RELATIVE = frozenset("which who whose whom where".split())
SUBJECTS = DETERMINERS | frozenset("he she it they we i there".split())


class Scope(NamedTuple):
    """The words `first` to `last`, both included, that the operator at `at` frames."""

    mode: str
    at: int
    first: int
    last: int


def scope_end(sentence: Sentence, first: int, reported: bool = False) -> int:
    """The last word of the clause that word `first` begins; what is reported runs on over commas."""
    for j in range(first + 1, len(sentence.folded.words)):
        gap, form = sentence.between(j), sentence.form(j)
        if STOPS.search(gap) or form in ("but", "although", "whereas", "though"):
            return j - 1
        if not reported and (form in CONTRAST or form in RELATIVE or "," in gap):
            return j - 1
        if not reported and form == "and" and sentence.form(j + 1) in SUBJECTS:
            return j - 1
    return len(sentence.folded.words) - 1


def clause_start(sentence: Sentence, i: int) -> int:
    """The first word of the clause of word `i`."""
    for j in range(i, 0, -1):
        if STOPS.search(sentence.between(j)) or sentence.form(j) in CONTRAST or sentence.form(j - 1) in ("but", "that"):
            return j
    return 0
