"""Lines of a page of a PDF from the places of its characters, and the breaks that white space and size show.

A PDF knows characters only; a paragraph shows by a gap above it, a short last line, or another size of letters.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from seeds.grids import PRINTED

NOTE = re.compile(r"(\d{1,3})\s*(?=\S)")
"""The number that opens a footnote."""
END = re.compile(r"[.!?:;…][”\"’')\]]*\d{0,3}$")
GAP = 1.3
"""Of the usual distance of two lines: what lies further apart is parted by a blank line."""
EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""


@dataclass(frozen=True)
class Piece:
    """Words of a line between two wide gaps; left, right: where they begin and end along the line, in points."""

    words: str
    left: float
    right: float


@dataclass(frozen=True)
class PageLine:
    """A line as printed; in points from the page's lower left corner; base is that of its letters, height their usual size.

    pieces: its words, parted where wide gaps stand. angle: in which direction it runs, in degrees. is_note: it opens a footnote.
    is_row: it is a row of a table.
    """

    pieces: tuple[Piece, ...]
    base: float
    height: float
    angle: int = 0
    is_note: bool = False
    is_row: bool = False

    @property
    def words(self) -> str:
        """All its words; the cells of a row parted by wide spaces, the number of a footnote by a tab."""
        words = (PRINTED if self.is_row else " ").join(piece.words for piece in self.pieces)
        return NOTE.sub("\\1\t", words, count=1) if self.is_note else words

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right


def without_furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The pages without the running heads and page numbers: lines at an edge that three pages share but for their digits."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(page[i].words) for i in _edges(page)})
    return [
        [line for i, line in enumerate(page) if i not in _edges(page) or seen[_shape(line.words)] < 3] for page in pages
    ]


def render(page: Sequence[PageLine]) -> str:
    """The page's lines, a blank line where a new paragraph begins."""
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
    usual = median(gaps) if gaps else 0
    right = max((line.right for line in page), default=0)
    pieces: list[str] = []
    for i, line in enumerate(page):
        if i and _parts(page[i - 1], line, usual, right):
            pieces.append("")
        opens = not i or not pieces[-1] or bool(END.search(page[i - 1].words.rstrip()))
        pieces.append(line.words if opens or not line.is_note else replace(line, is_note=False).words)
    return "\n".join(pieces)


def _edges(page: Sequence[PageLine]) -> set[int]:
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def _shape(words: str) -> str:
    return re.sub(r"\d+", "0", words.strip())


def _parts(above: PageLine, line: PageLine, usual: float, right: float) -> bool:
    """True where a new paragraph begins."""
    if above.angle != line.angle or above.is_row != line.is_row:
        return True
    if line.is_row:
        return False
    gap = above.base - line.base
    if gap > GAP * max(usual, line.height) or gap < -line.height:
        return True
    if line.is_note and END.search(above.words.rstrip()):
        return True
    if above.height and not 0.87 < line.height / above.height < 1.15:
        return True
    width = right - above.left
    short = above.right < right - 0.15 * width
    return short and bool(END.search(above.words.rstrip()))
