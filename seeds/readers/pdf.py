"""PDF: the characters of every page with their places, as pdfium finds them; a form feed stands before every further page.

Hyphens at line ends stay, running heads and page numbers go, footnotes keep the tab behind their number.
"""

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from math import hypot
from pathlib import Path
from typing import Any

from seeds.errors import InputError
from seeds.places import Places, Unit
from seeds.readers.files import MAX_TEXT, library, usable
from seeds.readers.pdf_lines import PageLine, render, without_furniture
from seeds.text import Text

MAX_PAGES = 5_000
PASSWORD = 4
"""pdfium's code for a document that is locked."""
NEXT_PAGE = "\n\f\n"
HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What pdfium says in place of a hyphen that broke a word at a line end."""
RAISED = 0.8
"""Of the size of the letters behind it: a smaller number at the start of a line is the mark of a footnote."""
NOTE = re.compile(r"(\d{1,3}) ?(?=\S)")


def read(path: Path, data: bytes) -> Text:
    """The text of all pages, lines as printed; places are counted in pages.

    Raises InputError when the file is locked, damaged, has too many pages, or holds pictures only.
    """
    pdfium = library("pypdfium2", path)
    try:
        with pdfium.PdfDocument(data) as document:
            pages = list(_pages(path, document, library("pypdfium2.raw", path)))
    except pdfium.PdfiumError as error:
        if error.err_code == PASSWORD:
            raise InputError(f"{path}: is locked by a password; save it without one") from None
        raise InputError(f"{path}: is damaged or no PDF file ({error}); save it again from its program") from None
    texts = [render(page) for page in without_furniture(pages)]
    text = usable(path, NEXT_PAGE.join(texts), "a scanned PDF has to be turned into text (OCR) first")
    return Text(text, Places(Unit.PAGE, tuple(_starts(texts))))


def _starts(texts: list[str]) -> Iterator[int]:
    at = 0
    for text in texts:
        yield at
        at += len(text) + len(NEXT_PAGE)


def _pages(path: Path, document: Any, raw: Any) -> Iterator[list[PageLine]]:
    if len(document) > MAX_PAGES:
        raise InputError(f"{path}: has {len(document):,} pages, more than the {MAX_PAGES:,} allowed; split it")
    left = MAX_TEXT
    for number in range(len(document)):
        page = document[number]
        letters = page.get_textpage()
        left -= letters.count_chars()
        if left < 0:
            raise InputError(f"{path}: holds more than the {MAX_TEXT:,} characters allowed; split it")
        yield list(_lines(letters, raw))
        letters.close()
        page.close()


def _lines(letters: Any, raw: Any) -> Iterator[PageLine]:
    line: list[int] = []
    codes = [raw.FPDFText_GetUnicode(letters, i) for i in range(letters.count_chars())]
    for i, code in enumerate(codes):
        if code not in (0x0A, 0x0D):
            line.append(i)
        if code == 0x0A or code in HYPHENS or i == len(codes) - 1:
            words = _decode([codes[j] for j in line])
            if words.strip():
                yield _line(words, line, letters, raw)
            line = []


def _decode(codes: list[int]) -> str:
    """The characters; pdfium gives those beyond 16 bits as two halves; what is no character becomes a space."""
    words = "".join(HYPHENS.get(code, chr(code) if code < 0x110000 else " ") for code in codes)
    joined = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", joined)


def _line(words: str, line: list[int], letters: Any, raw: Any) -> PageLine:
    solid = [i for i in line if _is_solid(raw.FPDFText_GetUnicode(letters, i))]
    note = NOTE.match(words.lstrip())
    behind = len(note[1]) if note else 0
    body = solid[min(behind, len(solid) - 1)]
    left, base, height = *_origin(body, letters, raw), _size(body, letters, raw)
    if note and (
        _size(solid[0], letters, raw) < RAISED * height or left - _right(solid[behind - 1], letters, raw) > height / 2
    ):
        words = f"{note[1]}\t{words.lstrip()[note.end() :]}"
    else:
        note = None
    left = _origin(solid[0], letters, raw)[0]
    return PageLine(words.rstrip(), left, _right(solid[-1], letters, raw), base, height, note is not None)


def _is_solid(code: int) -> bool:
    return code in HYPHENS or not _decode([code]).isspace()


def _origin(i: int, letters: Any, raw: Any) -> tuple[float, float]:
    """Where the character stands on its baseline, in points."""
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(letters, i, byref(x), byref(y))
    return x.value, y.value


def _right(i: int, letters: Any, raw: Any) -> float:
    edges = [c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(letters, i, *(byref(edge) for edge in edges))
    return edges[1].value


def _size(i: int, letters: Any, raw: Any) -> float:
    """The size of the letters as printed, in points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(letters, i, byref(matrix))
    return float(raw.FPDFText_GetFontSize(letters, i)) * hypot(matrix.c, matrix.d)
