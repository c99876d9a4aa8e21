"""The signs that two values which stand among the same words are of two things all the same, each with what it leaves of the strength.

The factors are about right, not exact; they were set on texts of several kinds whose findings were read one by one.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product

from claims.values import Amount, Resolution, Value, When
from compare.facts.stated import root
from compare.fold import STOP
from compare.relate.values import PART_BEFORE, PART_BEHIND
from compare.scanning.clashes import bounds_one_number, clash, confirms, is_one_slip
from compare.scanning.observations import Observation, Observations, tokens
from compare.text.names_and_negation import names
from compare.values.dating.edges import edge_of
from compare.values.relations import Relation, relate_dates
from seeds.model import PassageKind

LEFT = {
    "answered": 0.1,  # one of the two values stands in the other passage too, so it belongs to something else there
    "next": 0.3,  # one stands a few sentences behind the other: a writer who has given a value adds another thing's
    "listed": 0.4,  # two items of lists in one source: each is of its own thing
    "field": 0.2,  # one stands behind a label in its source ("Price: $40"): the label says of what, or it is said elsewhere
    "labelled": 0.1,  # things of one sort are told apart by a letter or a number ("arm A", "arm B")
    "named": 0.4,  # beside each value stands a name of which the other passage holds no word
    "period": 0.2,  # both passages tell a time, and not the same
    "now": 0.1,  # one tells of its own day ("now", "has reached"), and the sources are of different days,
    "undated": 0.4,  # or nobody knows of which
    "series": 0.2,  # two dates beside amounts that differ too: figures of two years
    "parallel": 0.7,  # for each further value in which the passages differ,
    "parallel here": 0.5,  # and that in one source
    "part": 0.1,  # one is a part, or one more, or a whole of which something else is a part ("another 40", "of the 90 boats")
    "edge": 0.4,  # one date begins or ends a time, the other does not, or the other end
    "distance": 0.1,  # one length of time is a distance ("five years later"), the other is not
    "attribute": 0.5,  # one date belongs to a noun ("the 2019 agreement"), the other tells when something was done
    "as of": 0.1,  # one is the day of which something is told, the other tells when it was done
    "event": 0.4,  # dates neither near each other nor alike but for a slip: most often those of two events
    "far": 0.5,  # an amount many times the other, unless the digits are the same (a slip of scale)
}
SENTENCES, FACTOR, NEARBY = 8, 10, 8
"""Sentences between two values of one writer's thought; times that make an amount far; words from a value to its names."""
REPEATED = 0.75
"""The share of a passage's weight around a value that makes another passage a repetition of it."""
DAYS, YEARS, YEAR = 31, 2 * 366, 365
"""Days between two dates that give day or month, and between two others, that may be of one event."""
NOW = re.compile(
    r"\b(?:has|have|now|to-?day|tomorrow|yesterday|currently|already|so far|to date"
    r"|this (?:week|month|year|morning|evening)|(?:past|last|next) (?:\w+ )?(?:day|week|month|year|winter|spring|summer|autumn|fall)s?)\b",
    re.IGNORECASE,
)
FIELD = re.compile(r"(?:[^\s:.]+ ){0,7}[^\s:.]+:\s")
LABEL = re.compile(r"\b([A-Za-z]{3,}) ([A-Z]|\d{1,2}|[IVX]{1,4})\b(?![.,]\d|\s?%| per)")
WHOLE = re.compile(r"\bof (?:the|these|those|all|its|their) $")
SO_FAR = re.compile(r"\b(?:already|so far|to date|in total|altogether|since then|by then)\b", re.IGNORECASE)
AWAY = re.compile(r" (?:ago|later|earlier|after|before|since|from now|prior)\b")
OF_NOUN = re.compile(r"\b(?:an?|the|its|his|her|their|this|that) $", re.IGNORECASE)

AMOUNT_SIGNS: tuple[tuple[str, Callable[[Observation], object]], ...] = (
    ("part", lambda o: bool(PART_BEHIND.match(o.text, o.span[1]) or PART_BEFORE.search(o.before))),
    ("part", lambda o: bool(SO_FAR.search(o.text))),
    ("part", lambda o: bool(WHOLE.search(o.before))),
    ("distance", lambda o: bool(AWAY.match(o.text, o.span[1]))),
)
DATE_SIGNS: tuple[tuple[str, Callable[[Observation], object]], ...] = (
    ("edge", lambda o: edge_of(o.text, o.span[0])),
    ("as of", lambda o: o.before.lower().endswith("as of ")),
    ("attribute", lambda o: bool(OF_NOUN.search(o.before))),
)
"""What a sign is told by, where it holds of one side only."""


def doubts(one: Observation, other: Observation, read: Observations) -> Iterator[float]:
    """The factors that apply to two observations whose values clash."""
    here = one.source == other.source
    for sign, holds in SIGNS:
        if holds(one, other, read, here):
            yield LEFT[sign]
    yield from _of_times(one, other)
    differing = min(_differing(one, other, read), _differing(other, one, read))
    yield LEFT["parallel here" if here else "parallel"] ** max(0, differing - 1)
    yield from (LEFT[sign] for sign, holds in _of_values(one, other, read) if holds)


def _are_listed(one: Observation, other: Observation, read: Observations, here: bool) -> bool:
    return here and all(o.entry.passage.kind in (PassageKind.LIST_ITEM, PassageKind.ROW) for o in (one, other))


def _are_fields(one: Observation, other: Observation, read: Observations, here: bool) -> bool:
    return here and any(FIELD.match(o.text, 0, o.span[0]) for o in (one, other))


def _of_values(one: Observation, other: Observation, read: Observations) -> Iterator[tuple[str, bool]]:
    a, b, both = one.value, other.value, (one, other)
    for sign, says in AMOUNT_SIGNS if isinstance(a, Amount) else DATE_SIGNS:
        yield sign, says(one) != says(other)
    if isinstance(a, Amount) and isinstance(b, Amount):
        small, large = sorted((abs(a.low), abs(b.low)))
        yield "far", large > FACTOR * small and f"{small:e}"[:5] != f"{large:e}"[:5]
    if isinstance(a, When) and isinstance(b, When):
        gap, days = _apart(a, b), max(a.last - a.first, b.last - b.first) < DAYS
        yield "event", gap > (DAYS if days else YEARS) and not is_one_slip(a, b)
        amounts = ([o.value for o in read.by_passage[x.number] if isinstance(o.value, Amount)] for x in both)
        pairs = list(product(*amounts))
        yield "series", any(clash(*pair) for pair in pairs) and not any(confirms(*pair) for pair in pairs)


def _apart(one: When, other: When) -> int:
    """Days between two dates; where the year of one is not written, those between them in the nearest years."""
    gap = max(one.first - other.last, other.first - one.last)
    if all(when.resolution is Resolution.WRITTEN for when in (one, other)):
        return gap
    rest = gap % YEAR
    return min(rest, YEAR - rest)


def _holds(one: Observation, other: Observation, read: Observations) -> bool:
    """True when the passage of one gives the value of the other as well."""
    return any(confirms(o.value, other.value) for o in read.by_passage[one.number])


def _is_next(one: Observation, other: Observation) -> bool:
    """True for neighbouring sentences, and near ones of which neither repeats most of the other's words; not for rows, nor for a slip
    beside an equal value."""
    shared, apart = one.near.keys() & other.near.keys(), abs(one.number - other.number)
    equal = any(key.startswith("=") for key in shared) and is_one_slip(one.value, other.value)
    most = max(sum(o.near[key] for key in shared) / (sum(o.near.values()) or 1.0) for o in (one, other))
    row = one.entry.passage.row or other.entry.passage.row
    return not row and not equal and (apart <= 1 or (apart <= SENTENCES and most < REPEATED))


def _are_labelled(one: Observation, other: Observation) -> bool:
    """True when both passages label the same noun, and never alike; a value labels nothing."""
    found = []
    for o in (one, other):
        values = [(r.start, r.end) for r in (*o.entry.dates, *o.entry.amounts)]
        labels = (m for m in LABEL.finditer(o.text) if not any(a <= m.start(2) < b for a, b in values))
        found.append({(m[1].lower(), m[2]) for m in labels})
    nouns = [{noun for noun, _ in labels} for labels in found]
    return bool(nouns[0] & nouns[1]) and not found[0] & found[1]


def _unknown(one: Observation, other: Observation, read: Observations) -> bool:
    """True when a name near one value shares no word with the other's passage."""
    words, held = one.entry.folded.words, read.words[other.number]
    taken = {i for o in read.by_passage[one.number] for i in range(o.first, o.last + 1)}
    near = range(one.first - NEARBY, one.last + NEARBY + 1)
    runs = ([i for i in run if words[i].form not in STOP and i not in taken] for run in names(one.entry.folded))
    return any(any(i in near for i in run) and not {root(words[i].stem) for i in run} & held for run in runs)


def _of_times(one: Observation, other: Observation) -> Iterator[float]:
    """Whether the passages tell one time, as far as they tell any."""
    slip = isinstance(one.value, When) and is_one_slip(one.value, other.value)
    mine, theirs = (_times(o, slip) for o in (one, other))
    if any(_same_time(a, b) for a in mine for b in theirs):
        return
    if mine and theirs:
        yield LEFT["period"]
    if bounds_one_number(one.value, other.value):
        return  # the number is the same, so it is told of one day
    published = {o.entry.document.source.published for o in (one, other)}
    if (
        one.source != other.source
        and any(NOW.search(o.text) for o in (one, other))
        and (len(published) > 1 or "" in published)
    ):
        yield LEFT["undated" if "" in published else "now"]


def _times(o: Observation, slip: bool) -> list[Value]:
    """The times a passage tells beside a value: its dates, and how long something took.

    slip: its year may be a slip; then the dates of that year may be too, and tell no time."""
    found = [r.value for r in (*o.entry.dates, *o.entry.amounts) if not (r.start < o.span[1] and o.span[0] < r.end)]
    told = [v for v in found if isinstance(v, When) or v.unit in ("day", "week", "month", "year")]
    return [v for v in told if not (slip and isinstance(v, When) and _year(v) == _year(o.value))]


def _year(value: Value) -> str:
    return value.edtf[:4] if isinstance(value, When) else ""


def _same_time(one: Value, other: Value) -> bool:
    """True for times that may be one; a year that is not written is the other's."""
    if isinstance(one, When) and isinstance(other, When):
        inferred = one.resolution is Resolution.INFERRED
        return relate_dates(*((other, one) if inferred else (one, other))) is not Relation.OTHER
    return confirms(one, other)


def _differing(one: Observation, other: Observation, read: Observations) -> int:
    """How many values of the one passage, of this sort, the other does not give."""
    theirs = [o.value for o in read.by_passage[other.number]]
    mine = [o.value for o in read.by_passage[one.number] if type(o.value) is type(one.value)]
    if is_one_slip(one.value, other.value):  # those of the same year share the slip
        mine = [v for v in mine if v is one.value or not (isinstance(v, When) and _year(v) == _year(one.value))]
    held = {token for value in theirs for token in tokens(value)}
    return sum(not any(confirms(value, v) for v in theirs) and not held.intersection(tokens(value)) for value in mine)


SIGNS: tuple[tuple[str, Callable[[Observation, Observation, Observations, bool], bool]], ...] = (
    ("answered", lambda one, other, read, here: _holds(one, other, read) or _holds(other, one, read)),
    ("next", lambda one, other, read, here: here and _is_next(one, other)),
    ("listed", _are_listed),
    ("field", _are_fields),
    ("labelled", lambda one, other, read, here: _are_labelled(one, other)),
    ("named", lambda one, other, read, here: _unknown(one, other, read) and _unknown(other, one, read)),
)
"""The doubts of words, in the order they are asked; here: both values stand in one source."""
