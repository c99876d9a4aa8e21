"""The listed words and phrases of a sentence: what says the same as others, what excludes or mirrors others."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from compare.lexicon import Phrase, converses, kinds, opposites, rivals, senses
from compare.text.sentence import Sentence


class Listed(NamedTuple):
    """A word or phrase of the lexicon in a sentence, and the indices of its words."""

    phrase: Phrase
    places: tuple[int, ...]


@lru_cache(maxsize=1)
def _by_first() -> Mapping[str, tuple[tuple[Phrase, frozenset[str]], ...]]:
    """The listed words and phrases by their first key, each with its keys in no order: most miss one of them."""
    found: dict[str, set[Phrase]] = {}
    specific = (phrase for some in kinds().values() for phrase in some)
    for phrase in (*senses(), *opposites(), *converses(), *rivals(), *kinds(), *specific):
        found.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple((phrase, frozenset(phrase)) for phrase in sorted(some)) for first, some in found.items()}


@lru_cache(maxsize=20_000)
def listed_in(sentence: Sentence) -> tuple[Listed, ...]:
    """Every listed word and phrase of a sentence; the words of names are none."""
    return tuple(_listed_in(sentence))


def _listed_in(sentence: Sentence) -> Iterator[Listed]:
    held, known = sentence.at.keys(), _by_first()
    for key in held:
        for phrase, keys in known.get(key, ()):
            if not keys <= held:
                continue
            for places in sentence.places(phrase):
                if not sentence.named.intersection(places):
                    yield Listed(phrase, places)


@lru_cache(maxsize=20_000)
def places_by_group(sentence: Sentence) -> Mapping[int, tuple[tuple[int, ...], ...]]:
    """Where each group of words of one sense stands."""
    found: dict[int, list[tuple[int, ...]]] = {}
    for listed in listed_in(sentence):
        for group in senses().get(listed.phrase, ()):
            found.setdefault(group, []).append(listed.places)
    return {group: tuple(places) for group, places in found.items()}


@lru_cache(maxsize=20_000)
def places_by_phrase(sentence: Sentence) -> Mapping[Phrase, tuple[tuple[int, ...], ...]]:
    """Where each listed word or phrase stands."""
    found: dict[Phrase, list[tuple[int, ...]]] = {}
    for listed in listed_in(sentence):
        found.setdefault(listed.phrase, []).append(listed.places)
    return {phrase: tuple(places) for phrase, places in found.items()}
