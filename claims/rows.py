"""From the cells of one row to a claim, or to everything that is wrong with the row."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from claims.amounts import TIME, parse_amount, parse_time
from claims.edtf import parse_edtf
from claims.model import Claim, Kind, Position, Severity

COLUMNS = ("id", "topic", "kind", "statement", "expected", "positions", "terms", "severity", "note")
REQUIRED = ("id", "topic", "kind", "statement")
WITH_POSITIONS = (Kind.NAME, Kind.DESCRIPTION, Kind.STATUS)
MAX_CELL = 10_000
"""characters of a cell of a table of claims"""


class Problem(NamedTuple):
    """What is wrong with one cell: where it stands, what is wrong, and how to mend it.

    row: the row as a spreadsheet counts it, the header being row 1.
    """

    file: str
    row: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.row}: {self.column}: {self.what}"


def parse_positions(cell: str) -> tuple[Position, ...]:
    """The positions of a cell `label: pattern, pattern; label: pattern`.

    Raises ValueError when a label or its patterns are missing, or a label stands twice.
    """
    found: list[Position] = []
    for piece in filter(None, (piece.strip() for piece in cell.split(";"))):
        label, colon, rest = (part.strip() for part in piece.partition(":"))
        patterns = tuple(filter(None, (pattern.strip() for pattern in rest.split(","))))
        if not (colon and label and patterns):
            raise ValueError(f"{piece!r} is not 'label: pattern, pattern'; positions are separated by ';'")
        if not all(_has_word(pattern) for pattern in patterns):
            raise ValueError(f"position {label!r} has a pattern without a word; remove it or write words")
        if label in {position.label for position in found}:
            raise ValueError(f"the label {label!r} stands twice; give each position one label")
        found.append(Position(label, patterns))
    return tuple(found)


def parse_terms(cell: str) -> tuple[str, ...]:
    """The patterns of a cell `pattern|pattern`. Raises ValueError when one holds no word."""
    terms = tuple(filter(None, (term.strip() for term in cell.split("|"))))
    for term in terms:
        if not _has_word(term):
            raise ValueError(f"the pattern {term!r} holds no word; remove it or write words")
    return terms


def _has_word(pattern: str) -> bool:
    return bool(re.search(r"[^\W_]", pattern))


def _topic(value: str) -> str:
    if not re.fullmatch(r"\w+(?:-\w+)*", value) or value != value.lower() or value == "index":
        raise ValueError(
            f"{value!r} is not a slug; write lower-case words joined by '-', such as peace-treaty (not index)"
        )
    return value


def _kind(value: str) -> Kind:
    try:
        return Kind(value.lower())
    except ValueError:
        raise ValueError(f"{value!r} is unknown; use one of {', '.join(Kind)}") from None


def _severity(value: str) -> Severity | None:
    try:
        return Severity(value.lower()) if value else None
    except ValueError:
        raise ValueError(
            f"{value!r} is unknown; use one of {', '.join(Severity)}, or leave it empty to have it judged"
        ) from None


PARSERS: Mapping[str, Callable[[str], Any]] = {
    "topic": _topic,
    "kind": _kind,
    "positions": parse_positions,
    "terms": parse_terms,
    "severity": _severity,
}
"""What makes the value of a cell of a column; the cells of the others are text."""


def parse_row(cells: Mapping[str, str], file: str, number: int) -> Claim | list[Problem]:
    """The claim of one row, or all its problems."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in COLUMNS:
        try:
            values[column] = _value(column, cells.get(column))
        except ValueError as error:
            problems.append(Problem(file, number, column, str(error)))
    if problems:
        return problems
    claim = Claim(**values)
    return [Problem(file, number, column, what) for column, what in _contradictions(claim)] or claim


def faults_of(claim: Claim) -> list[tuple[str, str]]:
    """What a table could not hold of a claim whose statement or expected value was changed: each column, and what is wrong."""
    found: list[tuple[str, str]] = []
    for column, cell in (("statement", claim.statement), ("expected", claim.expected)):
        try:
            _value(column, cell)
        except ValueError as error:
            found.append((column, str(error)))
    return found or _contradictions(claim)


def _value(column: str, cell: str | None) -> Any:
    """What a cell holds, None where the table has no such column. Raises ValueError when it cannot be used."""
    if column in REQUIRED and cell is None:
        raise ValueError("is missing; add the column and fill it")
    text = (cell or "").strip()
    if column in REQUIRED and not text:
        raise ValueError("is empty; fill it")
    if len(text) > MAX_CELL:
        raise ValueError(f"is longer than {MAX_CELL:,} characters; shorten it")
    return PARSERS.get(column, str)(text)


def _contradictions(claim: Claim) -> list[tuple[str, str]]:
    """What is wrong between the columns of a row."""
    found: list[tuple[str, str]] = []
    labels = [position.label for position in claim.positions]
    if claim.positions and claim.kind not in WITH_POSITIONS:
        found.append(
            ("positions", f"a {claim.kind} takes no positions; use expected, or the kind status or description")
        )
    if labels and claim.expected and claim.expected not in labels:
        found.append(("expected", f"{claim.expected!r} is none of the positions; use one of {', '.join(labels)}"))
    if claim.expected and claim.kind is Kind.DATE:
        parse = parse_time if TIME.fullmatch(claim.expected) else parse_edtf
        how = "write EDTF such as 2025-08-08, 2025-08, 2025 or 2025-08-07/2025-08-08, or a time of day such as 17:25"
        found += _unreadable(parse, claim.expected, how)
    if claim.expected and claim.kind is Kind.FIGURE:
        found += _unreadable(
            parse_amount, claim.expected, "write bound, number and unit such as ~19e9 USD or >=99 year"
        )
    return found


def _unreadable(parse: Any, cell: str, mend: str) -> list[tuple[str, str]]:
    try:
        parse(cell)
    except ValueError as error:
        return [("expected", str(error) if ";" in str(error) else f"{error}; {mend}")]
    return []
