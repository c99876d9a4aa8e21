"""What of a document is left out, and why: it can be counted, looked at and searched, though nothing is read in it."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from seeds.blocks import ORIGINAL_LINES
from seeds.lines import PAGE_NUMBER
from seeds.model import Document, Passage, PassageKind, Span

FURNITURE = "furniture of the page"
"""The reason where the format itself says that something is no text of the document, such as the foot of a page."""
NAVIGATION = "navigation"
FOOT = "foot of the page"
COOKIES = "notice of cookies"
CODE = "code"
FORM = "field of a form"
MARK = "mark of a note or item"
PAGE = "page number"
LINK = "target of a link"
LINE = re.compile(r"[^\r\n]+")
BLANKS = re.compile(r"[ \t]*")


def everything(document: Document) -> tuple[Passage, ...]:
    """The passages with those of `left_out` between them, in the order they stand."""
    read = [passage for passage in document.passages if passage.kind is not PassageKind.BOILERPLATE]
    return tuple(sorted([*read, *left_out(document)], key=lambda passage: passage.spans[0]))


def left_out(document: Document) -> tuple[Passage, ...]:
    """What is not read, each piece as boilerplate with its reason; what holds no letter and no digit is none."""
    kept = [
        passage._replace(reason=passage.reason or FURNITURE)
        for passage in document.passages
        if passage.kind is PassageKind.BOILERPLATE and any(char.isalnum() for char in passage.text)
    ]
    return tuple(sorted([*kept, *_between(document)], key=lambda passage: passage.spans[0]))


def only_left_out(document: Document) -> Document:
    """What is left out of a document as if it were its text, but for marks, page numbers and menus; the reason stays with it."""
    wanted = (passage for passage in left_out(document) if passage.reason not in (MARK, PAGE, NAVIGATION))
    return replace(document, passages=tuple(passage._replace(kind=PassageKind.BODY) for passage in wanted))


def reasons(document: Document) -> Mapping[str, int]:
    """How many pieces are left out for each reason, the most frequent first."""
    counted = Counter(passage.reason for passage in left_out(document))
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _between(document: Document) -> Iterator[Passage]:
    """The lines, and parts of lines, that are in no passage."""
    text = document.text
    for gap, end in document.layout():
        for found in LINE.finditer(text, gap, end):
            if not any(map(str.isalnum, found[0])):
                continue
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            span = start, start + len(found[0].strip())
            if ORIGINAL_LINES.fullmatch(text[slice(*span)]):
                continue
            where = array("L", range(*span))
            yield Passage(PassageKind.BOILERPLATE, (span,), text[slice(*span)], where, -1, reason=_reason(text, span))


def _reason(text: str, span: Span) -> str:
    if text.startswith("](", span[0]):
        return LINK
    before, behind = span[0], BLANKS.match(text, span[1])
    while before and text[before - 1] in " \t\f":
        before -= 1
    assert behind is not None
    if not {text[before - 1 : before], text[behind.end() : behind.end() + 1]} <= {"", "\n", "\r"}:
        return MARK
    return PAGE if PAGE_NUMBER.fullmatch(text[slice(*span)]) else "running head"
