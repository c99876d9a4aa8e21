"""The amounts in a prose text: find_quantities.

This module alone knows how numbers with their units (`counting.terms`) make amounts: which bound they have, which two are a range,
which carry each other's unit, and that dates, labels and names are none.

**Folded text**, which all the modules below this one read, is the text in lower case with every white space, no-break or thin,
as one space, curly apostrophes and hyphens straightened, and dates blotted out, character for character: offsets are the same.
"""

import re
from collections.abc import Iterator, Sequence

from claims.values import Amount, Bound, Reading
from compare.values.counting.bounds import bound_before, words_before
from compare.values.counting.cells import read_cells
from compare.values.counting.clocks import find_clocks
from compare.values.counting.flows import with_period
from compare.values.counting.labels import is_name_in_words, is_year, label_end
from compare.values.counting.numerals import skip_glued
from compare.values.counting.ranges import carry_back, read_joined
from compare.values.counting.terms import TRIGGER, Term, read_term

_PHONE = re.compile(r"\d+(?:[ ()-]{1,2}\d+)*")
_SPACES = "\u00a0\u202f\u2009\u2007\u200a\u2002\u2003\t\n\r\x0b\x0c"
_STRAIGHT = {**dict.fromkeys(_SPACES, " "), "’": "'", "ʼ": "'", "‐": "-", "‑": "-"}


def find_quantities(text: str, dates: Sequence[tuple[int, int]] = ()) -> tuple[Reading, ...]:
    """The amounts in a prose text, in order, none overlapping another or one of the spans `dates`.

    `text[start:end]` covers the bound, the number and its unit with what it is per: "nearly $19 billion", "more than 300 U.S.
    companies", "16 billion cubic meters of gas annually". `dates` are the spans (characters, end exclusive) already read as
    dates; without them a bare year is left out all the same. Times of day are amounts of minutes (`counting.clocks`). Ordinals,
    labels ("Section 907"), names ("Boeing 737"), citation marks and "one" as a pronoun are no amounts.
    """
    fold = _fold(text, dates)
    clocks = list(find_clocks(fold))
    fold = blot(fold, [(start, end) for start, end, _ in clocks])
    readings: list[Reading] = []
    terms: list[Term] = []
    pos = done = 0
    while match := TRIGGER.search(fold, pos):
        read, pos = _read(fold, text, match.start(), done)
        terms.extend(read)
        if read and (cells := read_cells(fold, text, read[-1])):
            readings += [*_settled(fold, terms), *cells]
            terms, pos = [], cells[-1].end
        done = pos if read else done
    told = [reading for _, _, reading in clocks if reading]
    found = (*readings, *_settled(fold, terms))
    return tuple(sorted((*found, *told), key=lambda r: r.start)) if told else found


def _fold(text: str, dates: Sequence[tuple[int, int]]) -> str:
    fold = text.replace("İ", "I").lower()  # the only capital whose small form is longer
    for char, straight in _STRAIGHT.items():
        fold = fold.replace(char, straight)
    return blot(fold, dates)


def blot(fold: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with spans of it blotted out, character for character."""
    parts, pos = [], 0
    for start, end in sorted(spans):
        parts += [fold[pos:start], "\0" * (end - max(start, pos))]
        pos = max(pos, end)
    return "".join([*parts, fold[pos:]])


def _settled(fold: str, terms: list[Term]) -> Iterator[Reading]:
    """The readings of the numbers read, with the units and bounds they have from each other."""
    for term in carry_back(fold, terms):
        bound = term.bound or (Bound.ABOUT if term.numeral.vague else Bound.EXACT)
        yield Reading(term.start, term.end, Amount(term.low, term.high, term.unit, bound, term.step))


def _read(fold: str, text: str, pos: int, done: int) -> tuple[list[Term], int]:
    """The amounts read from the number at `pos` (two for "from 18 to 14 days"), and where to read on; `done`: read so far.

    Longer than most: the order in which a number is questioned is what this module knows.
    """
    term = read_term(fold, text, pos)
    if isinstance(term, int) or term.start < done:
        return [], max(pos + 1, term if isinstance(term, int) else term.end)
    if fold[term.start] == "+" and not term.unit:
        return [], _PHONE.match(fold, pos).end()  # type: ignore[union-attr]
    if (behind := _behind_label(fold, text, term)) is not None:
        return [], max(behind, pos + 1)
    bound, start = bound_before(fold, term.start) or (None, term.start)
    if start < done or (bound is Bound.OVER and _is_during(fold, start, term, done)):
        bound, start = None, term.start
    if is_year(fold, term.numeral, _is_bounded(bound, term), term.dimension):
        return [], term.numeral.end
    before = words_before(fold, start, 2)
    joined = read_joined(fold, text, term, [word for word, _ in before], bool(bound))
    if joined is None and _breaks_off(fold, term):
        return [], skip_glued(fold, pos)
    first, *more = joined or [term]
    if before and before[-1][0] == "between" and first.low != first.high:
        start = before[-1][1]
    if before and before[-1][0] == "aged" and not first.unit:
        first = first._replace(unit="year", dimension="time")
    first = first._replace(start=start, bound=bound or first.bound)
    read = with_period(fold, start, [first, *more])
    return read, read[-1].end


def _is_bounded(bound: Bound | None, term: Term) -> bool:
    """ "about 2000 soldiers" and "more than 2000" are no years, "around 1990" is."""
    return bool(bound) and (bound is not Bound.ABOUT or bool(term.unit))


def _behind_label(fold: str, text: str, term: Term) -> int | None:
    """Where to read on behind a number that is a label or in a name; None when it is neither."""
    if not fold[term.numeral.start].isdigit() and is_name_in_words(text, term.numeral.start, term.end):
        return term.numeral.end
    return label_end(fold, text, term.numeral, bool(term.unit)) if term.dimension in ("", "counted") else None


def _is_during(fold: str, start: int, term: Term, done: int) -> bool:
    """ "$2000 over 3 years": a span of time right behind an amount, not more than three years."""
    return term.dimension == "time" and done > 0 and start - done <= 1 and fold.startswith("over ", start)


def _breaks_off(fold: str, term: Term) -> bool:
    """ "102-511", "3–1": digits joined by a dash to others that make no range with them."""
    end = term.numeral.end
    return term.end == end and fold[end : end + 1] in ("-", "–") and fold[end + 1 : end + 2].isdigit()
