"""A text as its words, each with its place, and what in it a quotation may pass over.

This module alone knows how footnote marks, page numbers and running heads look.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property, lru_cache
from itertools import accumulate

from compare.values.quoting.words import BREAK, WORDS, form_of

MARK = re.compile(
    r"(?:(?<=[.,;:!?…”\"’')\]])|(?<=[.!?…”\"’'] ))\d{1,3}(?:,\d{1,3})*(?=[\s.,;:)]|$)"
    r"|\[[^\]]{1,40}\]"
    r"|^[ \t\f]*(?:\d{1,4}|[^a-z\n]{0,60}?[A-Z]{3}[^a-z\n]{0,60})[ \t]*$",
    re.MULTILINE,
)
"""What in a text may be passed over: footnote marks, words in brackets, page numbers and running heads in capitals."""
GLUED_MARK = re.compile(r"(?<=[^\W\d_]{2})\d{1,3}$|(?<=\d{4})\.\d{1,3}$")
"""A footnote mark that ends a word or a year."""


class Text:
    """A text as its words: their places, their forms, and all forms run together, form `j` from letter `at[j]` on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORDS.finditer(text)]
        self.forms = [form_of(word) for word in WORDS.findall(text)]
        self.letters = "".join(self.forms)
        self.at = list(accumulate(map(len, self.forms), initial=0))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in the text."""
        return Counter(self.forms)

    def word_at(self, place: int) -> int:
        """The first word that begins at a character or behind it."""
        return bisect_left(self.spans, (place, place))

    def passed(self, low: int, high: int) -> set[int]:
        """Which of the words `low` to `high` a quotation may pass over."""
        start, end = self.spans[low][0] - 100, self.spans[high - 1][1] + 100
        marks = MARK.finditer(self.text, max(0, start), end)
        found = {j for mark in marks for j in range(self.word_at(mark.start()), self.word_at(mark.end()))}
        return found | {j for j in range(low, high) if not self.forms[j]}

    def opens(self, j: int) -> bool:
        """True when a sentence or quotation ends or begins before word `j`."""
        if not 0 < j < len(self.spans):
            return True
        return bool(BREAK.search(self.text, self.spans[j - 1][1], self.spans[j][0]))

    def joined(self, j: int, j_end: int) -> str:
        """The forms of the words `j` to `j_end` run together."""
        return "".join(self.forms[j:j_end])

    def shown(self, j: int, j_end: int) -> str:
        """The words `j` to `j_end` as they stand, on one line."""
        return " ".join(self.text[self.spans[j][0] : self.spans[j_end - 1][1]].split()) if j < j_end else ""


@lru_cache(maxsize=64)
def read(text: str) -> Text:
    """A text as its words; the last texts read are kept, as many quotations are looked for in one."""
    return Text(text)
