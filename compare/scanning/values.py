"""Do two places give different values of one thing?

Looked at, by `sourcecheck scan`: every date and amount beside those of its kind, in the same source and in the others, that
stand among the same rare words and beside the same other values. Two that cannot both be right are told when they share three such
signs at least and nothing tells the things apart: another time, other names, a part and its whole, one more of something. What the
one says must be said of the other, too, unless one looks like a slip of the pen for the other. A source that gives the other's value
for the same is not told: it knows both.

Low: numbers so near each other that one may be the other rounded. Cannot see: values whose sentences share few words; more than
one value of a thing that changes from day to day.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claims.model import Severity
from claims.values import Amount, Bound, Value, When
from compare.facts.statement import read_statement
from compare.relate.relation import Relation
from compare.relate.values import relate_other
from compare.scanning.clashes import bounds_one_number, clash, confirms, is_one_slip
from compare.scanning.doubts import doubts
from compare.scanning.figures import is_mistyped
from compare.scanning.finding import Finding, Place, place_at, said
from compare.scanning.observations import Observation, Observations, year_beside
from compare.values.in_words import say

CODE = "SRC402"
NAME = "contradiction"

SIGNS, RIVAL, BEST, UNSAID = 3, 0.6, 0.8, 0.5
"""How many words and other values two observations share at least, a value counting two; how near, beside them, a source must give the
other's value to know both, and another that clashes to be the one meant; what is left where neither passage says of its value what the
other says."""
NUMBER = 0.5
"""How much it counts that both bound one number, as "up to 40 cents" and "40 cents or more" do."""
MEDIUM, HIGH = 0.33, 0.55
"""The strength from which a pair is told, and from which it is grave."""
NEAR = 0.1
"""How far two numbers, one of them vague, may lie apart to be one."""
SHOWN, NAMED = 12, 5
"""How many more places are shown for each side, and how many of the words that both share are named."""


@dataclass(frozen=True)
class Pair:
    """Two observations that clash. strength: 0 to about 2, how surely they are of one thing."""

    one: Observation
    other: Observation
    strength: float


@dataclass
class Held:
    """What was held against what: the clashing pairs, and for each observation those that agree and the strongest by source."""

    clashing: dict[tuple[Observation, Observation], float] = field(default_factory=dict)
    agreeing: dict[Observation, list[tuple[float, Observation]]] = field(default_factory=lambda: defaultdict(list))
    nearest: dict[tuple[Observation, str], float] = field(default_factory=lambda: defaultdict(float))

    def rival(self, one: Observation, other: Observation) -> float:
        """How near the other's source gives the value of one to the same words."""
        return max((s for s, o in self.agreeing[one] if o.source == other.source), default=0.0)


def find(read: Observations) -> Iterator[Finding]:
    """The values of one thing that differ."""
    held = hold(read)
    for pair in pairs(read, held):
        if pair.strength >= MEDIUM:
            yield _finding(pair, read, held)


def hold(read: Observations) -> Held:
    """Every observation held against those of its kind that share rare words with it."""
    held = Held()
    for one in read.all:
        for other in read.beside(one):
            strength = alike(one, other)
            if confirms(one.value, other.value):
                held.agreeing[one].append((strength, other))
            elif clash(one.value, other.value) and not _of_one_table(one, other):
                first, second = sorted((one, other), key=lambda o: (o.number, o.span))
                held.clashing[first, second] = strength
                held.nearest[one, other.source] = max(held.nearest[one, other.source], strength)
    return held


def pairs(read: Observations, held: Held, sure: bool = True) -> Iterator[Pair]:
    """The clashing pairs with their strengths.

    sure: only those that share `SIGNS`, are the nearest to each other and strong enough to be told; doubts make none stronger.
    """
    for (one, other), strength in held.clashing.items():
        shared = one.near.keys() & other.near.keys()
        signs = len(shared) + any(key.startswith("=") for key in shared)
        slip = isinstance(one.value, When) and is_one_slip(one.value, other.value)
        signs += one.source != other.source and slip
        signs += one.source == other.source and _is_mistyped(one.value, other.value)
        if bounds_one_number(one.value, other.value):
            signs, strength = signs + 2, strength + NUMBER
        nearest = max(held.nearest[one, other.source], held.nearest[other, one.source])
        if _knows_both(one, other, strength, held) or (
            sure and (signs < SIGNS or strength < max(MEDIUM, 0.0 if slip else BEST * nearest))
        ):
            continue
        strength *= _left(strength, doubts(one, other, read), MEDIUM if sure else 0.0)
        doubtful = MEDIUM <= strength < HIGH / UNSAID  # what is stronger is grave all the same
        if doubtful and not _is_slip(one.value, other.value) and not _says_the_same(one, other, read):
            strength *= UNSAID
        yield Pair(one, other, strength)


def _left(strength: float, factors: Iterable[float], least: float) -> float:
    """What doubts leave of a strength, 0 to 1; they are looked for no further once it falls below the least."""
    left = 1.0
    for factor in factors:
        left *= factor
        if strength * left < least:
            break
    return left


def alike(one: Observation, other: Observation) -> float:
    """How much two observations speak of the same: what the words they share weigh, the more the fewer others there are."""
    shared = sum(math.sqrt(one.near[key] * other.near[key]) for key in one.near.keys() & other.near.keys())
    total = math.sqrt(sum(one.near.values()) * sum(other.near.values()))
    return shared * math.sqrt(shared / total) if shared else 0.0


def _knows_both(one: Observation, other: Observation, strength: float, held: Held) -> bool:
    """True when a source gives the other's value of it too; of one source, when it gives both again."""
    rivals = (held.rival(one, other), held.rival(other, one))
    return (min(rivals) if one.source == other.source else max(rivals)) >= RIVAL * strength


def _is_slip(one: Value, other: Value) -> bool:
    return is_one_slip(one, other) or bounds_one_number(one, other)


def _is_mistyped(one: Value, other: Value) -> bool:
    """True for two exact amounts in one unit of which one is the other but for one digit, or two digits in the other order."""
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.unit != other.unit:
        return False
    exact = one.low == one.high and other.low == other.high and one.step == other.step
    return exact and is_mistyped(one.low / one.step, other.low / other.step)


def _of_one_table(one: Observation, other: Observation) -> bool:
    return one.source == other.source and bool(one.entry.passage.row and other.entry.passage.row)


def _says_the_same(one: Observation, other: Observation, read: Observations) -> bool:
    """True when one of the passages says of its value what the other says of its own; of a cell, when its row has a value in common."""
    pairs = ((one, other), (other, one))
    if one.entry.passage.row or other.entry.passage.row:
        return any(key.startswith("=") for key in one.near.keys() & other.near.keys())
    related = (relate_other(read_statement(a.text), a.span, b.entry, b.span, read.weigh) for a, b in pairs)
    return any(found.relation is Relation.OTHER for found in related)


def _finding(pair: Pair, read: Observations, held: Held) -> Finding:
    one, other = pair.one, pair.other
    places = tuple(place for o in (one, other) for place in _side(o, pair, read, held))
    weights = {key: one.near[key] * other.near[key] for key in one.near.keys() & other.near.keys()}
    best = sorted(weights, key=lambda key: (-weights[key], key))[:NAMED]
    shared = ", ".join(filter(None, map(one.named, best)))
    slip = isinstance(one.value, When) and is_one_slip(one.value, other.value)
    severity = Severity.HIGH if pair.strength >= HIGH or slip else Severity.MEDIUM
    severity = Severity.LOW if _may_be_rounded(one.value, other.value) else severity
    why = f"both stand beside {shared}; nothing tells two things, times or speakers apart, and neither source gives both values"
    return Finding(CODE, f"{said(places)}: {shared}", severity, places, why, round(pair.strength, 3))


def _side(one: Observation, pair: Pair, read: Observations, held: Held) -> Iterator[Place]:
    """An observation with those that give the same as near to the same words; of a date that looks like a slip, with all that do."""
    near = [o for strength, o in held.agreeing[one] if strength >= RIVAL * pair.strength]
    slip = isinstance(one.value, When) and is_one_slip(pair.one.value, pair.other.value)
    same = (o for o in (read.all if slip else near) if o is not one and _written(o.value) == _written(one.value))
    by_passage = {o.number: o for o in same if o.number != one.number}
    for o in (one, *sorted(by_passage.values(), key=lambda o: o.number)[:SHOWN]):
        words, year = o.text[slice(*o.span)], year_beside(o.entry, o.span)
        told = say(o.value) if year or not any(map(str.isalpha, words)) else ""
        yield place_at(o.entry, *o.span, told)
        if year and slip:
            yield place_at(o.entry, year.start, year.end, told)


def _written(value: Value) -> object:
    return (value.low, value.high, value.unit) if isinstance(value, Amount) else value.edtf


def _may_be_rounded(one: Value, other: Value) -> bool:
    """True for two numbers so near each other that the vaguer may be the other rounded."""
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.unit != other.unit:
        return False
    apart, size = abs(one.low - other.low), max(abs(one.low), abs(other.low))
    vague = one.bound is not Bound.EXACT or other.bound is not Bound.EXACT or max(one.step, other.step) > apart
    return vague and 0 < apart <= NEAR * size
