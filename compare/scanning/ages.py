"""Does the age somebody had on a day fit the birth that the same source tells?

Looked at, by `sourcecheck scan`: "born" with its date, and "aged 81" or "at the age of 81" in a sentence with one date, of one name, or
of "he" or "she" where the source tells one such birth only. Told are ages that nobody born then had on that day.

Cannot see: ages without a date in their sentence; births told by a name alone elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claims.model import Severity
from claims.values import Reading, Resolution, When
from compare.facts.folded_passage import Entry
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.text.number_words import SMALL, TENS

CODE = "SRC422"
NAME = "age"

BORN = re.compile(r"\bborn\b[^.;]{0,80}$")
AGED = re.compile(
    r"\b(?:at the age of|aged) ([a-z]+(?:-[a-z]+)?|\d{1,3})(?: years?)?\b(?! ?(?:to|or|and) (?:\d|[a-z]+ty))"
)
SUBJECT = re.compile(r"(?:(He|She)|((?:[A-ZÀ-Þ][\w’'-]*\w\.? ?)+))(?=[ ,(])")
"""Who a sentence is about, where it begins so."""
YEAR = 365.2425


class Dated(NamedTuple):
    """Whose birth or age a sentence tells ("he", "she" or the words of a name), the date, where the words stand, and the age."""

    entry: Entry
    who: frozenset[str]
    date: Reading
    start: int
    end: int
    age: int = 0


def find(read: Observations) -> Iterator[Finding]:
    """The ages that do not fit, source by source."""
    births: dict[str, list[Dated]] = defaultdict(list)
    ages: dict[str, list[Dated]] = defaultdict(list)
    for entry in read.entries:
        if is_prose(entry):
            births[entry.document.source.id] += _births(entry)
            ages[entry.document.source.id] += _ages(entry)
    for source, told in ages.items():
        for one in told:
            own = [birth for birth in births[source] if birth.who & one.who]
            if len(own) == 1:
                yield from _compared(own[0], one)


def _births(entry: Entry) -> Iterator[Dated]:
    """The birth a sentence tells: the only date behind "born"."""
    text = entry.passage.text
    found = [r for r in _days(entry) if BORN.search(text[: r.start])]
    if len(found) == 1 and (who := _subject(entry)):
        yield Dated(entry, who, found[0], found[0].start, found[0].end)


def _ages(entry: Entry) -> Iterator[Dated]:
    """The only age of a sentence, on its only date."""
    ages, dates = list(AGED.finditer(entry.passage.text)), _days(entry)
    if len(ages) == 1 and len(dates) == 1 and len(entry.dates) == 1 and (who := _subject(entry)):
        tens, _, ones = ages[0][1].partition("-")
        age = int(tens) if tens.isdigit() else {**SMALL, **TENS}.get(tens, 0) + SMALL.get(ones, 0)
        if age:
            yield Dated(entry, who, dates[0], *ages[0].span(), age)


def _days(entry: Entry) -> list[Reading]:
    """The dates that are written with their year, no times with two ends."""
    dates = [r for r in entry.dates if isinstance(r.value, When) and r.value.resolution is Resolution.WRITTEN]
    return [r for r in dates if isinstance(r.value, When) and re.fullmatch(r"\d{4}(-\d\d){0,2}", r.value.edtf)]


def _subject(entry: Entry) -> frozenset[str]:
    """ "he" or "she", or the last word of the name that begins the sentence; nothing for other sentences."""
    opens = SUBJECT.match(entry.passage.text)
    if not opens:
        return frozenset()
    return frozenset((opens[1].lower() if opens[1] else opens[2].split()[-1].lower(),))


def _compared(birth: Dated, told: Dated) -> Iterator[Finding]:
    born, day = birth.date.value, told.date.value
    if not isinstance(born, When) or not isinstance(day, When):
        return
    least, most = (day.first - born.last) / YEAR, (day.last - born.first) / YEAR
    if least > 0 and not int(least) <= told.age <= int(most):
        places = (
            place_at(told.entry, told.start, told.end),
            place_at(told.entry, told.date.start, told.date.end),
            place_at(birth.entry, birth.date.start, birth.date.end),
        )
        age, on, since = (place.value for place in places)
        years = f"{int(least)}" if int(least) == int(most) else f"{int(least)} or {int(most)}"
        headline = f"{places[0].document.source.id} says {age} on {on}, born on {since}: that makes {years}"
        yield Finding(
            CODE, headline, Severity.MEDIUM, places, "both are told of one person, and no other birth of that name is"
        )
