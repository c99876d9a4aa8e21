"""Paragraphs, headings, list items and footnotes: lines grouped into typed blocks, page breaks bridged.

A paragraph that a page break or a footnote interrupts is one block of several lines, in the order they are read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from seeds.footnotes import LIST_ITEM, Role
from seeds.front_matter import end_of
from seeds.furniture import furniture
from seeds.grids import RULER, GridRow, row_lines
from seeds.inline_html import comments, outside
from seeds.lines import Line, is_wrapped, split
from seeds.model import PassageKind, Span

TERMINAL = re.compile(r"[.!?:;…][”\"’')\]]*\s?\d{0,3}[.]?\s*$")
ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}\s*$|\b(?:Mr|Mrs|Dr|Sen|Rep|Gen|St|No|vs|approx)\.\s*$")
MARKDOWN_LEAD = re.compile(r"[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)")
ORIGINAL_LINES = re.compile(r"\s*\[l\. ?(\d+)(?:\s?[-–]\s?(\d+))?\]\s*$")
FENCE = re.compile(r"[ \t]{0,3}(?:`{3,}[^`]*$|~~~)")
"""Where a block of code begins or ends; a line with code in it between three strokes is none."""
NOTE = re.compile(r"Note \d+:")


class Block(NamedTuple):
    """Lines that belong together, each as the characters of the text that hold words (markers and line ends left out).

    reason: why boilerplate is left out.
    """

    kind: PassageKind
    spans: tuple[Span, ...]
    original_lines: tuple[int, int] | None = None
    reason: str = ""


def plain_blocks(text: str, rows: Sequence[GridRow] = ()) -> tuple[Block, ...]:
    """The blocks of a plain text, sorted by where they begin. rows: its table rows, where they are known."""
    lines = _with_rows(split(text, [row.span for row in rows]))
    wrapped = is_wrapped(lines)
    groups = [list(group) for group in _groups(lines, wrapped)]
    joined = _bridge(groups, wrapped)
    blocks = [_typed(group, text, wrapped) for group in joined] + list(_footnotes(lines))
    return tuple(sorted(blocks, key=lambda block: block.spans[0]))


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; `[l. 46-52]` at the end of a block tells the original's lines it digests."""
    front = end_of(text)
    blocks = [Block(PassageKind.BOILERPLATE, ((0, front),), reason="front matter")] if front else []
    fenced = False
    for group in _markdown_groups(text, front):
        fence = bool(FENCE.match(group[0].text))
        reason = "code" if fenced or fence else _markdown_reason(group)
        fenced ^= fence and len(group) == 1
        blocks.append(_markdown_block(reason, group))
    return _without_comments(text, [block for block in blocks if block.spans])


def _without_comments(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without the comments of HTML in them, each of which is one that is left out."""
    left = {block.spans[0][0] for block in blocks if block.reason in ("code", "front matter")}
    starts = [block.spans[0][0] for block in blocks]
    found = [span for span in comments(text) if starts[bisect_right(starts, span[0]) - 1] not in left]
    if not found:
        return tuple(blocks)
    kept = [block for block in blocks if block.spans[0][0] in left]
    for block in blocks:
        spans = outside(block.spans, found) if block.spans[0][0] not in left else ()
        words = tuple((start, end) for start, end in spans if text[start:end].strip())
        kept += [block._replace(spans=words)] if words else []
    kept += [Block(PassageKind.BOILERPLATE, (span,), reason="comment") for span in found]
    return tuple(sorted(kept, key=lambda block: block.spans[0]))


def _with_rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that are rows of a table in that part."""
    prose = [line.text if line.role is Role.PROSE else "" for line in lines]
    rows = row_lines(prose)
    return tuple(line._replace(role=Role.ROW) if i in rows else line for i, line in enumerate(lines))


def _groups(lines: Iterable[Line], wrapped: bool) -> Iterator[list[Line]]:
    """Runs of prose between blank lines; every list item, table row, and in unwrapped text every line, is one of its own."""
    group: list[Line] = []
    after_row = False
    for line in lines:
        if line.role in (Role.FOOTNOTE, Role.FOOTNOTE_MORE, Role.LAYOUT):
            continue
        breaks = line.role in (Role.BLANK, Role.LIST_ITEM, Role.ROW) or not wrapped or after_row
        after_row = line.role is Role.ROW
        new_page = bool(group) and line.page != group[-1].page and _ends(group[-1].text)
        if group and (breaks or new_page):
            yield group
            group = []
        if line.role is not Role.BLANK:
            group.append(line)
    if group:
        yield group


def _bridge(groups: list[list[Line]], wrapped: bool) -> list[list[Line]]:
    """Join a group to the one before it when the sentence runs on over a page break or an empty line."""
    joined: list[list[Line]] = []
    for group in groups:
        if joined and group[0].role is Role.PROSE and _runs_on(joined[-1], group, wrapped):
            joined[-1].extend(group)
        else:
            joined.append(group)
    return joined


def _runs_on(before: list[Line], group: list[Line], wrapped: bool) -> bool:
    if before[-1].role is Role.ROW or _ends(before[-1].text) or (_is_heading(before, wrapped) and len(before) == 1):
        return False
    first = group[0].text.lstrip()[:1]
    return first.islower() or (wrapped and before[-1].page != group[0].page and not _is_heading(group, wrapped))


def _ends(words: str) -> bool:
    return bool(TERMINAL.search(words)) and not ABBREVIATION.search(words)


def _typed(group: list[Line], text: str, wrapped: bool) -> Block:
    spans = tuple(_trim(text, line.start, line.end) for line in group)
    if group[0].role is Role.ROW:
        rule = _rule(group[0].text)
        return Block(PassageKind.BOILERPLATE if rule else PassageKind.ROW, spans, reason=rule)
    if group[0].role is Role.LIST_ITEM:
        marker = LIST_ITEM.match(group[0].text)
        start = group[0].start + (marker.end() if marker else 0)
        return Block(PassageKind.LIST_ITEM, ((start, spans[0][1]), *spans[1:]))
    words = " ".join(text[a:b] for a, b in spans)
    reason = furniture(words)
    return Block(PassageKind.BOILERPLATE if reason else _prose_kind(group, words, wrapped), spans, reason=reason)


def _rule(words: str) -> str:
    """Why a row of a table is none: it is the rule below the heads; "" for one of words."""
    return "rule of a table" if RULER.fullmatch(words) else ""


def _prose_kind(group: list[Line], words: str, wrapped: bool) -> PassageKind:
    if _is_heading(group, wrapped):
        return PassageKind.HEADING
    if re.match(r"[“\"]", words) and re.search(r"[”\"]\s?\d{0,3}$", words):
        return PassageKind.QUOTATION
    return PassageKind.BODY


def _is_heading(group: list[Line], wrapped: bool) -> bool:
    """Short, begins with a capital or a figure, and does not end like a sentence."""
    if len(group) > 3:
        return False
    words = " ".join(line.text.strip() for line in group)
    if not 2 < len(words) < (130 if wrapped else 100):
        return False
    if words.endswith(":") and len(words) > 60:
        return False
    return bool(re.match(r"[“\"]?[A-Z0-9]", words)) and not re.search(r"[.,;!?…][”\"]?\d{0,3}$", words)


def _footnotes(lines: Iterable[Line]) -> Iterator[Block]:
    notes: dict[int, list[Line]] = {}
    for line in lines:
        if line.role in (Role.FOOTNOTE, Role.FOOTNOTE_MORE):
            notes.setdefault(line.footnote, []).append(line)
    for note in notes.values():
        yield Block(PassageKind.FOOTNOTE, tuple(_strip(line) for line in note))


def _strip(line: Line) -> Span:
    left = len(line.text) - len(line.text.lstrip())
    return line.start + left, line.start + len(line.text.rstrip())


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _markdown_groups(text: str, front: int) -> Iterator[list[Line]]:
    group: list[Line] = []
    lines = [line for line in split(text) if line.start >= front]
    rows = row_lines([line.text for line in lines])
    for i, line in enumerate(lines):
        alone = bool(re.match(r"[ \t]{0,3}#{1,6}[ \t]", line.text)) or bool(FENCE.match(line.text)) or i in rows
        item = bool(LIST_ITEM.match(line.text)) or i - 1 in rows
        if group and (not line.text.strip() or alone or item or _is_alone(group[-1])):
            yield group
            group = []
        if line.text.strip():
            group.append(line._replace(role=Role.ROW if i in rows else Role.PROSE))
    if group:
        yield group


def _is_alone(line: Line) -> bool:
    return bool(re.match(r"[ \t]{0,3}#{1,6}[ \t]", line.text)) or bool(FENCE.match(line.text))


def _markdown_reason(group: list[Line]) -> str:
    """Why a block is left out; "" for one to be read."""
    if group[0].role is Role.ROW:
        return _rule(group[0].text)
    words = " ".join(line.text.strip() for line in group)
    return furniture(words) if _markdown_kind(group[0]) in (PassageKind.BODY, PassageKind.LIST_ITEM) else ""


def _markdown_kind(line: Line) -> PassageKind:
    words = line.text
    if line.role is Role.ROW:
        return PassageKind.ROW
    if re.match(r"[ \t]{0,3}#", words):
        return PassageKind.HEADING
    if re.match(r"[ \t]{0,3}>", words):
        return PassageKind.QUOTATION
    if NOTE.match(words) or re.match(r"\[\^\w+\]:", words):
        return PassageKind.FOOTNOTE
    return PassageKind.LIST_ITEM if LIST_ITEM.match(words) else PassageKind.BODY


def _markdown_block(reason: str, group: list[Line]) -> Block:
    cited = ORIGINAL_LINES.search(group[-1].text)
    spans: list[Span] = []
    for i, line in enumerate(group):
        lead = MARKDOWN_LEAD.match(line.text) or (LIST_ITEM.match(line.text) if i == 0 else None)
        start = line.start + (lead.end() if lead else len(line.text) - len(line.text.lstrip()))
        end = line.start + (cited.start() if cited and line is group[-1] else len(line.text.rstrip()))
        if start < end:
            spans.append((start, end))
    lines = (int(cited[1]), int(cited[2] or cited[1])) if cited else None
    kind = PassageKind.BOILERPLATE if reason else _markdown_kind(group[0])
    return Block(kind, tuple(spans), lines, reason)
