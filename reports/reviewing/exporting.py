"""`review export`: the result as a workbook or CSV file for reviewers."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from claims.errors import InputError
from compare.evidence.model import Result
from reports.files import refuse_input, write_whole
from reports.reviewing.entries import read_book
from reports.reviewing.sheets import claims_sheet, sheets_of
from reports.reviewing.standing import review_lines
from reports.reviewing.workbook import to_workbook
from reports.settings import Settings


def check_target(path: Path, settings: Settings) -> None:
    """Raise InputError when `path` cannot be a review file, is input, or holds what would be lost."""
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise InputError(f"{path}: is neither .xlsx nor .csv; give FILE one of these endings")
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give the name of a file")
    refuse_input(path, (settings.claims, settings.seeds, settings.reviews))
    if path.is_file() and not _is_unfilled(path):
        raise InputError(f"{path}: holds decisions, or is no review at all; import and delete it, or give another name")


def export(result: Result, settings: Settings, path: Path) -> None:
    """Write the review file, with the reviews that were made before in a column of their own."""
    earlier = review_lines(result, settings)
    write_whole(
        path, to_csv(result, earlier) if path.suffix.lower() == ".csv" else to_workbook(sheets_of(result, earlier))
    )


def to_csv(result: Result, earlier: Mapping[str, Sequence[str]]) -> str:
    """The sheet of all claims as CSV text."""
    sheet = claims_sheet(result, earlier)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows(sheet.rows)
    return out.getvalue()


def _is_unfilled(path: Path) -> bool:
    """True when a file is one that was exported, and nobody has decided anything in it."""
    try:
        return not read_book(path, {}).entries
    except InputError:
        return False
