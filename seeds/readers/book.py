"""Electronic books (.epub): their chapters, which are pages of HTML, in the order of the book."""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from seeds.days import day_of
from seeds.errors import InputError
from seeds.readers import markup
from seeds.readers.archive import broken, check_archive, parsed
from seeds.readers.chapters import chained
from seeds.readers.files import library, usable
from seeds.text import Text
from seeds.told import Fact, Standing, Told

DC = "{http://purl.org/dc/elements/1.1/}"
CONTAINER = "META-INF/container.xml"


def read(path: Path, data: bytes) -> Text:
    """The words of all chapters as blocks; places are counted in paragraphs. Raises InputError as other readers of archives do."""
    etree = library("lxml.etree", path)
    check_archive(path, data)
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        package, book = _package(archive, etree)
        found = chained(_texts(path, archive, _chapters(package, book)), _told(book))
    usable(path, found.text, "save it as .docx or .txt")
    return found


def _texts(path: Path, archive: zipfile.ZipFile, names: Iterable[str]) -> Iterator[Text]:
    for name in dict.fromkeys(names):
        try:
            yield markup.read(path, archive.read(name))
        except InputError:  # a chapter of pictures only
            continue


def _package(archive: zipfile.ZipFile, etree: Any) -> tuple[str, Any]:
    """The name of the part that tells what the book is made of, and that part."""
    package = parsed(etree, archive.read(CONTAINER)).find(".//{*}rootfile").get("full-path")
    return package, parsed(etree, archive.read(package))


def _chapters(package: str, book: Any) -> Iterator[str]:
    """The names of the chapters in the order of the spine."""
    files = {item.get("id"): item.get("href") for item in book.iter("{*}item")}
    for item in book.iter("{*}itemref"):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(files[item.get("idref")])))


def _told(book: Any) -> Iterator[Told]:
    """The title of the book, and the day it names, which may be that of an edition."""
    title, day = (" ".join((book.findtext(f".//{DC}{name}") or "").split()) for name in ("title", "date"))
    if title:
        yield Told(Fact.TITLE, title, "the data of the book (title)", Standing.SURE)
    if day_of(day):
        yield Told(Fact.PUBLISHED, day_of(day), "the data of the book (date)", Standing.LIKELY)
