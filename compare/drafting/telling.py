"""Which of the findings of a sentence are told: each thing once, and by the check that knows it best."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import Finding, Stance
from seeds.model import Span

HARD = (Stance.CONTRADICTED, Stance.ALTERED_QUOTE, Stance.DISPUTED)
SENTENCE = ("SRC301", "SRC302", "SRC303", "SRC304")
"""Checks of what a sentence says as a whole."""
ORDER = tuple(Stance)
SAME = 0.75
"""The share of the words around an assertion from which a passage that holds it says just the same, whatever a claim is about."""


def tell(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings worth telling, in the order they stand."""
    by_sentence: dict[Span, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_sentence[finding.sentence].append(finding)
    told = [finding for group in by_sentence.values() for finding in _told(group)]
    return tuple(sorted(told, key=lambda f: (f.start, f.end, ORDER.index(f.stance), f.code, f.claim)))


def _told(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of one sentence; that it could not be checked is told once, where nothing else can be said of it."""
    exact = any(f.stance in HARD and f.code not in SENTENCE for f in findings)
    told = []
    for finding in findings:
        if finding.stance is Stance.NOT_CHECKABLE:
            continue
        beaten = any(_overlap(f, finding) and _knows_better(f, finding) for f in findings if f is not finding)
        doubled = exact and finding.code in SENTENCE and finding.stance in HARD and not finding.claim
        if not (beaten or doubled):
            told.append(finding)
    yield from told or [f for f in findings if f.code == UNREAD]


def _knows_better(rival: Finding, finding: Finding) -> bool:
    """True when a rival of the same check says the same or more of the same words.

    A curated claim goes before a free reading, but contradicts nothing that a passage says in nearly the same words.
    """
    if rival.code != finding.code:
        return False
    if finding.claim and not rival.claim and finding.stance is Stance.CONTRADICTED:
        return rival.stance is Stance.SUPPORTED and any(place.share >= SAME for place in rival.places)
    if bool(rival.claim) != bool(finding.claim):
        covers = rival.start <= finding.start and finding.end <= rival.end
        return bool(rival.claim) and covers and not _knows_better(finding, rival)
    return _rank(rival) < _rank(finding)


def _rank(finding: Finding) -> tuple[int, int, str]:
    return ORDER.index(finding.stance), finding.start, finding.claim


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
