"""Which line of a plain text is what: footnotes, running heads, page numbers, list items, or prose.

Forced by reports extracted from PDF: hard wraps, footnotes that interrupt a sentence at the foot of a page and run on at the
foot of the next, running heads and page numbers between two halves of a paragraph, page breaks left as one leading space.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from seeds.footnotes import Role, roles_of
from seeds.model import Span

PAGE_NUMBER = re.compile(
    r"(?!(?:1[5-9]|20)\d\d(?:\s*[/–-]\s*\d{2,4})?$)(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})|[-–—]\s?\d{1,4}\s?[-–—]",
    re.IGNORECASE,
)
"""A year that stands alone is none: it is the head of what happened in it."""
RUN_ON = 0.4
"""The share of neighbouring lines that run on into each other, from which a short text is wrapped."""


class Line(NamedTuple):
    """A line of the text without its line end; `page` counts the pages whose breaks left a trace, from 0."""

    start: int
    end: int
    text: str
    role: Role
    page: int
    footnote: int = 0


def split(text: str, rows: Sequence[Span] = ()) -> tuple[Line, ...]:
    """Every line of `text` with its role, in order. rows: where rows of tables stand, each in one line."""
    raw = list(_raw(text))
    pages = _pages(raw)
    heads = _running_heads([words for _, _, words in raw])
    tabled = _tabled(raw, rows)
    roles, numbers = roles_of(["" if i in tabled else words for i, (_, _, words) in enumerate(raw)], pages)
    roles = [Role.ROW if i in tabled else role for i, role in enumerate(roles)]
    return tuple(
        Line(start, end, words, Role.LAYOUT if i in heads else roles[i], pages[i], numbers[i])
        for i, (start, end, words) in enumerate(raw)
    )


def _tabled(raw: Sequence[tuple[int, int, str]], rows: Sequence[Span]) -> frozenset[int]:
    """The numbers of the lines that hold a row."""
    starts = [start for start, _, _ in raw]
    return frozenset(bisect_right(starts, start) - 1 for start, _ in rows)


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
    """The page numbers, and which lines in capitals are running heads.

    Those above a page number that stand elsewhere too or cut a sentence, and those above the same words as a heading.
    """
    filled = [i for i, words in enumerate(lines) if words.strip()]
    seen = Counter(_head(words) for words in lines)
    found: set[int] = set()
    for before, i, after in zip([-1, *filled], filled, [*filled[1:], -1], strict=False):
        words = lines[i].strip()
        if PAGE_NUMBER.fullmatch(words) and _alone(lines, i):
            found.add(i)
            above = list(_capitals_above(lines, before))
            cut = bool(above) and _is_cut(lines, above[-1], after)
            found.update(i for i in above if cut or seen[_head(lines[i])] > 1)
        elif _is_capitals(words) and after >= 0 and lines[after].strip().casefold() == words.casefold():
            found.add(i)
    return found


def _is_cut(lines: Sequence[str], first: int, after: int) -> bool:
    """True where a sentence runs on from above line `first` to line `after` (-1 for none)."""
    above = next((lines[i] for i in range(first - 1, -1, -1) if lines[i].strip()), "")
    return after >= 0 and bool(above) and _is_open(above) and lines[after].lstrip()[:1].islower()


def _head(words: str) -> str:
    """A line as it is seen on other pages, in whatever letters."""
    return " ".join(words.split()).casefold()


def _alone(lines: Sequence[str], i: int) -> bool:
    return all(not lines[j].strip() for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _is_capitals(words: str) -> bool:
    return words.isupper() and len(words) < 80 and len(words) > 3


def _capitals_above(lines: Sequence[str], i: int) -> Iterator[int]:
    while i >= 0 and _is_capitals(lines[i].strip()):
        yield i
        i -= 1
