"""The words of a page of a PDF with their places, asked of pdfium word by word, and letter by letter where those of a word differ.

A word is what pdfium has between two white spaces. Places are turned so that every word runs from left to right, up being up.
"""

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_ushort
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

HYPHENS = "\x02\ufffe"
"""What pdfium says in place of a hyphen that broke a word at a line end."""
WORD = re.compile(rf"[^\s{HYPHENS}]+[{HYPHENS}]?|[{HYPHENS}]")
FIGURES = re.compile(r"\d+")
SIGNS = {
    **dict.fromkeys((*range(32), 127), "�"),
    **dict.fromkeys((61623, 61607, 61550, 61656), "•"),
    **{ord(hyphen): "-" for hyphen in HYPHENS},
}
POINTS = ".,"
ALIKE = 0.08
"""Of the size of letters: those that differ less in size and in height above the line are set alike."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters set alike, with their places in points; base: the line they stand on; size: that of their font as printed.

    turn: the direction in which they run, in degrees against that of the page. glued: no space stands before them.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int = 0
    glued: bool = False


class PageText:
    """The characters of one page. letters: pdfium's text page; raw: its functions."""

    def __init__(self, letters: Any, raw: Any) -> None:
        self._letters, self._raw = letters.raw, raw
        self._x, self._y, self._matrix = c_double(), c_double(), raw.FS_MATRIX()
        self._edges = [c_double() for _ in range(4)]
        self.codes = _codes(self._letters, letters.count_chars(), raw)

    def words(self) -> Iterator[Word]:
        """The words in the order of the file."""
        for match in WORD.finditer(self.codes):
            first, last = match.start(), match.end() - 1
            size, turn = self._style(first)
            left, base = self._place(first, turn)
            probes = {last, *(first + run.end() - 1 for run in FIGURES.finditer(match[0]))} - {first}
            if any(abs(self._place(i, turn)[1] - base) > ALIKE * size for i in probes):
                yield from self._pieces(first, last)
                continue
            word = Word(_decoded(match[0]), left, self._right(last, turn), base, size, turn)
            yield self._in_order(word, first, last) if word.text[-1] in POINTS and len(word.text) > 1 else word

    def _pieces(self, first: int, last: int) -> Iterator[Word]:
        """A word whose letters are not set alike, as several: all but the first are glued to the one before, if they stand there."""
        start, (size, turn) = first, self._style(first)
        base, before = self._place(first, turn)[1], None
        for i in range(first + 1, last + 2):
            if i <= last and self._is_alike(i, size, turn, base):
                continue
            piece = self._word(start, i - 1, size, turn, base)
            yield replace(piece, glued=before is not None and _touch(before, piece))
            before = piece
            if i <= last:
                start, (size, turn) = i, self._style(i)
                base = self._place(i, turn)[1]

    def _in_order(self, word: Word, first: int, last: int) -> Word:
        """The word, a decimal point that the file writes behind its figures where it is printed."""
        if self._place(last, word.turn)[0] >= self._place(last - 1, word.turn)[0]:
            return word
        places = sorted((self._place(i, word.turn)[0], i) for i in range(first, last + 1))
        return replace(
            word,
            text=_decoded("".join(self.codes[i] for _, i in places)),
            left=places[0][0],
            right=self._right(places[-1][1], word.turn),
        )

    def _is_alike(self, i: int, size: float, turn: int, base: float) -> bool:
        other, turned = self._style(i)
        limit = ALIKE * size
        return turned == turn and abs(other - size) <= limit and abs(self._place(i, turn)[1] - base) <= limit

    def _word(self, first: int, last: int, size: float, turn: int, base: float) -> Word:
        right = self._right(last, turn)
        return Word(_decoded(self.codes[first : last + 1]), self._place(first, turn)[0], right, base, size, turn)

    def _style(self, i: int) -> tuple[float, int]:
        """The size of a letter as printed, in points, and the direction of its line, in whole degrees."""
        matrix = self._matrix
        self._raw.FPDFText_GetMatrix(self._letters, i, byref(matrix))
        size = self._raw.FPDFText_GetFontSize(self._letters, i) * hypot(matrix.c, matrix.d)
        turn = 0 if not matrix.b and matrix.a >= 0 else round(degrees(atan2(matrix.b, matrix.a))) % 360
        return float(size) or 1.0, turn

    def _place(self, i: int, turn: int) -> tuple[float, float]:
        """Where a letter begins along its line, and how high its line stands."""
        self._raw.FPDFText_GetCharOrigin(self._letters, i, byref(self._x), byref(self._y))
        return _turned(self._x.value, self._y.value, turn)

    def _right(self, i: int, turn: int) -> float:
        self._raw.FPDFText_GetCharBox(self._letters, i, *map(byref, self._edges))
        left, right, bottom, top = (edge.value for edge in self._edges)
        return max(_turned(x, y, turn)[0] for x in (left, right) for y in (bottom, top)) if turn else right


def _codes(letters: Any, count: int, raw: Any) -> str:
    """The characters, one of 16 bits for each index that pdfium counts; those beyond 16 bits are two halves."""
    buffer = (c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(letters, 0, count, buffer)
    if got - 1 == count:
        return "".join(map(chr, buffer[:count]))
    return "".join(chr(min(raw.FPDFText_GetUnicode(letters, i), 0xFFFF)) for i in range(count))


def _decoded(codes: str) -> str:
    """The letters; what is no character as U+FFFD, bullets of symbol fonts as bullets."""
    words = codes.translate(SIGNS)
    return words if words.isascii() else words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _touch(before: Word, piece: Word) -> bool:
    return piece.turn == before.turn and abs(piece.left - before.right) < before.size / 2


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A place of the page as one along and one across lines of this direction."""
    if not turn:
        return x, y
    angle = radians(turn)
    return x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle)
