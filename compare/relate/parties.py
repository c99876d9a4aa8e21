"""Whether a passage says of those of whom the statement speaks what the statement says of them."""

from collections.abc import Iterator

from compare.relate.held import Held
from compare.relate.identity import MAKES, PARTING, places_of
from compare.relate.links import Likeness
from compare.text.arguments import Arguments, arguments_of
from compare.text.groups import belongs_to
from compare.text.sentence import Sentence

OF = frozenset("of against about near beside behind outside opposite beyond next".split())
DOERS = ("er", "or", "ist", "ers", "ors", "ists")
"""Endings of nouns for who does it."""


def is_of_other_party(held: Held) -> bool:
    """True when the passage names somebody else as the one who does it, or as the one it is done to."""
    strange = {j for run in held.theirs.runs for j in run if not held.linked.intersection(run)}
    for _, ours, theirs in verb_pairs(held):
        for mine, there in ((ours.doer, theirs.doer), (ours.near, theirs.near)):
            names = [held.links[k].places for k in mine & held.mine.named if k in held.links]
            if names and strange & there and not any(there.intersection(places) for places in names):
                return True
    return False


def verb_pairs(held: Held) -> Iterator[tuple[int, Arguments, Arguments]]:
    """The verbs of the statement that meet one verb of the passage, with who does what on both sides."""
    for i in held.mine.verbs:
        link = held.links.get(i)
        if i not in held.predicates or link is None or link.likeness is Likeness.CONVERSE:
            continue
        there = [j for j in link.places if j in held.theirs.verbs]
        if len(there) == 1:
            yield i, arguments_of(held.mine, i), arguments_of(held.theirs, there[0])


def is_of_other_thing(held: Held) -> bool:
    """True when a noun belongs to one thing in the statement and to another in the passage ("the repair of the pier", "of the lock")."""
    lost = held.missing - held.mine.named - set(held.mine.verbs)
    heads = {belongs_to(held.mine, k) for k in lost} & held.links.keys()
    found = {j: belongs_to(held.theirs, j) for j in held.theirs.content if j not in held.linked}
    return any(head in held.links[h].places for h in heads if h is not None for head in found.values())


def is_of_other_doer(held: Held) -> bool:
    """True when a deed with an object is told of somebody who, in the passage, is not the one who does it."""
    for i, ours, theirs in verb_pairs(held):
        doers = places_of(held, ours.doer & frozenset(held.asked))
        objects = [k for k in ours.near if held.links.get(k) != held.links[i]]
        if not doers or not (objects or held.mine.is_passive(i)):
            continue
        if theirs.doer and not doers & theirs.doer:
            return True
        if not theirs.doer and doers <= theirs.done and not held.mine.is_passive(i):
            return True
    return False


def is_of_other_object(held: Held) -> bool:
    """True when what it is done to in the statement stands before the verb in the passage, which does it to something else."""
    for i, ours, theirs in verb_pairs(held):
        verb = next(j for j in held.links[i].places if j in held.theirs.verbs)
        if held.mine.is_passive(i) or held.theirs.is_passive(verb):
            continue
        head = max(ours.near & frozenset(held.asked), default=None)
        places = held.links[head].places if head is not None and head in held.links else ()
        moved = bool(places) and all(j < verb for j in places)
        if moved and theirs.near - held.linked and theirs.done.isdisjoint(places):
            return True
    return False


def is_of_other_kind(held: Held) -> bool:
    """True when what does it, or what it is done to, is another of the kind in the passage ("the east wing" for "the west wing")."""
    for _, ours, theirs in verb_pairs(held):
        for mine, there in ((ours.doer, theirs.doer), (ours.near, theirs.near)):
            pairs = (
                (held.links[i].places, held.links[i + 1].places)
                for i in mine
                if {i, i + 1} <= held.links.keys() and i + 1 in mine
            )
            if any(kind and not there.intersection(kind) and _is_another(held, heads, there) for kind, heads in pairs):
                return True
    return False


def _is_another(held: Held, heads: tuple[int, ...], there: frozenset[int]) -> bool:
    """True when a noun stands there behind a word that the statement does not hold."""
    free = (j for j in heads if j in there and j not in held.theirs.named)
    return any(j - 1 in there and j - 1 not in held.linked for j in free)


def is_of_part(held: Held) -> bool:
    """True when what the statement speaks of only belongs, in the passage, to what is spoken of ("the opera's second act")."""
    return any(
        all(_is_owned_by_stranger(held, j, links) for j in held.links[i].places)
        for links, words in _spoken_of(held)
        for i in words
        if i in held.links and held.links[i].places and belongs_to(held.mine, i, links) is None
    )


def _spoken_of(held: Held) -> Iterator[tuple[frozenset[str], frozenset[int]]]:
    """Who does it, or is it, and what it is done to, in the statement, with the prepositions that hang such words on another noun."""
    be = held.mine.copula or 0
    free = frozenset(i for i in held.asked if i not in held.mine.verbs)
    yield OF, frozenset(i for i in free if i < be)
    for i in held.mine.verbs:
        ours = arguments_of(held.mine, i)
        yield OF, ours.doer & free
        yield OF if held.mine.is_passive(i) else OF | {"for"}, ours.near & free


def _is_owned_by_stranger(held: Held, j: int, links: frozenset[str]) -> bool:
    owner = belongs_to(held.theirs, j, links)
    return owner is not None and owner not in held.linked and not _is_own_name(held.theirs, owner, j)


def _is_own_name(sentence: Sentence, owner: int, j: int) -> bool:
    """True for "of" within a name ("Bank of Tyr"), where what belongs to it stands first; "Lund's pupil Voss" is another."""
    return owner < j and owner in sentence.named and j in sentence.named


def is_doer_only(held: Held) -> bool:
    """True when a verb meets only the noun for one who does it, and that is not the one the statement speaks of."""
    for i in held.mine.verbs:
        link, ours = held.links.get(i), arguments_of(held.mine, i)
        if i not in held.predicates or link is None or not link.places or link.likeness is Likeness.AROUND:
            continue
        if any(j in held.theirs.verbs or not held.theirs.form(j).endswith(DOERS) for j in link.places):
            continue
        doers = places_of(held, ours.doer & frozenset(held.asked))
        if doers and not any(_is_side_by_side(held, (a, b)) for a in doers for b in link.places):
            return True
    return False


def _is_side_by_side(held: Held, pair: tuple[int, int]) -> bool:
    """True when no verb but "be" and its like, and nothing that parts them, stands between two words of the passage."""
    between = range(min(pair) + 1, max(pair))
    verbs = any(j in held.theirs.verbs and held.theirs.keys[j] not in MAKES for j in between)
    return not verbs and not any(held.theirs.form(j) in PARTING for j in between)
