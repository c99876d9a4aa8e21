"""Whether a thing is said of all or of some: what a passage says of a few is not said of every one."""

from compare.relate.held import Held
from compare.text.exclusion import exclusions_of
from compare.text.scalars import RANK, places_of_scalars
from compare.text.sentence import Sentence

PARTIAL = frozenset("few some several half part many most majority minority certain partly third quarter".split())
PARTIAL_REACH = 4
"""How many words behind such a word its noun may stand ("a few of the shops")."""
ALONE = frozenset("only solely exclusively alone".split())
LIMITED = ALONE | {"sole", "just", "except", "but", "nobody", "none", "no", "other", "apart"}
"""Words that tell of one only, and those with which a passage may say so."""
SEVERAL = frozenset("several many some most dozens both all numerous".split())
FEW = frozenset("only sole single few hardly scarcely".split())
UNIVERSAL = frozenset("all every each everyone everybody both unanimous unanimously".split())
"""Words that say a thing of every one; without them it may be said of some."""


def is_partial(held: Held) -> bool:
    """True when the passage says of a few, or of some, what the statement says without such a word."""
    return bool(partial_places(held))


def partial_places(held: Held) -> tuple[int, ...]:
    """The words of the passage, unknown to the statement, that say of a part only what is said of a noun of the statement."""
    nouns = {j for i in held.asked if i in held.links and i not in held.predicates for j in held.links[i].places}
    found = (
        k
        for k in range(len(held.theirs.keys))
        if held.theirs.form(k) not in held.mine.forms and _is_share(held.theirs, k)
    )
    return tuple(k for k in found if nouns.intersection(range(k + 1, k + 1 + PARTIAL_REACH)))


def _is_share(sentence: Sentence, k: int) -> bool:
    """True for "some" and the like, and for a number "of" what follows it."""
    form = sentence.form(k)
    if form in PARTIAL:
        return k not in places_of_scalars(sentence, RANK)
    return (form == "one" or form.isdigit()) and sentence.form(k + 1) == "of"


def is_not_of_all(held: Held) -> bool:
    """True when the statement says of all what the passage says without such a word."""
    return bool(universals_of(held.mine)) and not (UNIVERSAL | {"entire", "whole", "always"}).intersection(
        held.theirs.forms
    )


def is_not_only(held: Held) -> bool:
    """True when the statement says of one only what the passage says without such a word; "only" before a number only judges it."""
    limits = [i for i, form in enumerate(held.mine.forms) if form in ALONE and i + 1 not in held.statement.valued]
    return bool(limits) and not LIMITED.intersection(held.theirs.forms)


def is_of_one(held: Held) -> bool:
    """True when the statement says of several what the passage says of one or few only."""
    several = SEVERAL.intersection(held.mine.forms).difference(held.theirs.forms)
    return bool(several) and bool(FEW.intersection(held.theirs.forms).difference(held.mine.forms))


def is_with_exception(held: Held) -> bool:
    """True when the statement says of all what the passage says but for some ("daily", "daily except Monday")."""
    whole = any(form in UNIVERSAL | {"daily", "always"} for form in held.mine.forms)
    return whole and any(e.whole for e in exclusions_of(held.theirs)) and not exclusions_of(held.mine)


def universals_of(sentence: Sentence) -> tuple[int, ...]:
    """The words of a sentence that say a thing of every one; "both" before two names only lists them."""
    found = (i for i, form in enumerate(sentence.forms) if form in UNIVERSAL)
    return tuple(i for i in found if sentence.form(i) != "both" or i + 1 not in sentence.named)
