"""Do two places say that different things were done to one thing at one time?

Looked at, by `sourcecheck scan`: words that say what became of a law, a body or a project ("extended", "reinstated", "suspended") with
the thing they stand beside. Two of one field that exclude each other are told when both stand beside the same two rare words at least,
of which one is a name or a number, both sentences give a time and it may be the same, neither word is denied, planned or asked for,
and no sentence holds the other's word too. Where one gives no time, more and rarer words must be the same.

Cannot see: things that are named in other words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Severity
from claims.values import When
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import COMMON, Observations, spelled
from compare.text.frames import frames_of
from compare.text.sentence import sentence_of
from compare.text.status_verbs import excludes, groups_by_stem
from compare.values.relations import Relation, relate_dates

CODE = "SRC416"
NAME = "state"

BESIDE, RARE, SHARED, HEAVY, HEAVIEST = 6, 0.5, 2, 1.2, 2.0
"""Words on either side of a status that may name its thing; the weight from which a word is rare; how many of them two places share, and
what these weigh together, and where one of them tells no time."""


@dataclass(frozen=True)
class Told:
    """What a sentence says was done: the word of it, its group, the rare words beside it, those of them that are names
    or numbers, the times of the sentence.
    """

    entry: Entry
    word: int
    group: str
    near: Mapping[str, float]
    named: frozenset[str]
    times: Sequence[When]


def find(read: Observations) -> Iterator[Finding]:
    """The states of one thing that exclude each other."""
    told = [one for entry in read.entries if is_prose(entry) for one in _told(entry, read)]
    where: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        met = {i for key in one.near if len(where[key]) <= COMMON for i in where[key]}
        for i in sorted(met):
            if _excludes(told[i], one):
                yield _finding(told[i], one)
        for key in one.near:
            where[key].append(number)


def _told(entry: Entry, read: Observations) -> Iterator[Told]:
    times = [r.value for r in entry.dates if isinstance(r.value, When)]
    words = entry.folded.words
    groups = {i: group for i, word in enumerate(words) if (group := groups_by_stem().get(word.stem))}
    dated = {i for i, w in enumerate(words) if any(r.start <= w.start < r.end for r in entry.dates)}
    frames = frames_of(sentence_of(entry.passage.text)) if groups else ()
    for i, group in groups.items():
        if frames[i].denied or frames[i].mode:
            continue
        beside = range(max(0, i - BESIDE), min(len(words), i + BESIDE + 1))
        free = [k for k in beside if k not in groups and k not in dated and words[k].form not in STOP]
        keys = {root(words[k].stem) for k in free}
        named = frozenset(root(words[k].stem) for k in free if not entry.passage.text[words[k].start].islower())
        near = {key: read.weights[key] for key in keys if read.weights.get(key, 0.0) >= RARE}
        if len(near) >= SHARED:
            yield Told(entry, i, group, near, named & near.keys(), times)


def _excludes(one: Told, other: Told) -> bool:
    shared = one.near.keys() & other.near.keys()
    numbers = [{key for key in told.named if key.isdigit()} for told in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    if one.entry is other.entry or not excludes(one.group, other.group) or len(shared) < SHARED:
        return False
    own = [{groups_by_stem().get(w.stem) for w in told.entry.folded.words} for told in (one, other)]
    timed = one.times and other.times
    heavy = sum(one.near[key] for key in shared) >= (HEAVY if timed else HEAVIEST)
    return (
        heavy
        and bool(one.named & other.named)
        and other.group not in own[0]
        and one.group not in own[1]
        and (not timed or _at_one_time(one, other))
    )


def _at_one_time(one: Told, other: Told) -> bool:
    return any(relate_dates(a, b) is not Relation.OTHER for a in one.times for b in other.times)


def _finding(one: Told, other: Told) -> Finding:
    words = [told.entry.folded.words[told.word] for told in (one, other)]
    places = tuple(place_at(t.entry, w.start, w.end) for t, w in zip((one, other), words, strict=True))
    shared = spelled(one.entry, one.near.keys() & other.near.keys())
    timed = "both sentences tell of one time" if one.times and other.times else "nothing tells of two times"
    why = f"both stand beside {shared}, and {timed}"
    return Finding(CODE, f"{said(places)}: {shared}", Severity.MEDIUM, places, why, len(shared))
