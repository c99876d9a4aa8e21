"""A question taken apart: what kind of answer it asks for, what about, and beside which words the answer stands.

This module alone reads question words.
"""

import re

from compare.answering.classes import CLASSES
from compare.answering.cues import cues_of
from compare.answering.model import Asked, Wanted
from compare.fold import STOP, Folded, fold
from compare.wordings.names_and_negation import CAPITAL

QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")
KINDS = (
    (
        Wanted.DATE,
        r"\bwhen\b|\b(?:what|which) (?:year|date|month|day|decade|century)\b|\bdate of\b|\b(?:release|birth|founding) date\b",
    ),
    (
        Wanted.AMOUNT,
        r"\bhow (?:many|much|long|old|tall|high|far|large|big|deep|fast|heavy|wide)\b|\bpopulation\b|\bnumber of\b",
    ),
    (
        Wanted.AMOUNT,
        r"\b(?:median|average|mean) \w+|\bwhat (?:is|was) the (?:length|height|area|size|capacity|cost|depth|width|age)\b",
    ),
    (Wanted.PERSON, r"^who(?:se|m)?\b|\b(?:by|to|of|for) whom\b"),
    (
        Wanted.PLACE,
        r"\bwhere\b|\b(?:what|which) (?:city|town|state|country|county|region|place|village|province|district|island)\b",
    ),
    (
        Wanted.PLACE,
        r"\b(?:location|birthplace|headquarters|region|capital|seat|hometown) of\b|\bplace of (?:birth|death)\b",
    ),
)
ASKING = frozenset(
    "what which who whom whose when where how year many much primary main total current estimated associated".split()
)
NAMED = re.compile(
    r"\b(?:what|which) ([a-z]+)\b|\b(?:what|who) (?:is|was|were|are) the (?:[a-z-]+ )??([a-z]+) (?:of|for|in)\b",
    re.IGNORECASE,
)
SAYS = STOP - frozenset(
    "take takes took taken place held hold occur occurred happen happened become became come came named called".split()
)
"""Words a question asks nothing by; its verb may be one that a search leaves out."""
CLASS_WORDS = {word: name for name, words in CLASSES.items() for word in words.asked}


def take_apart(question: str) -> Asked:
    """What a question asks for, and about what."""
    folded = fold(question)
    subject = _subject(folded)
    relation = {
        w.stem for w in folded.words if w.form not in SAYS | ASKING and w.stem not in subject and len(w.form) > 1
    }
    if not subject:
        subject = frozenset(relation)
    wanted, classed = _wanted(question, folded)
    named = NAMED.search(QUOTED.sub("", question))
    focus = fold((named[1] or named[2]) if named else "").stems
    return Asked(folded, wanted, classed, focus[0] if focus else "", subject, cues_of(relation, subject))


def _wanted(question: str, folded: Folded) -> tuple[Wanted, str]:
    """The kind of answer, and of a class its name."""
    plain = QUOTED.sub('""', question)
    lower = plain.lower()
    for wanted, pattern in KINDS[:4]:
        if re.search(pattern, lower):
            return wanted, ""
    capitals = set(re.findall(r"\b[A-Z]\w*", plain)[1:])
    for word in re.findall(r"\w+", plain):
        if word.lower() in CLASS_WORDS and word not in capitals:
            return Wanted.MEMBER, CLASS_WORDS[word.lower()]
    if any(re.search(pattern, lower) for _, pattern in KINDS[4:]):
        return Wanted.PLACE, ""
    if re.search(r"\bknown for\b|\btype of\b|\bkind of\b|\bfunction\b|\bproduct\b|\brefer", lower):
        return Wanted.PHRASE, ""
    return (Wanted.NAME if re.search(r"\b(?:what|which)\b", lower) else Wanted.PHRASE), ""


def _subject(folded: Folded) -> frozenset[str]:
    """The stems of what is asked about: quoted words and names, and numbers written like them."""
    spans = [m.span() for m in QUOTED.finditer(folded.text)]
    inside = {w.stem for w in folded.words if any(a <= w.start < b for a, b in spans) and w.form not in STOP}
    named = {
        word.stem
        for i, word in enumerate(folded.words)
        if word.form not in STOP | ASKING and (word.form[0].isdigit() or (i and CAPITAL.match(folded.text[word.start])))
    }
    return frozenset(inside | named)
