"""An opposite of a word of the statement that the passage has in its place: "granted" for "refused", said of the same."""

from collections.abc import Iterator

from compare.relate.held import Held
from compare.relate.identity import places_of
from compare.relate.links import Likeness, opposed
from compare.relate.relation import Related, Relation
from compare.relate.turned import turned_alike
from compare.text.arguments import arguments_of, given_to
from compare.text.frames import UNCERTAIN
from compare.text.sentence import Sentence
from compare.text.small_words import DETERMINERS
from compare.weights import WEIGHTS

RELATING = frozenset(
    "before after ahead behind earlier later above below over under older younger larger smaller higher lower more less fewer".split()
)
"""Words that say the opposite when the things on their two sides change places."""


def opposite(held: Held) -> Iterator[Related]:
    """An opposite of a word of the statement that the passage has in its place."""
    mine, theirs = held.frames
    spoken = {held.links[k].places: k for k in range(len(held.mine.keys)) if k in held.links}
    alike = set(turned_alike(held))
    for ours, others in opposed(held.mine, held.theirs):
        taken = spoken.get(others)
        if (
            held.statement.valued.intersection(ours)
            or alike.intersection(ours)
            or not (held.missing.intersection(ours) or _is_other_phrase(held, ours))
            or held.gap(ours) > WEIGHTS.other_gap
        ):
            continue
        i, j = next((k for k in ours if k in held.mine.verbs), ours[-1]), others[0]
        if (
            (_heads(held.mine, i) and _heads(held.theirs, j))
            or _turns_round(held, ours[0], j)
            or _is_from_other_side(held, i, j)
            or _is_of_another(held, i, j)
        ):
            continue
        if (
            (taken is None or taken in ours)
            and mine[i].denied == theirs[others[-1]].denied
            and theirs[j].mode not in UNCERTAIN
        ):
            said = " ".join(held.theirs.form(k) for k in others)
            yield Related(Relation.OTHER, f"says {said}", others, without=ours)


def _is_other_phrase(held: Held, ours: tuple[int, ...]) -> bool:
    """True for a phrase of which the passage holds a word, but neither it nor its sense ("voted for", "voted against")."""
    if len(ours) == 1 or any(i in held.links and held.links[i].likeness is Likeness.SENSE for i in ours):
        return False
    return not any(held.theirs.places(tuple(held.mine.keys[i] for i in ours)))


def _is_from_other_side(held: Held, i: int, j: int) -> bool:
    """True for an opposite told of the other party: "A beat B", "B lost to A"; "A bought it", "it was sold to A"."""
    if j not in held.theirs.verbs:
        return False
    given = given_to(held.theirs, j) if held.theirs.is_passive(j) else frozenset()
    named = places_of(held, held.mine.named)
    if given & named and given.isdisjoint(places_of(held, given_to(held.mine, i))):
        return True
    ours, theirs = arguments_of(held.mine, i), arguments_of(held.theirs, j)
    does, bears = places_of(held, ours.doer), places_of(held, ours.done)
    turned = does & theirs.done - theirs.doer and bears & theirs.doer - theirs.done
    return i in held.mine.verbs and bool(turned)


def _is_of_another(held: Held, i: int, j: int) -> bool:
    """True for an opposite told of something else than that of which the statement speaks, and which the passage holds, too."""
    if i not in held.mine.verbs or j not in held.theirs.verbs:
        return False
    ours, theirs = arguments_of(held.mine, i).doer, arguments_of(held.theirs, j).doer
    return bool(theirs) and theirs.isdisjoint(held.linked) and bool(places_of(held, ours))


def _turns_round(held: Held, i: int, j: int) -> bool:
    """True for a word that relates two things, each on the other's side in the passage: "A before B" is "B after A"."""
    if held.mine.form(i) not in RELATING:
        return False
    before = [held.links[k].places for k in held.asked if k < i and k in held.links and held.links[k].places]
    return any(min(places) > j for places in before)


def _heads(sentence: Sentence, i: int) -> bool:
    """True for a noun with its article ("the exports"): of two such things the same may be true."""
    form = sentence.form(i)
    return (
        sentence.form(i - 1) in DETERMINERS
        and not form.endswith("est")
        and form not in ("first", "last", "most", "least")
    )
