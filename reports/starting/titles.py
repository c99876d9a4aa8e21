"""What a document is called: its first heading, the title its program kept, or the name of its file."""

import io
import re
from pathlib import Path

from reports.places import printable
from seeds.errors import InputError
from seeds.model import Document, PassageKind
from seeds.readers.archive import broken
from seeds.readers.files import library

BEGINNING = 8
"""Passages at the start of a document among which its title is looked for."""
LONGEST = 200
PROGRAM = re.compile(r"^Microsoft \w+ - |\.(?:docx?|pptx?|pdf|html?|txt|odt|indd|tex)$", re.IGNORECASE)
"""What programs put around a file's name to make a title of it."""


GENERIC = re.compile(
    r"(?:for immediate release|(?:press|news|media) release|united states securities and exchange commission|untitled.*|document ?\d*"
    r"|(?:table of )?contents|presentation ?\d*|slide \d+|draft|memorandum|agenda|minutes)\W*",
    re.IGNORECASE,
)
"""What stands at the head of many documents and names none of them."""


def title_of(document: Document, data: bytes, taken: frozenset[str] = frozenset()) -> str:
    """The document's title in one line. A heading of one word ("Analysis") is rarely one; one that another source has is none."""
    headings = [p.text for p in document.passages[:BEGINNING] if p.kind is PassageKind.HEADING]
    for found in (*headings, _kept(document.path, data), document.path.stem.replace("_", " ")):
        title = _plain(found)
        if GENERIC.fullmatch(title) or title in taken:
            continue
        if len(title) <= LONGEST and (" " in title or found not in headings) and any(map(str.isalpha, title)):
            return title
    return document.path.stem


def _plain(words: str) -> str:
    """The words in one line, and not what a spreadsheet would run as a formula."""
    return printable(" ".join(words.split())).lstrip("=+-@' ")


def _kept(path: Path, data: bytes) -> str:
    """The title in the file's properties, "" when there is none, it is the name of a file, or they are broken."""
    try:
        with broken(path):
            title = _property(path, data)
    except InputError:
        return ""
    return "" if PROGRAM.search(title) else title


def _property(path: Path, data: bytes) -> str:
    if path.suffix.lower() == ".pdf":
        with library("pypdfium2", path).PdfDocument(data) as document:
            return str(document.get_metadata_dict()["Title"])
    if path.suffix.lower() == ".docx":
        return str(library("docx", path).Document(io.BytesIO(data)).core_properties.title)
    return ""
