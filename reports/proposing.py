"""Proposed claims as a table: what `scan --propose`, `claims propose` and `init --from` write."""

import csv
import io
import sys
from collections.abc import Sequence
from os.path import relpath
from pathlib import Path

import click

from claims.errors import InputError, install_command
from claims.model import Claim, Position
from claims.tables import FORMATS, check_claims
from compare.jobs.propose import Proposals, propose
from compare.proposing.candidate import Candidate
from reports.files import ABSENT, refuse_input, write_unchanged
from reports.settings import Settings
from seeds.corpus import Corpus, distinct

COLUMNS = ("id", "topic", "kind", "statement", "expected", "positions", "terms", "severity", "sources", "note")
MOST = 50
"""How many proposals are written unless another number is asked for."""
STEPS = 3
ENDINGS = (".csv", ".xlsx")
WIDTHS = (16, 14, 12, 60, 18, 40, 40, 10, 20, 50)


def run(corpus: Corpus, settings: Settings) -> Proposals:
    """What a corpus suggests beside the claims of the settings, with progress on a terminal."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=STEPS, label="Proposing", file=sys.stderr, hidden=hidden) as waiting:
        return propose(distinct(corpus), curated(settings), lambda step: waiting.update(1))


def curated(settings: Settings) -> tuple[Claim, ...]:
    """The claims there are; none where the folder is not there, or holds no table."""
    folder = settings.claims
    if not folder.exists() or (
        folder.is_dir() and not any(path.suffix.lower() in FORMATS for path in folder.iterdir())
    ):
        return ()
    return check_claims(folder).claims


def check_target(path: Path, settings: Settings) -> None:
    """Raise InputError when proposals cannot be written to `path`: what stands there is never replaced."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{path}: is neither .csv nor .xlsx; give FILE one of these endings")
    if path.exists():
        raise InputError(f"{path}: stands there already, and nothing is overwritten; give another name")
    refuse_input(path, (settings.seeds,))


def write_proposals(proposals: Proposals, path: Path, most: int = MOST) -> str:
    """Write the first proposals as a table of claims; the line that says so."""
    rows = [_row(candidate) for candidate in proposals.candidates[:most]]
    text: str | bytes = to_csv(rows) if path.suffix.lower() == ".csv" else _workbook(rows)
    write_unchanged({path: text}, {path: ABSENT})
    return (
        f"Wrote {len(rows)} proposed claim{'' if len(rows) == 1 else 's'} to {relpath(path)}{_left(proposals, most)}."
    )


def _left(proposals: Proposals, most: int) -> str:
    more, findings = len(proposals.candidates) - most, len(proposals.unproposed)
    told = [f"{more} more {'was' if more == 1 else 'were'} left out (--limit)"] if more > 0 else []
    told += [
        f"{findings} of {len(proposals.findings)} findings of the scan are no claims (`sourcecheck scan` shows them)"
    ]
    return f"; {'; '.join(told if findings else told[:-1])}" if findings or more > 0 else ""


def to_csv(rows: Sequence[Sequence[str]]) -> str:
    """The rows as CSV text below their header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([COLUMNS, *rows])
    return out.getvalue()


def positions_cell(positions: Sequence[Position]) -> str:
    """Positions as the cell of a table holds them."""
    return "; ".join(f"{position.label}: {', '.join(position.patterns)}" for position in positions)


def _row(candidate: Candidate) -> list[str]:
    claim = candidate.claim
    cells = [claim.id, claim.topic, claim.kind.value, claim.statement, claim.expected]
    cells += [positions_cell(claim.positions), "|".join(claim.terms)]
    return [*cells, candidate.severity, " ".join(candidate.sources), f"proposed: {candidate.why}"]


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    except ImportError:
        raise InputError(
            f"writing .xlsx needs xlsxwriter; install it with: {install_command('xlsxwriter')}, or write FILE.csv"
        ) from None
    from reports.reviewing.workbook import CREATED

    out = io.BytesIO()
    book = Workbook(out, {"strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False})
    book.set_properties({"title": "Proposed claims", "comments": "Written by sourcecheck", "created": CREATED})
    sheet = book.add_worksheet("Claims")
    wrapped, head = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True})
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width, wrapped)
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
