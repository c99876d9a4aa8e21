"""How far two reviewers agree on the same claims."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.reviews import Review


@dataclass(frozen=True)
class Agreement:
    """Two reviewers, on how many claims both decided on the same evidence, how many alike, and their kappa.

    kappa: -1 to 1, 0 being what chance would give; None where it is not defined: both used one decision throughout.
    """

    reviewers: tuple[str, str]
    claims: int
    alike: int
    kappa: float | None


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two raters: (observed - expected) / (1 - expected agreement); None when nothing else was expected.

    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
    """
    if not pairs:
        return None
    many = len(pairs)
    alike = sum(one == other for one, other in pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[label] * others[label] for label in ones)
    if by_chance == many * many:
        return None
    return (alike * many - by_chance) / (many * many - by_chance)


def agreements(standing: Mapping[str, Sequence[Review]]) -> tuple[Agreement, ...]:
    """The agreement of every two reviewers who decided on the same claims on the same evidence, by name."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for reviews in standing.values():
        names |= {review.who: review.reviewer for review in reviews}
        for one, other in combinations(sorted(reviews, key=lambda review: review.who), 2):
            if one.evidence == other.evidence:
                pairs.setdefault((one.who, other.who), []).append((one.decision, other.decision))
    return tuple(
        Agreement((names[a], names[b]), len(both), sum(x == y for x, y in both), kappa(both))
        for (a, b), both in sorted(pairs.items())
    )
