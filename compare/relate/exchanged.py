"""Whether two things have exchanged what hangs them on the rest: "a statue of A by B" is none "of B by A"."""

from collections.abc import Iterator
from itertools import pairwise

from compare.relate.held import Held
from compare.relate.identity import places_of
from compare.text.arguments import governor_of
from compare.text.groups import preposition_of
from compare.text.sentence import Sentence

GENITIVE = "'s"


def is_exchanged(held: Held) -> bool:
    """True when two names of the statement each hang in the passage as the other does in the statement, and not as they do there."""
    hung = list(_hung(held))
    return any(a[0] == b[1] and a[1] == b[0] and a[0] != a[1] for a in hung for b in hung)


def _hung(held: Held) -> Iterator[tuple[str, str]]:
    """By what each name with one place in the passage hangs, in the statement and there; "" for nothing."""
    for k in (k for k in held.asked if held.mine.is_capital(k)):
        link = held.links.get(k)
        if link and len(link.places) == 1:
            mine, there = _tie(held.mine, k), _tie(held.theirs, link.places[0])
            if GENITIVE in (mine, there) or (mine and there):
                yield mine, there


def _tie(sentence: Sentence, k: int) -> str:
    end = next((run[-1] for run in sentence.runs if k in run), k)
    if sentence.form(end + 1) == "s" and end + 1 not in sentence.content:
        return GENITIVE
    at = preposition_of(sentence, k)
    return sentence.form(at) if at is not None else ""


def is_with_other_of_two_verbs(held: Held) -> bool:
    """True when a name stands with one verb of the statement, and in the passage with another of its verbs."""
    verbs = {i: held.links[i].places for i in held.mine.verbs if i in held.links}
    for run in held.runs:
        places = held.links[run[-1]].places if run[-1] in held.links else ()
        own = governor_of(held.mine, run[0], run[-1])
        if own not in verbs or not places or run[0] < own:
            continue
        there = {governor_of(held.theirs, j, j) for j in places if j > min(verbs[own], default=0)}
        others = {j for i, found in verbs.items() if i != own for j in found} - set(verbs[own])
        if there and there <= others:
            return True
    return False


def is_between_others(held: Held) -> bool:
    """True when what the statement sets between two things is, in the passage, one of two that another thing stands between."""
    mine, theirs = (_between(sentence) for sentence in (held.mine, held.theirs))
    if not mine or not theirs:
        return False
    linked = {k: held.links[k].places for k in held.asked if k in held.links and k not in held.mine.verbs}
    return any(places and k not in mine and theirs.issuperset(places) for k, places in linked.items())


def _between(sentence: Sentence) -> frozenset[int]:
    """The words of "A and B" behind "between"."""
    at = next((i for i, form in enumerate(sentence.forms) if form == "between"), None)
    if at is None:
        return frozenset()
    ends = next(
        (i for i in range(at + 1, len(sentence.forms)) if i in sentence.verbs or sentence.between(i).strip()),
        len(sentence.forms),
    )
    return frozenset(range(at + 1, ends))


def is_paired_otherwise(held: Held) -> bool:
    """True when one of two names that "and" joins in the statement stands in the passage with another, and the second apart."""
    for pair in _chains(held.mine):
        if len(pair) != 2:
            continue
        for one, other in (pair, pair[::-1]):
            places, away = (places_of(held, frozenset(run)) for run in (one, other))
            chain = next((c for c in _chains(held.theirs) if any(places & set(run) for run in c)), ())
            if away and chain and not any(away & set(run) for run in chain):
                return True
    return False


def _chains(sentence: Sentence) -> list[tuple[tuple[int, ...], ...]]:
    """The names that commas and "and" join to one another, "and" at least once."""
    chains: list[list[tuple[int, ...]]] = []
    for run in sentence.runs:
        link = _joint(sentence, chains[-1][-1][-1], run[0]) if chains else ""
        if link:
            chains[-1].append(run)
        else:
            chains.append([run])
    return [tuple(chain) for chain in chains if any(_joint(sentence, a[-1], b[0]) == "and" for a, b in pairwise(chain))]


def _joint(sentence: Sentence, last: int, first: int) -> str:
    """What alone stands between two names: a comma or "and"; "" for anything else."""
    if first == last + 1:
        return "," if sentence.between(first).strip() == "," else ""
    return "and" if first == last + 2 and sentence.form(last + 1) == "and" else ""
