"""The dated claims in order of time, and beside each the dates that sources give otherwise; and what changed over time.

Of a claim that changed over time the dates are those on which the sources were published.

Positions are shares of the width, 0 to 100: every year that occurs is as wide as any other, since most dates of a corpus
crowd into a few of its years.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.edtf import OPEN_END, OPEN_START, parse_edtf
from claims.model import Kind
from claims.values import When
from compare.decide.chronology import changed_over_time
from compare.evidence.model import Comparison, Evidence, Stance, Verdict
from compare.facts.asked_claim import expected_value
from compare.values.dates import find_dates

TICKS = 8
"""Years named along the axis, at most."""


@dataclass(frozen=True)
class Bar:
    """A time on the axis: where it begins and how wide it is."""

    left: float
    width: float


@dataclass(frozen=True)
class Said:
    """A date that sources give which is not the claim's, or is less precise. bar: None when it cannot be placed."""

    value: str
    stance: Stance
    first: Evidence
    sources: tuple[str, ...]
    bar: Bar | None = None


@dataclass(frozen=True)
class Row:
    """A dated claim. when: its date in EDTF."""

    comparison: Comparison
    when: str
    bar: Bar
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Timeline:
    """The rows by date, and the years named on the axis with their positions."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[int, float], ...]


def timeline_of(comparisons: Sequence[Comparison]) -> Timeline:
    """The claims of kind date whose date can be placed in time (one that is open on both sides cannot), and those that changed."""
    dated = [(when, c) for c in comparisons if (when := _claimed(c))]
    dated.sort(key=lambda pair: (_ends(pair[0]), pair[1].claim.id))
    others = [when for _, c in dated for e in _otherwise(c) if (when := _read(c, e))]
    years = sorted({date.fromordinal(day).year for when in [w for w, _ in dated] + others for day in _ends(when)})
    rows = tuple(Row(c, when.edtf, _bar(when, years), _said(c, years)) for when, c in dated)
    step = -(-len(years) // TICKS) or 1
    return Timeline(
        rows, tuple((year, round(100 * i / len(years), 1)) for i, year in enumerate(years) if i % step == 0)
    )


def _is_change(comparison: Comparison) -> bool:
    """True for a claim that gives no date, and of which an earlier source tells the plan, a later one the deed."""
    return comparison.claim.kind is not Kind.DATE and Verdict.CHANGED_OVER_TIME in comparison.flags


def _claimed(comparison: Comparison) -> When | None:
    """The claim's date; of what changed over time when the first source was published that says what the claim says."""
    if _is_change(comparison):
        own = [e for t in comparison.testimonies for e in t.evidence if e.stance is Stance.SUPPORTS]
        published = [parse_edtf(e.document.source.published) for e in own]
        return min(published, key=_ends, default=None)
    value = expected_value(comparison.claim) if comparison.claim.kind is Kind.DATE else None
    return value if isinstance(value, When) and _is_bounded(value) else None


def _read(comparison: Comparison, evidence: Evidence) -> When | None:
    """The date of a piece of evidence, read back from its words; a year in brackets is one that was inferred."""
    if _is_change(comparison):
        return parse_edtf(evidence.document.source.published)
    found = find_dates(evidence.answer.key[1])
    value = found[0].value if found else None
    return value if isinstance(value, When) and _is_bounded(value) else None


def _is_bounded(when: When) -> bool:
    return (when.first, when.last) != (OPEN_START, OPEN_END)


def _ends(when: When) -> tuple[int, int]:
    """First and last day; an open end is where the other is."""
    first = when.last if when.first == OPEN_START else when.first
    return first, when.first if when.last == OPEN_END else when.last


def _otherwise(comparison: Comparison) -> Iterable[Evidence]:
    if _is_change(comparison):
        return changed_over_time(comparison.claim, comparison.testimonies)
    stances = (Stance.CONTRADICTS, Stance.DIFFERS, Stance.LESS_PRECISE)
    return (e for t in comparison.testimonies for e in t.evidence if e.stance in stances)


def _said(comparison: Comparison, years: Sequence[int]) -> tuple[Said, ...]:
    groups: dict[tuple[Stance, str], list[Evidence]] = {}
    for evidence in _otherwise(comparison):
        groups.setdefault(evidence.answer.key, []).append(evidence)
    return tuple(_one(comparison, group, years) for group in groups.values())


def _one(comparison: Comparison, group: Sequence[Evidence], years: Sequence[int]) -> Said:
    when = _read(comparison, group[0])
    sources = tuple(dict.fromkeys(e.document.source.id for e in group))
    bar = _bar(when, years) if when else None
    return Said(group[0].answer.value, group[0].stance, group[0], sources, bar)


def _bar(when: When, years: Sequence[int]) -> Bar:
    first, last = _ends(when)
    left, right = _at(first, years), _at(last + 1 if last < OPEN_END else last, years)
    return Bar(round(left, 2), round(max(0.0, right - left), 2))


def _at(day: int, years: Sequence[int]) -> float:
    """Where a day stands; the day after the last of a year stands where the next year begins."""
    here = date.fromordinal(day)
    whole = sum(year < here.year for year in years)
    part = (here.timetuple().tm_yday - 1) / 366 if here.year in years else 0.0
    return 100 * (whole + part) / len(years)
