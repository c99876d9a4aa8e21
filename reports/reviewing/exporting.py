"""`review export`: the result as a workbook or CSV file for reviewers."""

from pathlib import Path

from claims.errors import InputError
from compare.evidence.model import Result
from reports.files import refuse_input, write_whole
from reports.reviewing.columns import csv_text
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
    if path.suffix.lower() == ".csv":
        write_whole(path, csv_text(claims_sheet(result, earlier)))
    else:
        write_whole(path, to_workbook(sheets_of(result, earlier), "Review of claims"))


def _is_unfilled(path: Path) -> bool:
    """True when a file is one that was exported, and nobody has decided anything in it."""
    try:
        book = read_book(path, {})
        return not (book.entries or book.remarks)
    except InputError:
        return False
