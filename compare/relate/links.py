"""Which words of a passage stand for the words of a statement, and how nearly: the same word, one of its root, one of its sense."""

from collections.abc import Iterator, Mapping, Set
from enum import IntEnum
from typing import NamedTuple

from compare.lexicon import converses, kinds, opposites, senses
from compare.text.phrases import listed_in, places_by_group, places_by_phrase
from compare.text.roots import sense_of
from compare.text.scalars import SCORE, places_of_scalars, scalars_of
from compare.text.sentence import Sentence
from compare.text.small_words import GAP

SET_PHRASES = frozenset(
    (("in", "time"), ("on", "time"), ("in", "force"), ("in", "place"), ("in", "office"), ("at", "large"))
)
"""Nouns that say another thing without the small word before them."""
ENDING = 3
"""How many letters an ending of a name has at most ("Cuban", "Bhutanese")."""
NEGATIVE = ("un", "in", "im", "il", "ir", "dis", "non", "mis")


class Likeness(IntEnum):
    """How nearly a word of the passage stands for one of the statement."""

    AROUND = 1
    """it stands in the sentence before, in the heading, or in the title only"""
    CONVERSE = 2
    """it says the same from the other side ("bought", "sold")"""
    SENSE = 3
    ROOT = 4
    SAME = 5


class Link(NamedTuple):
    """The words of a passage that stand for a word of a statement; none when it stands around the passage only."""

    likeness: Likeness
    places: tuple[int, ...]


def links_of(mine: Sentence, theirs: Sentence, around: Set[str], held: Set[str]) -> Mapping[int, Link]:
    """The link of every word of a statement that has one.

    around: the stems around the passage. held: all stems that count as standing in it, its aliases with them.
    """
    found: dict[int, Link] = {}
    roots, near = _by_root(theirs), {sense_of(stem) for stem in around}
    for i, key in enumerate(mine.keys):
        link = _own(_word(key, theirs, roots), i, mine, theirs) or _abroad(mine.folded.words[i].stem, near, held)
        if link:
            found[i] = link
    for i in _behind_small(mine):
        if i in found and not any(theirs.form(j - 1) == mine.form(i - 1) for j in found[i].places):
            del found[i]
    for i in mine.phrasal:
        if i in found and not _keeps(theirs, found[i], mine.form(i + 1)):
            del found[i]
    phrases = tuple(_phrases(mine, theirs))
    for i, link in phrases:
        if i not in found or found[i].likeness < link.likeness:
            found[i] = link
    found |= {i: link for i, link in phrases if _turns(found[i], link)}
    for i in places_of_scalars(mine, SCORE) & found.keys():
        del found[i]
    return found | dict(_scalars(mine, theirs))


def _behind_small(sentence: Sentence) -> Iterator[int]:
    """The nouns that only with the small word before them say what they do ("arrived in time", "the rule in force")."""
    return (i for i, form in enumerate(sentence.forms) if (sentence.form(i - 1), form) in SET_PHRASES)


def _scalars(mine: Sentence, theirs: Sentence) -> Iterator[tuple[int, Link]]:
    """The ranks and scores of the statement that the passage gives, however it writes them ("14th", "fourteenth")."""
    there = scalars_of(theirs)
    for scalar in scalars_of(mine):
        if places := tuple(j for other in there if other[:2] == scalar[:2] for j in other.places):
            yield from ((i, Link(Likeness.SAME, places)) for i in scalar.places)


def _turns(link: Link, other: Link) -> bool:
    """True where the same word stands in a phrase that says it from the other side ("leased from", "leased to")."""
    return (
        other.likeness is Likeness.CONVERSE and len(other.places) > 1 and not set(other.places).isdisjoint(link.places)
    )


def _keeps(theirs: Sentence, link: Link, particle: str) -> bool:
    """True when the small word that makes another verb of a verb stands behind it in the passage too ("went on")."""
    return any(theirs.form(j + k) == particle for j in link.places for k in range(1, 2 + GAP))


def _word(key: str, theirs: Sentence, roots: Mapping[str, tuple[int, ...]]) -> Link | None:
    if key in theirs.at:
        return Link(Likeness.SAME, theirs.at[key])
    root = sense_of(key)
    return Link(Likeness.ROOT, roots[root]) if root in roots else None


def _own(link: Link | None, i: int, mine: Sentence, theirs: Sentence) -> Link | None:
    """The link of a name without the names that only begin like it ("Hall", "Halloran"; but "Oman", "Omani")."""
    if link is None or link.likeness is not Likeness.ROOT or i not in mine.named:
        return link
    places = tuple(j for j in link.places if not _is_longer(mine.form(i), theirs.form(j)) or not theirs.is_capital(j))
    return Link(link.likeness, places) if places else None


def _is_longer(one: str, other: str) -> bool:
    """True for two words of which one begins with the other and goes on longer than an ending does."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) > ENDING


def _abroad(stem: str, near: Set[str], held: Set[str]) -> Link | None:
    if stem in held:
        return Link(Likeness.SAME, ())
    return Link(Likeness.AROUND, ()) if sense_of(stem) in near else None


def _by_root(sentence: Sentence) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for i, key in enumerate(sentence.keys):
        found.setdefault(sense_of(key), []).append(i)
    return {root: tuple(places) for root, places in found.items()}


def _phrases(mine: Sentence, theirs: Sentence) -> Iterator[tuple[int, Link]]:
    """The words of the statement's listed words and phrases whose sense the passage holds, the longest first."""
    groups, phrases = places_by_group(theirs), places_by_phrase(theirs)
    for listed in sorted(listed_in(mine), key=lambda found: -len(found.phrase)):
        places = [p for group in sorted(senses().get(listed.phrase, ())) for p in groups.get(group, ())]
        places += [p for kind in sorted(kinds().get(listed.phrase, ())) for p in phrases.get(kind, ())]
        likeness = Likeness.SENSE
        if not places and any(i in mine.verbs for i in listed.places):
            places = [p for other in sorted(converses().get(listed.phrase, ())) for p in phrases.get(other, ())]
            likeness = Likeness.CONVERSE
        if places:
            link = Link(likeness, tuple(sorted({j for p in places for j in p})))
            yield from ((i, link) for i in listed.places)


def opposed(mine: Sentence, theirs: Sentence) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Words of the statement and words of the passage that exclude each other, said of the same thing."""
    phrases = places_by_phrase(theirs)
    for listed in listed_in(mine):
        for other in sorted(opposites().get(listed.phrase, ())):
            yield from ((listed.places, places) for places in phrases.get(other, ()))
    for i, key in enumerate(mine.keys):
        yield from (((i,), (j,)) for other in negatives_of(key) for j in theirs.at.get(other, ()))


def negatives_of(key: str) -> tuple[str, ...]:
    """The keys that a prefix makes the opposite of a key ("complet", "incomplet"), whether or not there is such a word."""
    if len(key) < 5:
        return ()
    bare = tuple(key[len(p) :] for p in NEGATIVE if key.startswith(p) and len(key) >= len(p) + 5)
    return (*(p + key for p in NEGATIVE), *bare)
