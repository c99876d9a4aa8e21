"""The annotated copy as Markdown: the draft's own text with marks of notes behind its facts, and the notes at its end.

A mark stands behind the words and the marks of emphasis that close there, and behind a link as a whole, never inside its target.
A draft of a format without such markup is written as the text that was read of it, a blank line between its paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from compare.drafting.model import CheckedDraft
from reports.drafts.annotated.notes import Note, notes_of
from reports.escaped import escape
from reports.places import unwrap
from reports.printable import printable
from seeds.model import Document, Passage, PassageKind
from seeds.readers import MARKDOWN

AS_THEY_ARE = (*MARKDOWN, ".txt")
"""Endings of drafts whose own text takes the marks."""
CLOSING = re.compile(r"(?:\*{1,3}|_{1,3}|~~|`+)")
LINK = re.compile(r"\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
LABEL = re.compile(r"\[\^(\d+)\]")
LEADS = {PassageKind.HEADING: "# ", PassageKind.LIST_ITEM: "- ", PassageKind.QUOTATION: "> "}


def to_markdown(draft: CheckedDraft) -> str:
    """The annotated copy."""
    document, notes = draft.document, notes_of(draft)
    if document.path.suffix.lower() in AS_THEY_ARE:
        text = document.text
        ends = [_outside(text, note.words[1]) for note in notes]
    else:
        text, places = _made(document)
        ends = [places[note.words[1] - 1] + 1 for note in notes]
    joined = _joined(ends, notes)
    labels = _labels(text, len(joined))
    pieces, at = list[str](), 0
    for end, label in zip(joined, labels, strict=True):
        pieces += [text[at:end], f"[^{label}]"]
        at = end
    body = "".join([*pieces, text[at:]]).rstrip("\r\n")
    return "".join([body, "\n", *map(_written, joined.values(), labels)])


def _joined(ends: Sequence[int], notes: Sequence[Note]) -> dict[int, tuple[str, ...]]:
    """The lines of all notes that stand at one place, by the place, in order."""
    lines: dict[int, tuple[str, ...]] = {}
    for end, note in sorted(zip(ends, notes, strict=True), key=lambda pair: pair[0]):
        lines[end] = tuple(dict.fromkeys([*lines.get(end, ()), *note.lines]))
    return lines


def _outside(text: str, end: int) -> int:
    """Where a mark may stand that is meant behind the word that ends at `end`."""
    line = text.rfind("\n", 0, end) + 1
    for link in LINK.finditer(text, line):
        if link.start() >= end:
            break
        end = link.end() if end < link.end() else end
    closing = CLOSING.match(text, end)
    opened = closing and text.count(closing[0], line, end) % 2
    return closing.end() if closing and opened else end


def _labels(text: str, many: int) -> list[int]:
    """As many numbers of notes as are wanted, in order, that the text does not use."""
    used, label, labels = {int(number) for number in LABEL.findall(text)}, 0, list[int]()
    while len(labels) < many:
        label += 1
        labels += [label] if label not in used else []
    return labels


def _written(lines: Sequence[str], label: int) -> str:
    return f"\n[^{label}]: {'; '.join(map(escape, lines))}\n"


def _made(document: Document) -> tuple[str, dict[int, int]]:
    """A text made of the passages, and of each letter of the draft's text where it stands in it."""
    text, places = "", dict[int, int]()
    for _, group in groupby(document.passages, key=lambda passage: (passage.paragraph, passage.kind)):
        passages: Sequence[Passage] = list(group)
        text += ("\n\n" if text else "") + LEADS.get(passages[0].kind, "")
        for number, passage in enumerate(passages):
            text += " " if number else ""
            for shown, offset in _letters(passage):
                text += shown
                places[offset] = len(text) - 1
    return text, places


def _letters(passage: Passage) -> Iterator[tuple[str, int]]:
    """The letters of a passage as Markdown shows them, each with its offset in the draft's text."""
    for char, offset in zip(passage.text, passage.offsets, strict=True):
        yield escape(unwrap(printable(char))) if char.strip() else " ", offset
