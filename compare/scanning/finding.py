"""What a scan tells: places that cannot all be right, in words a reader understands, each thing told once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.model import Severity
from compare.facts.folded_passage import Entry
from seeds.model import Document, Passage, Span

RANKS = tuple(Severity)


@dataclass(frozen=True)
class Place:
    """Words of a passage: characters of the document's text, end exclusive; value: what stands there, in words a person can read."""

    document: Document
    passage: Passage
    start: int
    end: int
    value: str

    @property
    def exact(self) -> str:
        """The document's own words at the place."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True)
class Finding:
    """Places that cannot all be right.

    code: of the check. headline: who says what, one line without a full stop. why: what makes the places speak of one thing.
    score: how sure it is, from 0; it orders the findings of one check only.
    """

    code: str
    headline: str
    severity: Severity
    places: tuple[Place, ...]
    why: str
    score: float = 1.0


def place_at(entry: Entry, start: int, end: int, value: str = "") -> Place:
    """The place of characters of a passage's cleaned text; its value are these words when none is given."""
    words = value or " ".join(entry.passage.text[start:end].split())
    return Place(entry.document, entry.passage, *entry.passage.place(start, end), words)


def said(places: Sequence[Place]) -> str:
    """Who says what, each value once with those who give it: "a and b say 4 May, c says 5 May"."""
    by_value: dict[str, list[str]] = {}
    for place in places:
        by_value.setdefault(place.value, []).append(place.document.source.id)
    if len({place.document.source.id for place in places}) == 1:
        here = [f"{value}{f' ({len(ids)} times)' if len(ids) > 1 else ''}" for value, ids in by_value.items()]
        return f"{places[0].document.source.id} says {' and '.join(here)}"
    named = [(value, sorted(set(ids))) for value, ids in by_value.items()]
    return ", ".join(f"{' and '.join(ids)} {'say' if len(ids) > 1 else 'says'} {value}" for value, ids in named)


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, the worst and surest first; those of one check that share a place are one, and those that others hold whole."""
    kept: list[tuple[Finding, dict[tuple[str, Span], Place]]] = []
    by_place: dict[tuple[str, str, int, int], int] = {}
    for finding in sorted(findings, key=_order):
        keys = [(finding.code, *_key(place)) for place in finding.places]
        at = next((by_place[key] for key in keys if key in by_place), len(kept))
        if at == len(kept):
            kept.append((finding, {}))
        own, more = kept[at]
        held = {(p.document.source.id, p.passage.whole) for p in own.places}
        for place in finding.places if own is not finding else ():
            key = place.document.source.id, place.passage.whole
            if key not in held:
                more.setdefault(key, place)
        by_place.update((key, at) for key in keys if key not in by_place)
    told = [replace(own, places=(*own.places, *more.values())) if more else own for own, more in kept]
    return tuple(sorted(_covering(told), key=_order))


def _covering(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those of one place that another holds too, which then is as grave and says why as well."""
    holding = {_key(place): f for f in findings for place in f.places if len(f.places) > 1}
    held: dict[int, list[Finding]] = {}
    single = [f for f in findings if len(f.places) == 1 and _key(f.places[0]) in holding]
    for finding in single:
        held.setdefault(id(holding[_key(finding.places[0])]), []).append(finding)
    alone = set(map(id, single))
    for finding in findings:
        if id(finding) not in alone:
            more = held.get(id(finding), [])
            severity = min((f.severity for f in (finding, *more)), key=RANKS.index)
            yield replace(finding, severity=severity, why="; ".join((finding.why, *(f.why for f in more))))


def _key(place: Place) -> tuple[str, int, int]:
    return place.document.source.id, place.start, place.end


def _order(finding: Finding) -> tuple[int, str, float, str, int]:
    first = finding.places[0]
    return RANKS.index(finding.severity), finding.code, -finding.score, first.document.source.id, first.start
