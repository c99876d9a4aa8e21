"""How sure it is that two places contradict each other: what speaks for one subject, and what for two.

A strength has no unit. It grows with the weight of the words the two places share (an idf of 1 to 2 a word in a short document);
`score` turns it into 0 to 100. The factors were set on labelled documents with one edited copy of a statement each, and are
about right, not exact: halving or doubling any of them changes few rankings.
"""

import math

from claims.values import Amount, When
from compare.scanning.clashes import clash
from compare.scanning.sayings import Saying, Sayings
from compare.scanning.subjects import Subject, shared
from compare.scanning.swaps import Swap

OVERLAP = 0.5
"""How much it counts what share of the lighter passage the other holds."""
COPIED = 2.0
"""The same for two sentences that differ in a word."""
EVEN = 3.2
"""The strength at which a pair is as likely right as wrong: a score of 50."""
PASSAGE = 0.15
"""What a word counts that the two passages share anywhere, beside those near both marks."""
AGREEING = 1.0
"""What each other value counts that the two passages share."""
ANSWERED = 0.1
"""One of the two values stands in the other passage too, so it may belong to something else there."""
ESTABLISHED = 0.6
"""Both values stand in further passages: then they are likely of two things."""
PARALLEL = 0.8
"""For each further value in which the passages differ: sentences that differ in all their values are of two things."""
BARE = 0.8
"""A number that counts nothing named."""
EVENTS = 0.5
"""Two dates: most often those of two events. Not where one looks like a slip of the pen for the other."""
OUTLIER = 4.0
"""Such a slip, where the other date stands in `MANY` more places."""
MANY = 3
OTHERS = 0.6
"""Beside each value stands a name that the other passage does not hold."""
DATED = 0.6
"""The passages give different dates beside the amounts."""
FAR = 0.5
"""An amount more than `FACTOR` times the other, unless the digits are the same (a slip of scale)."""
FACTOR = 20


def score(strength: float) -> float:
    """A strength as a score from 0 to 100."""
    return round(100 * strength / (strength + EVEN), 1)


def strength_of_marks(one: tuple[Saying, Subject], other: tuple[Saying, Subject], sayings: Sayings) -> float:
    """How surely two marks of two passages contradict each other, 0 when they do not."""
    (here, a), (there, b) = one, other
    hard = clash(a.mark, b.mark)
    if not hard or (there.holds(a.mark) and here.holds(b.mark)):
        return 0.0
    alike = shared(a, b) + PASSAGE * sayings.weights.total(here.words & there.words)
    if not alike:
        return 0.0
    alike += AGREEING * sum(there.holds(subject.mark) for subject in here.subjects)
    return hard * alike * math.pow(overlap(here, there, sayings), OVERLAP) * _doubt(one, other, sayings)


def strength_of_swap(here: Saying, there: Saying, swap: Swap, sayings: Sayings) -> float:
    """How surely two sentences that differ in a word contradict each other."""
    alike = swap.weight + PASSAGE * sayings.weights.total(here.words & there.words)
    return alike * math.pow(overlap(here, there, sayings), COPIED)


def overlap(here: Saying, there: Saying, sayings: Sayings) -> float:
    """The share of the lighter passage's weight that the other holds, 0 to 1."""
    common = sayings.weights.total(here.words & there.words)
    return min(1.0, common / max(0.1, min(here.weight, there.weight)))


def _doubt(one: tuple[Saying, Subject], other: tuple[Saying, Subject], sayings: Sayings) -> float:
    """What the signs that two marks are of two things leave, 0 to 1."""
    (here, a), (there, b) = one, other
    doubt = ANSWERED if there.holds(a.mark) or here.holds(b.mark) else 1.0
    doubt *= ESTABLISHED if sayings.elsewhere[a.mark] and sayings.elsewhere[b.mark] else 1.0
    doubt *= OTHERS if a.names - there.words and b.names - here.words else 1.0
    doubt *= PARALLEL ** max(0, min(_differing(here, there, a), _differing(there, here, a)) - 1)
    return doubt * (
        _doubt_of_amounts(one, other) if isinstance(a.mark.value, Amount) else _doubt_of_dates(a, b, sayings)
    )


def _differing(here: Saying, there: Saying, like: Subject) -> int:
    """How many marks of the kind of `like` the other passage does not hold."""
    kind = type(like.mark.value)
    return sum(isinstance(s.mark.value, kind) and not there.holds(s.mark) for s in here.subjects)


def _doubt_of_amounts(one: tuple[Saying, Subject], other: tuple[Saying, Subject]) -> float:
    (here, a), (there, b) = one, other
    doubt = BARE if isinstance(a.mark.value, Amount) and not a.mark.value.unit else 1.0
    dated = [[s.mark for s in saying.subjects if isinstance(s.mark.value, When)] for saying in (here, there)]
    if all(dated) and not any(there.holds(mark) for mark in dated[0]):
        doubt *= DATED
    return doubt * (FAR if _are_far(a, b) else 1.0)


def _are_far(one: Subject, other: Subject) -> bool:
    a, b = one.mark.value, other.mark.value
    if not isinstance(a, Amount) or not isinstance(b, Amount):
        return False
    small, large = sorted((abs(a.low), abs(b.low)))
    return large > FACTOR * small and f"{small:e}"[:5] != f"{large:e}"[:5]


def _doubt_of_dates(a: Subject, b: Subject, sayings: Sayings) -> float:
    one, other = a.mark.value, b.mark.value
    if not isinstance(one, When) or not isinstance(other, When):
        return 1.0
    if is_slip(one, other):
        counts = sorted((sayings.elsewhere[a.mark], sayings.elsewhere[b.mark]))
        return OUTLIER if counts[0] == 0 and counts[1] >= MANY else 1.0
    return EVENTS


def is_slip(one: When, other: When) -> bool:
    """True for dates with the same month and day in years that differ in one figure ("August 7-8, 2028", "August 8, 2025")."""
    years, ends = (one.edtf[:4], other.edtf[:4]), (one.edtf[-6:], other.edtf[-6:])
    return ends[0] == ends[1] and ends[0][0] == "-" and sum(x != y for x, y in zip(*years, strict=True)) == 1
