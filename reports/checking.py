"""`claims check`: every problem of the tables, then terms and positions that match nothing in the sources."""

from claims.tables import check_claims
from compare.search.index import Index
from compare.search.unmatched import idle_patterns
from reports.settings import Settings


def check_lines(settings: Settings) -> tuple[list[str], int]:
    """A line for each problem, and how many claims are usable. Raises InputError when a file is no table."""
    table = check_claims(settings.claims)
    lines = [str(problem) for problem in table.problems]
    index = Index(settings.corpus())
    lines += [
        f"{table.places[claim.id]}: {column}: {what}" for claim, column, what in idle_patterns(table.claims, index)
    ]
    return lines, len(table.claims)
