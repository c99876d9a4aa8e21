"""Which reviews of a claim stand, and which have expired because the claim or what was read for it has changed since.

A review never changes a verdict; it is printed beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.model import Claim
from claims.reviews import Review, read_reviews, standing
from compare.evidence.model import Comparison, Result
from reports.findings import Reviewed, Reviews, State
from reports.reviewing.days import day_words
from reports.reviewing.fingerprints import fingerprint
from reports.settings import Settings


class Expiry(StrEnum):
    """Why a review holds no longer; the text of each member is how it is said."""

    NO = ""
    CLAIM = "the claim was edited since"
    CORRECTED = "the claim was corrected as asked; what is read for it now is not reviewed"
    EVIDENCE = "against other evidence"
    UNKNOWN = "against evidence that is not known"


@dataclass(frozen=True)
class Standing:
    """The last review of one reviewer, and whether it still speaks of what is there now."""

    review: Review
    expiry: Expiry = Expiry.NO

    @property
    def expired(self) -> bool:
        """True when something else was reviewed than is there now."""
        return self.expiry is not Expiry.NO

    @property
    def words(self) -> str:
        """The review in a line: "confirmed by Ann on 3 March 2026", and why it has expired, if it has."""
        review = self.review
        said = f"{review.decision} by {review.reviewer}{day_words(review.date, ' on ')}"
        if self.expiry in (Expiry.CLAIM, Expiry.CORRECTED):
            return f"{said}; expired, {self.expiry}"
        return f"{said}; expired, reviewed{day_words(review.date, ' on ')} {self.expiry}" if self.expired else said


def decisions_for(result: Result, settings: Settings) -> Mapping[str, tuple[Standing, ...]]:
    """For each compared claim that was reviewed the last review of each reviewer, by date.

    Raises InputError when the project's history of reviews cannot be read.
    """
    if settings.reviews is None:
        return {}
    return standing_for(result, read_reviews(settings.reviews))


def standing_for(result: Result, history: Sequence[Review]) -> Mapping[str, tuple[Standing, ...]]:
    """The same for a history that was read already."""
    last = standing(history)
    return {
        c.claim.id: tuple(Standing(review, _expiry(review, c)) for review in last[c.claim.id])
        for c in result.comparisons
        if c.claim.id in last
    }


def reviews_of(result: Result, settings: Settings) -> Reviews:
    """For each reviewed claim what reports print of it; it has expired when no review of it holds any more."""
    return {
        claim: Reviewed(
            tuple(s.words for s in stands), State.EXPIRED if all(s.expired for s in stands) else State.DECIDED
        )
        for claim, stands in decisions_for(result, settings).items()
    }


def review_lines(result: Result, settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """For each reviewed claim a line for each reviewer, as reports print them."""
    return {claim: tuple(s.words for s in reviews) for claim, reviews in decisions_for(result, settings).items()}


def _expiry(review: Review, comparison: Comparison) -> Expiry:
    if not review.evidence:
        return Expiry.UNKNOWN
    now = fingerprint(comparison)
    if review.evidence == now:
        return Expiry.NO
    if review.evidence.partition("-")[0] == now.partition("-")[0]:
        return Expiry.EVIDENCE
    return Expiry.CORRECTED if _is_corrected(review, comparison.claim) else Expiry.CLAIM


def _is_corrected(review: Review, claim: Claim) -> bool:
    """True when the claim now says what the reviewer wrote."""
    if not (review.statement or review.value):
        return False
    return review.statement in ("", claim.statement) and review.value in ("", claim.expected)
