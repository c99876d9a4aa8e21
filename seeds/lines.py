"""Which line of a plain text is what: footnotes, running heads, page numbers, list items, or prose.

Forced by reports extracted from PDF: hard wraps, footnotes that interrupt a sentence at the foot of a page and run on at the
foot of the next, running heads and page numbers between two halves of a paragraph, page breaks left as one leading space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

FOOTNOTE = re.compile(r"(\d{1,3})(?:\t[ \t]*|[ ]{2,})(?=\S)|\[(\d{1,3})\][ \t]+(?=\S)")
CITATION = re.compile(
    r"https?://|www\.|\bAccessed\b|\bAvailable at\b|\bavailable\b.*\bat:|\bpp?\.\s?\d|\bvol\.\s?\d|\bIbid\b"
)
LIST_ITEM = re.compile(r"[ \t]*(?:[•●▪◦‣]|[-*–](?=[ \t])|\(?[ivx]{1,4}\)[ \t]|\d{1,2}[.)][ \t])[ \t]*(?=\S)")
PAGE_NUMBER = re.compile(
    r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[ivxlc]{1,6}|[-–—]\s?\d{1,4}\s?[-–—]", re.IGNORECASE
)
RUN_ON = 0.4
"""The share of neighbouring lines that run on into each other, from which a short text is wrapped."""
COMPLETE = re.compile(r"[.)!?/][\s”\"'’]*$")


class Role(Enum):
    """The part a line plays."""

    BLANK = auto()
    PROSE = auto()
    LIST_ITEM = auto()
    FOOTNOTE = auto()
    """first line of a footnote"""
    FOOTNOTE_MORE = auto()
    """a footnote's further line; the first such line of a page carries on the last footnote of the page before"""
    LAYOUT = auto()
    """a running head or a page number"""


@dataclass(frozen=True)
class Line:
    """A line of the text without its line end; `page` counts the pages whose breaks left a trace, from 0."""

    start: int
    end: int
    text: str
    role: Role
    page: int
    footnote: int = 0


def split(text: str) -> tuple[Line, ...]:
    """Every line of `text` with its role, in order."""
    raw = list(_raw(text))
    pages = _pages(raw)
    heads = _running_heads([words for _, _, words in raw])
    roles, numbers = _footnotes([words for _, _, words in raw], pages)
    return tuple(
        Line(start, end, words, Role.LAYOUT if i in heads else roles[i], pages[i], numbers[i])
        for i, (start, end, words) in enumerate(raw)
    )


def is_wrapped(lines: Sequence[Line]) -> bool:
    """True when paragraphs run over several lines, False when every line is a paragraph of its own.

    Wrapped text breaks most of its lines in the middle of a sentence, so that the next ones seldom begin with a capital.
    """
    long = [line for line in lines if line.role is Role.PROSE and len(line.text.strip()) > 40]
    if long and max(len(line.text) for line in long) >= 400:
        return False
    broken = sum(_is_open(line.text) for line in long)
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.role is Role.PROSE and b.role is Role.PROSE]
    run_on = sum(_is_open(a) and not re.match(r"\s*[^a-z0-9]", b) for a, b in pairs)
    return (len(long) > 1 and broken > 0.5 * len(long)) or run_on > RUN_ON * len(pairs)


def _is_open(words: str) -> bool:
    """True for a line that does not end as a sentence does."""
    return not re.search(r"[.!?:;”\"’)\]]\d{0,3}\s*$", words)


def _raw(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for piece in re.split("(\r\n|\n|\r)", text):
        if piece not in ("\r\n", "\n", "\r"):
            yield start, start + len(piece), piece
        start += len(piece)


def _pages(raw: Sequence[tuple[int, int, str]]) -> list[int]:
    """A page begins at a form feed, or, where these were lost, at the rare line that begins with one space."""
    indented = [i for i, (_, _, words) in enumerate(raw) if re.match(r" \S", words)]
    lone_space = set(indented) if len(indented) <= max(1, len(raw) // 20) else set()
    pages, page = [], 0
    for i, (_, _, words) in enumerate(raw):
        page += i in lone_space or words.startswith("\f")
        pages.append(page)
    return pages


def _running_heads(lines: Sequence[str]) -> set[int]:
    """Lines in capitals beside a page number or above the same words as a heading, and the page numbers themselves."""
    filled = [i for i, words in enumerate(lines) if words.strip()]
    found: set[int] = set()
    for before, i, after in zip([-1, *filled], filled, [*filled[1:], -1], strict=False):
        words = lines[i].strip()
        if PAGE_NUMBER.fullmatch(words) and _alone(lines, i):
            found.add(i)
            found.update(_capitals_above(lines, before))
        elif _is_capitals(words) and after >= 0 and lines[after].strip().casefold() == words.casefold():
            found.add(i)
    return found


def _alone(lines: Sequence[str], i: int) -> bool:
    return all(not lines[j].strip() for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _is_capitals(words: str) -> bool:
    return words.isupper() and len(words) < 80 and len(words) > 3


def _capitals_above(lines: Sequence[str], i: int) -> Iterator[int]:
    while i >= 0 and _is_capitals(lines[i].strip()):
        yield i
        i -= 1


def _footnotes(lines: Sequence[str], pages: Sequence[int]) -> tuple[list[Role], list[int]]:
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
