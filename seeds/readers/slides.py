"""PowerPoint files: titles, text boxes, bullets, tables and notes, slide by slide."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from seeds.grids import Written, one_line
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.raised import with_raised
from seeds.readers.archive import broken, check_archive, transitional
from seeds.readers.files import library, usable
from seeds.readers.joining import Piece, join
from seeds.readers.not_words import notes_of
from seeds.readers.properties import office_told
from seeds.text import Text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FURNITURE = frozenset(["DATE", "FOOTER", "HEADER", "SLIDE_NUMBER"])
TITLES = frozenset(["TITLE", "CENTER_TITLE", "SUBTITLE", "VERTICAL_TITLE"])


def read(path: Path, data: bytes) -> Text:
    """The presentation's words as blocks; places are counted in slides. Notes stand behind their slide's own words.

    Raises InputError when the file is locked, damaged, too large, or holds no words.
    """
    pptx = library("pptx", path)
    check_archive(path, data)
    with broken(path):
        presentation = pptx.Presentation(io.BytesIO(transitional(data)))
        text, blocks, starts, _ = join(_pieces(presentation))
        notes = (*notes_of(slide._element for slide in presentation.slides), *_hidden(presentation))
    usable(path, text, "words in pictures have to be turned into text (OCR) first")
    return Text(text, Places(Unit.SLIDE, starts), blocks, notes=notes, told=office_told(presentation))


def _hidden(presentation: Any) -> Iterator[str]:
    for number, slide in enumerate(presentation.slides, start=1):
        if slide._element.get("show") in ("0", "false"):
            yield f"slide {number} is hidden in the show; it is read"


def _pieces(presentation: Any) -> Iterator[Piece]:
    for number, slide in enumerate(presentation.slides):
        for kind, words in _blocks(slide.shapes):
            yield Piece(kind, words, number)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
                yield Piece(PassageKind.BODY, _words(paragraph), number)


def _blocks(shapes: Iterable[Any]) -> Iterator[tuple[PassageKind, str]]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _blocks(shape.shapes)
        elif getattr(shape, "has_table", False):
            for table_row in shape.table.rows:
                yield (
                    PassageKind.BODY,
                    one_line([Written(_all_words(cell.text_frame), i) for i, cell in enumerate(table_row.cells)])[0],
                )
        elif shape.has_text_frame and _role(shape) not in FURNITURE:
            yield from _frame(shape)


def _frame(shape: Any) -> Iterator[tuple[PassageKind, str]]:
    """A title is one block, however it is broken; other frames hold a block a paragraph."""
    role = _role(shape)
    if role in TITLES:
        yield PassageKind.HEADING, " ".join(_all_words(shape.text_frame).split())
        return
    paragraphs = [_words(paragraph).replace("\v", "\n") for paragraph in shape.text_frame.paragraphs]
    listed = role in ("BODY", "OBJECT") and len(paragraphs) > 1
    for words in paragraphs:
        yield PassageKind.LIST_ITEM if listed else PassageKind.BODY, words


def _all_words(frame: Any) -> str:
    return "\n".join(_words(paragraph) for paragraph in frame.paragraphs)


def _words(paragraph: Any) -> str:
    """A paragraph's words without what is struck; raised figures as powers, or left out as marks of notes."""
    return with_raised((_written(run), _is_raised(run)) for run in paragraph._p if not _is_struck(run))


def _written(run: Any) -> str:
    return "\v" if run.tag == f"{A}br" else "".join(text.text or "" for text in run.iter(f"{A}t"))


def _is_struck(run: Any) -> bool:
    properties = run.find(f"{A}rPr")
    return properties is not None and properties.get("strike", "noStrike") != "noStrike"


def _is_raised(run: Any) -> bool:
    properties = run.find(f"{A}rPr")
    return properties is not None and int(properties.get("baseline", "0").rstrip("%") or 0) > 0


def _role(shape: Any) -> str:
    return shape.placeholder_format.type.name if shape.is_placeholder and shape.placeholder_format.type else ""
