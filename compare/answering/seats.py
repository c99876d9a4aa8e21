"""Where a name stands that is an answer: behind "by" or "in", in the brackets of a title, right behind what the one meant is.

This module alone knows these places, and those of the wrong one: who produced what another one sang, a company for a person.
"""

import re
from functools import cache

from compare.answering.classes import members_of
from compare.answering.model import Asked, Tokens, Wanted
from compare.fold import Folded, stem_of
from compare.wordings.countries import peoples

PEOPLE = r"[A-Z][a-z]+(?:an|ish|ese|ch)"
BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,8}$")
FIRST = re.compile(rf"\bby\s+(?:[a-z’'-]+\s+|{PEOPLE}\s+)*(?:[A-Z]\w*\s+)?$")
"""The first name behind "by", nationalities and what the maker is aside."""
BY_CLOSE = re.compile(r"\bby(?: the)?\s+$")
IN = re.compile(r"\b(?:in|at|near|from|to|of)(?: the(?: \w+ of)?)?\s+$")
IS_IN = re.compile(r"\b(?:is|was)\s+(?:an?|one|the)\b[^.;]*\b(?:in|at|near|from)(?: the(?: \w+ of)?)?\s+$")
BRACKET = re.compile(r"\(\s*(?:The )?$")
WORK = re.compile(r"\s*(?:album|song|single|EP|film|novel|play|book|painting)\s*\)")
OWNS = re.compile(r"^\s?[’']s\b")
MAKER = re.compile(r"\b(\w+(?:ed|en))\s+by\s+(?:\S+\s+){0,9}$")
BONUS = {
    Wanted.PERSON: ((BY_CLOSE, 0.35), (FIRST, 0.35), (BRACKET, 0.2), (BY, 0.1)),
    Wanted.PLACE: ((IS_IN, 0.5), (BRACKET, 0.35), (IN, 0.3)),
}
TITLED, CALLED, OWNING, FOCUSED = 0.5, 0.35, 0.15, 0.5
"""What is added for "(X album)", for "singer X", for "X's", and for "X line" when a line is asked for."""
OTHERWISE = 0.5
"""What a name counts by another maker, before a role ("New Orleans band Y"), or of an institution when a place is asked for."""
COMPANY, SINGLE = 0.3, 0.8
"""What a name counts for a person when it ends like a company's, and when it is one word."""
REACH = 90
"""How many characters before a name are looked at."""
ENSEMBLES = frozenset("band group duo trio quartet".split())
INSTITUTIONS = frozenset(
    "company corporation label records studio studios theatre theater university college school institute academy museum library office "
    "department ministry association society club orchestra festival award awards magazine journal newspaper news times press "
    "publishing publishers productions television radio street city county state island building house".split()
)
"""Words in names that neither a person or band nor a town bears."""


@cache
def roles() -> frozenset[str]:
    """What a person or a band is called before its name, in one word."""
    return ENSEMBLES | {words[0] for words in members_of("profession") if len(words) == 1}


def bonus(asked: Asked, folded: Folded, first: int, last: int) -> float:
    """What the words right around a name add to its strength, 0 to 0.5."""
    start, end = folded.span(first, last)
    before, behind = folded.text[max(0, start - REACH) : start], folded.text[end : end + 12]
    if asked.wanted is Wanted.NAME:
        return FOCUSED if asked.focus in folded.stems[first : last + 2] else 0.0
    most = max((value for pattern, value in BONUS[asked.wanted] if pattern.search(before)), default=0.0)
    if asked.wanted is not Wanted.PERSON:
        return most
    if BRACKET.search(before) and WORK.match(behind):
        return TITLED
    if first and folded.words[first - 1].form in roles() and before.endswith(" "):
        return max(most, CALLED)
    return max(most, OWNING) if OWNS.match(behind) else most


def fit(asked: Asked, folded: Folded, first: int, last: int, value: Tokens) -> float:
    """What a name counts for what it looks like and stands before, 0 to 1."""
    if asked.wanted is Wanted.PLACE:
        return OTHERWISE if {w.form for w in folded.words[first : last + 1]} & INSTITUTIONS else 1.0
    if asked.wanted is not Wanted.PERSON:
        return 1.0
    if value[-1] in INSTITUTIONS or stem_of(value[-1]) in peoples():
        return COMPANY
    meant = OTHERWISE if _by_another(asked, folded, first) or _describes(folded, last) else 1.0
    return meant * (SINGLE if len(value) == 1 else 1.0)


def _by_another(asked: Asked, folded: Folded, first: int) -> bool:
    """True behind "produced by" when nobody asks who produced it."""
    start = folded.words[first].start
    maker = MAKER.search(folded.text[max(0, start - REACH) : start])
    return maker is not None and stem_of(maker[1].lower()) not in asked.cues


def _describes(folded: Folded, last: int) -> bool:
    """True for a name that only says from where the one is who is named behind it ("New Orleans band Y")."""
    near = folded.words[last + 1 : last + 3]
    return any(w.form in roles() for w in near) and not folded.text[folded.words[last].end :].startswith(",")
