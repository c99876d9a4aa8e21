"""Which line of a plain text is what: footnotes, running heads, page numbers, list items, or prose.

Forced by reports extracted from PDF: hard wraps, footnotes that interrupt a sentence at the foot of a page and run on at the
foot of the next, running heads and page numbers between two halves of a paragraph, page breaks left as one leading space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seeds.footnotes import Role, roles_of

PAGE_NUMBER = re.compile(
    r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[ivxlc]{1,6}|[-–—]\s?\d{1,4}\s?[-–—]", re.IGNORECASE
)
RUN_ON = 0.4
"""The share of neighbouring lines that run on into each other, from which a short text is wrapped."""


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
    roles, numbers = roles_of([words for _, _, words in raw], pages)
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
