"""New reviews against the claims and the history: which are recorded, which corrections are made, and what is in conflict.

A conflict is said with its file, sheet and row; nothing of it is applied and nothing is lost. Two reviewers who decide
differently are both recorded, since that is what they decided, but no correction follows from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.model import Claim
from claims.reviews import Review, standing
from claims.rows import faults_of
from compare.facts.at_odds import at_odds
from reports.reviewing.days import day_words
from reports.reviewing.fingerprints import claim_mark
from reports.reviewing.merging import Draft

FIELD = {"statement": "corrected statement", "expected": "corrected value"}
"""The reviewer's column for each column of a claim."""


@dataclass(frozen=True)
class Correction:
    """A cell of a claims table that a reviewer wants otherwise. column: `statement` or `expected`."""

    where: str
    claim: str
    column: str
    value: str


@dataclass(frozen=True)
class Settled:
    """What becomes of the reviews of one or more files."""

    added: tuple[Review, ...]
    known: int
    corrections: tuple[Correction, ...]
    conflicts: tuple[str, ...]


def settle(drafts: Sequence[Draft], claims: Mapping[str, Claim], history: Sequence[Review]) -> Settled:
    """What the reviews of all files add, in their order."""
    recorded = frozenset(history)
    stand = dict(standing(history))
    taken: list[Draft] = []
    conflicts: list[str] = []
    for draft in drafts:
        review, others = draft.review, stand.get(draft.review.claim, ())
        refused = _refused(draft, claims.get(review.claim), others, review in recorded)
        if refused:
            conflicts.append(f"{draft.where}: {review.claim}: {refused}")
            continue
        conflicts += _disagreements(draft, others)
        taken.append(draft)
        stand[review.claim] = standing([*others, review])[review.claim]
    reviews = dict.fromkeys(draft.review for draft in taken)
    added = tuple(review for review in reviews if review not in recorded)
    return Settled(added, len(reviews) - len(added), _corrections(taken, claims, stand), tuple(conflicts))


def _corrections(
    taken: Sequence[Draft], claims: Mapping[str, Claim], stand: Mapping[str, Sequence[Review]]
) -> tuple[Correction, ...]:
    """What is asked by the reviews that stand in the end and that nobody disagrees with, each cell once."""
    cells: dict[tuple[str, str], Correction] = {}
    for draft in taken:
        standing_now = stand[draft.review.claim]
        if draft.review in standing_now and not list(_disagreements(draft, standing_now)):
            for correction in _asked(draft, claims[draft.review.claim]):
                cells.setdefault((correction.claim, correction.column), correction)
    return tuple(cells.values())


def _refused(draft: Draft, claim: Claim | None, others: Sequence[Review], recorded: bool) -> str:
    """Why nothing of a review can be taken; "" when it can."""
    review = draft.review
    if claim is None:
        return "no claim has this id (any more); nothing is taken from this row"
    mark = review.evidence.partition("-")[0]
    pending = list(_asked(draft, claim))
    if mark and mark != claim_mark(claim) and (pending or not (recorded or _asks(review))):
        return "the claim was edited since the export; export again and review it as it is now"
    wrong = _unfit(claim, pending) or _at_odds(claim, pending)
    if wrong:
        return wrong
    own = next((other for other in others if other.who == review.who), None)
    if own and not recorded and _decided(own) != _decided(review) and not review.date > own.date:
        return (
            f"{own.reviewer} decided {own.decision}{day_words(own.date, ' on ')}, as recorded, "
            f"and {review.decision} here{day_words(review.date, ' on ')}; give the one that holds a later date"
        )
    return ""


def _disagreements(draft: Draft, others: Sequence[Review]) -> Iterator[str]:
    """A line for each other reviewer who looked at the same and decided otherwise, or who corrects the claim otherwise."""
    review = draft.review
    for other in others:
        if other.who == review.who:
            continue
        if other.decision != review.decision and other.evidence == review.evidence:
            differ = f"{other.reviewer} decided {other.decision}, {review.reviewer} {review.decision}"
        elif _clash(other.value, review.value) or _clash(other.statement, review.statement):
            differ = f"{other.reviewer} and {review.reviewer} correct it differently"
        else:
            continue
        yield f"{draft.where}: {review.claim}: {differ}; both are recorded, no correction is made"


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _asked(draft: Draft, claim: Claim) -> Iterator[Correction]:
    """The cells the reviewer wants otherwise than the claim has them."""
    review = draft.review
    if review.statement and review.statement != claim.statement:
        yield Correction(draft.where, claim.id, "statement", review.statement)
    if review.value and review.value != claim.expected:
        yield Correction(draft.where, claim.id, "expected", review.value)


def _unfit(claim: Claim, wanted: Sequence[Correction]) -> str:
    """What the table of claims could not hold of the corrections, "" for nothing."""
    cells = _cells(wanted)
    corrected = replace(
        claim, statement=cells.get("statement", claim.statement), expected=cells.get("expected", claim.expected)
    )
    return "; ".join(f"{FIELD.get(column, column)}: {what}" for column, what in faults_of(corrected) if cells)


def _cells(wanted: Sequence[Correction]) -> dict[str, str]:
    return {correction.column: correction.value for correction in wanted}


def _at_odds(claim: Claim, wanted: Sequence[Correction]) -> str:
    """Why a corrected statement cannot stand beside the expected value; "" where it can, or the statement stays as it is."""
    cells = _cells(wanted)
    if "statement" not in cells:
        return ""
    expected = cells.get("expected", claim.expected)
    stated = at_odds(replace(claim, statement=cells["statement"], expected=expected))
    mend = "mend one of them" if "expected" in cells else "write the corrected value too"
    return f"the corrected statement says {stated}, the expected value is {expected}; {mend}" if stated else ""


def _asks(review: Review) -> bool:
    return bool(review.value or review.statement)


def _decided(review: Review) -> tuple[str, str, str]:
    return review.decision, review.value, review.statement
