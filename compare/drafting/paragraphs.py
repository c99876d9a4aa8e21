"""The paragraphs of a draft as one text each, with the place of every character in the draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from seeds.model import Document, Passage, PassageKind, Span, joined


@dataclass(frozen=True)
class Named:
    """A sentence that names its sources: their ids, and the words that name them; all characters of the paragraph's text."""

    sentence: Span
    sources: tuple[str, ...]
    words: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a draft: its cleaned text, where each character was read, its sentences, and those that name a source."""

    text: str
    offsets: Sequence[int]
    passages: tuple[Passage, ...]
    named: tuple[Named, ...] = ()

    def place(self, start: int, end: int) -> Span:
        """The draft's characters that `text[start:end]` (not empty) was read from."""
        return self.offsets[start], self.offsets[end - 1] + 1

    @property
    def whole(self) -> Span:
        """From its first to its last character in the draft."""
        return self.passages[0].whole[0], self.passages[-1].whole[1]

    def bounds(self, start: int, end: int) -> Span:
        """The sentences that hold `text[start:end]`, as characters of the text."""
        first, last, at = 0, len(self.text), 0
        for passage in self.passages:
            after = at + len(passage.text)
            first = at if at <= start else first
            if after >= end:
                return first, after
            at = after + 1
        return first, last

    def holds(self, offset: int) -> bool:
        """True when the draft's character `offset` stands in the paragraph."""
        start, end = self.whole
        return start <= offset < end

    def sentence(self, offset: int) -> Span:
        """The sentence that holds the draft's character `offset`, as characters of the draft."""
        for passage in reversed(self.passages):
            if passage.spans[0][0] <= offset:
                return passage.whole
        return self.passages[0].whole


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """The paragraphs to check: all but boilerplate."""
    said = (p for p in document.passages if p.kind is not PassageKind.BOILERPLATE and p.text)
    for _, group in groupby(said, key=lambda passage: passage.paragraph):
        passages = tuple(group)
        yield Paragraph(*joined(passages), passages)
