"""How a passage relates to a statement: it says the same, denies it, plans it, says another thing of it, or cannot be told.

The statement is held word by word (`relate.held`). It is the *same* when every name, every word that carries meaning and every value
stands in the passage, its words are said as they are in the statement, and nobody has changed places with anybody. It is *other* when
all but one of these hold and that one is contradicted: an opposite word, a denial, roles swapped; *planned* when only the mode
differs. In every other case nothing can be told: a share of words never supports.
"""

from collections.abc import Iterator
from dataclasses import replace

from compare.lexicon import privative
from compare.relate.doubts import doubt_of
from compare.relate.held import Held
from compare.relate.holders import other_office
from compare.relate.identity import places_of
from compare.relate.links import Likeness, Link, opposed
from compare.relate.relation import Related, Relation
from compare.relate.rivals import denied_here, left_out, only_some, rival_fillers
from compare.relate.shares import ALONE
from compare.relate.swaps import crossed, ordered_alike, related_otherwise, reordered, swapped
from compare.relate.turned import turned, turned_alike
from compare.text.arguments import arguments_of, given_to
from compare.text.frames import UNCERTAIN, Clash
from compare.text.scalars import places_of_scalars
from compare.text.sentence import AUXILIARIES, DETERMINERS, MODALS, RELATORS, Sentence
from compare.weights import WEIGHTS

RELATING = frozenset(
    "before after ahead behind earlier later above below over under older younger larger smaller higher lower more less fewer".split()
)
"""Words that say the opposite when the things on their two sides change places."""
JOINING = frozenset(("and", "or", "nor"))
LISTED = 4
"""How many words, with articles and "and", two of a list stand apart at most."""
EXCEPTING = frozenset("before until previously except other unprecedented".split())
"""Words with which a denial asserts."""
LIMITING = ALONE | {"sole", "first"}
"""Words that deny of all others what they say of one."""
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
    if held.gap(spared) > WEIGHTS.support_gap or any(_must_stand(held, i) for i in missing):
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
        yield from _opposite(held)
        yield from _framed(held)
        yield from (Related(Relation.DENIED, told, places) for told, places in denied_here(held))
    yield from (Related(Relation.OTHER, told, places) for told, places in rival_fillers(held))


def _must_stand(held: Held, i: int) -> bool:
    """True for a word without which another thing is said, however little it weighs.

    What relates two things, "only", "deputy", a rank or score, a verb, its subject, the noun that tells what that is, and one of a list.
    """
    says = i in held.predicates and (i in held.mine.verbs or i == max(held.mine.complement, default=i))
    return (
        says
        or i in places_of_scalars(held.mine)
        or _is_listed(held, i)
        or _is_subject(held.mine, i)
        or held.mine.form(i) in RELATORS | LIMITING | privative()
    )


def _is_subject(sentence: Sentence, i: int) -> bool:
    """True for the noun right before a verb, of which the sentence speaks ("pottery is taught"), or that opens it ("the beech at")."""
    if i == _opening_noun(sentence):
        return True
    behind = i + 1
    while sentence.form(behind) in MODALS or sentence.form(behind).endswith("ly"):
        behind += 1
    speaks = behind in sentence.verbs or sentence.form(behind) in AUXILIARIES
    return speaks and i not in sentence.verbs and not sentence.form(i).endswith("ly") and sentence.between(i + 1) == " "


def _opening_noun(sentence: Sentence) -> int | None:
    """The head of the group of words that opens a sentence ("the old beech at Marl"); None for a name or a preposition."""
    head = None
    for i, form in enumerate(sentence.forms):
        if i in sentence.verbs or i in sentence.named or form in AUXILIARIES or (i and sentence.between(i) != " "):
            break
        if i in sentence.content:
            head = i
        elif form not in DETERMINERS:
            break
    return head


def _is_listed(held: Held, i: int) -> bool:
    """True for a word in a list of which the passage holds another ("a cup, a goose and a pair of boots")."""
    mine = held.mine
    for step in (-1, 1):
        k, joined = i, False
        while abs(k - i) < LISTED and 0 <= k + step < len(mine.keys):
            k += step
            joined = joined or "," in mine.between(max(k, k - step)) or mine.form(k) in JOINING
            if k in held.asked:
                if joined and k in held.links and k not in mine.verbs:
                    return True
                break
    return False


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


def _opposite(held: Held) -> Iterator[Related]:
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


def _linked(held: Held, places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({j for i in places if i in held.links for j in held.links[i].places}))


def _lacks(held: Held) -> str:
    words = ", ".join(f"“{held.mine.form(i)}”" for i in sorted(held.missing)[:4])
    return f"does not hold {words}" if words else "holds too much of it around the passage only"
