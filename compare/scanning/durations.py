"""Does a length of time, an age or an anniversary fit the dates beside it?

Looked at, by `sourcecheck scan`: in one sentence, two years with one length between them ("opened in 1880 and closed, after 40 years, in
1931"), two full dates with a number of days or weeks, two hours of the clock with the time from one to the other, and the days of an
event with how long it lasted. Where the sentence gives only the beginning, the end is one of the years that the source speaks of, if
the days it names lie within three years.

Cannot see: lengths in another sentence than their dates; of what is told of a time that is not named.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from claims.edtf import parse_edtf
from claims.model import Severity
from claims.values import Amount, Bound, Reading, When
from compare.facts.folded_passage import Entry
from compare.scanning.figures import is_prose, told_year
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.scanning.times import years_spoken_of
from compare.values.counting.clocks import UNITS

CODE = "SRC411"
NAME = "duration"

SINCE = re.compile(
    r"\b(?:built|founded|established|formed|born|created|since|begun|opened|erected|launched|started|came to|joined|bought"
    r"|appointed|elected|entered)\b[^.;]*$",
    re.IGNORECASE,
)
"""What begins a time."""
LASTED = re.compile(
    r"\b(?:after|for|lasting|lasted(?:, as \w+,)?|took|aged|now|already|thus|then|was|is|been|stood) (?:just |only |all of |exactly )?$",
    re.IGNORECASE,
)
"""What stands before a length that is that of a whole time."""
BEHIND = re.compile(r"\s*(?:later|old\b|of (?:service|office|work)|without|in (?:office|all|the post))", re.IGNORECASE)
ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)(?: (?:anniversary|birthday|jubilee|year))\b")
HELD = re.compile(r"\b(?:held|open|ran|took place|celebrated|staged)\b", re.IGNORECASE)
DAYS = {"day": 1, "week": 7}
NEAR = 60
"""Characters between a date and its length where another date stands in the sentence."""


def find(read: Observations) -> Iterator[Finding]:
    """The lengths that do not fit."""
    spoken = years_spoken_of(read)
    for entry in read.every:
        if is_prose(entry):
            yield from (
                *_years(entry, spoken[entry.document.source.id]),
                *_days(entry),
                *_hours(entry),
                *_events(entry),
            )


def _lengths(entry: Entry, units: Mapping[str, int] | set[str]) -> list[tuple[Reading, Amount]]:
    """The exact lengths of time in a passage that are those of a whole time."""
    text, found = entry.passage.text, []
    for r in entry.amounts:
        value = r.value
        exact = (
            isinstance(value, Amount) and value.low == value.high and value.bound is Bound.EXACT and value.unit in units
        )
        if (
            exact
            and isinstance(value, Amount)
            and (LASTED.search(text[: r.start]) or BEHIND.match(text, r.end) or text[r.start : r.end].endswith(" old"))
        ):
            found.append((r, value))
    return found


def _years(entry: Entry, spoken: range) -> Iterator[Finding]:
    """One length in years, or an anniversary, with the year it counts from and that in which it ends."""
    text = entry.passage.text
    told = [(r.start, r.end, value.low) for r, value in _lengths(entry, {"year"})]
    told += [(m.start(), m.end(), float(m[1])) for m in ANNIVERSARY.finditer(text)]
    years = [(r, year) for r in entry.dates if (year := told_year(r.value))]
    if len(told) != 1 or not years or any(isinstance(r.value, When) and "/" in r.value.edtf for r in entry.dates):
        return
    start, end, length = told[0]
    begins, first = years[0]
    if not SINCE.search(text[: begins.start]) or re.search(
        r"[;:]\s", text[min(begins.end, end) : max(begins.start, start)]
    ):
        return
    if len(years) == 1 and (begins.end < start and spoken and first < spoken.start):
        ends = spoken
    elif len(years) == 2 and years[1][1] > first and begins.end < start and abs(start - years[1][0].start) < NEAR:
        ends = range(years[1][1], years[1][1] + 1)
    else:
        return
    if not any(abs(last - first - length) <= 1 for last in ends):
        last = f"{ends.start}" if len(ends) == 1 else f"{ends.start} to {ends[-1]}"
        yield _told(
            entry,
            ((begins.start, begins.end), (start, end)),
            f"from {first} to {last} it is {ends.start - first}{'' if len(ends) == 1 else f' to {ends[-1] - first}'} years",
        )


def _days(entry: Entry) -> Iterator[Finding]:
    """Two full dates and the only number of days or weeks."""
    full = [r for r in entry.dates if told_year(r.value) and isinstance(r.value, When) and len(r.value.edtf) == 10]
    lengths = [(r, a) for r, a in _lengths(entry, DAYS)]
    if len(full) != 2 or len(lengths) != 1 or len(entry.dates) != 2:
        return
    (one, other), (reading, length) = full, lengths[0]
    begins, ends = (r.value.first for r in (one, other) if isinstance(r.value, When))
    apart, unit = ends - begins, DAYS[length.unit]
    if apart > 0 and not apart / unit - 1 <= length.low <= (apart + 1) / unit + 1:
        spans = tuple((r.start, r.end) for r in (one, other, reading))
        yield _told(entry, spans, f"from the one day to the other it is {apart} days")


def _hours(entry: Entry) -> Iterator[Finding]:
    """Two hours of the clock and how much later the second is, twelve hours being the same again."""
    text = entry.passage.text
    clocks = [(r, r.value.low) for r in entry.amounts if isinstance(r.value, Amount) and r.value.unit in UNITS]
    later = [
        (r, r.value.low)
        for r in entry.amounts
        if isinstance(r.value, Amount) and r.value.unit == "hour" and re.match(r",? later", text[r.end :])
    ]
    if len(clocks) != 2 or len(later) != 1:
        return
    (first, begins), (second, ends) = clocks
    apart = ((ends - begins) % 720) / 60
    reading, length = later[0]
    if abs(apart - length % 12) > 0.5:
        spans = tuple((r.start, r.end) for r in (first, second, reading))
        yield _told(entry, spans, f"from the one hour to the other it is {apart:.3g} hours")


def _events(entry: Entry) -> Iterator[Finding]:
    """The days on which something was held, and how many it lasted, the first and the last counted."""
    text = entry.passage.text
    ranges = [
        r
        for r in entry.dates
        if isinstance(r.value, When) and re.fullmatch(r"[\dX]{4}-\d\d-\d\d/[\dX]{4}-\d\d-\d\d", r.value.edtf)
    ]
    lengths = [(r, a) for r, a in _lengths(entry, {"day"})]
    if len(ranges) != 1 or len(lengths) != 1 or len(entry.dates) != 1 or not HELD.search(text[: ranges[0].start]):
        return
    value, (reading, length) = ranges[0].value, lengths[0]
    days = _count(value.edtf) if isinstance(value, When) else 0
    if days and days != length.low:
        yield _told(
            entry,
            ((ranges[0].start, ranges[0].end), (reading.start, reading.end)),
            f"these are {days} days, the first and the last counted",
        )


def _count(edtf: str) -> int:
    first, last = (date.fromordinal(parse_edtf(part.replace("XXXX", "2001")).first) for part in edtf.split("/"))
    return (last - first).days + 1


def _told(entry: Entry, spans: tuple[tuple[int, int], ...], reason: str) -> Finding:
    places = tuple(place_at(entry, *span) for span in spans)
    values = " and ".join(place.value for place in places)
    return Finding(CODE, f"{entry.document.source.id} says {values}: {reason}", Severity.HIGH, places, reason)
