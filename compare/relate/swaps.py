"""Whether two things have changed places between a statement and a passage: the sides of a verb, an order, two names' attributes."""

from collections.abc import Iterator

from compare.relate.held import Held
from compare.relate.links import Likeness
from compare.relate.relation import Related, Relation
from compare.text.arguments import Arguments, arguments_of, given_to
from compare.text.groups import belongs_to
from compare.text.order import order_of
from compare.weights import WEIGHTS


def swapped(held: Held) -> Iterator[Related]:
    """Two sides of a verb of the statement that have changed places; not where its other word of order turns it round too."""
    if ordered_alike(held):
        return
    for i in held.predicates:
        link = held.links.get(i)
        if link is None or not link.places or held.gap() > WEIGHTS.other_gap:
            continue
        at = next((j for j in link.places if j in held.theirs.verbs), link.places[0])
        ours, theirs = arguments_of(held.mine, i), arguments_of(held.theirs, at)
        crossed = link.likeness is Likeness.CONVERSE
        doer, done = (theirs.done, theirs.doer) if crossed else (theirs.doer, theirs.done)
        if at in held.theirs.verbs and held.theirs.is_passive(at) and not crossed:
            if i in held.mine.verbs and held.mine.is_passive(i) and not ours.doer:
                ours = Arguments(ours.done, given_to(held.mine, i))
                doer, done = done, given_to(held.theirs, at)
            done |= given_to(held.theirs, at)
        apart = frozenset(k for k in held.links if held.links[k] == link) | held.statement.valued
        apart |= _shared_heads(held, ours.doer, done - doer)
        owners = frozenset(k for k in ours.doer if held.mine.form(k + 1) == "s")
        does, bears = ours.doer - apart - owners, ours.done - apart
        if _stand(held, does, done - doer) and _stand(held, bears, doer - done, every=False):
            yield Related(Relation.SWAPPED, "has the two sides of it the other way round", (link.places[0],))


def _shared_heads(held: Held, mine: frozenset[int], places: frozenset[int]) -> frozenset[int]:
    """The words of the statement that own one which stands among these of the passage: "sales" of "sales of tea"."""
    moved = (i for i in mine if i in held.links and held.links[i].places and places.issuperset(held.links[i].places))
    return frozenset(head for i in moved if (head := belongs_to(held.mine, i)) is not None)


def _stand(held: Held, mine: frozenset[int], places: frozenset[int], every: bool = True) -> bool:
    """True when words of the statement (every one that the passage holds, or one) stand among these words of it."""
    found = [set(held.links[i].places) for i in mine if i in held.links and held.links[i].places]
    return bool(found) and (all if every else any)(p & places for p in found)


def reordered(held: Held) -> Iterator[Related]:
    """What the statement says came first, and the passage says came later."""
    mine, theirs = order_of(held.mine), order_of(held.theirs)
    if mine is None or theirs is None or held.gap((mine.at,)) > WEIGHTS.other_gap:
        return
    verbs = set(held.mine.verbs)
    told = verbs if mine.earlier & verbs and mine.later & verbs else set()
    if _fall(held, mine.earlier, theirs.later, told) and _fall(held, mine.later, theirs.earlier, told):
        yield Related(Relation.SWAPPED, "has the order the other way round", (theirs.at,))


def is_out_of_order(held: Held) -> bool:
    """True when the statement tells an order by "before" or "after" that the passage does not tell of the same."""
    mine, theirs = order_of(held.mine), order_of(held.theirs)
    if mine is None:
        return False
    verbs = set(held.mine.verbs)
    told = verbs if mine.earlier & verbs and mine.later & verbs else set()
    if theirs is None:
        return True
    return not (_fall(held, mine.earlier, theirs.earlier, told) and _fall(held, mine.later, theirs.later, told))


def related_otherwise(held: Held) -> Iterator[Related]:
    """What the statement says somebody is of another, told by the passage of the other ("B, a unit of A", "A is a unit of B")."""
    be = held.mine.copula
    if be is None or held.gap() > WEIGHTS.other_gap or any(i in held.predicates for i in held.mine.verbs):
        return
    for i in held.mine.complement:
        nouns = held.links[i].places if i in held.links and i not in held.mine.named else ()
        names = [k for k in held.mine.named if k < be and k in held.links]
        for j in nouns:
            if names and all(any(belongs_to(held.theirs, p) == j for p in held.links[k].places) for k in names):
                yield Related(Relation.SWAPPED, "has the two sides of it the other way round", (j,))


def ordered_alike(held: Held) -> tuple[int, ...]:
    """The word of the statement that tells an order the passage tells by the other word ("before", "after"); none without."""
    mine, theirs = order_of(held.mine), order_of(held.theirs)
    if mine is None or theirs is None:
        return ()
    verbs = set(held.mine.verbs)
    told = verbs if mine.earlier & verbs or not mine.later & verbs else set()
    sides = ((mine.earlier, theirs.earlier), (mine.later, theirs.later))
    if all(_fall(held, ours, others, told) for ours, others in sides):
        return (mine.at,)
    names = [ours & held.mine.named for ours, _ in sides]
    if all(names) and all(_fall(held, own, others, set()) for own, (_, others) in zip(names, sides, strict=True)):
        return (mine.at,)
    return ()


def _fall(held: Held, ours: frozenset[int], theirs: frozenset[int], verbs: set[int]) -> bool:
    """True when the verbs among some words of the statement, or without one all other words, stand among some words of the passage.

    verbs: those asked for; none where one verb is said of both ("was built before the hall").
    """
    told = ours & verbs or ours - set(held.mine.verbs)
    found = [held.links[i].places for i in told if i in held.links and held.links[i].places]
    return bool(found) and all(theirs.intersection(places) for places in found)


def crossed(held: Held) -> Iterator[Related]:
    """Two names of the statement, each nearest to the other's attribute in the passage: "A was chairman and B secretary"."""
    heads = [run[-1] for run in held.runs if run[-1] in held.links and held.links[run[-1]].places]
    if len(heads) < 2 or held.gap() > WEIGHTS.other_gap:
        return
    plain = (i for i in held.asked if i not in held.mine.named and i not in held.mine.verbs)
    marks = [i for i in plain if i in held.links and len(held.links[i].places) == 1]
    bound = {i: min(heads, key=lambda h: (abs(h - i), h)) for i in marks}
    there = {i: min(heads, key=lambda h: (_apart(held, h, i), h)) for i in marks}
    crossed = [i for i in marks if bound[i] != there[i]]
    pairs = [(i, j) for i in crossed for j in crossed if bound[i] == there[j] and bound[j] == there[i] and i < j]
    if pairs:
        yield Related(Relation.SWAPPED, "gives each name what is the other's", held.links[pairs[0][0]].places)


def _apart(held: Held, head: int, mark: int) -> int:
    return min(abs(j - held.links[mark].places[0]) for j in held.links[head].places)
