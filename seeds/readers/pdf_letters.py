"""The letters of a page of a PDF: their codes, places and sizes, asked of pdfium one by one and no oftener than needed.

A line of pdfium's is cut at wide gaps into pieces, which are a line's words or the cells of a row; raised figures in it are told by
their size and their height above the line.
"""

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from math import atan2, cos, degrees, hypot, radians, sin
from statistics import median
from typing import Any

from seeds.raised import raised
from seeds.readers.pdf_lines import PageLine, Piece

HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What pdfium says in place of a hyphen that broke a word at a line end."""
RAISED = 0.8
"""Of the usual size of a line's letters: a smaller figure above the line is raised."""
ABOVE = 0.15
"""How far above the line, in sizes of its letters, a raised figure stands at least."""
SAMPLE = 9
"""How many letters of a line are asked for their size; the middle one is the line's."""
WIDE = 1.6
"""A gap between two words wider than this, in sizes of the letters, parts columns or cells; justified lines have narrower ones."""
NOTE = re.compile(r"(\d{1,3}) ?(?=\S)")


class Letters:
    """The characters of one page. letters: pdfium's text page. raw: its functions."""

    def __init__(self, letters: Any, raw: Any) -> None:
        self.letters, self.raw = letters, raw
        self.codes = [raw.FPDFText_GetUnicode(letters, i) for i in range(letters.count_chars())]
        self.solid = [
            code in HYPHENS or (code > 0x20 and not chr(min(code, 0x10FFFF)).isspace()) for code in self.codes
        ]

    def lines(self) -> Iterator[PageLine]:
        """The lines as pdfium breaks them, in the order of the file."""
        line: list[int] = []
        for i, code in enumerate(self.codes):
            if code not in (0x0A, 0x0D):
                line.append(i)
            if code == 0x0A or code in HYPHENS or i == len(self.codes) - 1:
                solid = [j for j in line if self.solid[j]]
                if solid:
                    yield self._line(line, solid)
                line = []

    def _line(self, line: Sequence[int], solid: Sequence[int]) -> PageLine:
        sample = solid[:: max(1, len(solid) // SAMPLE)]
        height = median(self._size(j) for j in sample)
        angle = self._angle(solid)
        base = median(self._place(j, angle)[1] for j in sample)
        pieces = tuple(self._piece(part, angle, base, height) for part in self._parts(line, angle, height))
        first = pieces[0]
        note = self._is_note(first.words, solid, height, angle)
        return PageLine(tuple(p for p in pieces if p.words), base, height, angle, note)

    def _parts(self, line: Sequence[int], angle: int, height: float) -> Iterator[list[int]]:
        """The characters of a line between its wide gaps."""
        part: list[int] = []
        last, space = None, False
        for j in line:
            if not self.solid[j]:
                space = True
                part.append(j)
                continue
            if space and last is not None and self._left(j, angle) - self._right(last, angle) > WIDE * height:
                yield part
                part = []
            part.append(j)
            last, space = j, False
        yield part

    def _piece(self, part: Sequence[int], angle: int, base: float, height: float) -> Piece:
        solid = [j for j in part if self.solid[j]]
        words, plain = "", list[int]()
        at = 0
        while at < len(part):
            behind = bool(words or plain) and 0x30 <= self.codes[part[at]] <= 0x39
            run = self._raised_run(part, at, angle, base, height) if behind else 0
            if run:
                words += _decode(plain)
                words += raised(_decode([self.codes[j] for j in part[at : at + run]]), words)
                plain = []
            else:
                plain.append(self.codes[part[at]])
            at += run or 1
        return Piece((words + _decode(plain)).strip(), self._left(solid[0], angle), self._right(solid[-1], angle))

    def _raised_run(self, part: Sequence[int], at: int, angle: int, base: float, height: float) -> int:
        """How many figures from `at` on are raised: smaller than the line's letters, and above its base."""
        run = 0
        while at + run < len(part) and 0x30 <= self.codes[part[at + run]] <= 0x39:
            j = part[at + run]
            if self._size(j) >= RAISED * height or self._place(j, angle)[1] < base + ABOVE * height:
                break
            run += 1
        return run

    def _is_note(self, words: str, solid: Sequence[int], height: float, angle: int) -> bool:
        """True for a line that a small or parted number opens: the mark of a footnote."""
        mark = NOTE.match(words)
        if not mark or len(solid) <= len(mark[1]):
            return False
        last, behind = solid[len(mark[1]) - 1], solid[len(mark[1])]
        small = self._size(solid[0]) < RAISED * height
        return small or self._left(behind, angle) - self._right(last, angle) > height / 2

    def _angle(self, solid: Sequence[int]) -> int:
        """In which direction the line runs: 0, 90, 180 or 270 degrees, as the page is shown."""
        (x, y), (z, w) = self._origin(solid[0]), self._origin(solid[-1])
        if len(solid) < 2 or hypot(z - x, w - y) < 1:
            return 0
        return round(degrees(atan2(w - y, z - x)) / 90) * 90 % 360

    def _place(self, j: int, angle: int) -> tuple[float, float]:
        """Where a character stands along its line, and how far up across the lines, in points."""
        return _turned(*self._origin(j), angle)

    def _left(self, j: int, angle: int) -> float:
        return self._place(j, angle)[0]

    def _right(self, j: int, angle: int) -> float:
        left, right, bottom, top = self._box(j)
        return max(_turned(x, y, angle)[0] for x in (left, right) for y in (bottom, top))

    def _origin(self, j: int) -> tuple[float, float]:
        x, y = c_double(), c_double()
        self.raw.FPDFText_GetCharOrigin(self.letters, j, byref(x), byref(y))
        return x.value, y.value

    def _box(self, j: int) -> tuple[float, float, float, float]:
        edges = [c_double() for _ in range(4)]
        self.raw.FPDFText_GetCharBox(self.letters, j, *(byref(edge) for edge in edges))
        return edges[0].value, edges[1].value, edges[2].value, edges[3].value

    def _size(self, j: int) -> float:
        """The size of the letters as printed, in points."""
        matrix = self.raw.FS_MATRIX()
        self.raw.FPDFText_GetMatrix(self.letters, j, byref(matrix))
        return float(self.raw.FPDFText_GetFontSize(self.letters, j)) * hypot(matrix.c, matrix.d)


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """A place of the page as one along and one across lines of this direction."""
    if not angle:
        return x, y
    turn = radians(angle)
    return x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)


def _decode(codes: list[int]) -> str:
    """The characters; pdfium gives those beyond 16 bits as two halves; what is no character becomes a space."""
    words = "".join(HYPHENS.get(code, chr(code) if code < 0x110000 else " ") for code in codes)
    joined = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", joined)
