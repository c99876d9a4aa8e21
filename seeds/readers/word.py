"""Word files: paragraphs in their order with the part their style gives them, table rows, text boxes, footnotes.

The XML is walked here, since python-docx's own text leaves out insertions, content controls and text boxes. Deleted text,
struck and hidden text, marks of notes, field codes, comments, and heads and feet of pages are no part of the text.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple

from seeds.grids import Slot, Written, one_line
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.archive import broken, check_archive, transitional
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join, join_lines
from seeds.readers.not_words import notes_of
from seeds.readers.properties import office_told
from seeds.readers.word_runs import BOX, DROPPED, Styles, W, words_of
from seeds.text import Text

PARAGRAPH, TABLE, CELL = f"{W}p", f"{W}tbl", f"{W}tc"
LONGEST = 120
"""Characters of a note."""
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEADING = re.compile(r"(?:heading \d|(?:sub)?title)\b", re.IGNORECASE)
LIST = re.compile(r"list\b", re.IGNORECASE)
QUOTE = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)


def read(path: Path, data: bytes) -> Text:
    """The document's paragraphs as blocks; places are counted in paragraphs with words and table rows.

    Where no style tells a heading, a list or a note, the blocks are left open: many people write headings without styles.
    Raises InputError when the file is locked, damaged, too large, or holds no words.
    """
    from seeds.readers.word_links import links_of  # which walks a file as this module does

    docx = library("docx", path)
    check_archive(path, data)
    with broken(path):
        document = docx.Document(io.BytesIO(transitional(data)))
        pieces = list(_pieces(document, docx.oxml.parse_xml))
        notes = (*notes_of([document.element.body]), *_beside(document.part, docx.oxml.parse_xml))
        if all(piece.kind is PassageKind.BODY for piece in pieces):
            blocks, (text, starts, rows) = None, join_lines(pieces)
        else:
            text, blocks, starts, rows = join(pieces)
        links = tuple(links_of(document, docx.oxml.parse_xml, text))
    usable(path, text, "a scan or a picture has to be turned into text (OCR) first")
    return Text(
        text, Places(Unit.PARAGRAPH, starts), blocks, rows=rows, notes=notes, told=office_told(document), links=links
    )


def _pieces(document: Any, parse: Any) -> Iterator[Piece]:
    styles = Styles(document.styles.element.style_lst)
    number = 0
    tables: dict[Any, int] = {}
    for part in [*_blocks(document.element.body, styles), *_notes(document.part, parse, styles)]:
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
            yield Part(_kind(element, styles), words_of(element, styles))
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


def paragraphs(parent: Any) -> Iterator[Any]:
    """The elements of all paragraphs in the order they are read, those of cells and text boxes too."""
    for element in _nearest(parent, PARAGRAPH, TABLE):
        if element.tag == PARAGRAPH:
            yield element
            for box in _nearest(element, BOX):
                yield from paragraphs(box)
        else:
            for cell in (cell for row in _nearest(element, f"{W}tr") for cell in _nearest(row, CELL)):
                yield from paragraphs(cell)


def _kind(paragraph: Any, styles: Styles) -> PassageKind:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return PassageKind.BODY
    style = properties.find(f"{W}pStyle")
    names = [found.name_val or "" for found in styles.chain(style.get(f"{W}val"))] if style is not None else []
    if properties.find(f"{W}outlineLvl") is not None or any(HEADING.match(name) for name in names):
        return PassageKind.HEADING
    if properties.find(f"{W}numPr") is not None or any(LIST.match(name) for name in names):
        return PassageKind.LIST_ITEM
    return PassageKind.QUOTATION if any(QUOTE.match(name) for name in names) else PassageKind.BODY


def _notes(part: Any, parse: Any, styles: Styles) -> Iterator[Part]:
    for _, _, lines in notes_with_lines(part, parse):
        yield Part(PassageKind.FOOTNOTE, " ".join(words_of(line, styles) for line in lines))


def notes_with_lines(part: Any, parse: Any) -> Iterator[tuple[str, str, list[Any]]]:
    """The notes in the order they are read: "footnote" or "endnote", the note's id, its paragraphs."""
    for relation in part.rels.values():
        kind = relation.reltype.removeprefix(NOTES).removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse(relation.target_part.blob).iter(f"{W}{kind}"):
                yield kind, note.get(f"{W}id") or "", list(_nearest(note, PARAGRAPH))


def _beside(part: Any, parse: Any) -> Iterator[str]:
    """Notes of comments, and of the heads and feet of pages, which are not read."""
    words = {"header": set[str](), "footer": set[str]()}
    for relation in part.rels.values():
        kind = relation.reltype.removeprefix(NOTES)
        if relation.is_external or kind not in (*words, "comments"):
            continue
        root = parse(relation.target_part.blob)
        if kind == "comments":
            count = len(root.findall(f"{W}comment"))
            yield from [f"{count} comment{'s' if count > 1 else ''} not read"] if count else []
        else:
            lines = ("".join(run.text or " " for run in line.iter(f"{W}t", f"{W}tab")) for line in root.iter(f"{W}p"))
            words[kind].add(" ".join(" ".join(lines).split()))
    for kind, name in (("header", "head"), ("footer", "foot")):
        if shown := sorted(shown for shown in words[kind] if any(map(str.isalpha, shown))):
            yield f"{name} of the pages not read: {shorten('; '.join(shown), LONGEST, placeholder='…')}"
