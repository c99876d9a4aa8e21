"""The report as a Word file (python-docx): what is sent round. The same blocks as in Markdown; LibreOffice opens it too."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from claims.errors import InputError, install_command
from compare.evidence.model import Result
from reports.findings import NONE, Reviews
from reports.printable import printable
from reports.report import topic, whole
from reports.report.blocks import Block, Heading, Items, Line, Look, Paragraph, Table
from reports.same_bytes import same_bytes
from reports.topics import topic_reports

CREATED = datetime(2000, 1, 1)
"""A Word file says when it was made; this one would differ from run to run."""
FONT, POINTS, SMALL = "Calibri", 10.5, 9
MARGIN, INDENT = 2.0, 0.8
"""Centimetres: of the page at every side, and of the lines of a list."""
WIDTH = 21.0 - 2 * MARGIN
LEAST, NARROW = 1.6, 6.0
"""Centimetres: the least of a column, and the most of one that holds no more than a word or an id."""
SHORT = 24
"""Characters up to which a cell counts as short."""


def to_docx(result: Result, reviews: Reviews = NONE, full: bool = False) -> bytes:
    """The bytes of the file. full: with the reports of all topics behind it. Raises InputError when python-docx is not installed."""
    try:
        import docx
    except ImportError:
        raise InputError(
            f"writing .docx needs python-docx; install it with: {install_command('python-docx')}, or use --format html"
        ) from None
    document: Any = docx.Document()
    _set_up(document)
    _add(document, whole.blocks(result, reviews))
    for report in topic_reports(result) if full else ():
        document.add_page_break()
        _add(document, topic.blocks(result, report, reviews, full))
    out = io.BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())


def _set_up(document: Any) -> None:
    """A4 with even margins, one font, and facts of the file that do not hang on the day."""
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(POINTS)
    style.paragraph_format.space_after = Pt(4)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = whole.TITLE, "sourcecheck", ""
    facts.created = facts.modified = CREATED


def _add(document: Any, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading(text, level):
                document.add_heading(_plain(text), level)
            case Paragraph(line):
                _write(document.add_paragraph(), line)
            case Items(lines, first):
                _add_items(document, lines, first)
            case Table():
                _add_table(document, block)


def _add_items(document: Any, lines: Sequence[Line], first: int | None) -> None:
    """A list; its numbers are written, since a list of Word would begin again at 1."""
    from docx.shared import Cm

    for number, line in enumerate(lines, start=first or 0):
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent = Cm(INDENT), Cm(-INDENT)
        layout.tab_stops.add_tab_stop(Cm(INDENT))
        paragraph.add_run(f"{'•' if first is None else f'{number}.'}\t")
        _write(paragraph, line)


def _add_table(document: Any, table: Table) -> None:
    """A table whose head comes again on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    made = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False
    head = made.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    widths = [Cm(width) for width in _widths(table)]
    for cell, name in zip(head.cells, table.heads, strict=True):
        _fill(cell, ())
        cell.paragraphs[0].add_run(_plain(name)).bold = True
    for row in table.rows:
        for cell, line in zip(made.add_row().cells, row, strict=True):
            _fill(cell, line)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    _align(made, table)
    document.add_paragraph()


def _align(made: Any, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for column in list(made.columns)[table.numbers :] if table.numbers is not None else ():
        for cell in column.cells:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(table: Table) -> list[float]:
    """Centimetres for each column: those of short cells as narrow as their longest, the others share the rest."""
    longest = [max([len(name), *(_length(row[at]) for row in table.rows)]) for at, name in enumerate(table.heads)]
    short = {at: min(NARROW, max(LEAST, 0.2 * most + 0.4)) for at, most in enumerate(longest) if most <= SHORT}
    left = max(WIDTH - sum(short.values()), LEAST * len(longest))
    others = sum(most for at, most in enumerate(longest) if at not in short)
    share = [short.get(at, left * most / others if others else LEAST) for at, most in enumerate(longest)]
    return [width * WIDTH / sum(share) for width in share]


def _length(line: Line) -> int:
    return sum(len(piece.text) for piece in line)


def _fill(cell: Any, line: Line) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    _write(paragraph, line)
    for run in paragraph.runs:
        run.font.size = Pt(SMALL)


def _write(paragraph: Any, line: Line) -> None:
    for piece in line:
        if piece.text:
            run = paragraph.add_run(_plain(piece.text))
            run.bold, run.italic = piece.look is Look.STRONG or None, piece.look is Look.EMPHASIS or None
            if piece.look is Look.CODE:
                run.font.name = "Consolas"


def _plain(text: str) -> str:
    """Text that XML can hold."""
    return printable(text.replace("\n", " ")).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
