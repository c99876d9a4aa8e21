"""PDF: the characters of every page with their places, as pdfium finds them; a form feed stands before every further page.

Hyphens at line ends stay, running heads and page numbers go, footnotes keep the tab behind their number. Raised figures are powers,
or marks of notes, which are left out. What cannot be read (letters without a Unicode map, pictures) is told.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from seeds.errors import InputError
from seeds.places import Places, Unit
from seeds.readers.files import library, usable
from seeds.readers.limits import MAX_PAGES, MAX_TEXT
from seeds.readers.pdf_columns import in_reading_order
from seeds.readers.pdf_letters import Letters
from seeds.readers.pdf_lines import PageLine, render, without_furniture
from seeds.readers.properties import pdf_told
from seeds.text import Text

PASSWORD = 4
"""pdfium's code for a document that is locked."""
NEXT_PAGE = "\n\f\n"
READABLE = 0.4
"""The least share of letters and digits among the signs of a page; with less its fonts have no Unicode map ("% & -.45")."""
FEW = 40
"""Signs; a page with fewer tells nothing of its fonts."""


def read(path: Path, data: bytes) -> Text:
    """The text of all pages, lines as printed; places are counted in pages.

    Raises InputError when the file is locked, damaged, has too many pages, or holds pictures only.
    """
    pdfium = library("pypdfium2", path)
    try:
        with pdfium.PdfDocument(data) as document:
            told = pdf_told(document.get_metadata_dict())
            pages, pictures = _pages(path, document, library("pypdfium2.raw", path))
    except pdfium.PdfiumError as error:
        if error.err_code == PASSWORD:
            raise InputError(f"{path}: is locked by a password; save it without one") from None
        raise InputError(f"{path}: is damaged or no PDF file ({error}); save it again from its program") from None
    texts = [render(page) for page in without_furniture(pages)]
    text = usable(path, NEXT_PAGE.join(texts), "a scanned PDF has to be turned into text (OCR) first")
    return Text(text, Places(Unit.PAGE, tuple(_starts(texts))), notes=tuple(_notes(texts, pictures)), told=told)


def _starts(texts: list[str]) -> Iterator[int]:
    at = 0
    for text in texts:
        yield at
        at += len(text) + len(NEXT_PAGE)


def _notes(texts: Sequence[str], pictures: int) -> Iterator[str]:
    """What of the file could not be read."""
    unreadable = [number for number, text in enumerate(texts, start=1) if _is_unreadable(text)]
    if unreadable:
        yield f"letters without a Unicode map, not readable: page {', '.join(map(str, unreadable))}"
    if pictures:
        yield f"{pictures} picture{'s' if pictures > 1 else ''} not read"


def _is_unreadable(text: str) -> bool:
    signs = [char for char in text if not char.isspace()]
    return len(signs) >= FEW and sum(char.isalnum() for char in signs) < READABLE * len(signs)


def _pages(path: Path, document: Any, raw: Any) -> tuple[list[list[PageLine]], int]:
    """The lines of every page in reading order, and how many pictures the pages hold."""
    if len(document) > MAX_PAGES:
        raise InputError(f"{path}: has {len(document):,} pages, more than the {MAX_PAGES:,} allowed; split it")
    left, pages, pictures = MAX_TEXT, [], 0
    for number in range(len(document)):
        page = document[number]
        pictures += sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        letters = page.get_textpage()
        left -= letters.count_chars()
        if left < 0:
            raise InputError(f"{path}: holds more than the {MAX_TEXT:,} characters allowed; split it")
        pages.append(in_reading_order(list(Letters(letters, raw).lines())))
        letters.close()
        page.close()
    return pages, pictures
