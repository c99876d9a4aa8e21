"""PDF: the words of every page with their places, as pdfium finds them; a form feed stands before every further page.

Hyphens at line ends stay, running heads and page numbers go, footnotes keep the tab behind their number, cells of tables are parted by
wide spaces. Raised figures are powers, or marks of notes, which are left out. What cannot be read is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seeds.errors import InputError
from seeds.grids import PRINTED, GridRow, Slot
from seeds.places import Places, Unit
from seeds.readers.files import library, usable
from seeds.readers.limits import MAX_PAGES, MAX_TEXT
from seeds.readers.pdf_doubts import left_out, notes
from seeds.readers.pdf_lines import PageLine, broken, by_direction, lines_of, without_furniture, without_line_numbers
from seeds.readers.pdf_words import PageText, Word
from seeds.readers.properties import pdf_told
from seeds.text import Text

PASSWORD = 4
"""pdfium's code for a document that is locked."""
NEXT_PAGE = "\n\f\n"
PICTURE = 36
"""Points; what is lower or narrower is an ornament, no picture."""


@dataclass(frozen=True)
class _Page:
    """The words of a page and how many pictures it holds."""

    words: tuple[Word, ...]
    pictures: int


def read(path: Path, data: bytes) -> Text:
    """The text of all pages in reading order; places are counted in pages.

    Raises InputError when the file is locked, damaged, has too many pages, or holds pictures only.
    """
    pdfium = library("pypdfium2", path)
    try:
        with pdfium.PdfDocument(data) as document:
            told = pdf_told(document.get_metadata_dict())
            pages = list(_pages(path, document, library("pypdfium2.raw", path)))
    except pdfium.PdfiumError as error:
        if error.err_code == PASSWORD:
            raise InputError(f"{path}: is locked by a password; save it without one") from None
        raise InputError(f"{path}: is damaged or no PDF file ({error}); save it again from its program") from None
    rows = [by_direction(page.words) for page in pages]
    bare = [without_line_numbers(usual) for usual, _ in rows]
    numbered = [n for n, ((usual, _), kept) in enumerate(zip(rows, bare, strict=True), start=1) if usual != kept]
    upright, heads = without_furniture(bare)
    lines = [lines_of(usual, others) for usual, (_, others) in zip(upright, rows, strict=True)]
    texts, grid = _joined(lines)
    text = usable(path, NEXT_PAGE.join(texts), "a scanned PDF has to be turned into text (OCR) first")
    doubts = (*notes(texts, [page.pictures for page in pages]), *left_out([row.text for row in heads], numbered))
    return Text(text, Places(Unit.PAGE, tuple(_starts(texts))), rows=grid, notes=doubts, told=told)


def _joined(pages: Sequence[Sequence[PageLine]]) -> tuple[list[str], tuple[GridRow, ...]]:
    """The text of each page, and the rows of tables with the places of their cells in the whole."""
    texts, grid = [], []
    at = table = 0
    for page in pages:
        pieces: list[str] = []
        length = 0
        for line, parted in zip(page, broken(page), strict=False):
            if pieces:
                pieces.append("\n\n" if parted else "\n")
                length += len(pieces[-1])
            words, slots = _cells(line)
            if slots:
                grid.append(GridRow(table + line.table, tuple(slot.moved(at + length) for slot in slots)))
            pieces.append(words)
            length += len(words)
        table += page[-1].table if page else 0
        texts.append("".join(pieces))
        at += length + len(NEXT_PAGE)
    return texts, tuple(grid)


def _cells(line: PageLine) -> tuple[str, tuple[Slot, ...]]:
    """The words of a line, and where the cells of a table row stand in them; a wide space also follows a lone cell."""
    if not line.row:
        return line.words, ()
    words, slots = "", []
    for cell in line.row.cells:
        if cell.words:
            words += PRINTED if words else ""
            slots.append(Slot(len(words), len(words) + len(cell.words), cell.column, cell.width))
            words += cell.words
    return words + (PRINTED if len(slots) < 2 else ""), tuple(slots)


def _starts(texts: Sequence[str]) -> Iterator[int]:
    at = 0
    for text in texts:
        yield at
        at += len(text) + len(NEXT_PAGE)


def _pages(path: Path, document: Any, raw: Any) -> Iterator[_Page]:
    if len(document) > MAX_PAGES:
        raise InputError(f"{path}: has {len(document):,} pages, more than the {MAX_PAGES:,} allowed; split it")
    left = MAX_TEXT
    for number in range(len(document)):
        page = document[number]
        letters = page.get_textpage()
        left -= letters.count_chars()
        if left < 0:
            raise InputError(f"{path}: holds more than the {MAX_TEXT:,} characters allowed; split it")
        yield _Page(tuple(PageText(letters, raw).words()), _pictures(page, raw))
        letters.close()
        page.close()


def _pictures(page: Any, raw: Any) -> int:
    found = 0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        found += right - left >= PICTURE and top - bottom >= PICTURE
    return found
