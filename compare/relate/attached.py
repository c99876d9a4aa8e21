"""Whether a name or noun hangs on the same verb in the passage, and by the same way, as in the statement."""

from compare.relate.held import Held
from compare.text.arguments import governor_of
from compare.text.groups import preposition_of

STAYING = frozenset(("in", "at"))
LEFT = "left"
WAYS = {"from": 1, LEFT: 1, "to": 2, "for": 2, "into": 2, "towards": 2, "toward": 2, "via": 3, "through": 3}
"""Prepositions that tell where something begins, ends or passes."""


def is_other_way(held: Held) -> bool:
    """True when the statement has "from" before a word and the passage "to" or "by way of", or the other way round; "in" is not "from"."""
    for i in held.asked:
        at = preposition_of(held.mine, i)
        places = held.links[i].places if i in held.links else ()
        if at is not None and places and held.mine.form(at) in STAYING and all(_way(held, j) == "from" for j in places):
            return True
        if at is None or held.mine.form(at) not in WAYS or i in held.mine.verbs or not places:
            continue
        verb = governor_of(held.mine, i, i)
        if not (_is_exchanged(held, at) if verb is None else verb in held.links and held.links[verb].places):
            continue
        ways = {WAYS.get(_way(held, j), 0) for j in places}
        if 0 not in ways and WAYS[held.mine.form(at)] not in ways:
            return True
    return False


def _is_exchanged(held: Held, at: int) -> bool:
    """True when another word of the statement has in the passage the way that the preposition `at` gives to one ("to A via B")."""
    way = WAYS[held.mine.form(at)]
    others = (k for k in held.asked if k in held.links and preposition_of(held.mine, k) not in (at, None))
    return any(WAYS.get(_way(held, j), 0) == way for k in others for j in held.links[k].places)


def _way(held: Held, j: int) -> str:
    """The preposition before a word; "via" for "by way of", "" for the object itself of a verb that the statement has, too."""
    sentence = held.theirs
    at = preposition_of(sentence, j)
    if at is None:
        return LEFT if j - 1 in sentence.verbs and j - 1 in held.linked else ""
    if sentence.form(at) == "of" and sentence.form(at - 1) in ("way", "out"):
        return "via" if sentence.form(at - 1) == "way" else "from"
    return sentence.form(at)


def is_with_other_verb(held: Held) -> bool:
    """True when a name behind a verb of the statement stands behind another verb in the passage ("born in Tyr and died in Lorme")."""
    verbs = set(held.theirs.verbs)
    for i in held.mine.verbs:
        link = held.links.get(i)
        if link is None or not verbs.intersection(link.places):
            continue
        for run in held.runs:
            places = held.links[run[-1]].places if run[-1] in held.links else ()
            behind = run[0] > i and governor_of(held.mine, run[0], run[-1]) == i
            if behind and places and all(_joined_verb(held, min(link.places), j) for j in places):
                return True
    return False


def _joined_verb(held: Held, verb: int, j: int) -> bool:
    """True when a verb that the statement does not hold, and "and" before it, stand between a verb of the passage and word `j`."""
    governor = governor_of(held.theirs, j, j)
    if governor is None or governor in held.linked or not verb < governor < j:
        return False
    return any(held.theirs.form(k) in ("and", "but") for k in range(verb + 1, governor))
