"""OpenDocument texts (.odt), as LibreOffice writes them: headings, paragraphs, list items, table rows and notes.

Deleted text that is kept as a tracked change, struck and hidden text, comments, and what a field computes beside its shown value
are no part of the text.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from seeds.grids import Written, one_line
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.archive import broken, check_archive, parsed
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join
from seeds.text import Text

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
STYLES = "styles.xml"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DROPPED = frozenset([f"{T}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{T}note-citation"])
SIGNS = {f"{T}tab": "\t", f"{T}line-break": "\n", f"{T}s": " "}


def read(path: Path, data: bytes) -> Text:
    """The document's paragraphs as blocks; places are counted in paragraphs. Raises InputError as other readers of archives do."""
    etree = library("lxml.etree", path)
    check_archive(path, data)
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parsed(etree, archive.read("content.xml"))
        styles = [parsed(etree, archive.read(STYLES))] if STYLES in archive.namelist() else []
        body = root.find(f"{OFFICE}body")
        _remove(root, _unseen(root, *styles))
        text, blocks, starts, rows = join(_pieces(body if body is not None else root))
    usable(path, text, "a picture has to be turned into text (OCR) first")
    return Text(text, Places(Unit.PARAGRAPH, starts), blocks, rows=rows)


def _unseen(*roots: Any) -> frozenset[str]:
    """The names of the styles whose words are struck or hidden."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for root in roots
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}text-properties")
        if properties.get(f"{T}display") == "none"
        or any(properties.get(f"{STYLE}text-line-through-{part}", "none") != "none" for part in ("style", "type"))
    )


def _remove(root: Any, styles: frozenset[str]) -> None:
    """Empty the elements of these styles."""
    for element in root.iter(f"{T}span", f"{T}p", f"{T}h"):
        if element.get(f"{T}style-name") in styles:
            for child in list(element):
                element.remove(child)
            element.text = None


def _pieces(body: Any) -> Iterator[Piece]:
    notes: list[str] = []
    tables: dict[Any, int] = {}
    number = 0
    for kind, words, cells, table in _blocks(body, notes):
        if words.strip():
            of = tables.setdefault(table, len(tables)) if table is not None else 0
            yield Piece(kind, words, number, cells, of)
            number += 1
    for words in notes:
        yield Piece(PassageKind.FOOTNOTE, words, number)
        number += 1


def _blocks(element: Any, notes: list[str], listed: bool = False) -> Iterator[tuple[PassageKind, str, Any, Any]]:
    for child in element:
        if child.tag == f"{T}h":
            yield PassageKind.HEADING, _words(child, notes), (), None
        elif child.tag == f"{T}p":
            yield PassageKind.LIST_ITEM if listed else PassageKind.BODY, _words(child, notes), (), None
        elif child.tag == f"{TABLE}table":
            for row in child.iter(f"{TABLE}table-row"):
                yield PassageKind.BODY, *_row(row, notes), child
        elif child.tag not in DROPPED and isinstance(child.tag, str):
            yield from _blocks(child, notes, listed or child.tag == f"{T}list-item")


def _row(row: Any, notes: list[str]) -> tuple[str, Any]:
    cells = [" ".join(_words(p, notes) for p in cell.iter(f"{T}p")) for cell in row.iter(f"{TABLE}table-cell")]
    return one_line([Written(words, column) for column, words in enumerate(cells)])


def _words(element: Any, notes: list[str]) -> str:
    """The words of a paragraph; those of its notes go to `notes`."""
    found = element.text or ""
    for child in element:
        if child.tag == f"{T}note":
            notes.append(" ".join(_words(p, notes) for p in child.iter(f"{T}p")))
        elif child.tag in SIGNS:
            found += SIGNS[child.tag]
        elif child.tag not in DROPPED and isinstance(child.tag, str):
            found += _words(child, notes)
        found += child.tail or ""
    return found
