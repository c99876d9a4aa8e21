"""`review status`: per topic what is reviewed, open and expired, and by whom; what has expired; how far reviewers agree."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from claims.errors import InputError
from claims.reviews import Review, read_reviews, standing
from compare.evidence.model import Comparison, Result
from reports.printable import printable
from reports.reviewing.agreement import agreements
from reports.reviewing.standing import Standing, standing_for
from reports.settings import Settings
from reports.topics import topic_reports

HEADERS = ("topic", "claims", "reviewed", "open", "expired", "reviewers differ", "by")


def status_lines(result: Result, settings: Settings, whole: bool = True) -> Iterator[str]:
    """What is to be printed. whole: the result is of all claims, so that a review of any other has lost its claim.

    Raises InputError when the reviews cannot be read.
    """
    history = read_reviews(settings.reviews) if settings.reviews else ()
    stands = standing_for(result, history)
    yield _topics(result, stands)
    expired = [(claim, s) for claim, reviews in stands.items() for s in reviews if s.expired]
    if expired:
        yield "\nExpired:"
        yield from (printable(f"{claim}: {s.words}") for claim, s in expired)
    last = standing(history)
    known = {c.claim.id for c in result.comparisons}
    lost = [claim for claim in last if claim not in known]
    if whole and lost:
        yield f"\nReviewed, but no longer in the claims: {printable(', '.join(lost))}"
    yield from _agreement_lines({claim: reviews for claim, reviews in last.items() if claim in known})


def refuse_without_project(settings: Settings) -> None:
    """Raise InputError when there is no project, and so no reviews."""
    if settings.reviews is None:
        raise InputError("this folder is no project and has no reviews; `sourcecheck init DIR` makes one")


def _topics(result: Result, stands: Mapping[str, Sequence[Standing]]) -> str:
    rows = [_row(report.topic, report.comparisons, stands) for report in topic_reports(result)]
    if len(rows) > 1:
        rows.append(_row("total", result.comparisons, stands))
    return str(tabulate(rows, headers=HEADERS, tablefmt="simple", disable_numparse=[0, 6]))


def _row(topic: str, comparisons: Sequence[Comparison], stands: Mapping[str, Sequence[Standing]]) -> list[object]:
    """A claim is reviewed when a review of it stands, expired when all have expired, open when there is none."""
    of_claims = [stands.get(c.claim.id, ()) for c in comparisons]
    standing_now = [[s for s in reviews if not s.expired] for reviews in of_claims]
    reviewed = sum(map(bool, standing_now))
    expired = sum(map(bool, of_claims)) - reviewed
    differ = sum(len({s.review.decision for s in reviews}) > 1 for reviews in standing_now)
    by = Counter(s.review.who for reviews in standing_now for s in reviews)
    names = {s.review.who: s.review.reviewer for reviews in standing_now for s in reviews}
    who = ", ".join(f"{printable(names[key])} {by[key]}" for key in sorted(by))
    return [topic, len(of_claims), reviewed, len(of_claims) - reviewed - expired, expired, differ, who]


def _agreement_lines(last: Mapping[str, Sequence[Review]]) -> Iterator[str]:
    found = agreements(last)
    if found:
        yield "\nAgreement of two reviewers, where both decided on the same evidence:"
    for a in found:
        said = "not defined, both decided one thing throughout" if a.kappa is None else f"{a.kappa:.2f}"
        claims = f"{a.claims} claim{'s' if a.claims != 1 else ''}"
        yield printable(
            f"{a.reviewers[0]} and {a.reviewers[1]}: {claims}, {a.alike} decided alike; Cohen's kappa {said}"
        )
