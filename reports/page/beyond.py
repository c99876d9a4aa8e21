"""What the scan finds in the sources of a comparison and no claim tells: the page shows it behind the claims."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from compare.decide.headline import DIFFERENCES
from compare.evidence.model import Result, Stance
from compare.scanning.finding import Place
from reports.dismissing import Noted
from reports.drafts.pieces import Piece, around
from reports.places import place_of
from seeds.model import Span


@dataclass(frozen=True)
class Beyond:
    """Findings of a scan that no claim tells, the worst first. told: how many more are told by claims; dismissed: by somebody."""

    findings: tuple[Noted, ...] = ()
    told: int = 0
    dismissed: int = 0


def beyond(result: Result, findings: Sequence[Noted]) -> Beyond:
    """What of the findings no difference of a claim tells already: none has evidence at two of their places, or at the only one."""
    where = _differing(result)
    open_ = [n for n in findings if not n.dismissed]
    untold = tuple(n for n in open_ if not _is_told(n.finding.places, where))
    return Beyond(untold, len(open_) - len(untold), len(findings) - len(open_))


def _differing(result: Result) -> dict[tuple[str, Span], set[str]]:
    """By source and passage the claims that differ over it."""
    found: dict[tuple[str, Span], set[str]] = defaultdict(set)
    for comparison in result.comparisons:
        for testimony in comparison.testimonies if comparison.verdict in DIFFERENCES else ():
            for evidence in testimony.evidence:
                if evidence.stance is not Stance.UNREAD:
                    found[evidence.document.source.id, evidence.passage.whole].add(comparison.claim.id)
    return found


def _is_told(places: Sequence[Place], where: dict[tuple[str, Span], set[str]]) -> bool:
    """True when one claim differs over two passages of the places, or over the only one there is."""
    passages = {(place.document.source.id, place.passage.whole) for place in places}
    held = [claim for passage in passages for claim in where.get(passage, ())]
    return any(held.count(claim) >= min(2, len(passages)) for claim in set(held))


def pieces(place: Place) -> tuple[Piece, ...]:
    """The words of a place's passage, those of the place marked."""
    return around(place.document.text, place.passage.whole, (place.start, place.end))


def where(place: Place) -> str:
    """A place in words."""
    return place_of(place.document, (place.start, place.end), place.passage)
