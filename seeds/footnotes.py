"""Which lines of a plain text are footnotes, list items or prose; footnotes run on at the foot of the next page."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

FOOTNOTE = re.compile(r"(\d{1,3})(?:\t[ \t]*|[ ]{2,})(?=\S)|\[(\d{1,3})\][ \t]+(?=\S)")
CITATION = re.compile(
    r"https?://|www\.|\bAccessed\b|\bAvailable at\b|\bavailable\b.*\bat:|\bpp?\.\s?\d|\bvol\.\s?\d|\bIbid\b"
)
LIST_ITEM = re.compile(r"[ \t]*(?:[•●▪◦‣]|[-*–](?=[ \t])|\(?[ivx]{1,4}\)[ \t]|\d{1,2}[.)][ \t])[ \t]*(?=\S)")
COMPLETE = re.compile(r"[.)!?/][\s”\"'’]*$")


class Role(Enum):
    """The part a line plays."""

    BLANK = auto()
    PROSE = auto()
    LIST_ITEM = auto()
    ROW = auto()
    """a row of a table, told by the strokes between its cells"""
    FOOTNOTE = auto()
    """first line of a footnote"""
    FOOTNOTE_MORE = auto()
    """a footnote's further line; the first such line of a page carries on the last footnote of the page before"""
    LAYOUT = auto()
    """a running head or a page number"""


def roles_of(lines: Sequence[str], pages: Sequence[int]) -> tuple[list[Role], list[int]]:
    """Roles and footnote numbers (0: none). Footnotes count upwards, which tells them from numbered lists."""
    roles: list[Role] = []
    for words in lines:
        roles.append(_plain_role(words, roles[-1] if roles else Role.BLANK))
    numbers, last = [0] * len(lines), 0
    for top, bottom in _page_ranges(pages):
        starts: dict[int, int] = {}
        for i in range(top, bottom):
            number = _footnote_number(lines, i, last if not starts else max(starts.values()))
            if number:
                starts[i] = number
        _carried_over(lines, (top, min(starts, default=bottom)), roles, numbers, last)
        _mark(lines, bottom, starts, roles, numbers)
        last = max(starts.values(), default=last)
    return roles, numbers


def _page_ranges(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    edges = [0, *(i for i in range(1, len(pages)) if pages[i] != pages[i - 1]), len(pages)]
    return pairwise(edges)


def _footnote_number(lines: Sequence[str], i: int, last: int) -> int:
    """The number of the footnote that begins on line `i`, or 0; a gap in the count needs a citation to be believed."""
    match = FOOTNOTE.match(lines[i])
    if not match:
        return 0
    number = int(match[1] or match[2])
    cites = any(CITATION.search(words) for words in lines[i : i + 4])
    return number if number == last + 1 or (last < number <= last + 15 and (cites or "\t" in match[0])) else 0


def _mark(lines: Sequence[str], bottom: int, starts: dict[int, int], roles: list[Role], numbers: list[int]) -> None:
    number = 0
    for i in range(min(starts, default=bottom), bottom):
        number = starts.get(i, number if lines[i].strip() else 0)
        if number:
            roles[i], numbers[i] = (Role.FOOTNOTE if i in starts else Role.FOOTNOTE_MORE), number


def _plain_role(words: str, above: Role) -> Role:
    """A dash or a number opens a list item only where a paragraph does not run on from the line above."""
    if not words.strip():
        return Role.BLANK
    item = LIST_ITEM.match(words)
    return Role.LIST_ITEM if item and (above is not Role.PROSE or item[0].strip() in "•●▪◦‣") else Role.PROSE


def _carried_over(
    lines: Sequence[str], page: tuple[int, int], roles: list[Role], numbers: list[int], last: int
) -> None:
    """Mark the lines above the first footnote of a page that carry on the last footnote of the page before.

    page: the first line of the page and the line of its first footnote (or its end).
    """
    top, bottom = page
    filled = [i for i in range(top, bottom) if lines[i].strip()]
    ended = next((j for j in range(top - 1, -1, -1) if numbers[j] == last), -1) if last else -1
    if not last or not filled or ended < 0:
        return
    first = _block_start(lines, filled[-1], top)
    if first != filled[0] and _is_complete(lines[ended]):
        return
    if first == filled[0] or filled[-1] - first > 5:
        first = _citations_above(lines, filled[-1], top)
    if any(CITATION.search(words) for words in lines[first : filled[-1] + 1]):
        for i in range(first, filled[-1] + 1):
            roles[i], numbers[i] = Role.FOOTNOTE_MORE, last


def _is_complete(words: str) -> bool:
    """False for a citation cut short, as by a page end within a web address."""
    return bool(COMPLETE.search(words)) and ("//" not in words or words.rstrip().endswith((")", ").")))


def _block_start(lines: Sequence[str], i: int, top: int) -> int:
    while i > top and lines[i - 1].strip():
        i -= 1
    return i


def _citations_above(lines: Sequence[str], i: int, top: int) -> int:
    while i > top and CITATION.search(lines[i - 1]):
        i -= 1
    return i
