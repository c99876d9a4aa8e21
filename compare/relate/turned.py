"""Words that relate two things ("longer than", "north of", "a unit of"): with their sides changed they say another thing.

"A is longer than B" is "B is shorter than A", and not "B is longer than A". Verbs have their own arguments (`relate.swaps`).
"""

from collections.abc import Iterator
from functools import lru_cache

from compare.relate.held import Held
from compare.relate.identity import places_of
from compare.relate.links import opposed
from compare.relate.relation import Related, Relation
from compare.text.arguments import arguments_of
from compare.text.sentence import Sentence
from compare.text.small_words import BE, RELATORS

THAN = "than"
OF = frozenset(("of", "to", "from"))
COMPARING = frozenset("more less fewer better worse".split())

Turn = tuple[tuple[int, ...], tuple[int, ...]]
"""The words of the statement that relate two things, and those of the passage that do."""


def turned(held: Held) -> Iterator[Related]:
    """The two things of the statement on each other's side of the word that relates them."""
    for i, j in _shared(held):
        if _sides(held, (i,), (j,)) is False:
            yield Related(Relation.SWAPPED, "has the two sides of it the other way round", (j,))


def turned_alike(held: Held) -> tuple[int, ...]:
    """The words of the statement for which the passage has the opposite, its sides changed too; none without."""
    return tuple(i for ours, theirs in _opposites(held) if _sides(held, ours, theirs) is False for i in ours)


def is_of_other_subject(held: Held) -> bool:
    """True when the passage says of another, right before the word that relates, what the statement says of one it names elsewhere."""
    for i, j in _shared(held):
        mine, theirs = _subject(held.mine, i), _subject(held.theirs, j)
        placed = [held.links[k].places for k in mine if k in held.links and held.links[k].places]
        if placed and theirs and not theirs & held.linked:
            return True
    return False


def is_turned(held: Held) -> bool:
    """True when who does it in the statement stands behind the phrase for its verb ("took over", "in succession to"), and nobody else."""
    for i in held.mine.verbs:
        link = held.links.get(i)
        if link is None or len(link.places) < 2 or set(link.places) & set(held.theirs.verbs):
            continue
        ours, last = arguments_of(held.mine, i), max(link.places)
        behind = next((set(run) for run in held.theirs.runs if last < run[0] <= last + 2), set())
        heads = frozenset(run[-1] for run in held.mine.runs)
        doers, others = places_of(held, ours.doer & heads), places_of(held, ours.done & heads)
        if behind & doers and others and not behind & others:
            return True
    return False


def _shared(held: Held) -> Iterator[tuple[int, int]]:
    for i in _relating(held.mine):
        places = held.links[i].places if i in held.links else ()
        if len(places) == 1 and places[0] in _relating(held.theirs):
            yield i, places[0]


def _opposites(held: Held) -> Iterator[Turn]:
    mine, theirs = set(_relating(held.mine)), set(_relating(held.theirs))
    for ours, others in opposed(held.mine, held.theirs) if mine and theirs else ():
        if mine.intersection(ours) and theirs.intersection(others):
            yield ours, others


@lru_cache(maxsize=20_000)
def _relating(sentence: Sentence) -> tuple[int, ...]:
    """The words that relate what stands before them to what stands behind: comparatives, and what somebody is of another."""
    compared = (i for i, form in enumerate(sentence.forms) if _compares(sentence, i, form))
    be = sentence.copula
    of = (
        i
        for i in sentence.content
        if be is not None and i > be and sentence.form(i + 1) in OF and not _parted(sentence, be, i)
    )
    return tuple(sorted({*compared, *of}))


def _compares(sentence: Sentence, i: int, form: str) -> bool:
    near = range(i + 1, min(i + 5, len(sentence.forms)))
    than = next((k for k in near if sentence.form(k) == THAN), None)
    return than is not None and (form in COMPARING or form.endswith("er")) and not _parted(sentence, i, than)


def _parted(sentence: Sentence, i: int, j: int) -> bool:
    """True when a verb, another "be" or a mark stands between two words."""
    between = range(i + 1, j + 1)
    return any(k in sentence.verbs or sentence.form(k) in BE or sentence.between(k).strip() for k in between)


def _sides(held: Held, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool | None:
    """True when what stands on each side of the statement's word stands there in the passage, False when on the other side.

    None where it stands on both or on neither.
    """
    before, behind = _subject(held.mine, ours[0]), _object(held.mine, ours[-1])
    first, last = _subject(held.theirs, theirs[0]), _object(held.theirs, theirs[-1])
    straight = _some(held, before, first) or _some(held, behind, last)
    across = _some(held, before, last) and _some(held, behind, first)
    return None if straight == across else straight


def _subject(sentence: Sentence, i: int) -> frozenset[int]:
    """The content words before a word, as far as its clause goes."""
    found = []
    for k in range(i - 1, -1, -1):
        if sentence.between(k + 1).strip() and k + 1 < i:
            break
        found.append(k)
    return _meaning(sentence, found)


def _object(sentence: Sentence, i: int) -> frozenset[int]:
    """The content words behind a word, as far as its clause goes."""
    found = []
    near = range(i + 1, min(i + 5, len(sentence.forms)))
    than = next((k for k in near if sentence.form(k) == THAN), i)
    for k in range(than + 1, len(sentence.forms)):
        if sentence.between(k).strip() or sentence.form(k) in ("but", "and", "while"):
            break
        found.append(k)
    return _meaning(sentence, found)


def _some(held: Held, mine: frozenset[int], places: frozenset[int]) -> bool:
    """True when a word of the statement stands among some words of the passage, and nowhere else."""
    return any(held.links[i].places and places.issuperset(held.links[i].places) for i in mine if i in held.links)


def _meaning(sentence: Sentence, places: list[int]) -> frozenset[int]:
    return frozenset(k for k in places if k in sentence.content and sentence.form(k) not in RELATORS)
