"""Dates and amounts as answers: every one a passage gives, each as strongly as the question's words draw it.

This module alone knows which dates and numbers can be no answer to a question: the end of a life to "born", a share or an area to
"how many people".
"""

import re
from collections.abc import Iterator, Sequence

from claims.values import Amount, Reading, When
from compare.answering.model import Asked, Candidate
from compare.answering.pull import pull
from compare.counting.nouns import same_noun, singular
from compare.entry import Entry
from compare.fold import stem_of
from compare.quantities import find_quantities
from compare.stating.lifespans import lifespan
from compare.units import is_measure
from seeds.model import Span

LIFE = 0.95
"""The strength of a date of birth or death in the brackets behind a name."""
LONGEST = 12 * 366
"""Days; a longer stretch of time is no date of an event."""
UNITED, BARE = 1.15, 0.6
SMALL = 10
TIMES = frozenset("second minute hour day week month year decade century".split())
YEARS = (1800, 2050)
BORN, DIED = stem_of("born"), stem_of("died")
NUMBER = re.compile(r"(?<![\w.,$€£/-])\d{1,3}(?:,\d{3})+(?![\w%])|(?<![\w.,$€£/-])\d+(?:\.\d+)?(?![\w%/-]|,\d| %)")
OLDEN = re.compile(r"\b(\d{1,4})\s*(?:BCE?|B\.C\.)")
UNITS = {"age": ("year", ""), "popul": ("person", "inhabitant", "resident", "")}
"""The units that answer a question after something, by its stem."""


def read_dates(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """The dates of a passage."""
    life = lifespan(entry)
    if life and (BORN in asked.cues) != (DIED in asked.cues):
        chosen = life[DIED in asked.cues]
        yield Candidate(entry, chosen.start, chosen.end, chosen.value, LIFE)
        return
    for reading in (*entry.dates, *_olden(entry)):
        if isinstance(reading.value, When) and reading.value.last - reading.value.first <= LONGEST:
            drawn = pull(entry.folded, reading.start, reading.end, asked.cues)
            yield Candidate(entry, reading.start, reading.end, reading.value, drawn)


def _olden(entry: Entry) -> Iterator[Reading]:
    """Years before our era, as years of no calendar: only compared with each other."""
    for match in OLDEN.finditer(entry.passage.text):
        year = -int(match[1])
        yield Reading(match.start(), match.end(), When(match[0], year, year))


def read_amounts(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """The numbers of a passage that may count what is asked for."""
    units = next((units for stem, units in UNITS.items() if stem in asked.stems), None)
    for reading in numbers_in(entry.passage.text, [(r.start, r.end) for r in entry.dates], entry.amounts):
        if isinstance(reading.value, Amount) and _answers(asked, reading.value, units):
            drawn = pull(entry.folded, reading.start, reading.end, asked.cues)
            yield Candidate(
                entry, reading.start, reading.end, reading.value, drawn * _likely(reading.value, bool(units))
            )


def _answers(asked: Asked, amount: Amount, units: Sequence[str] | None) -> bool:
    """True for an amount of what is asked for: of the units given, of the noun behind "how many", of time or length for "how long"."""
    if units is not None:
        return amount.unit in units
    noun = amount.unit.partition("/")[0]
    if "long" in asked.stems:
        return is_measure(noun) or noun in TIMES
    if "mani" in asked.stems:
        return not noun or any(
            word.stem == stem_of(noun) or same_noun(noun, singular(word.form)) for word in asked.folded.words
        )
    return True


def numbers_in(text: str, dates: Sequence[Span] = (), amounts: Sequence[Reading] | None = None) -> list[Reading]:
    """The amounts of a text (`amounts` where they are known), and the bare numbers of tables and labels beside them."""
    found = list(find_quantities(text, dates) if amounts is None else amounts)
    taken = [*dates, *((r.start, r.end) for r in found)]
    for match in NUMBER.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            value = float(match[0].replace(",", ""))
            found.append(Reading(match.start(), match.end(), Amount(value, value)))
    return found


def _likely(amount: Amount, counted: bool) -> float:
    """What a number counts for how it is written: a small bare one is often a mark, one like a year often a year."""
    if amount.unit:
        return UNITED if counted else 1.0
    return BARE if amount.low < SMALL or YEARS[0] <= amount.low <= YEARS[1] else 1.0


def same_date(one: When, other: When) -> bool:
    """True when one date lies in the other and neither is much coarser than a year."""
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )


def same_amount(one: Amount, other: Amount) -> bool:
    """True for equal numbers."""
    return abs(one.low - other.low) < 1e-6 and abs(one.high - other.high) < 1e-6
