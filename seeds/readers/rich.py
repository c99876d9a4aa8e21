"""RTF, as old word processors and court offices write it: its text by striprtf, whose lines have to tell its paragraphs.

striprtf reads struck and hidden words, and raised figures as any others, and leaves footnotes out. So what nobody reads is taken
out before, raised figures become powers or go, notes are set behind the text as lines of their own, and cells are parted by strokes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seeds.errors import InputError
from seeds.grids import BETWEEN_CELLS
from seeds.raised import raised
from seeds.readers.files import library, usable
from seeds.text import Text

OPENING = b"{\\rtf"
TOKEN = re.compile(
    r"\\bin(\d{1,9}) ?|\\([a-z]{1,32})(-?\d{1,9})? ?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.IGNORECASE
)
UNSEEN = frozenset(["v", "strike", "striked", "deleted"])
"""Control words that hide or strike what follows in their group, unless their number is 0."""
RAISING = {"super": True, "nosupersub": False, "sub": False}
BEFORE = 8
"""Tokens looked at before raised words."""
NOTE = "footnote"
NEW_LINE = "\\par "


def read(path: Path, data: bytes) -> Text:
    """The document's text, a paragraph a line. Raises InputError when the file is no RTF file or holds no words."""
    if not data.lstrip().startswith(OPENING):
        raise InputError(f"{path}: is no .rtf file; open it in its program and save it as .docx")
    striprtf = library("striprtf.striprtf", path)
    raw = striprtf.rtf_to_text(_seen(data.decode("latin-1")), errors="replace").replace("\r", "")
    text = "\n".join(map(_line, raw.split("\n")))
    return Text(usable(path, text, "a picture has to be turned into text (OCR) first"))


def _line(line: str) -> str:
    """A row of a table with its cells parted as in other formats; other lines as they are."""
    if not line.rstrip().endswith("|"):
        return line
    return BETWEEN_CELLS.join(" ".join(cell.split()) for cell in line.split("|") if cell.strip())


@dataclass
class _State:
    """How the words of a group look, and where they go."""

    out: list[str]
    hidden: bool = False
    raised: bool = False

    def follow(self, word: str, number: str) -> None:
        """Change with a control word."""
        if word in UNSEEN:
            self.hidden = number != "0"
        elif word in RAISING:
            self.raised = RAISING[word]
        elif word == "plain":
            self.hidden = self.raised = False


def _seen(source: str) -> str:
    """The source without words that are struck or hidden, its notes as paragraphs at its end."""
    kept, notes = list[str](), list[str]()
    state, stack = _State(kept), list[_State]()
    for token, word, number in _tokens(source):
        if token == "{":
            stack.append(replace(state))
        elif token == "}" and stack:
            state = stack.pop()
        elif word == NOTE:
            state.out, token = notes, NEW_LINE
        state.follow(word, number)
        if not state.hidden or (word and word != "u") or token in ("{", "}"):
            state.out.append(_raised(token, state.out) if state.raised and not word else token)
    end = len(kept) - 1 - kept[::-1].index("}") if "}" in kept else len(kept)
    return "".join([*kept[:end], *notes, *kept[end:]])


def _raised(words: str, before: list[str]) -> str:
    """Raised words as they are read behind others: as a power or a measure, or as nothing, where they are the mark of a note."""
    tail = "".join(token for token in before[-BEFORE:] if token[:1] not in "\\{}")
    return "".join(char if char in words else f"\\u{ord(char)} ?" for char in raised(words, tail))


def _tokens(source: str) -> Iterator[tuple[str, str, str]]:
    """Each token with its control word and number, "" for none; binary data is left out."""
    at = 0
    while found := TOKEN.search(source, at):
        at = found.end() + int(found[1] or 0)
        if not found[1]:
            yield found[0], (found[2] or "").lower(), found[3] or ""
