"""RTF, as old word processors and court offices write it: its text by striprtf, whose lines have to tell its paragraphs."""

from pathlib import Path

from seeds.errors import InputError
from seeds.readers.files import library, usable
from seeds.text import Text

OPENING = b"{\\rtf"


def read(path: Path, data: bytes) -> Text:
    """The document's text, a paragraph a line. Raises InputError when the file is no RTF file or holds no words."""
    if not data.lstrip().startswith(OPENING):
        raise InputError(f"{path}: is no .rtf file; open it in its program and save it as .docx")
    striprtf = library("striprtf.striprtf", path)
    text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace").replace("\r", "")
    return Text(usable(path, text, "a picture has to be turned into text (OCR) first"))
