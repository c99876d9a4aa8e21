"""`claims check`: every problem of the tables, then what is wrong with the claims themselves, held against the sources."""

from claims.tables import check_claims
from compare.jobs.check import check
from reports.settings import Settings


def check_lines(settings: Settings) -> tuple[list[str], int]:
    """A line for each problem, and how many claims are usable. Raises InputError when a file is no table."""
    table = check_claims(settings.claims)
    lines = [str(problem) for problem in table.problems]
    doubts = check(table.claims, settings.corpus())
    lines += [f"{table.places[doubt.claim.id]}: {doubt.column}: {doubt.what}" for doubt in doubts]
    return lines, len(table.claims)
