"""Word files: paragraphs in their order with the part their style gives them, table rows, text boxes, footnotes.

The XML is walked here, since python-docx's own text leaves out insertions, content controls and text boxes. Deleted text,
struck and hidden text, marks of notes, field codes, comments, and heads and feet of pages are no part of the text.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from seeds.grids import Slot, Written, one_line
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.raised import raised
from seeds.readers.archive import broken, check_archive, transitional
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join, join_lines
from seeds.text import Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, CELL, BOX = f"{W}p", f"{W}tbl", f"{W}tc", f"{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Styles = dict[str, Any]
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
DROPPED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", FALLBACK])
UNSEEN = ("strike", "dstrike", "vanish", "webHidden")
"""Properties of a run that nobody reads: struck through, or hidden."""
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEADING = re.compile(r"(?:heading \d|(?:sub)?title)\b", re.IGNORECASE)
LIST = re.compile(r"list\b", re.IGNORECASE)
QUOTE = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
DEEPEST = 20
"""Styles that a style may build on, one after the other; a circle of styles ends here."""


def read(path: Path, data: bytes) -> Text:
    """The document's paragraphs as blocks; places are counted in paragraphs with words and table rows.

    Where no style tells a heading, a list or a note, the blocks are left open: many people write headings without styles.
    Raises InputError when the file is locked, damaged, too large, or holds no words.
    """
    docx = library("docx", path)
    check_archive(path, data)
    with broken(path):
        document = docx.Document(io.BytesIO(transitional(data)))
        pieces = list(_pieces(document, docx.oxml.parse_xml))
    if all(piece.kind is PassageKind.BODY for piece in pieces):
        blocks, (text, starts, rows) = None, join_lines(pieces)
    else:
        text, blocks, starts, rows = join(pieces)
    usable(path, text, "a scan or a picture has to be turned into text (OCR) first")
    return Text(text, Places(Unit.PARAGRAPH, starts), blocks, rows=rows)


def _pieces(document: Any, parse: Any) -> Iterator[Piece]:
    styles = {style.styleId: style for style in document.styles.element.style_lst}
    number = 0
    tables: dict[Any, int] = {}
    for part in [*_blocks(document.element.body, styles), *_notes(document.part, parse)]:
        table = tables.setdefault(part.table, len(tables)) if part.table is not None else 0
        words = part.words
        yield Piece(part.kind if words.strip() else PassageKind.BODY, words, number, part.cells, table)
        number += bool(words.strip())


class Part(NamedTuple):
    """The words of a paragraph or a table row; of a row its cells and the table's element."""

    kind: PassageKind
    words: str
    cells: tuple[Slot, ...] = ()
    table: Any = None


def _blocks(parent: Any, styles: Styles) -> Iterator[Part]:
    for element in _nearest(parent, PARAGRAPH, TABLE):
        if element.tag == PARAGRAPH:
            yield Part(_kind(element, styles), _words(element))
            for box in _nearest(element, BOX):
                yield from _blocks(box, styles)
        else:
            for table_row in _nearest(element, f"{W}tr"):
                yield from _row(element, table_row, styles)


def _row(table: Any, table_row: Any, styles: Styles) -> Iterator[Part]:
    """One block for a row of short cells; where a cell holds paragraphs or a table, its blocks."""
    column, written = 0, []
    head = table_row.find(f"{W}trPr/{W}tblHeader") is not None
    cells = [[block for block in _blocks(cell, styles) if block.words.strip()] for cell in _nearest(table_row, CELL)]
    for element, cell in zip(_nearest(table_row, CELL), cells, strict=True):
        span = element.find(f"{W}tcPr/{W}gridSpan")
        width = max(1, int(span.get(f"{W}val"))) if span is not None else 1
        written += [Written(block.words, column, width, head) for block in cell]
        column += width
    if all(len(cell) <= 1 for cell in cells):
        yield Part(PassageKind.BODY, *one_line(written), table)
    else:
        for cell in cells:
            yield from cell


def _nearest(element: Any, *tags: str) -> Iterator[Any]:
    """The outermost elements of these tags inside `element`, in order; what is deleted or a double is not entered."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in DROPPED and isinstance(child.tag, str):
            yield from _nearest(child, *tags)


def _words(element: Any) -> str:
    """The words as they are shown: without what is struck or hidden; raised figures as powers, or left out as marks of notes."""
    found = ""
    for words, is_raised in _runs(element):
        found += raised(words, found) if is_raised else words
    return found


def _runs(element: Any, is_raised: bool = False) -> Iterator[tuple[str, bool]]:
    """The words of every run that is shown, and whether they are raised."""
    if element.tag == f"{W}t":
        yield element.text or "", is_raised
    elif element.tag in SIGNS:
        yield SIGNS[element.tag], False
    elif element.tag != f"{W}r" or not any(_is_on(element, name) for name in UNSEEN):
        align = element.find(f"{W}rPr/{W}vertAlign") if element.tag == f"{W}r" else None
        is_raised = is_raised or (align is not None and align.get(f"{W}val") == "superscript")
        for child in element:
            if child.tag not in DROPPED and child.tag != BOX:
                yield from _runs(child, is_raised)


def _is_on(run: Any, name: str) -> bool:
    """True when a run has a property that is switched on."""
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def _kind(paragraph: Any, styles: Styles) -> PassageKind:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return PassageKind.BODY
    style = properties.find(f"{W}pStyle")
    names = list(_style_names(style.get(f"{W}val"), styles)) if style is not None else []
    if properties.find(f"{W}outlineLvl") is not None or any(HEADING.match(name) for name in names):
        return PassageKind.HEADING
    if properties.find(f"{W}numPr") is not None or any(LIST.match(name) for name in names):
        return PassageKind.LIST_ITEM
    return PassageKind.QUOTATION if any(QUOTE.match(name) for name in names) else PassageKind.BODY


def _style_names(identifier: str | None, styles: Styles) -> Iterator[str]:
    """The style's name and those of the styles it builds on; built-in names are English in every language of Word."""
    for _ in range(DEEPEST):
        style = styles.get(identifier or "")
        if style is None:
            return
        yield style.name_val or ""
        identifier = style.basedOn.val if style.basedOn is not None else None


def _notes(part: Any, parse: Any) -> Iterator[Part]:
    for relation in part.rels.values():
        kind = relation.reltype.removeprefix(NOTES).removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse(relation.target_part.blob).iter(f"{W}{kind}"):
                words = " ".join(_words(paragraph) for paragraph in _nearest(note, PARAGRAPH))
                yield Part(PassageKind.FOOTNOTE, words)
