"""Electronic books (.epub): their chapters, which are pages of HTML, in the order of the book."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from seeds.blocks import Block
from seeds.errors import InputError
from seeds.places import Places, Unit
from seeds.readers import markup
from seeds.readers.archive import broken, check_archive
from seeds.readers.files import library, usable
from seeds.text import Text

BETWEEN = "\n\n"
CONTAINER = "META-INF/container.xml"


def read(path: Path, data: bytes) -> Text:
    """The words of all chapters as blocks; places are counted in paragraphs. Raises InputError as other readers of archives do."""
    etree = library("lxml.etree", path)
    check_archive(path, data)
    text, blocks = "", list[Block]()
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _chapters(archive, etree):
            try:
                chapter = markup.read(path, archive.read(name))
            except InputError:  # a chapter of pictures only
                continue
            by = len(text) + len(BETWEEN) if text else 0
            text += (BETWEEN if text else "") + chapter.text
            blocks += [_moved(block, by) for block in chapter.blocks or ()]
    usable(path, text, "save it as .docx or .txt")
    return Text(text, Places(Unit.PARAGRAPH, tuple(block.spans[0][0] for block in blocks)), tuple(blocks))


def _moved(block: Block, by: int) -> Block:
    return replace(block, spans=tuple((start + by, end + by) for start, end in block.spans))


def _chapters(archive: zipfile.ZipFile, etree: "object") -> Iterator[str]:
    """The names of the chapters in the order of the spine."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)  # type: ignore[attr-defined]
    parse = etree.fromstring  # type: ignore[attr-defined]
    container = parse(archive.read(CONTAINER), parser)
    package = container.find(".//{*}rootfile").get("full-path")
    book = parse(archive.read(package), parser)
    files = {item.get("id"): item.get("href") for item in book.iter("{*}item")}
    for item in book.iter("{*}itemref"):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(files[item.get("idref")])))
