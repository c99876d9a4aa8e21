"""What differs, in one line: what the claim is about, and who says what, in the values' own words and how often.

Every output tells a finding in these words, and orders findings as they are ordered here.
"""

from collections.abc import Callable, Sequence

from claims.model import Severity
from compare.decide.populations import counted_apart
from compare.decide.said import Said, dated_name_of, name_of, values_said
from compare.decide.severity import judged
from compare.decide.subject import subject, whole
from compare.evidence.model import Comparison, Evidence, Stance, Verdict, told_once
from seeds.model import Document

DIFFERENCES = (
    Verdict.PROBABLE_TYPO,
    Verdict.VALUE_DISCREPANCY,
    Verdict.INTERNAL_INCONSISTENCY,
    Verdict.FRAMING_DIFFERENCE,
)
"""The verdicts that make a claim a finding."""
MOST = 8
"""Values told in a line."""


def gravest_first(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The findings among `comparisons`: by severity, then a slip of the pen first, then those that most sources tell in most ways."""
    found = [c for c in comparisons if c.verdict in DIFFERENCES]
    return tuple(sorted(found, key=_order))


@told_once
def headline(comparison: Comparison) -> str:
    """Who says what, in one line without a full stop; of a claim on which sources do not differ, its statement."""
    return _line(comparison, lambda said: "")


@told_once
def with_places(comparison: Comparison) -> str:
    """The same line with the place of every value in it, and who is quoted there."""
    return _line(comparison, _places)


@told_once
def told(comparison: Comparison) -> list[Said]:
    """What a line tells: for a slip and for what one source says against itself that source alone; a change in its order."""
    if comparison.verdict not in (*DIFFERENCES, Verdict.CHANGED_OVER_TIME, Verdict.PRECISION_DIFFERENCE):
        return []
    precision = comparison.verdict is Verdict.PRECISION_DIFFERENCE
    said = [s for s in values_said(comparison) if s.places[0].stance is not Stance.LESS_PRECISE or precision]
    if comparison.verdict is Verdict.CHANGED_OVER_TIME:
        return sorted(said, key=lambda s: (s.document.source.published, not s.against))
    if comparison.verdict in (Verdict.PROBABLE_TYPO, Verdict.INTERNAL_INCONSISTENCY):
        ids = comparison.grounds[0].sources if comparison.grounds else ()
        own = [s for s in said if s.document.source.id in ids]
        return sorted(own, key=lambda s: not s.against) or said
    return said


def where(evidence: Evidence) -> str:
    """The place of a piece of evidence without its source: "line 12", a digest's in its original."""
    lines = evidence.passage.original_lines
    if not lines:
        return evidence.document.place_name(*evidence.focus)
    return f"line{'s' if lines[0] != lines[1] else ''} {'–'.join(map(str, dict.fromkeys(lines)))}"


@told_once
def _order(comparison: Comparison) -> tuple[int, bool, int, str]:
    said = values_said(comparison)
    weight = len({s.document.source.id for s in said}) + len({s.value for s in said})
    rank = list(Severity).index(judged(comparison).severity or Severity.LOW)
    return rank, comparison.verdict is not Verdict.PROBABLE_TYPO, -weight, comparison.claim.id


def _line(comparison: Comparison, places: Callable[[Said], str]) -> str:
    said = told(comparison)
    if not said:
        return whole(comparison)
    name = dated_name_of if comparison.verdict is Verdict.CHANGED_OVER_TIME else name_of
    return f"{subject(comparison)}: {values_line(said, places, name)}{caution(comparison)}"


def caution(comparison: Comparison) -> str:
    """That the figures which differ may count different things, and which; "" where they may count the same."""
    things = counted_apart(comparison) if comparison.verdict in DIFFERENCES else ()
    return f"; they may count different things ({', '.join(things)})" if things else ""


def values_line(
    said: Sequence[Said],
    places: Callable[[Said], str] = lambda said: "",
    name: Callable[[Document], str] = name_of,
) -> str:
    """The values of a line: by source where one alone speaks, else by value. places: what to add to each. name: of a source."""
    if len({s.document.source.id for s in said}) == 1:
        counted = [f"{s.value} {_counted(s, places(s))}" for s in said[:MOST]]
        return f"{name_of(said[0].document)} says {_listed(counted, len(said))}"
    by_value: dict[str, list[str]] = {}
    for s in said:
        at = places(s)
        by_value.setdefault(s.value, []).append(name(s.document) + (f", {at}" if at else ""))
    return _listed([f"{value} ({_joined(names)})" for value, names in list(by_value.items())[:MOST]], len(by_value))


def _joined(names: Sequence[str]) -> str:
    return ("; " if any(", " in name for name in names) else ", ").join(names)


def _listed(told: Sequence[str], all_: int) -> str:
    return ", ".join(told) + (f" and {all_ - len(told)} more" if all_ > len(told) else "")


def _counted(said: Said, at: str) -> str:
    """How often; with the place of a value given once against the claim."""
    alone = said.often == "once" and said.against
    at = at or (where(said.places[0]) if alone else "")
    return f"{said.often} ({at})" if at else said.often


def _places(said: Said) -> str:
    """Where a value stands first, how many further places have it, and who is quoted there."""
    more = f" and {len(said.places) - 1} more" if len(said.places) > 1 else ""
    speaker = said.places[0].answer.speaker
    return f"{where(said.places[0])}{more}{f', said by {speaker}' if speaker else ''}"
