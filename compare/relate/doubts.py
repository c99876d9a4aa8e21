"""Why a passage that holds every word of a statement still does not state it: its words are said of another, of some, or apart.

Each doubt is a function that tells it in words a person can read, "" for none. They are asked in order; one is enough.
"""

from collections.abc import Iterator

from compare.lexicon import phrase_of, privative
from compare.relate.held import Held
from compare.relate.links import Likeness
from compare.text.arguments import Arguments, arguments_of, governor_of
from compare.text.exclusion import exclusions_of
from compare.text.frames import RELATIVE, Frame
from compare.text.groups import LINKS, belongs_to
from compare.text.sentence import BE, Sentence

PARTIAL = frozenset("few some several half part many most majority minority certain partly third quarter".split())
PARTIAL_REACH = 4
"""How many words behind such a word its noun may stand ("a few of the shops")."""
UNIVERSAL = frozenset("all every each everyone everybody both unanimous unanimously".split())
"""Words that say a thing of every one; without them it may be said of some."""
ALMOST = frozenset("almost nearly".split())
"""Words before a verb that say it was not done."""
MAKES = frozenset(
    phrase_of(word)[0]
    for word in "be become remain stay appoint elect name serve act make choose re-elect install crown".split()
)
"""Verbs that say what somebody is."""
PARTING = frozenset("and with for to from against or than".split())
"""Small words that stand between two things, not between a thing and what it is."""
ANOTHER = "says it of another"
OF = frozenset(("of",))
DOERS = ("er", "or", "ist", "ers", "ors", "ists")
"""Endings of nouns for who does it."""


def doubt_of(held: Held) -> str:
    """The first reason to doubt that the passage states what it holds the words of; "" for none."""
    for i in held.clashing:
        return f"says {held.mine.form(i)} otherwise"
    doubts = ((doubt, reason) for doubt, reason in DOUBTS if doubt(held))
    return next((reason for _, reason in doubts), "")


def _is_around(held: Held) -> bool:
    return any(held.links[i].likeness is Likeness.AROUND for i in held.predicates if i in held.links)


def _is_apart(held: Held) -> bool:
    """True when no part of the passage between semicolons holds all that is linked, names that stand around aside."""
    segments = held.theirs.segments
    parts = [
        {segments[j] for j in held.links[i].places} for i in held.asked if i in held.links and held.links[i].places
    ]
    return bool(parts) and not set.intersection(*parts)


def _is_no_fact(held: Held) -> bool:
    """True when a statement that meets no verb of the passage meets words whose verbs say no fact ("talks on its sale may open")."""
    verbs = set(held.theirs.verbs)
    light = not any(verbs.intersection(held.links[i].places) for i in held.mine.verbs if i in held.links)
    if not light or _stands_beside(held):
        return False
    return any(frame.told != told for frame, told in _verb_frames(held))


def _verb_frames(held: Held) -> Iterator[tuple[Frame, str]]:
    """How the verbs that govern what is said are said, without any all verbs of the passage, each beside how the statement is said."""
    mine, theirs = held.frames
    told = mine[held.asked[-1]].told if held.asked else ""
    places = [j for i in held.predicates if i in held.links for j in held.links[i].places]
    governors = {governor_of(held.theirs, j, j) for j in places}
    yield from ((theirs[j], told) for j in sorted({j for j in governors if j is not None} or held.theirs.verbs))


def _is_of_relative(held: Held) -> bool:
    """True when what is said stands in a clause that "which", "who" or "where" hangs on a name the statement does not hold."""
    strange = {j for run in held.theirs.runs for j in run} - held.linked
    places = (j for i in held.predicates if i in held.links for j in held.links[i].places)
    return any(opens - 1 in strange for j in places if (opens := _relative_before(held, j)))


def _relative_before(held: Held, j: int) -> int:
    """The "which", "who" or "where" that opens the clause of word `j` of the passage; 0 for none."""
    for k in range(j, 0, -1):
        if held.theirs.form(k) in RELATIVE:
            return k
        if "," in held.theirs.between(k):
            return 0
    return 0


def _is_of_other_party(held: Held) -> bool:
    """True when the passage names somebody else as the one who does it, or as the one it is done to."""
    strange = {j for run in held.theirs.runs for j in run if not held.linked.intersection(run)}
    for _, ours, theirs in _verb_pairs(held):
        for mine, there in ((ours.doer, theirs.doer), (ours.near, theirs.near)):
            names = [held.links[k].places for k in mine & held.mine.named if k in held.links and held.links[k].places]
            if names and strange & there and not any(there.intersection(places) for places in names):
                return True
    return False


def _verb_pairs(held: Held) -> Iterator[tuple[int, Arguments, Arguments]]:
    """The verbs of the statement that meet one verb of the passage, with who does what on both sides."""
    for i in held.mine.verbs:
        link = held.links.get(i)
        if i not in held.predicates or link is None or link.likeness is Likeness.CONVERSE:
            continue
        there = [j for j in link.places if j in held.theirs.verbs]
        if len(there) == 1:
            yield i, arguments_of(held.mine, i), arguments_of(held.theirs, there[0])


def _is_of_other_doer(held: Held) -> bool:
    """True when a deed with an object is told of somebody who, in the passage, is not the one who does it."""
    for i, ours, theirs in _verb_pairs(held):
        doers = _places(held, ours.doer & frozenset(held.asked))
        objects = [k for k in ours.near if held.links.get(k) != held.links[i]]
        if not doers or not (objects or held.mine.is_passive(i)):
            continue
        if theirs.doer and not doers & theirs.doer:
            return True
        if not theirs.doer and doers <= theirs.done and not held.mine.is_passive(i):
            return True
    return False


def _places(held: Held, words: frozenset[int]) -> frozenset[int]:
    return frozenset(j for i in words if i in held.links for j in held.links[i].places)


def _is_of_part(held: Held) -> bool:
    """True when what the statement speaks of only belongs, in the passage, to what is spoken of ("the opera's second act")."""
    return any(
        all(_is_owned_by_stranger(held, j, links) for j in held.links[i].places)
        for links, words in _spoken_of(held)
        for i in words
        if i in held.links and held.links[i].places and belongs_to(held.mine, i, links) is None
    )


def _spoken_of(held: Held) -> Iterator[tuple[frozenset[str], frozenset[int]]]:
    """Who does it, or is it, and what it is done to, in the statement, with the prepositions that hang such words on another noun."""
    be = next((i for i in range(len(held.mine.keys)) if held.mine.form(i) in BE), 0)
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
    """True for "of" within a name ("Bank of Tyr")."""
    return owner in sentence.named and j in sentence.named


def _is_of_noun(held: Held) -> bool:
    """True when a verb of the statement meets only the noun of one that another noun governs ("talks on the sale of")."""
    for i in held.mine.verbs:
        link = held.links.get(i)
        if i not in held.predicates or link is None or not link.places or link.likeness is Likeness.AROUND:
            continue
        if set(link.places) & set(held.theirs.verbs):
            continue
        heads = [belongs_to(held.theirs, j, LINKS - {"by"}) for j in link.places]
        if all(head is not None and head not in held.linked for head in heads):
            return True
    return False


def _is_partial(held: Held) -> bool:
    """True when the passage says of a few, or of some, what the statement says without such a word."""
    return bool(partial_places(held))


def partial_places(held: Held) -> tuple[int, ...]:
    """The words of the passage, unknown to the statement, that say of a part only what is said of a noun of the statement."""
    mine = {held.mine.form(i) for i in range(len(held.mine.keys))}
    nouns = {j for i in held.asked if i in held.links and i not in held.predicates for j in held.links[i].places}
    found = (k for k in range(len(held.theirs.keys)) if held.theirs.form(k) not in mine and _is_share(held.theirs, k))
    return tuple(k for k in found if nouns.intersection(range(k + 1, k + 1 + PARTIAL_REACH)))


def _is_share(sentence: Sentence, k: int) -> bool:
    """True for "some" and the like, and for a number "of" what follows it."""
    form = sentence.form(k)
    return form in PARTIAL or ((form == "one" or form.isdigit()) and sentence.form(k + 1) == "of")


def _is_not_of_all(held: Held) -> bool:
    """True when the statement says of all what the passage says without such a word."""
    theirs = {held.theirs.form(j) for j in range(len(held.theirs.keys))}
    return bool(universals_of(held.mine)) and not theirs & (UNIVERSAL | {"entire", "whole", "always"})


def universals_of(sentence: Sentence) -> tuple[int, ...]:
    """The words of a sentence that say a thing of every one; "both" before two names only lists them."""
    found = (i for i in range(len(sentence.keys)) if sentence.form(i) in UNIVERSAL)
    return tuple(i for i in found if sentence.form(i) != "both" or i + 1 not in sentence.named)


def _is_set_aside(held: Held) -> bool:
    """True when the passage only holds against others, or leaves out, what the statement speaks of."""
    aside = {j for exclusion in exclusions_of(held.theirs) for j in exclusion.words}
    own = {i for exclusion in exclusions_of(held.mine) for i in exclusion.words}
    found = (held.links[i].places for i in held.asked if i in held.links and i not in own and i not in held.mine.verbs)
    return any(places and aside.issuperset(places) for places in found)


def _is_not_identified(held: Held) -> bool:
    """True when the statement says what somebody is, and the passage joins the two by another verb than "be" and its like."""
    if not held.mine.complement or any(i in held.predicates for i in held.mine.verbs):
        return False
    pair = _identity(held)
    if pair is None:
        return False
    between = range(min(pair) + 1, max(pair))
    strange = any(j in held.theirs.verbs and held.theirs.keys[j] not in MAKES for j in between)
    return strange or (not _joins(held, pair) and any(held.theirs.form(j) in PARTING for j in between))


def _joins(held: Held, pair: tuple[int, int]) -> bool:
    """True with a verb between two words that says what somebody is."""
    between = range(min(pair) + 1, max(pair))
    return any(held.theirs.form(j) in BE or held.theirs.keys[j] in MAKES for j in between)


def _identity(held: Held) -> tuple[int, int] | None:
    """Where the passage has the name and the noun that the statement makes one; the nearest two; None without."""
    be = next(i for i in range(len(held.mine.keys)) if held.mine.form(i) in BE)
    sides = ([i for i in held.asked if i < be], [i for i in held.asked if i > be and i in held.mine.complement])
    named = [i for side in sides for i in side if i in held.mine.named]
    plain = [i for side in sides for i in side if i not in held.mine.named]
    if not named or not plain or (named[0] < be) == (plain[0] < be):
        return None
    pairs = [(a, b) for a in _places(held, frozenset(named)) for b in _places(held, frozenset(plain)) if a != b]
    return min(pairs, key=lambda p: (abs(p[0] - p[1]), p), default=None)


def _stands_beside(held: Held) -> bool:
    """True when the passage puts the name and what it is side by side ("Dr Lund, director of the mint")."""
    if not held.mine.complement or any(i in held.predicates for i in held.mine.verbs):
        return False
    pair = _identity(held)
    if pair is None:
        return False
    return not any(j in held.theirs.verbs or held.theirs.form(j) in PARTING for j in range(min(pair) + 1, max(pair)))


def _is_another_deed(held: Held) -> bool:
    """True when a verb that says little ("made", "took") stands in the statement, and one that says much in the passage."""
    for i in held.mine.verbs:
        if i in held.asked or i in held.links or i in held.statement.valued or held.mine.form(i) in BE:
            continue
        nouns = [held.links[k].places for k in arguments_of(held.mine, i).near if k in held.links]
        verbs = {governor_of(held.theirs, j, j) for places in nouns for j in places}
        if verbs - {None} and not verbs & (held.linked | {None}) and not _is_verb_of_noun(held, nouns):
            return True
    return False


def _is_verb_of_noun(held: Held, nouns: list[tuple[int, ...]]) -> bool:
    """True when a noun behind the statement's verb is a verb of the passage ("made a decision", "decided")."""
    return any(j in held.theirs.verbs for places in nouns for j in places)


def _is_doer_only(held: Held) -> bool:
    """True when a verb meets only the noun for one who does it, and that is not the one the statement speaks of."""
    for i in held.mine.verbs:
        link, ours = held.links.get(i), arguments_of(held.mine, i)
        if i not in held.predicates or link is None or not link.places or link.likeness is Likeness.AROUND:
            continue
        if any(j in held.theirs.verbs or not held.theirs.form(j).endswith(DOERS) for j in link.places):
            continue
        doers = _places(held, ours.doer & frozenset(held.asked))
        if doers and not any(_is_side_by_side(held, (a, b)) for a in doers for b in link.places):
            return True
    return False


def _is_side_by_side(held: Held, pair: tuple[int, int]) -> bool:
    """True when no verb but "be" and its like, and nothing that parts them, stands between two words of the passage."""
    between = range(min(pair) + 1, max(pair))
    verbs = any(j in held.theirs.verbs and held.theirs.keys[j] not in MAKES for j in between)
    return not verbs and not any(held.theirs.form(j) in PARTING for j in between)


def _is_privative(held: Held) -> bool:
    """True when the passage has a word before one of the statement's that makes another thing of it ("deputy chair")."""
    own = {held.mine.form(i) for i in range(len(held.mine.keys))}
    strange = privative() - own
    linked = (held.links[i].places for i in held.asked if i in held.links and i not in held.mine.verbs)
    return any(
        places and all(held.theirs.form(j - 1) in strange and held.theirs.between(j) == " " for j in places)
        for places in linked
    )


def _is_almost(held: Held) -> bool:
    """True when the passage says of a verb of the statement that it was almost done."""
    own = {held.mine.form(i) for i in range(len(held.mine.keys))}
    places = (j for i in held.predicates if i in held.links for j in held.links[i].places)
    return any(held.theirs.form(j - 1) in ALMOST - own and j in held.theirs.verbs for j in places)


DOUBTS = (
    (_is_around, "what is said stands around the passage only"),
    (_is_apart, "holds its words in sentences of their own"),
    (_is_no_fact, "says of it what is not said as a fact"),
    (_is_of_relative, ANOTHER),
    (_is_of_other_party, ANOTHER),
    (_is_of_other_doer, ANOTHER),
    (_is_of_part, "says it of what belongs to it"),
    (_is_set_aside, "sets it aside"),
    (_is_not_identified, "does not say that it is so"),
    (_is_of_noun, "does not say that it happened"),
    (_is_another_deed, "says another deed of it"),
    (_is_doer_only, ANOTHER),
    (_is_privative, "says it of another thing"),
    (_is_almost, "says that it almost happened"),
    (_is_partial, "says it of some only"),
    (_is_not_of_all, "does not say it of all"),
)
"""Every doubt with what it is told by, in the order they are asked."""
