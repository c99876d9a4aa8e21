"""Word files: paragraphs in their order with the part their style gives them, table rows, text boxes, footnotes.

The XML is walked here, since python-docx's own text leaves out insertions, content controls and text boxes. Deleted text,
field codes, comments, and heads and feet of pages are no part of the text.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.archive import broken, check_archive
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join, join_lines, row
from seeds.text import Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TABLE, BOX = f"{W}p", f"{W}tbl", f"{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Styles = dict[str, Any]
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
DROPPED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", FALLBACK])
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
        document = docx.Document(io.BytesIO(data))
        pieces = list(_pieces(document, docx.oxml.parse_xml))
    if all(piece.kind is PassageKind.BODY for piece in pieces):
        blocks, (text, starts) = None, join_lines(pieces)
    else:
        text, blocks, starts = join(pieces)
    usable(path, text, "a scan or a picture has to be turned into text (OCR) first")
    return Text(text, Places(Unit.PARAGRAPH, starts), blocks)


def _pieces(document: Any, parse: Any) -> Iterator[Piece]:
    styles = {style.styleId: style for style in document.styles.element.style_lst}
    number = 0
    for kind, words in [*_blocks(document.element.body, styles), *_notes(document.part, parse)]:
        yield Piece(kind if words.strip() else PassageKind.BODY, words, number)
        number += bool(words.strip())


def _blocks(parent: Any, styles: Styles) -> Iterator[tuple[PassageKind, str]]:
    for element in _nearest(parent, PARAGRAPH, TABLE):
        if element.tag == PARAGRAPH:
            yield _kind(element, styles), _words(element)
            for box in _nearest(element, BOX):
                yield from _blocks(box, styles)
        else:
            for table_row in _nearest(element, f"{W}tr"):
                yield from _row(table_row, styles)


def _row(table_row: Any, styles: Styles) -> Iterator[tuple[PassageKind, str]]:
    """One block for a row of short cells; where a cell holds paragraphs or a table, its blocks."""
    found = [_blocks(cell, styles) for cell in _nearest(table_row, f"{W}tc")]
    cells = [[block for block in cell if block[1].strip()] for cell in found]
    if all(len(cell) <= 1 for cell in cells):
        yield PassageKind.BODY, row(words for cell in cells for _, words in cell)
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
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in SIGNS:
        return SIGNS[element.tag]
    return "".join(_words(child) for child in element if child.tag not in DROPPED and child.tag != BOX)


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


def _notes(part: Any, parse: Any) -> Iterator[tuple[PassageKind, str]]:
    for relation in part.rels.values():
        kind = relation.reltype.removeprefix(NOTES).removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse(relation.target_part.blob).iter(f"{W}{kind}"):
                yield PassageKind.FOOTNOTE, " ".join(_words(paragraph) for paragraph in _nearest(note, PARAGRAPH))
