"""Reports as Markdown: an index and a report per topic. Everything the sources or tables say is escaped."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from compare.evidence.model import Result
from reports.escaped import code, escape
from reports.files import refuse_others, write_whole
from reports.findings import NONE, Reviews
from reports.read_lines import is_report
from reports.report import topic, whole
from reports.report.blocks import Block, Heading, Items, Line, Look, Paragraph, Piece, Table
from reports.topics import topic_reports


def write_reports(
    result: Result, folder: Path, complete: bool = True, reviews: Reviews = NONE, full: bool = False
) -> tuple[Path, ...]:
    """Write a file per topic into `folder`, and before them `index.md` when the result is of the whole table; the paths.

    Raises InputError, before any is written, when a file of such a name is there that is no report.
    """
    pages = {folder / "index.md": whole.blocks(result, reviews)} if complete else {}
    pages |= {
        folder / f"{r.topic}.md": _with_way_back(topic.blocks(result, r, reviews, full)) for r in topic_reports(result)
    }
    refuse_others(pages, is_report)
    for path, blocks in pages.items():
        write_whole(path, markdown(blocks, linked=True))
    return tuple(pages)


def to_markdown(result: Result, reviews: Reviews = NONE, full: bool = False) -> str:
    """The report in one text. full: with the reports of all topics behind it."""
    pages = [whole.blocks(result, reviews)]
    pages += [topic.blocks(result, report, reviews, full) for report in topic_reports(result)] if full else []
    return "\n".join(map(markdown, pages))


def _with_way_back(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a link to the index behind the title."""
    title, *others = blocks
    yield from (title, Paragraph((Piece("All topics", topic="index"),)), *others)


def markdown(blocks: Iterable[Block], linked: bool = False) -> str:
    """Blocks as a page of Markdown, a blank line between each two. linked: the reports of the topics are files beside it."""
    return "\n\n".join(_block(block, linked) for block in blocks) + "\n"


def _block(block: Block, linked: bool) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escape(text)}"
        case Paragraph(line):
            return _line(line, linked)
        case Items(lines, first):
            marks = (
                f"{number}." if first is not None else "-" for number in range(first or 0, (first or 0) + len(lines))
            )
            return "\n".join(f"{mark} {_line(line, linked)}" for mark, line in zip(marks, lines, strict=True))
        case Table():
            return "\n".join(_table(block, linked))


def _table(table: Table, linked: bool) -> Iterator[str]:
    at = len(table.heads) if table.numbers is None else table.numbers
    yield f"| {' | '.join(map(escape, table.heads))} |"
    yield f"|{'---|' * at}{'---:|' * (len(table.heads) - at)}"
    yield from (f"| {' | '.join(_line(cell, linked) for cell in row)} |" for row in table.rows)


def _line(line: Line, linked: bool) -> str:
    return "".join(_piece(piece, linked) for piece in line).strip()


def _piece(piece: Piece, linked: bool) -> str:
    if piece.topic and linked:
        return f"[{escape(piece.text)}]({piece.topic}.md)"
    if not piece.text.strip():
        return piece.text
    match piece.look:
        case Look.STRONG:
            return f"**{escape(piece.text)}**"
        case Look.EMPHASIS:
            return f"*{escape(piece.text)}*"
        case Look.CODE:
            return code(piece.text)
        case Look.PLAIN:
            return escape(piece.text)
