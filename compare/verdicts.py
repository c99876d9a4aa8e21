"""Verdicts: from the stances of passages to what all sources together say to a claim."""

from collections.abc import Sequence

from claims.model import Claim, Kind
from compare.checks import all_checks
from compare.checks.modality import CODE as MODALITY
from compare.model import Evidence, Stance, Testimony, Verdict

FRAMED = (Kind.DESCRIPTION, Kind.NAME)
"""Kinds whose positions are framings; the positions of a status are values, but whether it is planned or done is a framing."""


def source_stance(evidence: Sequence[Evidence]) -> Stance:
    """The stance of a source: what it says at its best, so that one slip does not hide its support."""
    order = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.DIFFERS, Stance.LESS_PRECISE, Stance.UNREAD)
    stances = {e.stance for e in evidence}
    return next((stance for stance in order if stance in stances), Stance.SILENT)


def judge(claim: Claim, testimonies: Sequence[Testimony], codes: frozenset[str] | None = None) -> tuple[Verdict, ...]:
    """All verdicts that hold for a claim, the gravest first: the first is its verdict. codes: the checks to use."""
    holds = {
        Verdict.PROBABLE_TYPO: any(_outliers(t, codes) for t in testimonies),
        Verdict.VALUE_DISCREPANCY: _values_differ(claim, testimonies),
        Verdict.INTERNAL_INCONSISTENCY: any(_is_inconsistent(claim, t) for t in testimonies),
        Verdict.FRAMING_DIFFERENCE: any(_is_framed(claim, e) for t in testimonies for e in t.evidence),
        Verdict.PRECISION_DIFFERENCE: _any(Stance.LESS_PRECISE, testimonies),
    }
    found = [verdict for verdict in Verdict if holds.get(verdict)]
    return tuple(found) or (_quiet(testimonies),)


def _quiet(testimonies: Sequence[Testimony]) -> Verdict:
    speaking = sum(_any(Stance.SUPPORTS, (t,)) for t in testimonies)
    if speaking > 1:
        return Verdict.AGREEMENT
    return Verdict.SINGLE_SOURCE if speaking else Verdict.NOT_FOUND


def _any(stance: Stance, testimonies: Sequence[Testimony]) -> bool:
    return any(e.stance is stance for t in testimonies for e in t.evidence)


def _against(claim: Claim, testimony: Testimony) -> list[Evidence]:
    """The evidence of a source that is incompatible with the claim, framings left out."""
    wrong = (Stance.CONTRADICTS, Stance.DIFFERS)
    return [e for e in testimony.evidence if e.stance in wrong and not _is_framed(claim, e)]


def _is_framed(claim: Claim, evidence: Evidence) -> bool:
    """True when the evidence takes another position that frames the claim's subject differently and denies nothing."""
    return evidence.stance is Stance.DIFFERS and (claim.kind in FRAMED or evidence.check == MODALITY)


def _values_differ(claim: Claim, testimonies: Sequence[Testimony]) -> bool:
    """True when a source has nothing but incompatible values, be it beside another source or beside the claim alone."""
    return any(
        _against(claim, t) and not any(e.stance in (Stance.SUPPORTS, Stance.LESS_PRECISE) for e in t.evidence)
        for t in testimonies
    )


def _is_inconsistent(claim: Claim, testimony: Testimony) -> bool:
    """True when one source gives values that cannot all be right."""
    against = _against(claim, testimony)
    compatible = any(e.stance in (Stance.SUPPORTS, Stance.LESS_PRECISE) for e in testimony.evidence)
    return bool(against) and (compatible or len({e.answer.key for e in against}) > 1)


def _outliers(testimony: Testimony, codes: frozenset[str] | None) -> tuple[Evidence, ...]:
    used = (check.outliers for check in all_checks() if codes is None or check.code in codes)
    return tuple(e for outliers in used if outliers for e in outliers(testimony.evidence))
