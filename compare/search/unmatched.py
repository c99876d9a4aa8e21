"""Claims held against a corpus before they are compared: terms and positions that match nothing there."""

from collections.abc import Iterator, Sequence

from claims.model import Claim
from compare.search.index import Index


def idle_patterns(claims: Sequence[Claim], index: Index) -> Iterator[tuple[Claim, str, str]]:
    """Each claim whose terms, or one of whose positions, match in no passage: the claim, the column, what is wrong."""
    for claim in claims:
        if claim.terms and not any(_matches(term, index) for term in claim.terms):
            yield claim, "terms", "match no passage of the sources; loosen them, or try words with `sourcecheck find`"
        for position in claim.positions:
            if not any(_matches(pattern, index) for pattern in position.patterns):
                what = f"no pattern of {position.label!r} matches in the sources; mend or remove it"
                yield claim, "positions", what


def _matches(pattern: str, index: Index) -> bool:
    return next(index.matching(pattern), None) is not None
