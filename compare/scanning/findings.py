"""What a scan tells of a document: the pairs of places gathered into findings, and what was left out.

Pairs that share a place are one finding: a slip that clashes with five other passages is told once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.scanning.pairs import Clash, Pair, Place
from seeds.model import Document, Passage

SURE, LIKELY = 50.0, 38.0
"""The scores from which a pair is an error, or worth a look.

On labelled documents four of five errors were right, and two of five of the pairs between the two scores.
"""


class Severity(StrEnum):
    """How sure a finding is; the worst first."""

    ERROR = "error"
    """the places contradict each other"""
    WARNING = "warning"
    """they seem to; they may speak of two things"""


@dataclass(frozen=True)
class Finding:
    """Places of one document that cannot all be right.

    message: one sentence without a full stop. score: 0 to 100, that of the surest pair. places: where one of them contradicts
    all others it stands first, the others in the order of the text.
    """

    kind: Clash
    message: str
    severity: Severity
    score: float
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Skipped:
    """What a scan did not compare, or does not tell.

    crowded: passages with too many values to be read as a sentence. apart: headings and footnotes, a number.
    weaker: pairs of places too unsure to tell, a number.
    """

    crowded: tuple[Passage, ...] = ()
    apart: int = 0
    weaker: int = 0


@dataclass(frozen=True)
class Scan:
    """A document with its findings, the worst and surest first, and what was left out."""

    document: Document
    findings: tuple[Finding, ...]
    skipped: Skipped


def gather(pairs: Iterable[Pair]) -> tuple[Finding, ...]:
    """The findings in pairs that come best first; pairs below `LIKELY` are left out."""
    stars: list[list[Pair]] = []
    for pair in pairs:
        if pair.score < LIKELY:
            continue
        star = next((star for star in stars if star[0].clash is pair.clash and _common([*star, pair])), None)
        if star:
            star.append(pair)
        else:
            stars.append([pair])
    return tuple(_finding(star) for star in stars)


def _finding(star: Sequence[Pair]) -> Finding:
    best = star[0]
    severity = Severity.ERROR if best.score >= SURE else Severity.WARNING
    if len(star) == 1:
        return Finding(best.clash, best.reason, severity, best.score, (best.first, best.second))
    (centre,) = _common(star)
    others = sorted((p.second if p.first == centre else p.first for p in star), key=lambda place: place.start)
    values = " or ".join(sorted({place.value for place in others}))
    message = f"{centre.value} here, {values} in {len(others)} other places among the same words"
    return Finding(best.clash, message, severity, best.score, (centre, *others))


def _common(pairs: Sequence[Pair]) -> list[Place]:
    """The places that all pairs share."""
    return [place for place in (pairs[0].first, pairs[0].second) if all(place in (p.first, p.second) for p in pairs)]
