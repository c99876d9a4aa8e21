"""What a sentence names only to leave it out ("all but Norvik", "apart from the dairy") or to hold it against others ("ahead of Farr")."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.lexicon import exclusions
from compare.text.sentence import Sentence
from compare.text.small_words import AUXILIARIES, BE, MODALS

OPENING = frozenset("but and while though although whereas".split())


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
    yield from _did_not(sentence)


def _did_not(sentence: Sentence) -> Iterator[Exclusion]:
    """Who alone is said not to do what another does ("Kay attended but Lowe did not")."""
    for i in range(1, len(sentence.forms)):
        ends = i + 1 if sentence.form(i).endswith("n't") else i + 2 if sentence.form(i + 1) == "not" else 0
        helps = sentence.form(i).removesuffix("n't") in AUXILIARIES | MODALS
        over = ends == len(sentence.forms) or (ends and ends < len(sentence.forms) and sentence.between(ends).strip())
        if not (ends and helps and over):
            continue
        opens = next((j for j in range(i - 1, 0, -1) if sentence.form(j) in OPENING or sentence.between(j).strip()), 0)
        if opens and any(j < opens for j in sentence.verbs):
            yield Exclusion(i, frozenset(range(opens + (sentence.form(opens) in OPENING), i)), True)


def _group(sentence: Sentence, first: int) -> Iterator[int]:
    """The words from `first` to the end of the list of nouns there: the next verb or comma, a name behind a comma with it."""
    for j in range(first, len(sentence.keys)):
        if j in sentence.verbs or sentence.form(j) in BE:
            return
        if j > first and sentence.between(j).strip() and not (sentence.between(j) == ", " and j in sentence.named):
            return
        yield j
