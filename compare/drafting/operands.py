"""Where one source gives the figures that a draft's figure was worked out of: in one passage, or in two for the two times named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from claims.edtf import overlaps, parse_edtf
from claims.values import Amount, Bound, When
from compare.drafting.derivations import PAIRED, Derived, Operand, Way
from compare.evidence.place import Place
from compare.facts.folded_passage import Entry
from compare.facts.stated import root, roots
from compare.scanning.differences import CHANGED, DOWN, FROM, TO, UP
from compare.scanning.figures import Figure, figures_of, is_prose
from compare.scanning.sums import PARTIAL
from compare.search.index import Index, Proposal
from compare.stating.anchors import Anchors, anchors_of, nearest_entries
from compare.stating.assertions import Assertion
from compare.stating.sentences import Sentence
from compare.values.in_words import say
from compare.values.units import canonical, is_measure

NEARLY = 0.8
"""The share of what a sentence says around a figure that the passage of its operands must hold."""
WORKING = re.compile(
    rf"{UP}|{DOWN}|number|total|totall?(?:ed|ing)|altogether|together|combined|average|averaged|averaging|share|rate|percent|cent|per",
    re.IGNORECASE,
)
"""Words that tell how a figure was worked out; no passage needs to hold them."""
PRONOUNS = ("one",)
"""Numbers that may stand for a thing ("the old one")."""
WHOLE = re.compile(r"(?:^|[^\w]) ?of (?:the |its |their |his |her |all )*$", re.IGNORECASE)
PART_OF = re.compile(r"\s*(?:out )?of (?:the |its |their |his |her |all |a total of )*$", re.IGNORECASE)
"""What stands before a whole whose part follows, and between a part and its whole."""


@dataclass(frozen=True)
class Operands:
    """Figures of one source in the order they are worked with; whole: their passages hold all words around it."""

    operands: tuple[Operand, ...]
    whole: bool


@dataclass(frozen=True)
class Near:
    """A passage that says what the sentence says around its figure: its exact figures, its dates; whole: it holds all of it."""

    entry: Entry
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    whole: bool


def operands_of(derived: Derived, assertion: Assertion, sentence: Sentence, index: Index) -> list[Operands]:
    """Every way in which a source gives the figures, in the order of the sources."""
    times = [end for a in sentence.assertions if isinstance(a.value, When) for end in _ends(a.value)]
    named = frozenset(canonical(word.form) for word in sentence.folded.words)
    near = list(_near(assertion, sentence, index))
    found = [
        Operands(tuple(_operand(figure, index) for figure in figures), passage.whole)
        for passage in near
        if all(any(overlaps(time, date) for date in passage.dates) for time in times)
        for figures in _inside(derived, passage, named)
    ]
    if derived.way in PAIRED and len(times) == 2:
        pairs = _between(derived, near, sorted(times, key=lambda time: time.first), named)
        found += [Operands((_operand(a, index), _operand(b, index)), whole) for a, b, whole in pairs]
    return found


def _ends(when: When) -> list[When]:
    """Both ends of a time that is written from one to the other; else the time."""
    ends = when.edtf.split("/")
    return [parse_edtf(end) for end in ends] if len(ends) == 2 and all(end.strip(".") for end in ends) else [when]


def _operand(figure: Figure, index: Index) -> Operand:
    entry, said = figure.entry, Amount(figure.number, figure.number, figure.unit, step=figure.step)
    following = index.following(index.numbers[id(entry)])
    (start, end), focus = Proposal(entry, 100.0, 1.0, None, following).show(figure.start, figure.end)
    return Operand(figure.number, figure.unit, figure.step, Place(entry.document, start, end, focus, say(said)))


def _near(assertion: Assertion, sentence: Sentence, index: Index) -> Iterator[Near]:
    """The passages of prose that hold the names of a sentence and nearly all that it says, values and words of working aside."""
    words = sentence.folded.words
    aside = {w.stem for i, w in enumerate(words) if i in sentence.valued or WORKING.fullmatch(w.form)}
    anchors: Anchors = {s: w for s, w in anchors_of(assertion, sentence, index).items() if s not in aside}
    total = sum(anchors.values())
    named = {root(stem) for stem in sentence.named if stem not in aside}
    for i in nearest_entries(anchors, index) if total else ():
        entry = index.entries[i]
        here = roots(entry.stems)
        lacking = [weight for stem, weight in anchors.items() if root(stem) not in here]
        if sum(lacking) <= (1 - NEARLY) * total and is_prose(entry) and named <= roots(entry.stems | entry.around):
            dates = tuple(r.value for r in entry.event_dates if isinstance(r.value, When))
            yield Near(entry, figures_of(entry), dates, not lacking)


def _inside(derived: Derived, near: Near, named: frozenset[str]) -> Iterator[tuple[Figure, ...]]:
    """The figures of one passage."""
    if derived.way is Way.SHARE:
        yield from _part_and_whole(near) if near.whole else ()
        return
    for unit in dict.fromkeys(f.unit for f in near.figures):
        figures = _of_unit(near, unit)
        if not (figures and _is_asked(derived, unit, near, named)):
            continue
        if derived.way in PAIRED:
            pair = _in_order(near, figures) if len(figures) == 2 and (unit or _from_to(*figures)) else None
            yield from (pair,) if pair else ()
        elif len(figures) >= 2 and not PARTIAL.search(near.entry.passage.text):
            yield figures


def _of_unit(near: Near, unit: str) -> tuple[Figure, ...]:
    """The figures of a unit, with those that name none where it is the only one; none where one of them is not exact."""
    units = {f.unit for f in near.figures if f.unit and f.unit != "percent"}
    alone = unit != "percent" and units <= {unit}
    taken = [r.value for r in near.entry.amounts if isinstance(r.value, Amount) and r.value.unit == unit]
    if not all(value.low == value.high and value.bound is Bound.EXACT for value in taken) or (not unit and units):
        return ()
    bare = [f for f in near.figures if alone and not f.unit and _words(f) not in PRONOUNS]
    return tuple(f for f in near.figures if (f.unit == unit and unit) or f in bare)


def _words(figure: Figure) -> str:
    return figure.entry.passage.text[figure.start : figure.end].lower()


def _is_asked(derived: Derived, unit: str, near: Near, named: frozenset[str]) -> bool:
    """True for a unit that the figure of the draft may be worked out of: its own, one that the sentence names, or of what has grown."""
    if unit == "percent":
        return derived.amount.unit in ("percent", "percentage_point") and derived.way is Way.AVERAGE
    is_named = not unit or is_measure(unit) or unit in named
    if derived.way is Way.GROWTH:
        return is_named or bool(CHANGED.search(near.entry.passage.text))
    return unit == derived.amount.unit or (not derived.amount.unit and is_named)


def _in_order(near: Near, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures, the earlier first, as the words between them or their dates tell; None where neither does."""
    first, second = figures
    text = near.entry.passage.text
    if _from_to(first, second):
        return first, second
    if FROM.search(text[: second.start]) and not FROM.search(text[: first.start]):
        return second, first
    dates = [r for r in near.entry.event_dates if isinstance(r.value, When)]
    if len(dates) != 2:
        return None
    marks = sorted([(f.start, "f") for f in figures] + [(r.start, "d") for r in dates])
    one, other = (r.value for r in dates)
    if (
        "".join(mark for _, mark in marks) not in ("fdfd", "dfdf")
        or not isinstance(one, When)
        or not isinstance(other, When)
    ):
        return None
    if one.last < other.first:
        return first, second
    return (second, first) if other.last < one.first else None


def _from_to(first: Figure, second: Figure) -> bool:
    text = first.entry.passage.text
    return bool(FROM.search(text[: first.start]) and TO.search(text[first.end : second.start]))


def _part_and_whole(near: Near) -> Iterator[tuple[Figure, Figure]]:
    """ "108 of the 400 members", and "Of the 400 members 108 voted"."""
    text = near.entry.passage.text
    for one, other in pairwise(near.figures):
        between = text[one.end : other.start]
        if PART_OF.fullmatch(between) and one.number < other.number:
            yield one, other
        elif (
            WHOLE.search(text[: one.start])
            and len(near.figures) == 2
            and other.number < one.number
            and _goes(one, other)
        ):
            yield other, one


def _goes(whole: Figure, part: Figure) -> bool:
    return part.unit in ("", whole.unit)


def _between(
    derived: Derived, near: Sequence[Near], times: Sequence[When], named: frozenset[str]
) -> Iterator[tuple[Figure, Figure, bool]]:
    """Of each source, a figure of the one time with one of the other, each the only one of its unit in a passage of that time."""
    if overlaps(*times):
        return
    for document in dict.fromkeys(id(n.entry.document) for n in near):
        own = [n for n in near if id(n.entry.document) == document]
        then, now = (list(_of_time(derived, own, time, named)) for time in times)
        for (before, a), (after, b) in product(then, now):
            if before.unit == after.unit:
                yield before, after, a and b


def _of_time(
    derived: Derived, near: Sequence[Near], time: When, named: frozenset[str]
) -> Iterator[tuple[Figure, bool]]:
    for passage in near:
        if passage.dates and all(overlaps(time, date) for date in passage.dates):
            for unit in dict.fromkeys(f.unit for f in passage.figures if f.unit):
                figures = _of_unit(passage, unit)
                if len(figures) == 1 and _is_asked(derived, unit, passage, named):
                    yield figures[0], passage.whole
