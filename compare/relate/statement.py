"""How a passage relates to a statement: it says the same, denies it, plans it, says another thing of it, or cannot be told.

The statement is held word by word (`relate.held`). It is the *same* when every name, every word that carries meaning and every value
stands in the passage, its words are said as they are in the statement, and nobody has changed places with anybody. It is *other* when
all but one of these hold and that one is contradicted: an opposite word, a denial, roles swapped; *planned* when only the mode
differs. In every other case nothing can be told: a share of words never supports.
"""

from collections.abc import Iterator
from dataclasses import replace

from compare.relate.doubts import doubt_of
from compare.relate.held import Held
from compare.relate.holders import other_office
from compare.relate.links import Likeness, Link
from compare.relate.opposite import opposite
from compare.relate.relation import Related, Relation
from compare.relate.rivals import denied_here, left_out, only_some, rival_fillers
from compare.relate.standing import LIMITING, must_stand
from compare.relate.swaps import crossed, ordered_alike, related_otherwise, reordered, swapped
from compare.relate.turned import turned, turned_alike
from compare.text.arguments import arguments_of
from compare.text.frames import Clash
from compare.weights import WEIGHTS

EXCEPTING = frozenset("before until previously except other unprecedented".split())
"""Words with which a denial asserts."""
REASONS = {
    "denied": "denies it",
    "asserted": "says what the statement denies",
    "unknown": "leaves it open",
    "reported": "tells it as hearsay",
}
"""Why a word said otherwise tells the passage from the statement, where "says it is ..." would not do."""


def relate(held: Held) -> Related:
    """The relation of a passage to a statement, values left aside."""
    related = _relate(held)
    told = related.relation not in (Relation.SAME, Relation.CANNOT_TELL)
    return replace(related, held=held, limit=WEIGHTS.other_gap if told else WEIGHTS.support_gap)


def _relate(held: Held) -> Related:
    for found in other_office(held):
        return found
    if held.strangers:
        for told, places in rival_fillers(held):
            return Related(Relation.OTHER, told, places)
        return Related(Relation.CANNOT_TELL, "another name stands in the statement")
    for found in _contradicted(held):
        return found
    spared = ordered_alike(held) + turned_alike(held)
    missing = held.missing - set(spared)
    if held.gap(spared) > WEIGHTS.support_gap or any(must_stand(held, i) for i in missing):
        return Related(Relation.CANNOT_TELL, _lacks(held), without=spared)
    return _stated(held)


def _contradicted(held: Held) -> Iterator[Related]:
    """Every way in which the passage says another thing of the same, or says the same in another mode."""
    yield from (Related(Relation.DENIED, told, places) for told, places in left_out(held))
    yield from (Related(Relation.OTHER, told, places) for told, places in only_some(held))
    if not _excepts(held):
        yield from swapped(held)
        yield from turned(held)
        yield from crossed(held)
        yield from reordered(held)
        yield from related_otherwise(held)
        yield from opposite(held)
        yield from _framed(held)
        yield from (Related(Relation.DENIED, told, places) for told, places in denied_here(held))
    yield from (Related(Relation.OTHER, told, places) for told, places in rival_fillers(held))


def _excepts(held: Held) -> bool:
    """True when one side denies and one makes an exception: "nobody before her" is "she was the first"."""
    sides = (held.mine, held.theirs)
    denied = [any(frame.denied for frame in frames) for frames in held.frames]
    forms = [set(side.forms) for side in sides]
    across = any(denied[k] and forms[1 - k] & (EXCEPTING | LIMITING) for k in (0, 1))
    return across or any(denied[k] and forms[k] & EXCEPTING for k in (0, 1))


def _stated(held: Held) -> Related:
    """The statement where every word of it is held: the same, unless something in the passage tells it apart."""
    doubt = doubt_of(held)
    if doubt:
        return Related(Relation.CANNOT_TELL, doubt)
    return Related(Relation.SAME, "states it", _linked(held, held.predicates or held.asked))


def _framed(held: Held) -> Iterator[Related]:
    """The first verb of the statement that the passage says in another way: denied, planned, alleged."""
    mine, _ = held.frames
    operators = tuple(frame.at for frame in mine if frame.at is not None and frame.mode)
    if held.gap(operators) > WEIGHTS.other_gap:
        return
    for i in held.predicates:
        link = held.links.get(i)
        if link is None or _is_phrase(held, i, link) or not _acts(held, i, link) or _misses_party(held, i):
            continue
        found = [held.clash(i, j) for j in link.places]
        if found and all(found):
            clash, said = min((c for c in found if c), key=lambda c: c[0] is Clash.OPEN)
            if clash is Clash.OPEN or (said == "done" and not _is_done(held, link)):
                continue
            relation = Relation.DENIED if clash is Clash.DENIED else Relation.PLANNED
            reason = REASONS.get(said, f"says it is {said}")
            yield Related(relation, reason, (link.places[0],), said, without=operators)


def _is_done(held: Held, link: Link) -> bool:
    """True when the passage tells as done, by the very word, what the statement tells as planned."""
    told = all(j in held.theirs.verbs and held.theirs.is_finite(j) for j in link.places)
    return link.likeness >= Likeness.ROOT and told


def _misses_party(held: Held, i: int) -> bool:
    """True when the passage does not hold who does the verb at word `i` of the statement, or what it is done to."""
    ours = arguments_of(held.mine, i)
    sides = (ours.doer - held.statement.valued, ours.near)
    return any(words and max(words) in held.missing for words in sides)


def _is_phrase(held: Held, i: int, link: Link) -> bool:
    """True when a word and what sets its frame stand together for one phrase ("no longer sold", "out of print")."""
    at = held.frames[0][i].at
    frame = held.links.get(at) if at is not None else None
    return frame is not None and (frame == link or frame.likeness is Likeness.SENSE)


def _acts(held: Held, i: int, link: Link) -> bool:
    """True unless a verb of the statement meets only the name of a person who does it ("conducted", "the conductor")."""
    doers = all(
        j not in held.theirs.verbs and held.theirs.form(j).rstrip("s").endswith(("er", "or", "ist"))
        for j in link.places
    )
    return i not in held.mine.verbs or not doers


def _linked(held: Held, places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({j for i in places if i in held.links for j in held.links[i].places}))


def _lacks(held: Held) -> str:
    words = ", ".join(f"“{held.mine.form(i)}”" for i in sorted(held.missing)[:4])
    return f"does not hold {words}" if words else "holds too much of it around the passage only"
