"""The paragraphs of a draft as one text each, with the place of every character in the draft."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

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

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """Where each sentence ends, as characters of the text; one sign parts it from the next."""
        return tuple(end + n for n, end in enumerate(accumulate(len(passage.text) for passage in self.passages)))

    @property
    def whole(self) -> Span:
        """From its first to its last character in the draft."""
        return self.passages[0].whole[0], self.passages[-1].whole[1]

    def bounds(self, start: int, end: int) -> Span:
        """The sentences that hold `text[start:end]`, as characters of the text."""
        last = bisect_left(self._ends, end)
        first = min(bisect_left(self._ends, start), last, len(self._ends) - 1)
        begin = self._ends[first - 1] + 1 if first else 0
        return begin, self._ends[last] if last < len(self._ends) else len(self.text)

    def holds(self, offset: int) -> bool:
        """True when the draft's character `offset` stands in the paragraph."""
        start, end = self.whole
        return start <= offset < end

    def sentence(self, offset: int) -> Span:
        """The sentence that holds the draft's character `offset`, as characters of the draft."""
        behind = bisect_right(self.passages, offset, key=lambda passage: passage.spans[0][0])
        return self.passages[max(0, behind - 1)].whole


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """The paragraphs to check: all but boilerplate."""
    said = (p for p in document.passages if p.kind is not PassageKind.BOILERPLATE and p.text)
    for _, group in groupby(said, key=lambda passage: passage.paragraph):
        passages = tuple(group)
        yield Paragraph(*joined(passages), passages)
