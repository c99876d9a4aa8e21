"""HTML that stands in Markdown, read as a browser shows it: struck words are gone, raised figures are powers or marks of notes, tags
are no words, and comments are no text.

What stands between strokes as code is left as it is: a page about HTML names its tags.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seeds.model import Span
from seeds.raised import raised

COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
STRUCK = re.compile(r"<(del|s|strike)(?:\s[^<>]{0,200})?>.{0,500}?</\1\s*>", re.IGNORECASE | re.DOTALL)
HIGH = re.compile(r"<sup(?:\s[^<>]{0,200})?>\s*([^<>]{1,40}?)\s*</sup\s*>|(?<=[^\s^])\^([^\s^]{1,8})\^", re.IGNORECASE)
"""Words set high: by an element, or between two carets as some writers of Markdown do."""
NOTE_MARK = re.compile(r"(?<=.)\[\^[\w-]{1,30}\]")
"""The mark of a note; the note itself begins with it."""
TAG = re.compile(
    r"</?(br|p|div|hr|li|ul|ol|dl|dt|dd|t[dhr]|table|thead|tbody|h[1-6]|details|summary|center|blockquote|figure|figcaption|a|abbr|"
    r"b|big|cite|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
PARTING = frozenset(
    "br p div hr li ul ol dl dt dd td th tr table thead tbody h1 h2 h3 h4 h5 h6 details summary".split()
)
"""Elements between which words do not run together."""
CODE = re.compile(r"`[^`\n]{1,500}`")


def shown(copy: str, offsets: array[int]) -> tuple[str, array[int]]:
    """The copy as a browser shows it; the space that stands for a parting tag was read where the tag begins."""
    if not any(sign in copy for sign in "<^"):
        return copy, offsets
    code = [found.span() for found in CODE.finditer(copy)]
    letters = list(copy)
    for start, end, words in [*_changes(copy)]:
        at = bisect_right(code, (start, len(copy))) - 1
        if at < 0 or start >= code[at][1]:
            letters[start:end] = [*words, *[""] * (end - start - len(words))]
    kept = array("L", (offset for letter, offset in zip(letters, offsets, strict=True) if letter))
    return "".join(letters), kept


def struck(copy: str) -> Iterator[Span]:
    """Where words are struck out by an element."""
    yield from (found.span() for found in STRUCK.finditer(copy))


def comments(text: str) -> tuple[Span, ...]:
    """Where comments stand, those between strokes of code aside."""
    found = COMMENT.finditer(text, 0, text.rfind("-->") + 3 if "-->" in text else 0)
    return tuple(match.span() for match in found if text[match.start() - 1 : match.start()] != "`")


def outside(spans: Sequence[Span], cut: Sequence[Span]) -> Iterator[Span]:
    """The parts of `spans` that are in none of `cut`; both sorted."""
    for start, end in spans:
        first = max(0, bisect_right(cut, (start, start)) - 1)
        for a, b in cut[first : bisect_right(cut, (end, end))]:
            if a < end and b > start:
                if start < a:
                    yield start, a
                start = max(start, b)
        if start < end:
            yield start, end


def _changes(copy: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and what is read there instead, in the order in which they are to be made: tags first, what holds them after."""
    for found in TAG.finditer(copy):
        yield *found.span(), " " if found[1].lower() in PARTING else ""
    for found in HIGH.finditer(copy):
        group = found.lastindex or 1
        read = raised(found[group], copy[max(0, found.start() - 20) : found.start()])
        if read:
            yield found.start(), found.start(group), ""
            yield *found.span(group), read
            yield found.end(group), found.end(), ""
        else:
            yield *found.span(), ""
    for found in (*NOTE_MARK.finditer(copy), *STRUCK.finditer(copy)):
        yield *found.span(), ""
