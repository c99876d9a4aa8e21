"""The facts of a draft: of all that was found about its sentences, one outcome for each thing that a sentence asserts.

What a curated claim finds takes the place of what was looked up of the same words. The wording of a sentence is a fact of its own
only where nothing else in it is told as wrong: a sentence whose date is contradicted is not supported beside that.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.checks.attribution import CODE as ATTRIBUTION
from compare.checks.derived import CODE as DERIVED
from compare.checks.figure import CODE as FIGURE
from compare.checks.outlier import CODE as SLIP
from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import HARD, Finding, Stance
from seeds.model import Span

WHOLE = ("SRC301", "SRC302", "SRC303", "SRC304", UNREAD)
"""Checks of what a sentence says as a whole."""
ORDER = tuple(Stance)
SAME = 0.75
"""The share of the words around an assertion from which a passage that holds it says just the same, whatever a claim is about."""


def settle(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The facts, each with its one outcome, in the order they stand."""
    settled = [fact for group in _by_sentence(findings).values() for fact in _settled(group)]
    return tuple(sorted(settled, key=lambda f: (f.start, f.end, ORDER.index(f.stance), f.code, f.claim)))


def _by_sentence(findings: Sequence[Finding]) -> dict[Span, list[Finding]]:
    """The findings of each sentence."""
    groups: dict[Span, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.sentence].append(finding)
    return groups


def _settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The facts of one sentence."""
    ranked = sorted(findings, key=_rank)
    facts = [f for i, f in enumerate(ranked) if not any(_replaces(r, f, j < i) for j, r in enumerate(ranked) if j != i)]
    yield from (fact for fact in facts if not _is_told_by(fact, facts))


def _is_told_by(fact: Finding, facts: Sequence[Finding]) -> bool:
    """True for the wording of a sentence that is told by other facts of it: one that is wrong, or a claim's position in it."""
    if not _is_free_wording(fact) or fact.stance is Stance.NOT_CHECKABLE:
        return False
    others = [other for other in facts if not _is_free_wording(other)]
    if any(other.stance in HARD for other in others):
        return True
    return fact.stance is Stance.SUPPORTED and any(other.code in WHOLE for other in others)


def _is_free_wording(finding: Finding) -> bool:
    return finding.code in WHOLE and not finding.claim


def _same(one: Finding, other: Finding) -> bool:
    """True where two findings are about one thing: of the same check, or a claim's slip of the pen, about words that overlap."""
    codes = {FIGURE if finding.code == DERIVED else finding.code for finding in (one, other)}
    misattributed = ATTRIBUTION in codes and codes.isdisjoint(WHOLE)
    overlap = one.start < other.end and other.start < one.end
    return overlap and (len(codes) == 1 or SLIP in codes or misattributed)


def _replaces(rival: Finding, finding: Finding, graver: bool) -> bool:
    """True when a rival about the same thing says the same or more of it. graver: it ranks before the finding.

    A curated claim goes before a free reading, but contradicts nothing that a passage says in nearly the same words.
    """
    if not _same(rival, finding):
        return False
    if finding.claim and not rival.claim:
        return _says_the_same(finding, rival)
    if rival.claim and not finding.claim:
        return not _says_the_same(rival, finding)
    return graver


def _says_the_same(curated: Finding, free: Finding) -> bool:
    """True where a passage says in nearly the same words what a claim contradicts."""
    contradicted = curated.stance is Stance.CONTRADICTED and curated.code == free.code
    return contradicted and free.stance is Stance.SUPPORTED and any(place.share >= SAME for place in free.places)


def _rank(finding: Finding) -> tuple[int, int, str]:
    return ORDER.index(finding.stance), finding.start, finding.claim
