"""A name of a passage that stands in place of one a sentence asserts, told by its kind alone.

A passage that says most of what a sentence says, names one of its kind the sentence does not name, and neither it nor its
neighbours name the sentence's own, has the other in its place. Of several the one counts that stands nearest to the words both
share, when no other stands as near.
"""

import re
from collections.abc import Iterator, Sequence

from compare.facts.stated import root
from compare.fold import Folded, stem_of
from compare.search.index import Index
from compare.stating.anchors import OPENING, Anchors
from compare.stating.assertions import beside_of, runs_of
from compare.stating.class_in_corpus import class_of
from compare.stating.classes import LOCATIVE, NameClass, bare, is_settlement, key_words, titles_of
from compare.stating.nearness import pull
from compare.text.countries import capitals, peoples

HE = frozenset("he she his her".split())
"""Words that near the beginning of a passage stand for a person named before."""
BOUND = re.compile(r"[-–]\w|[’']s\b|[’'](?=\s)")
PLACED = frozenset(map(stem_of, LOCATIVE))
LEAD = 0.8
"""The share of the strongest pull from which another name of the kind may be meant as well."""


def names_in_place(
    sentence: Folded, run: Sequence[int], passage: Folded, near: frozenset[str], anchors: Anchors, index: Index
) -> Iterator[tuple[int, int]]:
    """The one name of a passage that stands in place of `run`: of its kind, and unheard of in the sentence.

    near: the roots of the passage and of its neighbours, among which the name itself may not be.
    """
    kind = class_of(sentence, run, index)
    own = key_words(sentence, run, kind) if kind else ()
    if kind is None or not own or _is_near(sentence, own, kind, near):
        return
    if kind is NameClass.PERSON and any(word.form in HE for word in passage.words[:OPENING]):
        return
    others = [o for o in _others(sentence, kind, passage, index) if _may_stand_for(sentence, run, passage, o, kind)]
    titles = titles_of(sentence, run)
    others = [other for other in others if titles & titles_of(passage, other)] or others
    spans = [passage.span(bare(passage, other)[0], other[-1]) for other in others]
    pulls = [pull(span, anchors, passage) for span in spans]
    keys = [_key(passage, other, kind) for other in others]
    best = max(range(len(others)), key=lambda i: pulls[i], default=None)
    if best is not None and all(keys[i] == keys[best] or pulls[i] < LEAD * pulls[best] for i in range(len(others))):
        yield spans[best]


def _may_stand_for(
    sentence: Folded, run: Sequence[int], passage: Folded, other: Sequence[int], kind: NameClass
) -> bool:
    """True for a name of the same kind that is no part of a compound or genitive the asserted one is not.

    Of countries, many of which are named at once, the same word must stand before or behind both; a town stands behind "in" itself:
    "in the South Caucasus" names no town.
    """
    if _is_bound(passage, other) and not _is_bound(sentence, run):
        return False
    mine, theirs = beside_of(sentence, run[0], run[-1]), beside_of(passage, other[0], other[-1])
    if kind is NameClass.PLACE:
        return mine[0] in PLACED and (theirs[0] in PLACED or is_settlement(passage, other))
    return kind is not NameClass.COUNTRY or any(a and a == b for a, b in zip(mine, theirs, strict=True))


def _is_bound(folded: Folded, run: Sequence[int]) -> bool:
    """True when a hyphen or the ending of a genitive stands right behind a name."""
    return bool(BOUND.match(folded.text, folded.words[run[-1]].end))


def _is_near(sentence: Folded, own: Sequence[int], kind: NameClass, near: frozenset[str]) -> bool:
    """True when a name stands near already: all words of an organisation's, any of another's."""
    held = [root(sentence.words[i].stem) in near for i in own]
    return all(held) if kind is NameClass.ORGANISATION else any(held)


def _others(sentence: Folded, kind: NameClass, passage: Folded, index: Index) -> Iterator[tuple[int, ...]]:
    """The names of a kind in a passage of which the sentence holds no telling word."""
    known = {root(word.stem) for word in sentence.words} | {_country(word.stem) for word in sentence.words}
    for run in runs_of(passage):
        key = key_words(passage, run, kind)
        told = key and class_of(passage, run, index) is kind
        if told and not any({root(passage.words[i].stem), _country(passage.words[i].stem)} & known for i in key):
            yield run


def _key(passage: Folded, run: Sequence[int], kind: NameClass) -> tuple[str, ...]:
    return tuple(_country(passage.words[i].stem) for i in key_words(passage, run, kind))


def _country(stem: str) -> str:
    """The root of a country for its people and its capital, of another word its own."""
    return root(peoples().get(stem, capitals().get(stem, stem)))
