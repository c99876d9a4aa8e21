"""A Word file made of the text of a draft in another format: its headings, lists and paragraphs, and what was left out in grey."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reports.printable import printable
from seeds.model import Document, Passage, PassageKind
from seeds.readers.files import library
from seeds.readers.word_letters import Spot

STYLES = {PassageKind.HEADING: "Heading 1", PassageKind.LIST_ITEM: "List Bullet", PassageKind.QUOTATION: "Quote"}
GREY = (0x80, 0x80, 0x80)


def made_of(document: Document) -> tuple[Any, dict[int, Spot]]:
    """The file, and of each letter of the draft's text where it stands in it."""
    docx = library("docx", document.path)
    word, placed = docx.Document(), dict[int, Spot]()
    for passages, left_out in _paragraphs(document):
        if left_out:
            run = word.add_paragraph().add_run(_plain(left_out))
            run.font.color.rgb = docx.shared.RGBColor(*GREY)
        else:
            _add(word, passages, placed)
    return word, placed


def _add(word: Any, passages: list[Passage], placed: dict[int, Spot]) -> None:
    """One paragraph with a run for each sentence."""
    paragraph = word.add_paragraph(style=STYLES.get(passages[0].kind))
    for number, passage in enumerate(passages):
        lead = " " if number else ""
        words = _plain(passage.text)
        run = paragraph.add_run()
        text = run._r.add_t(lead + words)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for index, (char, offset) in enumerate(zip(words, passage.offsets, strict=True)):
            if not char.isspace():
                placed.setdefault(offset, Spot(run._r, len(lead) + index))


def _paragraphs(document: Document) -> Iterator[tuple[list[Passage], str]]:
    """The passages of each paragraph, or the words of what was left out before it."""
    at = 0
    for _, group in groupby(document.passages, key=lambda passage: (passage.paragraph, passage.kind)):
        passages = list(group)
        yield from _left_out(document.text[at : passages[0].whole[0]])
        yield passages, ""
        at = max(at, passages[-1].whole[1])
    yield from _left_out(document.text[at:])


def _left_out(text: str) -> Iterator[tuple[list[Passage], str]]:
    if any(char.isalnum() for char in text):
        yield [], text.strip()


def _plain(text: str) -> str:
    """Text that XML can hold, each character in its place."""
    flat = "".join(" " if char in "\r\n\t" else char for char in text)
    return printable(flat).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
