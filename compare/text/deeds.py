"""Deeds: the verbs of `compare.text.status_verbs` in a sentence, each with the words it governs.

No parser: a verb governs what follows it in its clause ("extended the waiver"), a noun what follows it or stands right before it
("the extension of the waiver", "the waiver extension"). A passive governs what stands before it ("the waiver has been extended"),
and so does a verb that nothing follows ("the debt grew").
"""

from collections.abc import Iterator
from typing import NamedTuple

from compare.fold import STOP, Folded
from compare.text.status_verbs import groups_by_stem

REACH = 9
"""How many words away what is governed may stand."""
SUBJECT = 5
"""How many words before a verb that governs what stands before it."""
BEFORE = 2
"""How many words before a noun or a participle belong to it ("the waiver extension")."""
PASSIVE = frozenset("is are was were be been being get gets got".split())
NOUNS = tuple("ion ions ment ments al ure ing ery th sale sales halt ban bans pause freeze".split())
"""Endings of nouns that name a deed."""
PARTICIPLE = ("ed", "en", "un", "wn", "ld", "lt", "ught")
ALONE = frozenset("grew rose fell shrank rises falls shrinks".split())
PREPOSITIONS = frozenset(
    "in on at under by during since after before from to with between for within throughout".split()
)
ENDS = frozenset("which who that while although but because whose where when if unless".split())
"""Words with which another clause begins."""


class Deed(NamedTuple):
    """A verb or its noun: the index of the word, its group, and the indices of the content words it governs."""

    at: int
    group: str
    governed: tuple[int, ...]


def find_deeds(folded: Folded) -> Iterator[Deed]:
    """Every deed of a sentence that governs something, in order."""
    groups = groups_by_stem()
    for i, word in enumerate(folded.words):
        group = groups.get(word.stem)
        if group and not _is_name(folded, i):
            governed = tuple(j for j in _reach(folded, i) if folded.words[j].form not in STOP)
            if governed:
                yield Deed(i, group, governed)


def _reach(folded: Folded, i: int) -> tuple[int, ...]:
    """The indices of the words a deed at `i` may govern."""
    if is_done_by(folded, i):
        return (i - 1, *_run(folded, i - 1, -1, SUBJECT - 1))
    if is_passive(folded, i):
        return tuple(_run(folded, i, -1, SUBJECT + 1))
    before, behind = tuple(_run(folded, i, -1, SUBJECT)), tuple(_run(folded, i, 1, REACH))
    if _is_intransitive(folded, i) or all(folded.words[j].form in STOP for j in behind):
        return before
    return (*before[:BEFORE], *behind) if folded.words[i].form.endswith(NOUNS) else behind


def _is_intransitive(folded: Folded, i: int) -> bool:
    """True for a past form with a preposition behind it ("the debt increased under the mayor") and for "grew" and its like."""
    form, follows = folded.words[i].form, folded.words[i + 1].form if i + 1 < len(folded.words) else ""
    return form in ALONE or (form.endswith("ed") and follows in PREPOSITIONS)


def is_done_by(folded: Folded, i: int) -> bool:
    """True for a participle right behind its noun, with "by" after it ("a paper, signed also by the mayor")."""
    follows = [word.form for word in folded.words[i + 1 : i + 3]]
    return i > 0 and "by" in follows and folded.words[i].form.endswith(PARTICIPLE) and not is_passive(folded, i)


def is_passive(folded: Folded, i: int) -> bool:
    """True for a participle with a form of "be" before it ("was never extended")."""
    word = folded.words[i].form
    near = {other.form for other in folded.words[max(0, i - 3) : i]}
    return bool(near & PASSIVE) and word.endswith(PARTICIPLE)


def _run(folded: Folded, i: int, step: int, reach: int) -> Iterator[int]:
    """The words from `i` on in one direction, as far as the clause goes."""
    clauses = folded.clauses
    for away in range(1, reach + 1):
        j = i + step * away
        if not 0 <= j < len(folded.words) or clauses[j] != clauses[i] or folded.words[j].form in ENDS:
            return
        yield j


def _is_name(folded: Folded, i: int) -> bool:
    """True for a capitalised word within a sentence ("the Restoration Act")."""
    return i > 0 and folded.text[folded.words[i].start].isupper() and not folded.text.isupper()
