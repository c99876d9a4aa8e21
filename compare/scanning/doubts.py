"""The signs that two marks are of two things, each with what it leaves of the strength, 0 to 1.

The factors were set on labelled documents with one edited copy of a statement each, and are about right, not exact: halving or
doubling any of them changes few rankings. One above 1 is a sign of the contrary.
"""

from collections.abc import Iterator

from claims.values import Amount, When
from compare.scanning.marked_passages import MarkedPassage, MarkedPassages
from compare.scanning.marks import Meant
from compare.scanning.meeting import Meeting
from compare.scanning.subjects import Subject

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
EDGES = 0.3
"""One date begins or ends a time ("since 1995", "by 2025"), the other does not, or the other end."""
OTHERS = 0.6
"""Beside each value stands a name that the other passage does not hold."""
DATED = 0.4
"""The passages give different dates beside the amounts."""
FAR = 0.5
"""An amount more than `FACTOR` times the other, unless the digits are the same (a slip of scale)."""
FACTOR = 20
UNITS = 0.6
"""Amounts in different units, or one a day and one a year."""
WHOLE = 0.6
"""One amount is said to be the whole of something, the other is not."""
FIELDS = 0.3
"""Both stand behind the same label ("Price: $40"): of what, is said elsewhere, most often of one thing here and another there."""
ONE_NUMBER = 1.4
"""Bounds of one number that exclude each other ("more than 300", "nearly 300")."""
NEXT = 0.7
"""One sentence follows the other: a writer who has just given a value adds another thing's."""
FROM_OR_TO = frozenset("since from after until till by before through".split())
WHOLES = (["of", "the"], ["of", "these"], ["of", "those"], ["of", "all"])
LABEL = 4
"""How many words a label has at most."""


def doubts(meeting: Meeting) -> Iterator[float]:
    """The factors that apply to two marks that clash."""
    here, there, (value, _) = meeting.here, meeting.there, meeting.values
    yield ANSWERED if any(meeting.answers) else 1.0
    yield ESTABLISHED if all(meeting.elsewhere) else 1.0
    yield OTHERS if meeting.one.names - there.words and meeting.other.names - here.words else 1.0
    differing = (_differing(a, b, type(value), meeting.marked) for a, b in ((here, there), (there, here)))
    yield PARALLEL ** max(0, min(differing) - 1)
    yield NEXT if abs(here.number - there.number) <= 2 else 1.0
    yield FIELDS if _label(meeting.one) and _label(meeting.one) == _label(meeting.other) else 1.0
    yield from _of_amounts(meeting) if isinstance(value, Amount) else _of_dates(meeting)


def _differing(here: MarkedPassage, there: MarkedPassage, sort: type[Meant], marked: MarkedPassages) -> int:
    """How many marks of a sort the other passage does not hold."""
    values = [subject.mark.value for _, subject in here.subjects]
    return sum(isinstance(value, sort) and not marked.holds(there, value) for value in values)


def _label(subject: Subject) -> tuple[str, ...]:
    """The words between the start of the clause and a colon just before the mark; none when there is no colon."""
    folded, mark = subject.entry.folded, subject.mark
    if not subject.entry.passage.text[: mark.start].rstrip(" $€£~*").endswith(":"):
        return ()
    before = folded.words[max(0, mark.first - LABEL) : mark.first]
    last = folded.clauses[mark.first] - 1
    return tuple(word.stem for i, word in enumerate(before, mark.first - len(before)) if folded.clauses[i] == last)


def _of_amounts(meeting: Meeting) -> Iterator[float]:
    a, b = meeting.values
    if not isinstance(a, Amount) or not isinstance(b, Amount):
        return
    yield 1.0 if a.unit else BARE
    yield DATED if _are_dated(meeting) else 1.0
    yield UNITS if a.unit and b.unit and a.unit != b.unit else 1.0
    yield WHOLE if _is_whole(meeting.one) != _is_whole(meeting.other) else 1.0
    small, large = sorted((abs(a.low), abs(b.low)))
    yield FAR if large > FACTOR * small and f"{small:e}"[:5] != f"{large:e}"[:5] else 1.0
    yield ONE_NUMBER if (a.low, a.high, a.unit) == (b.low, b.high, b.unit) and a.low not in (0, 1) else 1.0


def _is_whole(subject: Subject) -> bool:
    """True for an amount of which something else is a part: "of the 90 boats"."""
    before = subject.entry.folded.words[max(0, subject.mark.first - 2) : subject.mark.first]
    return [word.form for word in before] in WHOLES


def _are_dated(meeting: Meeting) -> bool:
    """True when both passages give dates and share none."""
    both = (meeting.here, meeting.there)
    one, other = ([s.mark.value for _, s in passage.subjects if isinstance(s.mark.value, When)] for passage in both)
    return bool(one and other) and not any(meeting.marked.holds(meeting.there, value) for value in one)


def _of_dates(meeting: Meeting) -> Iterator[float]:
    first, second = meeting.values
    if not isinstance(first, When) or not isinstance(second, When):
        return
    yield EDGES if _edge(meeting.one) != _edge(meeting.other) else 1.0
    if is_slip(first, second):
        fewer, more = sorted(meeting.elsewhere)
        yield OUTLIER if fewer == 0 and more >= MANY else 1.0
    else:
        yield EVENTS


def _edge(subject: Subject) -> str:
    """The word that makes a date the beginning or end of a time, or ""."""
    first, words = subject.mark.first, subject.entry.folded.words
    near = [words[i].form for i in (first, first - 1) if i >= 0]
    return next((form for form in near if form in FROM_OR_TO), "")


def is_slip(one: When, other: When) -> bool:
    """True for dates with the same month and day in years that differ in one figure ("August 7-8, 2028", "August 8, 2025")."""
    years, ends = (one.edtf[:4], other.edtf[:4]), (one.edtf[-6:], other.edtf[-6:])
    return ends[0] == ends[1] and ends[0][0] == "-" and sum(x != y for x, y in zip(*years, strict=True)) == 1
