"""What a sentence names only to leave it out ("all but Norvik", "apart from the dairy") or to hold it against others ("ahead of Farr")."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.lexicon import exclusions
from compare.text.sentence import BE, Sentence


class Exclusion(NamedTuple):
    """The words left out. at: the first word that says so. whole: nothing else is said of them than that they are out."""

    at: int
    words: frozenset[int]
    whole: bool


@lru_cache(maxsize=20_000)
def exclusions_of(sentence: Sentence) -> tuple[Exclusion, ...]:
    """Everything a sentence leaves out."""
    return tuple(_exclusions_of(sentence))


def _exclusions_of(sentence: Sentence) -> Iterator[Exclusion]:
    forms = sentence.forms
    for phrase, whole in exclusions().items():
        for first in range(len(forms) - len(phrase)):
            if forms[first : first + len(phrase)] == phrase:
                yield Exclusion(first, frozenset(_group(sentence, first + len(phrase))), whole)


def _group(sentence: Sentence, first: int) -> Iterator[int]:
    """The words from `first` to the end of the list of nouns there: the next verb or comma, a name behind a comma with it."""
    for j in range(first, len(sentence.keys)):
        if j in sentence.verbs or sentence.form(j) in BE:
            return
        if j > first and sentence.between(j).strip() and not (sentence.between(j) == ", " and j in sentence.named):
            return
        yield j
