"""Markdown as a writer's own text: which characters of the file are prose, and which are marks, code, targets or comments.

markdown-it-py decides; its tokens tell lines only, so its inline rules are listened to for the places inside a line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from seeds.blocks import Block
from seeds.clean import STRUCK
from seeds.front_matter import end_of
from seeds.inline_html import COMMENT, struck
from seeds.markdown_words import Words, find_words, line_spans
from seeds.model import Span
from seeds.places import LINES
from seeds.readers.files import library
from seeds.text import Comment, Text, merged

NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]:?")
LONGEST = 20_000
"""Characters of a paragraph; the parser of marks takes the square of their number in time."""
Rule = Callable[[Any, bool], bool]
Found = list[tuple[str, int, int]]


def read_markdown(text: str, path: Path) -> Text:
    """The text with its prose blocks, what inside them is no prose, and its comments.

    Code, front matter, tables' rulers and blocks of HTML are in no block. Raises InputError when markdown-it-py is missing.
    """
    parser = _parser(path)
    cut = end_of(text)
    references: dict[str, Any] = {}
    tokens = parser.parse(re.sub(r"[^\r\n]", "", text[:cut]) + text[cut:], references)
    found = list(find_words(text, tokens))
    masked: list[Span] = []
    comments = list(_block_comments(text, tokens))
    for words in found:
        for name, start, end in _inline(parser, words.content, references):
            span = words.where[start], words.where[end - 1] + 1
            masked.append(span)
            if name == "html_inline" and (comment := COMMENT.fullmatch(text[slice(*span)])):
                comments.append((*span, comment[1].strip()))
    return Text(text, LINES, tuple(_blocks(found)), merged(masked), tuple(sorted(comments)))


def _blocks(found: Sequence[Words]) -> Iterator[Block]:
    """A block for each, but one for all cells of a row."""
    for _, group in groupby(enumerate(found, start=1), key=lambda pair: (pair[1].row, 0 if pair[1].row else pair[0])):
        cells = [words for _, words in group]
        whole = ((cells[0].spans[0][0], cells[-1].spans[-1][1]),)
        yield Block(cells[0].kind, whole if cells[0].row else cells[0].spans)


def _parser(path: Path) -> Any:
    """A CommonMark parser with tables that leaves inline text alone until asked, and then notes what its rules match."""
    parser = library("markdown_it", path).MarkdownIt("commonmark").enable("table").disable("inline")
    rules = library("markdown_it.rules_inline", path)
    for name in ("backticks", "link", "image", "autolink", "html_inline", "escape"):
        parser.inline.ruler.at(name, _listening(name, getattr(rules, name.removesuffix("s"))))
    return parser


def _listening(name: str, rule: Rule) -> Rule:
    def listening(state: Any, silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent and len(state.src) == state.env["length"]:
            label = state.md.helpers.parseLinkLabel(state, start, True) if name == "link" else -1
            state.env["found"] += _marks(name, start, label, state.pos)
        return matched

    return listening


def _marks(name: str, start: int, label: int, end: int) -> Found:
    """What of a match is no prose: of a link all but its label, of an escaped sign the stroke, else all."""
    if name == "link":
        return [(name, start, start + 1), (name, label, end)]
    return [(name, start, start + 1 if name == "escape" else end)]


def _inline(parser: Any, content: str, references: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """Name of the rule, start and end of everything in `content` that is no prose.

    In what is longer than any paragraph nothing is looked for.
    """
    if len(content) > LONGEST:
        return
    env = {**references, "found": [], "length": len(content)}
    parser.inline.parse(content, parser, env, [])
    yield from env["found"]
    for mark in NOTE_MARK.finditer(content):
        yield "note", *mark.span()
    for span in (*(found.span() for found in STRUCK.finditer(content)), *struck(content)):
        yield "struck", *span


def _block_comments(text: str, tokens: Sequence[Any]) -> Iterator[Comment]:
    lines = line_spans(text)
    for token in tokens:
        if token.type == "html_block":
            start, end = lines[token.map[0]][0], lines[min(token.map[1], len(lines)) - 1][1]
            for comment in COMMENT.finditer(text, start, max(start, text.rfind("-->", start, end) + 3)):
                yield comment.start(), comment.end(), comment[1].strip()
