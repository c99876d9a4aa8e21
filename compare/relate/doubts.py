"""Why a passage that holds every word of a statement still does not state it: its words are said of another, of some, or apart.

Each doubt is a function that tells whether it holds, beside the words it is told by. They are asked in order; one is enough.
"""

from collections.abc import Iterator

from compare.lexicon import performing, privative
from compare.relate.attached import is_other_way, is_with_other_verb
from compare.relate.cohesion import is_scattered
from compare.relate.exchanged import (
    is_between_others,
    is_exchanged,
    is_paired_otherwise,
    is_with_other_of_two_verbs,
)
from compare.relate.held import Held
from compare.relate.identity import is_not_identified, places_of, stands_beside
from compare.relate.inside import (
    is_in_relative,
    is_no_longer,
    is_of_other_owner,
    is_under_way,
    is_whose,
    is_without_doer,
)
from compare.relate.links import Likeness
from compare.relate.parties import (
    is_doer_only,
    is_of_other_doer,
    is_of_other_kind,
    is_of_other_object,
    is_of_other_party,
    is_of_part,
)
from compare.relate.shares import is_not_of_all, is_not_only, is_of_one, is_partial, is_with_exception
from compare.relate.swaps import is_out_of_order
from compare.relate.turned import is_of_other_subject, is_turned
from compare.text.arguments import arguments_of, governor_of
from compare.text.exclusion import exclusions_of
from compare.text.frames import Frame
from compare.text.groups import LINKS, belongs_to, preposition_of
from compare.text.scopes import RELATIVE
from compare.text.small_words import BE

PLACING = frozenset("in at from to near into".split())
GETS = frozenset("get gets got".split())
ALMOST = frozenset("almost nearly".split())
"""Words before a verb that say it was not done."""
ANOTHER = "says it of another"


def doubt_of(held: Held) -> str:
    """The first reason to doubt that the passage states what it holds the words of; "" for none."""
    for i in held.clashing:
        return f"says {held.mine.form(i)} otherwise"
    doubts = ((doubt, reason) for doubt, reason in DOUBTS if doubt(held))
    return next((reason for _, reason in doubts), "")


def _is_around(held: Held) -> bool:
    return any(held.links[i].likeness is Likeness.AROUND for i in held.predicates if i in held.links)


def _is_placed_around(held: Held) -> bool:
    """True when the place of a deed, a name behind a preposition and its verb, stands around the passage only ("sat in the Town Hall")."""
    if "there" in held.theirs.forms or "here" in held.theirs.forms:
        return False
    for run in held.runs:
        link, at = held.links.get(run[-1]), preposition_of(held.mine, run[0])
        away = link is not None and link.likeness is Likeness.AROUND
        if away and at is not None and held.mine.form(at) in PLACING and any(v < at for v in held.mine.verbs):
            return True
    return False


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
    if not light or stands_beside(held):
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
    found = (held.links[i].places for i in held.predicates if i in held.links)
    return any(places and all(_relative_before(held, j) - 1 in strange for j in places) for places in found)


def _relative_before(held: Held, j: int) -> int:
    """The "which", "who" or "where" that opens the clause of word `j` of the passage; 0 for none."""
    for k in range(j, 0, -1):
        if held.theirs.form(k) in RELATIVE:
            return k
        if "," in held.theirs.between(k):
            return 0
    return 0


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


def _is_set_aside(held: Held) -> bool:
    """True when the passage only holds against others, or leaves out, what the statement speaks of; not by a word of it ("succeeded")."""
    aside = {j for exclusion in exclusions_of(held.theirs) if exclusion.at not in held.linked for j in exclusion.words}
    own = {i for exclusion in exclusions_of(held.mine) for i in exclusion.words}
    found = (held.links[i].places for i in held.asked if i in held.links and i not in own and i not in held.mine.verbs)
    return any(places and aside.issuperset(places) for places in found)


def _is_another_deed(held: Held) -> bool:
    """True when a verb that says little ("made", "took") stands in the statement, and one that says much in the passage."""
    gets = (i for i, form in enumerate(held.mine.forms) if form in GETS and i + 1 not in held.mine.verbs)
    for i in sorted({*held.mine.verbs, *gets}):
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


def _is_deed_of_noun(held: Held) -> bool:
    """True when the one who does it in the statement does, in the passage, another thing to the deed ("attended the launch")."""
    for i in held.mine.verbs:
        link = held.links.get(i)
        if i not in held.predicates or link is None or set(link.places) & set(held.theirs.verbs):
            continue
        doers = places_of(held, arguments_of(held.mine, i).doer)
        for j in link.places:
            verb = governor_of(held.theirs, j, j)
            strange = verb is not None and verb < j and verb not in held.linked
            if (
                strange
                and held.theirs.keys[verb or 0] not in performing()
                and doers & arguments_of(held.theirs, verb or 0).doer
            ):
                return True
    return False


def _is_privative(held: Held) -> bool:
    """True when the passage has a word before one of the statement's that makes another thing of it ("deputy chair")."""
    strange = privative().difference(held.mine.forms)
    linked = (held.links[i].places for i in held.asked if i in held.links and i not in held.mine.verbs)
    return any(
        places and all(held.theirs.form(j - 1) in strange and held.theirs.between(j) == " " for j in places)
        for places in linked
    )


def _is_almost(held: Held) -> bool:
    """True when the passage says of a verb of the statement that it was almost done."""
    almost = ALMOST.difference(held.mine.forms)
    places = (j for i in held.predicates if i in held.links for j in held.links[i].places)
    return any(held.theirs.form(j - 1) in almost and j in held.theirs.verbs for j in places)


DOUBTS = (
    (_is_around, "what is said stands around the passage only"),
    (_is_placed_around, "does not say where"),
    (_is_apart, "holds its words in sentences of their own"),
    (is_scattered, "says it of another part"),
    (_is_no_fact, "says of it what is not said as a fact"),
    (_is_of_relative, ANOTHER),
    (is_of_other_party, ANOTHER),
    (is_of_other_doer, ANOTHER),
    (is_of_part, "says it of what belongs to it"),
    (_is_set_aside, "sets it aside"),
    (is_not_identified, "does not say that it is so"),
    (_is_of_noun, "does not say that it happened"),
    (_is_another_deed, "says another deed of it"),
    (_is_deed_of_noun, "says another deed of it"),
    (is_out_of_order, "does not tell that order"),
    (is_doer_only, ANOTHER),
    (is_turned, ANOTHER),
    (is_of_other_subject, ANOTHER),
    (is_of_other_kind, ANOTHER),
    (is_other_way, "says it of the other way"),
    (is_with_other_verb, "says it with another verb"),
    (_is_privative, "says it of another thing"),
    (_is_almost, "says that it almost happened"),
    (is_partial, "says it of some only"),
    (is_not_of_all, "does not say it of all"),
    (is_exchanged, ANOTHER),
    (is_with_other_of_two_verbs, "says it with another verb"),
    (is_between_others, ANOTHER),
    (is_paired_otherwise, ANOTHER),
    (is_of_other_object, ANOTHER),
    (is_whose, ANOTHER),
    (is_in_relative, ANOTHER),
    (is_without_doer, ANOTHER),
    (is_of_other_owner, ANOTHER),
    (is_no_longer, "says that it was so once"),
    (is_under_way, "says that it is under way"),
    (is_with_exception, "does not say it of all"),
    (is_not_only, "does not say it of one only"),
    (is_of_one, "says it of one only"),
)
"""Every doubt with what it is told by, in the order they are asked."""
