"""Where in a Word file each letter of its text stands, so that words of the text can be marked in the file itself.

White space is not placed: cells and blocks are joined with other white space than the file has.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from seeds.grids import BETWEEN_CELLS
from seeds.raised import raised
from seeds.readers.word import notes_with_lines, paragraphs
from seeds.readers.word_runs import Styles, W, pieces_of

RUN, PROPERTIES, WORDS = f"{W}r", f"{W}rPr", f"{W}t"


class Spot(NamedTuple):
    """A place in a run: `at` counts the letters of its words, and every other thing in it as one."""

    run: Any
    at: int


def spots(document: Any, parse: Any, text: str) -> dict[int, Spot] | None:
    """Of each letter of `text`, read from this document, by its offset where it stands; None where the text is another.

    A letter in a note stands where the note is called, one in a text box where the box hangs: nothing else can be marked there.
    """
    found: dict[int, Spot] = {}
    offset = 0
    for letters in _lines(document, parse):
        for number, (char, spot) in enumerate(letters):
            offset = _next(text, offset, char, first=number == 0)
            if text[offset : offset + 1] != char:
                return None
            if spot:
                found[offset] = spot
            offset += 1
    return None if text[offset:].strip() else found


def width(child: Any) -> int:
    """How many places a child of a run takes."""
    if child.tag == PROPERTIES:
        return 0
    return len(child.text or "") if child.tag == WORDS else 1


def _next(text: str, offset: int, char: str, first: bool) -> int:
    """The next letter of the text; between two cells also past the stroke that parts them."""
    while text[offset : offset + 1].isspace():
        offset += 1
    stroke = BETWEEN_CELLS.strip()
    if first and char != stroke and text.startswith(stroke, offset):
        return _next(text, offset + len(stroke), char, first=False)
    return offset


def _lines(document: Any, parse: Any) -> Iterator[list[tuple[str, Spot | None]]]:
    """The letters of each paragraph and note, in the order they are read."""
    styles = Styles(document.styles.element.style_lst)
    body = document.element.body
    for paragraph in paragraphs(body):
        yield list(_letters(paragraph, styles))
    calls = {
        (kind, call.get(f"{W}id")): call
        for kind in ("footnote", "endnote")
        for call in body.iter(f"{W}{kind}Reference")
    }
    for kind, number, lines in notes_with_lines(document.part, parse):
        call = calls.get((kind, number))
        spot = _outermost(call.getparent(), call) if call is not None else None
        yield [(char, spot) for line in lines for char, _ in _letters(line, styles)]


def _letters(paragraph: Any, styles: Styles) -> Iterator[tuple[str, Spot | None]]:
    """The letters that `words_of` gives for a paragraph, each with its spot."""
    parts = [(high, list(_placed(group))) for high, group in groupby(pieces_of(paragraph, styles), key=lambda p: p[3])]
    before = ""
    for number, (high, placed) in enumerate(parts, start=1):
        words = "".join(char for char, _ in placed)
        behind = "".join(char for char, _ in parts[number][1]) if number < len(parts) else ""
        shown = raised(words, before, behind) if high else words
        letters = [spot for char, spot in placed if not char.isspace()]
        yield from zip((char for char in shown if not char.isspace()), letters, strict=False)
        before += shown


def _placed(pieces: Iterable[tuple[Any, Any, str, bool]]) -> Iterator[tuple[str, Spot | None]]:
    for run, piece, words, _ in pieces:
        spot = _outermost(run, piece) if run is not None else None
        own = spot is not None and spot.run is run and piece.tag == WORDS
        for index, char in enumerate(words):
            yield char, Spot(run, spot.at + index) if spot and own else spot


def _outermost(run: Any, piece: Any) -> Spot:
    """The spot in the outermost run: a box or a phonetic guide lies in a run of the text around it."""
    outer = next(reversed(list(run.iterancestors(RUN))), run)
    inside = piece
    while inside.getparent() is not outer:
        inside = inside.getparent()
    return Spot(outer, sum(map(width, inside.itersiblings(preceding=True))))
