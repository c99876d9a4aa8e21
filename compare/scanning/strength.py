"""How sure it is that two places contradict each other.

A strength has no unit. It grows with the weight of the words the two places share (an idf of 1 to 2 a word in a short document)
and shrinks with the signs that they speak of two things (`doubts`); `score` turns it into 0 to 100.
"""

import math

from compare.scanning.clashes import clash
from compare.scanning.doubts import doubts
from compare.scanning.marked_passages import MarkedPassage, MarkedPassages
from compare.scanning.meeting import Meeting
from compare.scanning.pairs import Clash
from compare.scanning.subjects import content, shared
from compare.scanning.swaps import Swap

OVERLAP = 0.5
"""How much it counts what share of the lighter passage the other holds."""
COPIED = 3.0
"""The same for two sentences that differ in a word."""
EVEN = 3.2
"""The strength at which a pair is as likely right as wrong: a score of 50."""
PASSAGE = 0.15
"""What a word counts that the two passages share anywhere, beside those near both marks."""
AGREEING = 1.0
"""What each other value counts that the two passages share."""


KNOWN = 0.4
"""Names that differ, both known from `KNOWN_IN` passages and more: then each may well stand in a sentence of its own."""
KNOWN_IN = 4


def score(strength: float) -> float:
    """A strength as a score from 0 to 100."""
    return round(100 * strength / (strength + EVEN), 1)


def strength_of_marks(meeting: Meeting) -> float:
    """How surely two marks of two passages contradict each other, 0 when they do not."""
    here, there, marked = meeting.here, meeting.there, meeting.marked
    hard = 0.0 if all(meeting.answers) else clash(*meeting.values)
    if not hard:
        return 0.0
    common = marked.weights.total(here.words & there.words)
    alike = shared(meeting.one, meeting.other) + PASSAGE * common
    if not alike:
        return 0.0
    alike += AGREEING * sum(marked.holds(there, subject.mark.value) for _, subject in here.subjects)
    return hard * alike * math.pow(overlap(here, there, common), OVERLAP) * math.prod(doubts(meeting))


def strength_of_swap(here: MarkedPassage, there: MarkedPassage, swap: Swap, marked: MarkedPassages) -> float:
    """How surely two sentences that differ in a word contradict each other."""
    common = marked.weights.total(here.words & there.words)
    alike = (swap.weight + PASSAGE * common) * math.pow(overlap(here, there, common), COPIED)
    names = [content(here.entry, swap.one), content(there.entry, swap.other)] if swap.clash is Clash.NAME else []
    return alike * (KNOWN if names and all(marked.together(name) >= KNOWN_IN for name in names) else 1.0)


def overlap(here: MarkedPassage, there: MarkedPassage, common: float) -> float:
    """The share of the lighter passage's weight that is common to both, 0 to 1."""
    return min(1.0, common / max(0.1, min(here.weight, there.weight)))
