"""Lines of a page of a PDF from the places of its characters, and the breaks that white space and size show.

A PDF knows characters only; a paragraph shows by a gap above it, a short last line, or another size of letters.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

END = re.compile(r"[.!?:;…][”\"’')\]]*\d{0,3}$")
GAP = 1.3
"""Of the usual distance of two lines: what lies further apart is parted by a blank line."""
EDGE = 2
"""How many lines at the top and at the foot of a page may be running heads."""


@dataclass(frozen=True)
class PageLine:
    """A line as printed; in points from the page's lower left corner; base is that of its letters, height their size."""

    words: str
    left: float
    right: float
    base: float
    height: float
    is_note: bool = False


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
        pieces.append(line.words)
    return "\n".join(pieces)


def _edges(page: Sequence[PageLine]) -> set[int]:
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def _shape(words: str) -> str:
    return re.sub(r"\d+", "0", words.strip())


def _parts(above: PageLine, line: PageLine, usual: float, right: float) -> bool:
    gap = above.base - line.base
    if line.is_note or gap > GAP * max(usual, line.height) or gap < -line.height:
        return True
    if above.height and not 0.87 < line.height / above.height < 1.15:
        return True
    width = right - above.left
    short = above.right < right - 0.15 * width
    return short and bool(END.search(above.words.rstrip()))
