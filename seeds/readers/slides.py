"""PowerPoint files: titles, text boxes, bullets, tables and notes, slide by slide."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.archive import broken, check_archive
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join, row
from seeds.text import Text

FURNITURE = frozenset(["DATE", "FOOTER", "HEADER", "SLIDE_NUMBER"])
TITLES = frozenset(["TITLE", "CENTER_TITLE", "SUBTITLE", "VERTICAL_TITLE"])


def read(path: Path, data: bytes) -> Text:
    """The presentation's words as blocks; places are counted in slides. Notes stand behind their slide's own words.

    Raises InputError when the file is locked, damaged, too large, or holds no words.
    """
    pptx = library("pptx", path)
    check_archive(path, data)
    with broken(path):
        presentation = pptx.Presentation(io.BytesIO(data))
        text, blocks, starts = join(_pieces(presentation))
    usable(path, text, "words in pictures have to be turned into text (OCR) first")
    return Text(text, Places(Unit.SLIDE, starts), blocks)


def _pieces(presentation: Any) -> Iterator[Piece]:
    for number, slide in enumerate(presentation.slides):
        for kind, words in _blocks(slide.shapes):
            yield Piece(kind, words, number)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                yield Piece(PassageKind.BODY, paragraph.text, number)


def _blocks(shapes: Iterable[Any]) -> Iterator[tuple[PassageKind, str]]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _blocks(shape.shapes)
        elif getattr(shape, "has_table", False):
            for table_row in shape.table.rows:
                yield PassageKind.BODY, row(cell.text for cell in table_row.cells)
        elif shape.has_text_frame and _role(shape) not in FURNITURE:
            yield from _frame(shape)


def _frame(shape: Any) -> Iterator[tuple[PassageKind, str]]:
    """A title is one block, however it is broken; other frames hold a block a paragraph."""
    role = _role(shape)
    if role in TITLES:
        yield PassageKind.HEADING, " ".join(shape.text_frame.text.split())
        return
    paragraphs = [paragraph.text.replace("\v", "\n") for paragraph in shape.text_frame.paragraphs]
    listed = role in ("BODY", "OBJECT") and len(paragraphs) > 1
    for words in paragraphs:
        yield PassageKind.LIST_ITEM if listed else PassageKind.BODY, words


def _role(shape: Any) -> str:
    return shape.placeholder_format.type.name if shape.is_placeholder and shape.placeholder_format.type else ""
