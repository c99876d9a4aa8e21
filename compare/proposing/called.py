"""What a passage calls the subject of a statement: "the bridge is a success", "they call the bridge a nuisance"."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from compare.fold import stem_of
from compare.relate.held import Held
from compare.text.sentence import Sentence

BESIDE, LONGEST = 4, 3
"""Words between a verb and what stands beside it, and words of that."""


class Taken(NamedTuple):
    """The position of a passage: its label, and a pattern of its own words that shows it."""

    label: str
    pattern: str


def _subject(mine: Sentence) -> list[int]:
    """The words before the statement's "is"."""
    copula = mine.copula if mine.copula is not None else 0
    return [i for i in mine.content if i < copula]


def holds_subject(held: Held) -> bool:
    """True for a passage that holds all words of the statement's subject."""
    return all(places_of(held, i) for i in _subject(held.mine))


def called(held: Held) -> Iterator[Taken]:
    """What a passage says the statement's subject is, or is called, in words that stand for nothing in the statement."""
    theirs = held.theirs
    subject = {j for i in _subject(held.mine) for j in places_of(held, i)}
    told: list[int] = []
    before = [j for j in subject if theirs.copula is not None and j < theirs.copula]
    if theirs.complement and holds_subject(held) and before and (theirs.copula or 0) - max(before) <= BESIDE:
        told = [k for k in theirs.complement if k not in held.linked]
    for verb in (j for j in range(len(theirs.forms)) if theirs.keys[j] in _naming()):
        last = max((j for j in subject if verb < j <= verb + BESIDE), default=None)
        if last is not None and (_naming()[theirs.keys[verb]] or theirs.form(last + 1) == "as"):
            told = [k for k in theirs.content if last < k <= last + BESIDE and k not in held.linked]
    clause = [k for k in told if theirs.folded.clauses[k] == theirs.folded.clauses[told[0]]][:LONGEST]
    if clause:
        words = " ".join(theirs.form(k) for k in clause)
        yield Taken(words, words)


@cache
def _naming() -> Mapping[str, bool]:
    """Verbs that call a thing something, each with whether they do so without "as"."""
    bare, with_as = "call label term dub brand consider".split(), "describe portray present regard see".split()
    return {stem_of(word): True for word in bare} | {stem_of(word): False for word in with_as}


def places_of(held: Held, i: int) -> tuple[int, ...]:
    """Where word `i` of the statement stands in the passage."""
    link = held.links.get(i)
    return link.places if link else ()
