"""The findings of a whole result as blocks of Markdown: gravest first, then what is small, in a table each."""

from collections.abc import Iterable, Iterator, Sequence

from claims.model import Kind, Severity
from compare.decide.headline import advice, gravest_first, headline, name_of, values_said
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result, Verdict
from reports.escaped import escape

FIRST = 16
"""Findings told before everything else, so that they stand on one page."""


def weighty(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The findings that need a decision, the gravest first; small ones are left to the tables."""
    return tuple(c for c in gravest_first(comparisons) if judged(c).severity is not Severity.LOW)


def counted(result: Result) -> str:
    """How many findings of each severity, in a sentence."""
    found = [judged(c).severity for c in gravest_first(result.comparisons)]
    many = [f"{found.count(severity)} {severity}" for severity in Severity if severity in found]
    return f"{len(found)} finding{'s' if len(found) != 1 else ''}{': ' if many else ''}{', '.join(many)}."


def opening(result: Result) -> Iterator[str]:
    """The gravest findings, a line each."""
    found = weighty(result.comparisons)
    if found:
        yield "## Findings, gravest first"
        left = len(found) - FIRST
        more = [f"\n[{left} more findings](#further-findings) stand below."] if left > 0 else []
        yield "\n".join([*_numbered(found[:FIRST], 1), *more])


def smaller(result: Result) -> Iterator[str]:
    """What stands behind the gravest: the style sheet, further findings, small differences, precision."""
    small = [c for c in gravest_first(result.comparisons) if judged(c).severity is Severity.LOW]
    names = [c for c in small if c.claim.kind is Kind.NAME]
    yield from _table("Style sheet", ("name", "forms", "claim"), map(_name_row, names))
    further = weighty(result.comparisons)[FIRST:]
    yield from ["## Further findings", "\n".join(_numbered(further, FIRST + 1))] if further else []
    others = [c for c in small if c.claim.kind is not Kind.NAME]
    yield from ["## Small differences", "\n".join(f"- {_line(c)}" for c in others)] if others else []
    precise = [c for c in result.comparisons if c.verdict is Verdict.PRECISION_DIFFERENCE]
    yield from _table("Precision", ("claim", "values", "id"), map(_precision_row, precise))


def _numbered(found: Sequence[Comparison], first: int) -> Iterator[str]:
    return (f"{n}. **{judged(c).severity}** {_line(c)}" for n, c in enumerate(found, start=first))


def _line(comparison: Comparison) -> str:
    to_do = advice(comparison)
    return f"{escape(headline(comparison))}.{f' *{escape(to_do)}*' if to_do else ''} {_link(comparison)}"


def _link(comparison: Comparison) -> str:
    return f"([{escape(comparison.claim.id)}]({comparison.claim.topic}.md))"


def _name_row(comparison: Comparison) -> tuple[str, str, str]:
    said = values_said(comparison)
    own = next((s.value for s in said if not s.against), comparison.claim.expected)
    forms = [f"{s.value}: {s.often} in {name_of(s.document)}" for s in sorted(said, key=lambda s: s.against)]
    return own, "; ".join(forms), _link(comparison)


def _precision_row(comparison: Comparison) -> tuple[str, str, str]:
    _, _, values = headline(comparison).rpartition(": ")
    return comparison.claim.statement, values, _link(comparison)


def _table(heading: str, names: tuple[str, ...], rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """A table under its heading, nothing where it has no rows; the last cell is a link."""
    body = [f"| {escape(one)} | {escape(other)} | {link} |" for one, other, link in rows]
    if body:
        yield f"## {heading}"
        yield "\n".join([f"| {' | '.join(names)} |", "|---|---|---|", *body])
