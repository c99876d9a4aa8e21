"""Sheets written as an Excel workbook (xlsxwriter): colours, lists to choose from, filters, widths, print set-up.

Nothing in it depends on the clock: the same sheets give the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from claims.errors import InputError, install_command
from claims.reviews import Decision
from compare.drafting.model import Stance as Outcome
from compare.evidence.model import Stance, Verdict
from reports.drafts.words import NAMES
from reports.reviewing.columns import Column, Role, Sheet

CREATED = datetime(2000, 1, 1)
"""A workbook says when it was made; this one would differ from run to run."""
COLOURS: Mapping[str, tuple[str, str]] = {
    Verdict.PROBABLE_TYPO: ("#80215F", "#FAE4F2"),
    Verdict.VALUE_DISCREPANCY: ("#8F1717", "#FDE5E3"),
    Verdict.INTERNAL_INCONSISTENCY: ("#8A3200", "#FCE3D4"),
    Verdict.FRAMING_DIFFERENCE: ("#6E4400", "#FCECC8"),
    Verdict.CHANGED_OVER_TIME: ("#0B5763", "#DBF0F3"),
    Verdict.PRECISION_DIFFERENCE: ("#43388F", "#E9E7FB"),
    Verdict.AGREEMENT: ("#175A2C", "#DFF2E5"),
    Verdict.SINGLE_SOURCE: ("#0B4A6F", "#DDEEF8"),
    Verdict.NOT_FOUND: ("#454A52", "#E9EBEF"),
    Stance.SUPPORTS: ("#175A2C", "#DFF2E5"),
    Stance.LESS_PRECISE: ("#43388F", "#E9E7FB"),
    Stance.CONTRADICTS: ("#8F1717", "#FDE5E3"),
    Stance.DIFFERS: ("#6E4400", "#FCECC8"),
    Stance.UNREAD: ("#454A52", "#E9EBEF"),
    NAMES[Outcome.CONTRADICTED]: ("#8F1717", "#FDE5E3"),
    NAMES[Outcome.ALTERED_QUOTE]: ("#80215F", "#FAE4F2"),
    NAMES[Outcome.DISPUTED]: ("#8A3200", "#FCE3D4"),
    NAMES[Outcome.NOT_FOUND]: ("#6E4400", "#FCECC8"),
    NAMES[Outcome.NOT_CHECKABLE]: ("#454A52", "#E9EBEF"),
    NAMES[Outcome.SUPPORTED]: ("#175A2C", "#DFF2E5"),
}
"""Letters and ground of a cell; the word stands in it, so that nothing hangs on the colour."""
LINE, MOST_LINES = 15, 8
"""Points to a line; a cell that is longer is cut off in view, so that the rows can still be run down."""
YELLOW = "#FFF9DB"
COLOURED: Mapping[Role, Sequence[str]] = {
    Role.VERDICT: list(Verdict),
    Role.STANCE: list(Stance),
    Role.OUTCOME: list(NAMES.values()),
}
OWN = (Role.DECISION, Role.TICK, Role.WRITE, Role.DATE)
"""The reviewer's columns; they are empty, so that their look is that of the column."""
GROUP = "group "
"""How the name of a format begins for a row that begins a group, which has a line above."""
TICKED, UNTICKED = "x", "no"
"""What is chosen where a fact is ticked."""


def to_workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """The bytes of an .xlsx file. Raises InputError when xlsxwriter is not installed."""
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    except ImportError:
        raise InputError(
            f"writing .xlsx needs xlsxwriter; install it with: {install_command('xlsxwriter')}, or export FILE.csv"
        ) from None
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True, "strings_to_urls": False})
    book.set_properties({"title": title, "comments": "Written by sourcecheck", "created": CREATED})
    formats = _formats(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> Mapping[str, Any]:
    """The few formats that are used, by name: those of the roles, of the words that are coloured, and of the header."""
    top = {"valign": "top", "text_wrap": True}
    grid = {**top, "border": 1, "border_color": "#C9CCD3"}
    mine = {**grid, "bg_color": YELLOW, "num_format": "@"}
    looks: dict[str, dict[str, Any]] = {role.name: grid for role in Role}
    looks |= {role.name: mine for role in OWN} | {Role.DATE.name: {**mine, "num_format": "yyyy-mm-dd"}}
    looks |= {GROUP + role.name: {**looks[role.name], "top": 2, "top_color": "#454A52"} for role in Role}
    looks |= {word: {"font_color": ink, "bg_color": ground} for word, (ink, ground) in COLOURS.items()}
    looks["header"] = {**grid, "bold": True, "bg_color": "#E4E7EC"}
    return {name: book.add_format(look) for name, look in looks.items()}


def _write(worksheet: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    last_row, last = len(sheet.rows), len(sheet.columns) - 1
    for at, column in enumerate(sheet.columns):
        _set_column(worksheet, at, column, sheet, formats)
        worksheet.write_string(0, at, column.name, formats["header"])
    widths = [column.width for column in sheet.columns]
    for number, row in enumerate(sheet.rows, start=1):
        worksheet.set_row(number, LINE * _lines(row, widths))
        begins = number - 1 in sheet.groups
        for at, text in enumerate(row):
            look = formats[GROUP * begins + sheet.columns[at].role.name]
            if text:
                worksheet.write_string(number, at, text, look)
            elif begins:
                worksheet.write_blank(number, at, None, look)
    worksheet.freeze_panes(1, sheet.frozen)
    worksheet.autofilter(0, 0, max(1, last_row), last)
    _print_setup(worksheet, last_row, min(last, sheet.printed - 1))


def _lines(row: Sequence[str], widths: Sequence[int]) -> int:
    """How many lines of text a row shows, 1 to `MOST_LINES`; only Excel would find it out by itself."""
    most = 1
    for text, width in zip(row, widths, strict=True):
        if len(text) > width or "\n" in text:
            most = max(most, sum(-(-len(line) // width) or 1 for line in text.split("\n")))
    return min(most, MOST_LINES)


def _set_column(worksheet: Any, at: int, column: Column, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    hidden = column.role is Role.HIDDEN or column.name in sheet.hidden
    look = formats[column.role.name] if column.role in OWN else None
    worksheet.set_column(at, at, column.width, look, {"hidden": hidden})
    if not sheet.rows:
        return
    for word in COLOURED.get(column.role, ()):
        if word in COLOURS:
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": formats[word]}
            worksheet.conditional_format(1, at, len(sheet.rows), at, rule)
    if column.role is Role.DECISION:
        worksheet.data_validation(1, at, len(sheet.rows), at, _choice(list(map(str, Decision))))
    if column.role is Role.TICK:
        worksheet.data_validation(1, at, len(sheet.rows), at, _choice([TICKED, UNTICKED]))
    if column.role is Role.DATE:
        hint = {"validate": "any", "input_title": "Date", "input_message": "The day you decided, such as 2026-03-31."}
        worksheet.data_validation(1, at, len(sheet.rows), at, hint)


def _choice(words: Sequence[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": words,
        "error_title": "Not in the list",
        "error_message": "Choose one of the list, or leave the cell empty.",
    }


def _print_setup(worksheet: Any, last_row: int, last: int) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    worksheet.repeat_rows(0)
    worksheet.fit_to_pages(1, 0)
    worksheet.print_area(0, 0, last_row, last)
    worksheet.set_footer("&L&A&R&P / &N")
