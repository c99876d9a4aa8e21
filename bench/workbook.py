"""How fast a review workbook is written and read, beside plain xlsxwriter and calamine on the same rows in the same run.

usage: python -m bench.workbook [--claims N]

The shipped claims, compared with the digests, are repeated under new ids until there are N. "Export" is from the result to
the bytes of the workbook; "import" is from its bytes to the decisions, one row in ten being filled.
"""

import argparse
import io
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from claims.model import Claim
from claims.tables import TOPICS, read_claims
from compare.evidence.model import Result
from compare.jobs.claims import compare
from reports.reviewing.columns import Sheet
from reports.reviewing.entries import read_book
from reports.reviewing.merging import drafts_of
from reports.reviewing.sheets import sheets_of
from reports.reviewing.workbook import to_workbook
from seeds.corpus import read_digests


def many(count: int) -> Result:
    """A result of `count` claims."""
    result = compare(read_claims(TOPICS), read_digests())
    numbered = enumerate(islice(cycle(result.comparisons), count))
    return Result(result.corpus, tuple(replace(c, claim=replace(c.claim, id=f"{c.claim.id}-{i}")) for i, c in numbered))


def plain_write(sheets: Sequence[Sheet]) -> bytes:
    """The same cells by xlsxwriter alone."""
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True})
    for sheet in sheets:
        worksheet = book.add_worksheet(sheet.name)
        for number, row in enumerate([[c.name for c in sheet.columns], *sheet.rows]):
            for at, text in enumerate(row):
                worksheet.write_string(number, at, text)
    book.close()
    return out.getvalue()


def plain_read(data: bytes) -> list[Any]:
    """The same cells by calamine alone."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def filled(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets with every tenth claim confirmed on the sheet Claims."""
    at = {name: i for i, name in enumerate(c.name for c in sheets[1].columns)}
    rows = [list(row) for row in sheets[1].rows]
    for row in rows[::10]:
        row[at["decision"]], row[at["reviewer"]], row[at["date"]] = "confirmed", "Ann", "2026-03-31"
    return (sheets[0], replace(sheets[1], rows=rows), *sheets[2:])


def imported(path: Path, claims: dict[str, Claim]) -> int:
    """How many reviews a workbook holds."""
    return len(drafts_of(read_book(path, claims).entries)[0])


def seconds(*works: Callable[[], object], times: int = 3) -> list[float]:
    """For each piece of work the best of a few runs, in turn; processor time, which other work on the machine does not lengthen."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for at, work in enumerate(works):
            start = time.process_time()
            work()
            best[at] = min(best[at], time.process_time() - start)
    return best


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=5_000)
    result = many(parser.parse_args().claims)
    claims = {c.claim.id: c.claim for c in result.comparisons}
    sheets = sheets_of(result, {})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.xlsx"
        path.write_bytes(to_workbook(filled(sheets), "Review of claims"))
        data = path.read_bytes()
        pairs = (
            (
                "export",
                lambda: to_workbook(sheets_of(result, {}), "Review of claims"),
                "xlsxwriter",
                lambda: plain_write(sheets),
            ),
            ("import", lambda: imported(path, claims), "calamine", lambda: plain_read(data)),
        )
        for what, ours, name, theirs in pairs:
            own, other = seconds(ours, theirs)
            print(
                f"{what} of {len(claims):,} claims: {own:.2f} s; {name} alone: {other:.2f} s; ratio {own / other:.2f}"
            )
        print(f"{imported(path, claims)} decisions read; {len(data):,} bytes")


if __name__ == "__main__":
    main()
