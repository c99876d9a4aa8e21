"""The names in a passage: runs of capitalised words that are not the question's own.

This module alone knows which words a name is made of, and what stands before a name without being part of it.
"""

import re
from collections.abc import Iterator

from compare.answering.model import Asked
from compare.dating.words import MONTHS, WEEKDAYS
from compare.fold import STOP, Folded
from compare.stating.names import TITLES
from compare.wordings.countries import peoples
from compare.wordings.names_and_negation import CAPITAL

JOIN = frozenset("of de da di du del der den van von la le the bin al ibn y".split())
"""Small words inside a name."""
GAPS = frozenset((" ", "-", "–", ". ", "’", "'"))
"""What may stand between two words of one name."""
COMMA = re.compile(r"\s?, ")
TOWN = re.compile(r"\s?, [A-Z]")


def runs(folded: Folded, asked: Asked, joined: bool) -> Iterator[tuple[int, int]]:
    """The first and last word of every name; joined: of a place with what follows behind commas ("Salem, Oregon")."""
    run: list[int] = []
    for i in range(len(folded.words)):
        named = _is_name(folded, i, asked) or (joined and _opens_place(folded, i))
        if run and not _goes_on(folded, i, run, named, joined, asked):
            yield from _trimmed(folded, run)
            run = []
        if named or run:
            run.append(i)
    yield from _trimmed(folded, run)


def _goes_on(folded: Folded, i: int, run: list[int], named: bool, joined: bool, asked: Asked) -> bool:
    """True when word `i` belongs to the name before it."""
    gap = folded.text[folded.words[i - 1].end : folded.words[i].start]
    if named:
        return gap in GAPS or (joined and bool(COMMA.fullmatch(gap)))
    follows = i + 1 < len(folded.words) and _is_name(folded, i + 1, asked)
    return folded.words[i].form in JOIN and gap == " " and follows


def _trimmed(folded: Folded, run: list[int]) -> Iterator[tuple[int, int]]:
    """The run without what only goes before a name: a people ("American band X"), a title, a small word."""
    while run and (
        folded.words[run[0]].form in TITLES | JOIN or (len(run) > 1 and folded.words[run[0]].stem in peoples())
    ):
        run = run[1:]
    while run and folded.words[run[-1]].form in JOIN:
        run = run[:-1]
    if len(run) > 1 or (run and len(folded.words[run[0]].form) > 1):
        yield run[0], run[-1]


def _opens_place(folded: Folded, i: int) -> bool:
    """True for the town of a place, which may be a word of the question: "Verona, Wisconsin"."""
    word = folded.words[i]
    return bool(CAPITAL.match(folded.text[word.start]) and TOWN.match(folded.text[word.end : word.end + 4]))


def _is_name(folded: Folded, i: int, asked: Asked) -> bool:
    word = folded.words[i]
    if not CAPITAL.match(folded.text[word.start]) or word.form in (*MONTHS, *WEEKDAYS):
        return False
    return word.form not in STOP and word.stem not in asked.stems
