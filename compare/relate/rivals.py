"""Another filler in the same slot: of a closed set, of a role that one person has, of a deed that one person did; and what is left out.

What is missing of the statement is told apart from what stands in its place. Only where the rest of the statement is held, and the
slot is the same, does another filler contradict.
"""

from collections.abc import Iterator

from compare.lexicon import rivals, unique_deeds
from compare.relate.held import Held
from compare.relate.identity import MAKES, PARTING
from compare.relate.links import Likeness
from compare.relate.shares import partial_places, universals_of
from compare.relate.turned import turned_alike
from compare.text.arguments import arguments_of
from compare.text.enumerations import Enumeration, enumerations_of
from compare.text.exclusion import exclusions_of
from compare.text.groups import LINKS, preposition_of
from compare.text.operators import NEGATIONS
from compare.text.phrases import listed_in, places_by_phrase
from compare.text.scalars import RANK, Scalar, scalars_of
from compare.text.sentence import Sentence
from compare.text.small_words import BE, DETERMINERS
from compare.weights import WEIGHTS

NOBODY = frozenset("none neither nor nobody nothing".split())
DEFINITE = frozenset("the its his her their".split())
NEAR = 2
"""How many small words may stand between a role and the name of who has it."""

Filler = tuple[str, tuple[int, ...]]
"""What is told of a filler, and the words of the passage that are it."""


def rival_fillers(held: Held) -> Iterator[Filler]:
    """Every other filler the passage has for a slot of the statement; nothing is at odds with "none of them" or "neither"."""
    if NOBODY.intersection(held.mine.forms):
        return
    yield from _of_closed_sets(held)
    yield from _of_scalars(held)
    yield from _of_deeds(held)
    yield from _of_roles(held)
    yield from _of_lists(held)


def _of_closed_sets(held: Held) -> Iterator[Filler]:
    """Another member of a closed set in the place of the statement's ("port", "starboard")."""
    phrases = places_by_phrase(held.theirs)
    alike = set(turned_alike(held))
    for listed in listed_in(held.mine):
        if alike.intersection(listed.places):
            continue
        if not held.missing.intersection(listed.places) or held.gap(listed.places) > WEIGHTS.support_gap:
            continue
        sets = rivals().get(listed.phrase, frozenset())
        others = (other for other, found in rivals().items() if found & sets and other != listed.phrase)
        for other in sorted(set(others) & phrases.keys()):
            yield from (
                (_told(held, places), places)
                for places in phrases[other]
                if not held.linked.intersection(places) and _same_slot(held, listed.places, places)
            )


def _of_scalars(held: Held) -> Iterator[Filler]:
    """Another rank or score in the place of the statement's ("her third title", "her second title"; "won 3-1", "won 3-2")."""
    there = scalars_of(held.theirs)
    for mine in scalars_of(held.mine):
        others = [other for other in there if other.kind == mine.kind and other.value != mine.value]
        if held.missing.isdisjoint(mine.places) or held.gap(mine.places) > WEIGHTS.support_gap:
            continue
        for other in others:
            if not held.linked.intersection(other.places) and _is_told_of_one(held, mine, other, len(others)):
                yield _told(held, other.places), other.places


def _is_told_of_one(held: Held, mine: Scalar, other: Scalar, among: int) -> bool:
    """True where both values are told of one thing: ranks in one slot, the only score beside the statement's verb."""
    if mine.kind == RANK:
        return _same_rank_slot(held, mine.places[0], other.places[0])
    verbs = [i for i in held.predicates if i in held.mine.verbs]
    return among == 1 and bool(verbs) and all(i in held.links for i in verbs)


def _same_rank_slot(held: Held, i: int, j: int) -> bool:
    """True where both ranks are told of one thing; "the eighth amendment" and "the ninth" name two, unless that is what the subject is.

    A rank with "a" is another time's, unless the statement has a date, which is held.
    """
    verb, noun = held.links.get(i - 1), held.links.get(i + 1)
    if i - 1 in held.mine.verbs and verb is not None and j - 1 in verb.places:
        return True
    ours, theirs = held.mine.form(i - 1), held.theirs.form(j - 1)
    if _is_complement(held.mine, (i,)) and _is_complement(held.theirs, (j,)):
        return True
    if noun is None or j + 1 not in noun.places:
        return False
    if ours == theirs == "the":
        return i in held.mine.complement and j in held.theirs.complement
    return (ours in DEFINITE and theirs in DEFINITE) or (ours == theirs == "a" and bool(held.statement.dates))


def _told(held: Held, places: tuple[int, ...]) -> str:
    return "says " + " ".join(held.theirs.form(j) for j in places)


def _same_slot(held: Held, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """True where both stand before the same noun of one definite thing, or both behind the same "be", "on" or the like."""
    ends = ours[-1] + 1, theirs[-1] + 1
    if ends[0] in held.mine.content and ends[0] in held.links and ends[0] not in held.mine.verbs:
        definite = held.theirs.form(theirs[0] - 1) in DEFINITE and held.mine.form(ours[0] - 1) in DEFINITE
        return definite and ends[1] in held.links[ends[0]].places
    if _is_complement(held.mine, ours) and _is_complement(held.theirs, theirs):
        return True
    return _is_same_manner(held, ours[0], theirs[0])


def _is_same_manner(held: Held, i: int, j: int) -> bool:
    """True when one preposition stands before both words, and the same verb before it ("cast in bronze", "cast in iron")."""
    same = held.mine.form(i - 1) == held.theirs.form(j - 1) in LINKS
    verb = held.links.get(i - 2)
    return same and i - 2 in held.mine.verbs and verb is not None and j - 2 in verb.places


def _is_complement(sentence: Sentence, places: tuple[int, ...]) -> bool:
    """True for what the sentence says its subject is."""
    before = sentence.form(places[0] - 1)
    opens = places[0] - 2 if before in DETERMINERS else places[0] - 1
    return places[0] in sentence.complement and sentence.form(opens) in BE


def _of_deeds(held: Held) -> Iterator[Filler]:
    """Another name for the one who did what only one can have done ("founded", "discovered", "won")."""
    for i in held.predicates:
        link = held.links.get(i)
        if link is None or link.likeness is Likeness.CONVERSE or not _is_unique(held.mine, i):
            continue
        ours = arguments_of(held.mine, i)
        doers = ours.doer & held.mine.named
        if not doers or not ours.near or held.gap(tuple(doers)) > WEIGHTS.support_gap or held.clashing:
            continue
        for j in (j for j in link.places if j in held.theirs.verbs):
            yield from _other_doer(held, doers, ours.near - doers, j)


def _is_unique(sentence: Sentence, i: int) -> bool:
    """True for a verb of a deed that one does alone to one thing."""
    return i in sentence.verbs and sentence.keys[i] in unique_deeds()


def _other_doer(held: Held, doers: frozenset[int], objects: frozenset[int], j: int) -> Iterator[Filler]:
    """The name the passage gives as the doer of verb `j`, where it has none of the statement's there and the same object."""
    theirs = arguments_of(held.theirs, j)
    named = _whole_name(held.theirs, theirs.doer)
    held_names = {i for run in held.runs if held.names(run) for i in run}
    placed = {k for i in doers & held_names if i in held.links for k in held.links[i].places}
    same = all(theirs.done.intersection(held.links[i].places) for i in objects if i in held.links)
    if named and not placed & theirs.doer and same and objects & held.links.keys():
        yield _told(held, named), named


def _whole_name(sentence: Sentence, words: frozenset[int]) -> tuple[int, ...]:
    """The first name that stands among some words; nothing where a part of one only does."""
    found = [run for run in sentence.runs if words.intersection(run)]
    return found[0] if found and all(words.issuperset(run) for run in found) else ()


def _of_roles(held: Held) -> Iterator[Filler]:
    """Another name beside the role that the statement gives to one ("the chairman of Orrin is Lamm", "its chairman, Voss")."""
    strange = held.strangers
    if len(strange) != 1 or not held.mine.complement or held.gap(strange[0]) > WEIGHTS.support_gap:
        return
    be = held.mine.copula or 0
    side = [i for i in held.asked if (i < be) != (strange[0][0] < be) and i not in held.mine.named]
    if not side or any(i in held.predicates for i in held.mine.verbs) or not _is_one_role(held.mine, side[0], be):
        return
    linked = held.links.get(side[0])
    for j in linked.places if linked else ():
        yield from ((_told(held, run), run) for run in held.theirs.runs if _has(held, run, j))


def _is_one_role(sentence: Sentence, i: int, be: int) -> bool:
    """True for a role told as one that one person has ("the chairman of")."""
    opens = i - 1
    while opens > 0 and opens != be and sentence.form(opens) not in DETERMINERS:
        opens -= 1
    return sentence.form(opens) in DEFINITE and preposition_of(sentence, i) is None


def _has(held: Held, run: tuple[int, ...], j: int) -> bool:
    """True when a strange name stands beside the role at word `j` of the passage as its holder."""
    theirs = held.theirs
    if held.linked.intersection(run) or j in run or preposition_of(theirs, run[0]) is not None:
        return False
    between = range(run[-1] + 1, j) if run[-1] < j else range(j + 1, run[0])
    if any((k in theirs.verbs and theirs.keys[k] not in MAKES) or theirs.form(k) in PARTING for k in between):
        return False
    joined = any(theirs.form(k) in BE or theirs.keys[k] in MAKES or "," in theirs.between(k + 1) for k in between)
    small = [k for k in between if k not in theirs.content]
    return joined or len(small) == len(between) <= NEAR


def _of_lists(held: Held) -> Iterator[Filler]:
    """Another member in the place of one: lists of one length, alike but for it ("a cup, a ham and boots", "a cup, a goose and boots")."""
    if held.clashing:
        return
    for ours in enumerations_of(held.mine):
        for theirs in enumerations_of(held.theirs):
            if len(ours.members) == len(theirs.members):
                yield from _other_member(held, ours, theirs)


def _other_member(held: Held, ours: Enumeration, theirs: Enumeration) -> Iterator[Filler]:
    alike = {(m, t) for m in ours.members for t in theirs.members if _is_member(held, m, t)}
    alone = [m for m in ours.members if not any(m == one for one, _ in alike)]
    others = [t for t in theirs.members if not any(t == other for _, other in alike)]
    if len(alone) != 1 or len(others) != 1 or any(i in held.links for i in alone[0]):
        return
    if held.gap(alone[0]) <= WEIGHTS.support_gap and not held.linked.intersection(others[0]):
        yield _told(held, others[0]), others[0]


def _is_member(held: Held, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """True when a member of the passage's list holds a word of one of the statement's."""
    return any(not set(theirs).isdisjoint(held.links[i].places) for i in ours if i in held.links)


def only_some(held: Held) -> Iterator[Filler]:
    """The word with which the passage says of some what the statement says of all."""
    if universals_of(held.mine) and held.gap(universals_of(held.mine)) <= WEIGHTS.support_gap and not held.clashing:
        yield from (("says it of some only", (k,)) for k in partial_places(held)[:1])


def denied_here(held: Held) -> Iterator[Filler]:
    """A word of the statement, no verb, that the passage denies where it stands ("no cars", "not in Riga")."""
    if held.gap() > WEIGHTS.support_gap:
        return
    for i in held.clashing:
        if not all(k in held.clashing for run in held.runs if i in run for k in run):
            continue
        places = held.links[i].places
        denials = {held.frames[1][j].at for j in places}
        if i not in held.predicates and all(at is not None and held.theirs.form(at) in NEGATIONS for at in denials):
            yield "denies it", places


def left_out(held: Held) -> Iterator[Filler]:
    """What the passage leaves out that the statement speaks of ("all but Norvik")."""
    if held.gap() > WEIGHTS.support_gap:
        return
    out = {j for exclusion in exclusions_of(held.theirs) if exclusion.whole for j in exclusion.words}
    own = {i for exclusion in exclusions_of(held.mine) for i in exclusion.words}
    for i in held.asked:
        places = held.links[i].places if i in held.links and i not in own and i not in held.mine.verbs else ()
        if places and out.issuperset(places) and not held.frames[0][i].denied:
            yield "leaves it out", places
