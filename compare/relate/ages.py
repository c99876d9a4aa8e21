"""Ages: how old somebody is said to be is said of that person, whatever else the sentences tell ("Holt, aged four, who had won it")."""

import re

from compare.relate.governing import words_of
from compare.relate.held import Held
from compare.relate.identity import places_of
from compare.text.sentence import Sentence
from seeds.model import Span

TOLD = re.compile(r"\b(?:aged|age of)(?: (?:about|only|just))? $", re.IGNORECASE)
OLD = re.compile(r"\bolds?\b|\bof age\b", re.IGNORECASE)
BESIDE = 5
"""How many words may stand between a name and an age ("Holt, who was then four years old")."""


def is_age_of_same(held: Held, mine: Span, theirs: Span) -> bool:
    """True for two ages that stand beside one name, in the statement and in the passage."""
    if not (_is_age(held.mine, mine) and _is_age(held.theirs, theirs)):
        return False
    for run in held.mine.runs:
        places = places_of(held, frozenset(run))
        named = places and run[-1] in held.links and held.links[run[-1]].places
        if named and _is_beside(held.theirs, places, theirs) and not _is_nearer(held, run, mine):
            return True
    return False


def is_age_of_another(held: Held, mine: Span, theirs: Span) -> bool:
    """True for two ages of which the passage's stands beside a name that the statement does not hold."""
    if not (_is_age(held.mine, mine) and _is_age(held.theirs, theirs)):
        return False
    own = places_of(held, held.mine.named)
    beside = [run for run in held.theirs.runs if _is_beside(held.theirs, frozenset(run), theirs)]
    return bool(own and beside) and not any(own & set(run) for run in beside)


def _is_age(sentence: Sentence, value: Span) -> bool:
    text = sentence.folded.text
    return bool(OLD.search(text, *value)) or bool(TOLD.search(text[: value[0]]))


def _is_beside(sentence: Sentence, places: frozenset[int], value: Span) -> bool:
    """True when a word stands near a value, with no verb and no other name between."""
    inside = words_of(sentence, value)
    first, last = min(inside, default=0), max(inside, default=0)
    near = [j for j in places if (first - j if j < first else j - last) <= BESIDE + 1]
    between = [range(min(j, last) + 1, max(j, first)) for j in near]
    verbs = {k for k in sentence.verbs if sentence.form(k) != "aged"}
    parting = (verbs | sentence.named) - places
    return any(parting.isdisjoint(gap) for gap in between)


def _is_nearer(held: Held, run: tuple[int, ...], value: Span) -> bool:
    """True when another name of the statement stands nearer to its age."""
    inside = words_of(held.mine, value)
    away = {r: min(abs(i - j) for i in r for j in inside) for r in held.mine.runs if inside}
    return any(away[other] < away[run] for other in away if other != run)
