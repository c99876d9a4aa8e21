"""Verdicts: from the stances of passages to what all sources together say to a claim."""

from collections.abc import Iterator, Sequence

from claims.model import Claim, Kind
from compare.checks import claim_checks
from compare.checks.modality import CODE as MODALITY
from compare.decide.chronology import changed_over_time, without
from compare.evidence.model import Evidence, Ground, Stance, Testimony, Verdict

FRAMED = (Kind.DESCRIPTION, Kind.NAME)
"""Kinds whose positions are framings; the positions of a status are values, but whether it is planned or done is a framing."""
RULES = {
    Verdict.PROBABLE_TYPO: "one place says otherwise and looks like a slip, two or more of the same source support",
    Verdict.VALUE_DISCREPANCY: "a source has only values that cannot stand beside the claim's",
    Verdict.INTERNAL_INCONSISTENCY: "one source has values that cannot all be right",
    Verdict.FRAMING_DIFFERENCE: "sources describe, name or frame it otherwise, and deny nothing",
    Verdict.CHANGED_OVER_TIME: "an earlier source tells as planned what a later one tells as done",
    Verdict.PRECISION_DIFFERENCE: "a source is compatible with the claim, but less precise",
    Verdict.AGREEMENT: "two or more sources support, none says otherwise",
    Verdict.SINGLE_SOURCE: "one source supports, none says otherwise",
    Verdict.NOT_FOUND: "no source says anything to it that could be read",
}
"""When each verdict holds, in the words a trace tells it by; the first of these that holds is the verdict."""


def source_stance(evidence: Sequence[Evidence]) -> Stance:
    """The stance of a source: what it says at its best, so that one slip does not hide its support."""
    order = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.DIFFERS, Stance.LESS_PRECISE, Stance.UNREAD)
    stances = {e.stance for e in evidence}
    return next((stance for stance in order if stance in stances), Stance.SILENT)


def judge(claim: Claim, testimonies: Sequence[Testimony], codes: frozenset[str] | None = None) -> tuple[Ground, ...]:
    """All verdicts that hold for a claim, the gravest first, with their grounds: the first is its verdict. codes: the checks to use."""
    in_time = changed_over_time(claim, testimonies)
    left = [without(t, in_time) for t in testimonies]
    holds = {
        Verdict.PROBABLE_TYPO: [t for t in left if _outliers(t, codes)],
        Verdict.VALUE_DISCREPANCY: list(_differing(claim, left)),
        Verdict.INTERNAL_INCONSISTENCY: [t for t in left if _is_inconsistent(claim, t)],
        Verdict.FRAMING_DIFFERENCE: [t for t in left if any(_is_framed(claim, e) for e in t.evidence)],
        Verdict.CHANGED_OVER_TIME: [t for t, rest in zip(testimonies, left, strict=True) if t is not rest],
        Verdict.PRECISION_DIFFERENCE: [t for t in left if _holds(Stance.LESS_PRECISE, t)],
    }
    found = [_ground(verdict, holds[verdict]) for verdict in Verdict if holds.get(verdict)]
    return tuple(found) or (_quiet(testimonies),)


def _ground(verdict: Verdict, testimonies: Sequence[Testimony]) -> Ground:
    return Ground(verdict, tuple(t.document.source.id for t in testimonies))


def _quiet(testimonies: Sequence[Testimony]) -> Ground:
    speaking = [t for t in testimonies if _holds(Stance.SUPPORTS, t)]
    if len(speaking) > 1:
        return _ground(Verdict.AGREEMENT, speaking)
    return _ground(Verdict.SINGLE_SOURCE if speaking else Verdict.NOT_FOUND, speaking)


def _holds(stance: Stance, testimony: Testimony) -> bool:
    return any(e.stance is stance for e in testimony.evidence)


def _against(claim: Claim, testimony: Testimony) -> list[Evidence]:
    """The evidence of a source that is incompatible with the claim, framings left out."""
    wrong = (Stance.CONTRADICTS, Stance.DIFFERS)
    return [e for e in testimony.evidence if e.stance in wrong and not _is_framed(claim, e)]


def _is_framed(claim: Claim, evidence: Evidence) -> bool:
    """True when the evidence takes another position that frames the claim's subject differently and denies nothing."""
    return evidence.stance is Stance.DIFFERS and (claim.kind in FRAMED or evidence.check == MODALITY)


def _differing(claim: Claim, testimonies: Sequence[Testimony]) -> Iterator[Testimony]:
    """The sources that have nothing but incompatible values, be it beside another source or beside the claim alone."""
    for t in testimonies:
        alone = not (_holds(Stance.SUPPORTS, t) or _holds(Stance.LESS_PRECISE, t))
        if _against(claim, t) and (alone or any(_holds(Stance.SUPPORTS, o) for o in testimonies if o is not t)):
            yield t


def _is_inconsistent(claim: Claim, testimony: Testimony) -> bool:
    """True when one source gives values that cannot all be right."""
    against = _against(claim, testimony)
    compatible = any(e.stance in (Stance.SUPPORTS, Stance.LESS_PRECISE) for e in testimony.evidence)
    return bool(against) and (compatible or len({e.answer.key for e in against}) > 1)


def _outliers(testimony: Testimony, codes: frozenset[str] | None) -> tuple[Evidence, ...]:
    used = (check.outliers for check in claim_checks() if codes is None or check.code in codes)
    return tuple(e for outliers in used if outliers for e in outliers(testimony.evidence))
