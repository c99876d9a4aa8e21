"""`claims check`: every problem of the tables, then claims at odds with themselves, terms and positions that match nothing."""

from claims.tables import check_claims
from compare.facts.at_odds import at_odds
from compare.search.index import Index
from compare.search.unmatched import idle_patterns
from reports.settings import Settings


def check_lines(settings: Settings) -> tuple[list[str], int]:
    """A line for each problem, and how many claims are usable. Raises InputError when a file is no table."""
    table = check_claims(settings.claims)
    lines = [str(problem) for problem in table.problems]
    lines += [
        f"{table.places[claim.id]}: expected: says {claim.expected}, the statement {stated}; mend the one that is wrong"
        for claim in table.claims
        if (stated := at_odds(claim))
    ]
    index = Index(settings.corpus())
    lines += [
        f"{table.places[claim.id]}: {column}: {what}" for claim, column, what in idle_patterns(table.claims, index)
    ]
    return lines, len(table.claims)
