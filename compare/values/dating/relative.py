"""Dates counted from another date: "last August", "two years ago", "the following day", "this week", "the past decade".

This module alone knows which phrases count from the reference date and which from the date named before them in the text,
and where a missing year is taken from.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from claims.edtf import OPEN_END, OPEN_START, parse_edtf
from claims.values import Resolution, When
from compare.values.dating.steps import UNITS, nearby, of_year, shift, unit_of, weekday

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NUMBERS = {"a": 1, "an": 1, "a couple of": 2, **{word: n for n, word in enumerate([*_ONES, *_TEENS], 1)}, **_TENS}
_DAYS = {
    **{"yesterday": -1, "last night": -1, "tomorrow": 1, "earlier today": 0},
    **{"the day before yesterday": -2, "the day after tomorrow": 2},
}
_BACK = frozenset("last previous preceding prior before past earlier ago".split())
_SINGULAR = {f"{unit}s": unit for unit in UNITS} | {"centuries": "century"}

_COUNT = rf"((?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|a couple of|an?|{'|'.join(_TEENS + _ONES)}|\d{{1,3}})"
_UNIT = r"(days?|weeks?|months?|years?|decades?|century|centuries)"
_COUNTED = rf"(?<!half ){_COUNT} {_UNIT} (ago|later|earlier|from now)(?! than)"
_SPAN = rf"the (past|last|coming) (?:{_COUNT} {_UNIT}|(?!day)(week|month|year|decade|century))(?! of)"
_NEAR = r"(?:earlier |later )?(this|last|next) (week|month|year|decade|century)(?! of|-)"
_SIDE = r"(?:the )?(?:very )?(following|next|previous|preceding|prior) (day|week|month|year|decade)(?! of|-)"
_SAME = r"(?:earlier |later )?(?:(?:the|that) same|that) (day|week|month|year|decade)(?!-)"
_AFTER = r"the (day|week|month|year) (before|after)(?=[.,;:!?)]|$)"
_NEAR_DAYS = (
    r"the day (?:before yesterday|after tomorrow)|last night|earlier today|yesterday(?!,? (?:and )?today)"
    r"|(?<!of )(?<!today, )(?<!and )tomorrow(?!'s)"
)
PHRASE = "|".join((_NEAR_DAYS, _COUNTED, _SPAN, _NEAR, _SIDE, _SAME, _AFTER))
"""Pattern of the phrases that are a date by themselves, on lower-case text with plain spaces."""

POINTERS = {
    **{"last": "last", "this past": "last", "the past": "last", "past": "last"},
    **{"the previous": "before", "previous": "before", "the preceding": "before"},
    **{"next": "next", "this coming": "next", "the coming": "next", "coming": "next"},
    **{"this": "this", "the following": "after", "following": "after", "the next": "after", "that": "that"},
}
"""Words that point to one month, season or weekday among all of its name, and how: "that August" is of the year before it."""


class Surroundings(NamedTuple):
    """What a date may be counted from: the reference date, and the date and the written year read last before it."""

    reference: date | None
    previous: When | None = None
    year: int | None = None

    def after(self, when: When, words: str) -> "Surroundings":
        """Return what the next date is counted from, once `when` was read from `words`.

        A written year after the reference date is not lent: after "by 2030", "in August" is not August 2030.
        """
        years = [year for year in re.findall(r"(?:^|/)(\d{4})", when.edtf) if re.search(rf"{year}\b", words)]
        year = int(years[-1]) if years else None
        if year is None or (self.reference and year > self.reference.year):
            year = self.year
        return Surroundings(self.reference, when, year)


def with_year(template: str, around: Surroundings) -> str:
    """Return `XXXX-12-09` with the year written last before it, else the year of the latest such day up to the reference.

    Without either the template comes back as it is.
    """
    if around.year:
        return of_year(template, around.year)
    if not around.reference:
        return template
    day = around.reference.toordinal()
    return max((edtf for edtf in nearby(template, around.reference) if parse_edtf(edtf).first <= day), default=template)


def pointed(template: str, pointer: str, around: Surroundings) -> str | None:
    """Return the month, season, day or weekday (`W1` to `W7`) meant by "last", "this", "the following" ...: EDTF.

    template: `XXXX-08`, `XXXX-21`, `XXXX-08-08` or `W5`. pointer: a key of `POINTERS`, or "" for a weekday alone, the latest
    up to the reference. None when there is nothing to count from.
    """
    way = POINTERS.get(pointer, "latest")
    base = _named(around, "year", way == "after") if way in ("after", "before", "that") else around.reference
    way = {"last": "before", "next": "after", "that": "this"}.get(way, way)
    if base is None:
        return None
    if template.startswith("W"):
        return weekday(int(template[1:]), way, base).isoformat()
    if way == "this":
        return of_year(template, base.year)
    spans = [parse_edtf(edtf) for edtf in nearby(template, base)]
    if way == "before":
        return max((span.edtf for span in spans if span.last < base.toordinal()), default=None)
    return min((span.edtf for span in spans if span.first > base.toordinal()), default=None)


def phrase_date(phrase: str, around: Surroundings) -> When | None:
    """Return the date a phrase matched by `PHRASE` stands for; None when there is nothing to count from."""
    if phrase in _DAYS:
        return _relative((around.reference + timedelta(_DAYS[phrase])).isoformat()) if around.reference else None
    for pattern, read in _forms():
        if found := pattern.fullmatch(phrase):
            try:
                return read([_SINGULAR.get(word, word) for word in found.groups() if word], around)
            except (ValueError, OverflowError):
                return None
    return None


def _counted(words: list[str], around: Surroundings) -> When | None:
    count, unit, way = words
    base = _named(around, unit, way == "later") if way in ("later", "earlier") else around.reference
    return _relative(unit_of(shift(base, unit, _number(count, way)), unit), unit != "day") if base else None


def _span(words: list[str], around: Surroundings) -> When | None:
    way, *count, unit = words
    if not around.reference:
        return None
    ends = sorted((around.reference, shift(around.reference, unit, _number(count[0] if count else "a", way))))
    width = "year" if unit in ("decade", "century") else unit
    first, last = (unit_of(day, width).split("/") for day in ends)
    return _relative(f"{first[0]}/{last[-1]}", True)


def _near(words: list[str], around: Surroundings) -> When | None:
    way, unit = words
    number = {"last": -1, "this": 0, "next": 1}[way]
    return _relative(unit_of(shift(around.reference, unit, number), unit)) if around.reference else None


def _side(words: list[str], around: Surroundings) -> When | None:
    unit, way = sorted(words, key=lambda word: word not in UNITS)
    base = _named(around, unit, way not in _BACK)
    return _relative(unit_of(shift(base, unit, _number("a", way)), unit)) if base else None


def _same(words: list[str], around: Surroundings) -> When | None:
    base, when = _named(around, words[0], False), around.previous
    vague = when is not None and when.approximate and when.resolution is Resolution.WRITTEN
    if words[0] == "year" and around.year and (base is None or vague):
        return _relative(f"{around.year:04}")
    return _relative(unit_of(base, words[0])) if base else None


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[list[str], Surroundings], When | None]], ...]:
    forms = ((_COUNTED, _counted), (_SPAN, _span), (_NEAR, _near), (_SIDE, _side), (_SAME, _same), (_AFTER, _side))
    return tuple((re.compile(form), read) for form, read in forms)


def _relative(edtf: str, approximate: bool = False) -> When:
    when = parse_edtf(edtf)
    return When(when.edtf, when.first, when.last, approximate, Resolution.RELATIVE)


def _named(around: Surroundings, unit: str, end: bool) -> date | None:
    """First or last day of the date named before; None when there is none, or none fine enough to count units from."""
    when = around.previous
    if when is None or _coarseness(when) > max(UNITS.index(unit), 1):
        return None
    ordinal = when.last if end else when.first
    return date.fromordinal(ordinal) if OPEN_START < ordinal < OPEN_END else None


def _coarseness(when: When) -> int:
    """Place in `UNITS` of the unit a date was given in, a day being as good as a week; an approximate one is a year at least."""
    edtf = when.edtf.rpartition("/")[2]
    place = 3 + edtf.count("X") if len(edtf) == 4 else 3 if edtf[5:7] > "12" else 2 if len(edtf) == 7 else 0
    return max(place, 3) if when.approximate else place


def _number(word: str, way: str) -> int:
    tens, _, ones = word.partition("-")
    number = int(word) if word.isdigit() else _NUMBERS[tens] + _NUMBERS.get(ones, 0)
    return -number if way in _BACK else number
