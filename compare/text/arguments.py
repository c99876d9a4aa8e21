"""Who does it and to whom: the words before and behind a verb, told apart by voice and by "by"."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from compare.text.attribution import SAYING
from compare.text.scopes import STOPS
from compare.text.sentence import Sentence
from compare.text.small_words import AUXILIARIES, BE, MODALS

ENDS = frozenset("which who whose that while although but because where when if unless".split())
PREPOSITIONS = frozenset(
    "to from in on at under during since after before with for within throughout against over".split()
)
CLOSES = re.compile(r"[,.!?][”\"’]")
"""The end of somebody's words."""
STANDING_FOR = frozenset(("who", "which"))
NUMBERING = frozenset(
    "that some about around roughly nearly almost over under more less fewer than at least most only just".split()
)
"""What may stand between a verb of saying and the number its clause begins with ("said that over 40 drivers had signed")."""
JOINTS = frozenset(("and", "but"))
"""What begins another clause behind a comma ("returned once, in 1851, and died there")."""
BEFORE_GERUND = PREPOSITIONS | {"by", "without", "while", "when", "of"}
"""What stands before a verb in -ing that has its doer from the verb before it ("chasing it after losing")."""
EXPLETIVES = frozenset(("it", "there"))
REACH = 14
"""How many words away an argument stands at most."""


class Arguments(NamedTuple):
    """The content words of who does it (`doer`) and of what it is done to (`done`), as indices; either may be empty.

    near: those of `done` before the first preposition: the object itself.
    """

    doer: frozenset[int]
    done: frozenset[int]
    near: frozenset[int] = frozenset()


def arguments_of(sentence: Sentence, at: int) -> Arguments:
    """The arguments of the verb, or of the noun of one, at word `at`."""
    before, behind = tuple(_own(sentence, _run(sentence, at, -1))), tuple(_run(sentence, at, 1))
    if sentence.form(at).endswith("ing") and sentence.form(at - 1) in BEFORE_GERUND:
        before = ()
    by = next((j for j in behind if sentence.form(j) == "by"), None)
    agent = _content(sentence, _agent(sentence, by)) if by is not None else frozenset()
    inner = _content(sentence, behind) - agent
    near = _content(sentence, _until(sentence, at + 1, behind[-1])) - agent if behind else frozenset()
    if at not in sentence.verbs:
        doer = agent if by is not None else _owner(sentence, at)
        return Arguments(doer, inner, near)
    if sentence.is_passive(at):
        subject = _content(sentence, before)
        return Arguments(agent, subject, subject)
    return Arguments(_content(sentence, before) or _antecedent(sentence, at), inner, near)


def _own(sentence: Sentence, before: Iterator[int]) -> Iterator[int]:
    """The words before a verb as far as an "it" or "there" that stands as its subject ("with Lund absent, it fell to Brandt")."""
    return takewhile(lambda j: sentence.form(j) not in EXPLETIVES, before)


def given_to(sentence: Sentence, at: int) -> frozenset[int]:
    """The words behind the "to" of a passive verb: to whom it is done ("was written by the abbot to the king")."""
    behind = tuple(_run(sentence, at, 1))
    to = next((j for j in behind if sentence.form(j) == "to"), None)
    return _content(sentence, tuple(_until(sentence, to + 1, behind[-1]))) if to is not None else frozenset()


def _antecedent(sentence: Sentence, at: int) -> frozenset[int]:
    """Of a verb behind "who" or "which" what that stands for ("Lund, who built the mill", "it was Lund who built it")."""
    opens = next((j for j in range(at - 1, max(-1, at - 4), -1) if sentence.form(j) in STANDING_FOR), None)
    if not opens:
        return frozenset()
    found = []
    for j in range(opens - 1, max(-1, opens - 1 - REACH), -1):
        parted = j < opens - 1 and "," in sentence.between(j + 1)
        if parted or STOPS.search(sentence.between(j + 1)) or j in sentence.verbs or sentence.form(j) in BE:
            break
        if sentence.form(j) in ENDS | PREPOSITIONS:
            break
        found.append(j)
    return _content(sentence, tuple(found))


def _agent(sentence: Sentence, by: int) -> Iterator[int]:
    """The words behind "by", an apposition with them, as far as the next preposition or verb."""
    for j in range(by + 1, min(by + 1 + REACH, len(sentence.folded.words))):
        if sentence.form(j) in PREPOSITIONS or j in sentence.verbs or STOPS.search(sentence.between(j)):
            return
        yield j


def _run(sentence: Sentence, at: int, step: int) -> Iterator[int]:
    """The words from `at` in one direction, as far as the clause goes."""
    for away in range(1, REACH + 1):
        j = at + step * away
        if not 0 <= j < len(sentence.folded.words):
            return
        gap = sentence.between(j if step > 0 else j + 1)
        if (
            STOPS.search(gap)
            or CLOSES.search(gap)
            or sentence.form(j) in ENDS
            or (step > 0 and "," in gap and j > at + 1)
        ):
            return
        yield j


def _until(sentence: Sentence, first: int, last: int) -> Iterator[int]:
    for j in range(first, last + 1):
        if sentence.form(j) in PREPOSITIONS:
            return
        yield j


def _content(sentence: Sentence, places: Iterator[int] | tuple[int, ...]) -> frozenset[int]:
    meaning = frozenset(sentence.content)
    return frozenset(j for j in places if j in meaning)


def _owner(sentence: Sentence, at: int) -> frozenset[int]:
    """The possessor in front of a noun: "the school's sale"."""
    for j in range(at - 1, max(-1, at - 4), -1):
        if "’s" in sentence.between(j + 1) or "'s" in sentence.between(j + 1):
            return _content(sentence, tuple(k for k in range(max(0, j - 2), j + 1)))
    return frozenset()


def governor_of(sentence: Sentence, first: int, last: int) -> int | None:
    """The verb that words `first` to `last` belong to: the last one before them in their clause, else the first behind; None without.

    What begins the clause of something said belongs to the verb of that clause.
    """
    before = tuple(_run(sentence, first, -1))
    near = next((j for j in before if j in sentence.verbs and not _parted(sentence, j, first)), None)
    if near is None or _is_subject(sentence, first, last):
        behind = _verb_behind(sentence, last)
        return next((j for j in before if j in sentence.verbs), None) if behind is None else behind
    if sentence.form(near) in SAYING and all(sentence.form(j) in NUMBERING for j in range(near + 1, first)):
        behind = _verb_behind(sentence, last)
        return near if behind is None else behind
    return near


def _is_subject(sentence: Sentence, first: int, last: int) -> bool:
    """True for words that begin another part of a sentence and have its verb right behind them ("and eight are let")."""
    begins = sentence.form(first - 1) in JOINTS or "," in sentence.between(first)
    return begins and sentence.form(last + 1) in AUXILIARIES | MODALS


def _verb_behind(sentence: Sentence, last: int) -> int | None:
    """The first verb behind a word, in its clause."""
    for j in range(last + 1, min(last + 1 + REACH, len(sentence.folded.words))):
        if STOPS.search(sentence.between(j)) or _begins_clause(sentence, j):
            return None
        if j in sentence.verbs:
            return j
    return None


def _begins_clause(sentence: Sentence, j: int) -> bool:
    """True for "and" or "but" behind a comma."""
    return sentence.form(j) in JOINTS and "," in sentence.between(j)


def _parted(sentence: Sentence, one: int, other: int) -> bool:
    """True when a comma stands between two words."""
    return any("," in sentence.between(j) for j in range(one + 1, other + 1))
