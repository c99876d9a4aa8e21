"""How much a difference matters: as the curator says, else judged by what differs, between whom, and whether more than words do."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.model import Kind, Severity
from compare.decide.populations import counted_apart
from compare.evidence.model import OTHERWISE, Comparison, Evidence, Stance, Verdict, told_once
from compare.fold import STOP, fold

SLIP = 1
"""Letters in which two spellings of one word may differ ("Antony", "Anthony")."""
SEVERAL = 3
"""Sources that must each say another thing for a difference of words to be grave."""


class Judged(NamedTuple):
    """A severity and why, in words a person can read; None where nothing differs."""

    severity: Severity | None
    why: str = ""


@told_once
def judged(comparison: Comparison) -> Judged:
    """The severity of what differs."""
    own = _by_kind(comparison)
    if own.severity and comparison.claim.severity:
        return Judged(comparison.claim.severity, f"set by the curator; {own.why}")
    return own


@told_once
def said_otherwise(comparison: Comparison) -> dict[str, frozenset[str]]:
    """What each source that speaks says, the claim's own and what agrees with it as ""."""
    said = {t.document.source.id: frozenset(_words(e) for e in _read(t.evidence)) for t in comparison.testimonies}
    return {source: values for source, values in said.items() if values}


def _by_kind(comparison: Comparison) -> Judged:
    match comparison.verdict:
        case Verdict.PROBABLE_TYPO:
            return _of_slip(comparison)
        case Verdict.VALUE_DISCREPANCY | Verdict.INTERNAL_INCONSISTENCY:
            return _of_values(comparison)
        case Verdict.FRAMING_DIFFERENCE:
            return _of_wording(comparison)
        case Verdict.PRECISION_DIFFERENCE:
            return Judged(Severity.LOW, "compatible, and only less precise")
        case _:
            return Judged(None)


def _of_slip(comparison: Comparison) -> Judged:
    in_figures = any(letter.isdigit() for e in _against(comparison) for letter in e.answer.value)
    if comparison.claim.kind is Kind.NAME or not in_figures:
        return Judged(Severity.LOW, "a spelling that one place has")
    return Judged(Severity.HIGH, "a slip that one place has, and a reader would take for true")


def _of_values(comparison: Comparison) -> Judged:
    if comparison.asked.alike:
        return Judged(Severity.LOW, "the same number, bounded otherwise")
    if counted_apart(comparison):
        return Judged(Severity.MEDIUM, "the figures may count different things")
    if comparison.verdict is Verdict.INTERNAL_INCONSISTENCY:
        return Judged(Severity.MEDIUM, "one source has values that cannot all be right")
    if len(said_otherwise(comparison)) > 1:
        return Judged(Severity.HIGH, "sources give values that cannot all be right")
    return Judged(Severity.MEDIUM, "the only source that speaks says otherwise")


def _of_wording(comparison: Comparison) -> Judged:
    said = said_otherwise(comparison)
    if comparison.claim.kind is Kind.NAME and _are_variants(comparison):
        return Judged(Severity.LOW, "forms of one name")
    if len(said) == 1:
        return Judged(Severity.LOW, "one source words it in several ways")
    apart = sum(len(values) for values in said.values()) == len(frozenset().union(*said.values()))
    if len(said) >= SEVERAL and apart and comparison.claim.kind is not Kind.NAME:
        return Judged(Severity.HIGH, "every source that speaks says another thing")
    return Judged(Severity.MEDIUM, "sources word it differently")


def _are_variants(comparison: Comparison) -> bool:
    """True when every other name shares a word with one of the claim's, a letter aside."""
    from rapidfuzz.distance import OSA  # wanted for few comparisons

    own = {e.answer.value for t in comparison.testimonies for e in t.evidence if e.stance is Stance.SUPPORTS}
    mine = [word for name in (own or {comparison.claim.expected}) for word in _name_words(name)]
    others = [_name_words(e.answer.value) for e in _against(comparison)]
    return all(any(OSA.distance(a, b) <= SLIP for a in mine for b in other) for other in others)


def _name_words(name: str) -> list[str]:
    return [word.form for word in fold(name).words if word.form not in STOP]


def _against(comparison: Comparison) -> Iterator[Evidence]:
    return (e for t in comparison.testimonies for e in t.evidence if e.stance in OTHERWISE)


def _read(evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    return (e for e in evidence if e.stance is not Stance.UNREAD)


def _words(evidence: Evidence) -> str:
    return evidence.answer.value if evidence.stance in OTHERWISE else ""
