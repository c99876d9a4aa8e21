"""Where the words stand that a Markdown parser finds: it tells the lines of a block, here they are found in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from seeds.model import LINE_END, PassageKind, Span

KINDS = {
    "heading_open": PassageKind.HEADING,
    "list_item_open": PassageKind.LIST_ITEM,
    "blockquote_open": PassageKind.QUOTATION,
}


@dataclass(frozen=True)
class Words:
    """The text of a paragraph, heading or cell as the parser sees it, and where each of its characters stands.

    row: of a cell: the number of its table row, counted through the text; 0 for what is in no table.
    """

    kind: PassageKind
    content: str
    where: tuple[int, ...]
    spans: tuple[Span, ...]
    row: int = 0


def find_words(text: str, tokens: Sequence[Any]) -> Iterator[Words]:
    """The paragraphs, headings and table cells of a parsed text, in order."""
    lines = line_spans(text)
    kinds: list[PassageKind] = []
    row = cursor = 0
    for before, token in pairwise([None, *tokens]):
        if token.type in KINDS:
            kinds.append(KINDS[token.type])
        elif token.type.replace("_close", "_open") in KINDS:
            kinds.pop()
        elif token.type == "tr_open":
            row += 1
        elif token.type == "inline" and token.content.strip():
            in_row = before.type in ("td_open", "th_open")
            words = _placed(text, lines, token, kinds[-1] if kinds else PassageKind.BODY, cursor)
            if words.spans:
                cursor = words.spans[-1][1]
                yield replace(words, row=row) if in_row else words


def _placed(text: str, lines: Sequence[Span], token: Any, kind: PassageKind, cursor: int) -> Words:
    """The parser's words and their places in the file, where each of their lines is part of a line."""
    where: list[int] = []
    spans: list[Span] = []
    for number, content in enumerate(token.content.split("\n")):
        start, end = lines[min(token.map[0] + number, len(lines) - 1)]
        start = max(start, min(cursor, end))
        at = start + _column(text[start:end], content)
        where += [max(start, min(at + i, end - 1)) for i in range(len(content))] + [end]
        span = at + len(content) - len(content.lstrip()), min(end, at + len(content.rstrip()))
        if span[0] < span[1]:
            spans.append(span)
    return Words(kind, token.content, tuple(where), tuple(spans))


def _column(line: str, content: str) -> int:
    """Where the parser's line stands in the file's: at its end but for white space, or, before closing marks, where it is met.

    An escaped stroke in a table cell is met nowhere; such a cell is taken from where the line goes on.
    """
    if line.endswith(content):
        return len(line) - len(content)
    words = content.strip()
    at = line.rstrip().rfind(words) if line.rstrip().endswith(words) else line.find(words)
    return at - (len(content) - len(content.lstrip())) if at >= 0 else len(line) - len(line.lstrip("|> \t"))


def line_spans(text: str) -> list[Span]:
    """Where each line stands, its end left out."""
    ends = [*LINE_END.finditer(text)]
    return list(zip([0, *(end.end() for end in ends)], [*(end.start() for end in ends), len(text)], strict=True))
