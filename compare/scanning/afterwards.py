"""Does "two decades after the founding" fit the years that the same source tells?

Looked at, by `sourcecheck scan`: a number of years or decades with "after" and what it counts from ("nearly two decades after
independence"), the last date told before it in its paragraph, and the year of that event, where the source gives one year only behind its
word ("independence in 1991"). Told are lengths that the two years do not make, with what "nearly" and "over" allow.

Cannot see: events whose year stands in another source, or which the source dates twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.model import Severity
from claims.values import Reading, When
from compare.facts.folded_passage import Entry
from compare.fold import STOP
from compare.scanning.figures import is_prose, paragraphs, told_year
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.text.number_words import SMALL, TENS

CODE = "SRC427"
NAME = "afterwards"

AFTER = re.compile(
    r"(?P<length>(?:(?P<below>nearly|almost|just under|less than)|(?P<above>over|more than|well over)|about|some|around|roughly|exactly"
    r"|just)? ?\b(?P<number>[a-z]+|\d+) (?P<unit>decades?|years?)) after (?:(?:the|its|his|her|their|a|an) )?(?P<event>[A-Za-z][\w’-]+)\b"
    r"(?=[,.;:)]| (?:of|in|had|has|was|were|the|from)\b|$)"
)
REACH = 80
"""Characters behind the word of an event in which its year stands."""
UNITS = {"decade": 10, "year": 1}
FEWEST = 5
"""Years from which a length counts: shorter ones are told from another point of the year."""

Dated = tuple[Entry, Reading, int]
"""A date with its passage and its year."""


def find(read: Observations) -> Iterator[Finding]:
    """The lengths that do not fit the years."""
    told = []
    for entry, before in paragraphs(read.every):
        for match in AFTER.finditer(entry.passage.text):
            last = _last_year([*before, entry], entry, match.start())
            if last and match["event"].lower() not in STOP:
                told.append((entry, match, last))
    dated = _dated(read, {match["event"].lower() for _, match, _ in told})
    for entry, match, last in told:
        found = dated[entry.document.source.id, match["event"].lower()]
        if len({year for _, _, year in found}) == 1:
            yield from _compared(entry, match, last, found[0])


def _dated(read: Observations, events: set[str]) -> Mapping[tuple[str, str], Sequence[Dated]]:
    """By source and word of an event the dates right behind the word, with their years."""
    found: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for entry in read.every:
        for word in entry.folded.words if is_prose(entry) else ():
            if word.form in events:
                behind = (r for r in entry.dates if isinstance(r.value, When) and r.start >= word.end)
                first = next(behind, None)
                if first and first.start <= word.end + REACH and (year := told_year(first.value)):
                    found[entry.document.source.id, word.form].append((entry, first, year))
    return found


def _last_year(entries: Sequence[Entry], own: Entry, end: int) -> Dated | None:
    """The last date with a year that stands before a place, in its paragraph."""
    found = [(e, r) for e in entries for r in e.dates if e is not own or r.end <= end]
    years = [(e, r, year) for e, r in found if (year := told_year(r.value))]
    return years[-1] if years and years[-1][:2] == found[-1] else None


def _compared(entry: Entry, match: re.Match[str], told: Dated, begins: Dated) -> Iterator[Finding]:
    word = match["number"]
    number = int(word) if word.isdigit() else {**SMALL, **TENS, "a": 1}.get(word, 0)
    unit = UNITS[match["unit"].removesuffix("s")]
    length, apart = number * unit, told[2] - begins[2]
    if length < FEWEST or apart <= 0:
        return
    slack = 1 + (unit // 3 if unit > 1 else 0)
    least = length - slack if not match["above"] else length - 1
    most = length + slack if not match["below"] else length + 1
    most += unit - slack if match["above"] else 0
    if not least <= apart <= most:
        places = (
            place_at(entry, *match.span("length")),
            place_at(told[0], told[1].start, told[1].end),
            place_at(begins[0], begins[1].start, begins[1].end),
        )
        source = entry.document.source.id
        headline = (
            f"{source} says {places[0].value} after {match['event']}: from {begins[2]} to {told[2]} it is {apart} years"
        )
        why = f"the paragraph tells of {told[2]}, and the source gives {match['event']} one year"
        yield Finding(CODE, headline, Severity.MEDIUM, places, why)
