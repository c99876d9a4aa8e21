"""Birth and death told by brackets behind a name: "(20 February 1894 – 29 December 1986)".

This module alone knows that the first of two such dates says "born" and the second "died".
"""

import re
from collections.abc import Collection

from claims.edtf import parse_edtf
from claims.values import Reading, When
from compare.facts.folded_passage import Entry
from compare.fold import STOP, Folded

BORN, DIED = frozenset({"born", "birth"}), frozenset({"die", "death", "dead", "kill"})
BIRTH = re.compile(r"\bborn(?: on| in)? $")
OPEN = re.compile(r"[(\[]")
BRACKET = re.compile(r"[(\[][^()\[\]]{0,60}$")
DASH = re.compile(r"\s*(?:[-–—−]+|to|until)\s*")


def dates_of_life(entry: Entry, words: Collection[str]) -> tuple[Reading, ...]:
    """The dates of a passage; of a lifetime in brackets the one that is asked for, when it is for birth or death.

    A date behind "born" is that of a birth and of nothing else. words: the stems of what is asked.
    """
    asked = [not stems.isdisjoint(words) for stems in (BORN, DIED)]
    life = lifespan(entry) if asked[0] != asked[1] else None
    if life:
        return (life[asked[1]],)
    if asked[0]:
        return entry.event_dates
    return tuple(r for r in entry.event_dates if not BIRTH.search(entry.passage.text[: r.start]))


def is_of_life(entry: Entry, reading: Reading) -> bool:
    """True for a date of birth or death in brackets: it is that of the name before."""
    return reading in (lifespan(entry) or ())


def lifespan(entry: Entry) -> tuple[Reading, Reading] | None:
    """The dates of birth and death a passage gives in brackets; None when it gives none."""
    text = entry.passage.text
    if not OPEN.search(text):
        return None
    for i, reading in enumerate(entry.dates):
        bracket = BRACKET.search(text[: reading.start])
        if not isinstance(reading.value, When) or not bracket or not _is_name(entry.folded, bracket.start()):
            continue
        start, slash, end = reading.value.edtf.partition("/")
        if slash and ".." not in (start, end) and reading.value.last - reading.value.first > 15 * 366:
            dash = DASH.search(text, reading.start + 4, reading.end)
            middle = dash.start() if dash else reading.end
            first = Reading(reading.start, middle, parse_edtf(start))
            return first, Reading(dash.end() if dash else reading.start, reading.end, parse_edtf(end))
        if i + 1 < len(entry.dates) and DASH.fullmatch(text[reading.end : entry.dates[i + 1].start]):
            return reading, entry.dates[i + 1]
    return None


def _is_name(folded: Folded, end: int) -> bool:
    """True where nothing but a name stands before `end`: whose lifetime is told behind a whole clause is anybody's."""
    words = [word for word in folded.words if word.start < end]
    return all(word.form in STOP or folded.text[word.start].isupper() for word in words)
