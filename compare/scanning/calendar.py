"""Does a date fit the calendar, the other end of its time, the length given beside it, and the day its source was published?

Looked at, by `sourcecheck scan`: every written date, in notes and headings too. Told are days no month has, a weekday on which the
day did not fall (of a day without a year: in none of the years of which the source speaks), times that end before they begin, what
is left or begun on one day and reached or ended on an earlier one, a length that does not fit the years beside it ("ten years, from
1995 to 2003"), and days that lie after the publication of the source that tells them as past, or cites what was written on them.

Cannot see: plans told without any word that says so; days before the calendar of 1753.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from claims.edtf import parse_edtf
from claims.model import Severity
from claims.values import Amount, Bound, Reading, Resolution, When
from compare.facts.folded_passage import Entry, reference_day
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.scanning.times import tells_of_days_to_come, years_spoken_of
from compare.values.dates import find_dates, find_impossible
from compare.values.dating.edges import edge_of
from compare.values.dating.words import MONTHS, WEEKDAYS
from seeds.model import PassageKind, Span

CODE = "SRC404"
NAME = "calendar"

BEGINS = re.compile(
    r"\b(?:start\w*|began|begun|begins?|left|set out|departed|sailed|opened|commenced|launched)\b", re.IGNORECASE
)
ENDS = re.compile(
    r"\band\b.*\b(?:ended|ends|finished|completed|closed|reached|arrived|returned|landed|carried|brought|came|was over)\b",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(r"\b(?:before|earlier|previous\w*|already|had|since|until|after|formerly)\b", re.IGNORECASE)
"""Words of the beginning and of the end of one thing; words by which a sentence goes back in time."""
TO = re.compile(r"(?<=\d)\s*(?:--?|[–—]|\b(to|until|till|through|and)\b)\s*(?=\w)")
"""What stands between the two ends of a time, behind a year; "and" where "between" stands before them."""
BETWEEN, REACH = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE), 40
"""Characters of a date on either side."""
BESIDE = re.compile(r"[\s,(–—-]*(?:(?:for|in|from|between|of|lasting|the|a|period|or|about)[\s,]*)*", re.IGNORECASE)
"""What stands between a length of time and the time it is the length of."""
SLACK = 31
"""Days by which an uncertain day of publication may be wrong."""
UNITS = {"year": 365.2425, "day": 1.0}
WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),? (?:the )?(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(MONTHS)})"
    rf"|({'|'.join(MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?)\b(?!,? \d{{4}}|\d)",
    re.IGNORECASE,
)
"""A day with its weekday and without a year."""
Dated = tuple[Reading, When]


def find(read: Observations) -> Iterator[Finding]:
    """The dates that cannot be, passage by passage."""
    spoken = years_spoken_of(read)
    for entry in read.every:
        yield from _weekdays(entry, spoken[entry.document.source.id])
        for start, end, reason in find_impossible(entry.passage.text):
            yield _told(entry, (start, end), reason)
        dates = [(r, r.value) for r in entry.citation_dates if isinstance(r.value, When)]
        yield from _backward(entry)
        yield from _out_of_order(entry, dates)
        yield from _after_publication(entry, _written(entry.citation_dates))
        yield from _lengths(entry, dates) if entry.passage.row is None else ()


def _told(entry: Entry, span: Span, reason: str, severity: Severity = Severity.HIGH) -> Finding:
    place = place_at(entry, *span)
    return Finding(CODE, f"{entry.document.source.id} says {place.value}: {reason}", severity, (place,), reason)


def _weekdays(entry: Entry, spoken: range) -> Iterator[Finding]:
    """Days without a year on which their weekday fell in no year of which the source speaks, nor in the one before or after."""
    years = range(spoken.start - 1, spoken.stop + 1) if spoken else ()
    for match in WEEKDAY.finditer(entry.passage.text):
        day, month = int(match[2] or match[5]), MONTHS.index((match[3] or match[4]).lower()) + 1
        fell = {date(y, month, day).isoweekday() for y in years if 1 <= day <= monthrange(y, month)[1]}
        if fell and WEEKDAYS.index(match[1].lower()) + 1 not in fell:
            named = f"{spoken.start}" if len(spoken) == 1 else f"{spoken.start} to {spoken[-1]}"
            yield _told(
                entry, match.span(), f"it was another day of the week in {named}, and in the year before and after"
            )


def _backward(entry: Entry) -> Iterator[Finding]:
    """Times whose second end, written with its year, lies before the first; each end is read by itself."""
    text = entry.passage.text
    for sign in TO.finditer(text):
        before = max(0, sign.start() - REACH)
        ends = (find_dates(text[before : sign.start()])[-1:], find_dates(text[sign.end() : sign.end() + REACH])[:1])
        (one, begins), (other, closes) = (_written(found)[0] if _written(found) else (None, None) for found in ends)
        if not (one and other and begins and closes) or one.end + before < sign.start() or other.start:
            continue
        if begins.first > closes.last and (sign[1] != "and" or BETWEEN.search(text[: one.start + before])):
            yield _told(entry, (one.start + before, other.end + sign.end()), "it ends before it begins")


def _out_of_order(entry: Entry, dates: Sequence[Dated]) -> Iterator[Finding]:
    """The beginning and the end of one thing, a sentence's only dates, of which the end lies before, in a year of one other digit."""
    text = entry.passage.text
    days = [(r, when) for r, when in _written([r for r, _ in dates]) if len(when.edtf) == 10]
    if len(dates) != 2 or len(days) != 2 or LOOKS_BACK.search(text):
        return
    (one, begins), (other, ends) = days
    between = text[one.end : other.start]
    wrong = sum(x != y for x, y in zip(begins.edtf[:4], ends.edtf[:4], strict=True))
    if not (BEGINS.search(text[: one.start]) and ENDS.search(between)) or wrong != 1:
        return
    if ends.last < begins.first and ends.edtf[4:] > begins.edtf[4:]:
        reason = f"it ends before it begins, on {text[one.start : one.end]}"
        yield _told(entry, (other.start, other.end), reason)


def _written(readings: Sequence[Reading]) -> list[Dated]:
    """The dates that are written with their year."""
    dates = [(r, r.value) for r in readings if isinstance(r.value, When)]
    return [(r, when) for r, when in dates if when.resolution is Resolution.WRITTEN and "X" not in when.edtf]


def _after_publication(entry: Entry, dates: Sequence[Dated]) -> Iterator[Finding]:
    """Days and months after the publication of the source, told as past."""
    published = entry.document.source.published
    day = reference_day(published)
    last = day.toordinal() + SLACK * any(sign in published for sign in "~?%") if day else 0
    edged = [(r, when) for r, when in dates if not edge_of(entry.passage.text, r.start)]
    late = [reading for reading, when in edged if len(when.edtf) > 4 and when.first > last > 0]
    if late and not tells_of_days_to_come(entry):
        severity = Severity.MEDIUM if entry.passage.kind is PassageKind.FOOTNOTE else Severity.HIGH
        for reading in late:
            reason = f"that is after the source was published ({published})"
            yield _told(entry, (reading.start, reading.end), reason, severity)


def _lengths(entry: Entry, dates: Sequence[Dated]) -> Iterator[Finding]:
    """Lengths of time right beside a time with two written ends that is longer or shorter."""
    lengths = [(r, r.value) for r in entry.amounts if isinstance(r.value, Amount) and r.value.unit in UNITS]
    for (one, a), (other, b) in permutations((*dates, *lengths), 2):
        if type(a) is not type(b) and BESIDE.fullmatch(entry.passage.text, one.end, other.start):
            when, length = (a, b) if isinstance(a, When) else (b, a)
            if isinstance(when, When) and isinstance(length, Amount) and _misfits(when.edtf, length):
                reason = "the time from the one day to the other is of another length"
                yield _told(entry, (one.start, other.end), reason, Severity.MEDIUM)


def _misfits(edtf: str, length: Amount) -> bool:
    first, _, last = edtf.partition("/")
    exact = length.low == length.high and length.bound is Bound.EXACT and (length.unit == "year" or len(first) == 10)
    if not exact or not (first[:1].isdigit() and last[:1].isdigit()) or "X" in edtf:
        return False
    begins, ends, unit = parse_edtf(first), parse_edtf(last), UNITS[length.unit]
    low, high = (ends.first - begins.last) / unit, (ends.last - begins.first + 1) / unit
    return not low - 1 <= length.low <= high + 1
