"""A page of HTML read from its first character to its last, every word with its place in the source.

The standard library's tokeniser is used, because tree builders keep no places; what is open is followed here, leniently.
"""

import re
from collections import Counter
from html.parser import HTMLParser

from seeds.grids import BETWEEN_CELLS
from seeds.model import PassageKind, Span
from seeds.raised import raised
from seeds.readers.elements import BLOCKS, CELLS, CODE, KINDS, STRUCK, VOID, ended_by, is_unseen
from seeds.readers.page_tables import PageTables
from seeds.readers.weaving import Weaver
from seeds.text import Comment

LONGEST_REFERENCE = 40
"""Characters; a longer reference names no character and is read as it stands."""


class Page(HTMLParser):
    """A page as it is read: `woven` words in blocks, `masked` code inside them, `comments`, and what is open.

    left_out: the elements whose words are no prose. preformatted: how many characters stood in `pre`.
    """

    def __init__(self, source: str, left_out: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.left_out = left_out
        self.preformatted = 0
        self.source = source
        self.last_comment = source.rfind("-->")
        self.lines = (0, *(match.end() for match in re.finditer("\n", source)))
        self.woven = Weaver()
        self.tables = PageTables()
        self.masked: list[Span] = []
        self.comments: list[Comment] = []
        self.open: list[tuple[str, PassageKind, bool]] = []
        self.count: Counter[str] = Counter()
        self.code_from = -1

    def read(self) -> None:
        """Read the source to its end, whatever is left open there.

        Behind the last `>` no tag can end: what looks like one is words, and is kept from a parser that would look again and again.
        """
        tail = self.source.find("<", self.source.rfind(">") + 1)
        self.feed(self.source if tail < 0 else self.source[:tail])
        self.close()
        if tail >= 0 and not self._is_left_out():
            self.woven.add(self.source[tail:], tail)
        self._end_block()

    def parse_comment(self, i: int, report: bool = True) -> int:
        """As the library, but without a search where no comment ends any more."""
        return super().parse_comment(i, report) if self._at() < self.last_comment else -1

    def parse_html_declaration(self, i: int) -> int:
        """As the library, but a marked section, which HTML does not know, is a comment whatever it holds."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close what its start ends."""
        if tag in BLOCKS:
            self._end_block()
        if tag in VOID:
            if tag == "br":
                self.woven.space(self._at(), 0)
            return
        self._close_implied(tag)
        unseen = tag in self.left_out | STRUCK or is_unseen(dict(attrs)) or self._is_note_mark(tag, dict(attrs))
        self.tables.start(tag, dict(attrs), self.woven.length)
        if tag in CELLS:
            self.woven.part(BETWEEN_CELLS)
        if tag in CODE and self.code_from < 0:
            self.code_from = self.woven.length
        self.open.append((tag, KINDS.get(tag, self._kind()), unseen or self._is_left_out()))
        self.count[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of this name and all inside it; without one, nothing."""
        if tag in BLOCKS:
            self._end_block()
        self.tables.end(tag, self.woven.length)
        while self.count[tag]:
            if self._pop() == tag:
                break
        if tag in CODE and self.code_from >= 0 and not any(self.count[name] for name in CODE):
            self._end_code()

    def handle_data(self, data: str) -> None:
        """Words, where they are prose."""
        if self.count["pre"]:
            self._preformatted(data)
        elif self._is_left_out():
            return
        elif self.count["sup"]:
            self._raised(data)
        else:
            self.woven.add(data, self._at())

    def _raised(self, data: str) -> None:
        words = raised(data, self.woven.tail)
        if words == data:
            self.woven.add(data, self._at())
        elif words:
            self.woven.put(words, self._at(), len(data))

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        """A comment; between two blocks it stands before the second."""
        if self.source.startswith("<!--", self._at()):
            at = self.woven.length + bool(self.woven.blocks and not self.woven.in_block)
            self.comments.append((at, at, data.strip()))

    def _preformatted(self, data: str) -> None:
        self.preformatted += len(data.strip())
        if not self._is_left_out():
            self.woven.put(data, self._at(), len(data))

    def _reference(self, raw: str) -> None:
        if len(raw) > LONGEST_REFERENCE and not self._is_left_out():
            self.woven.add(raw, self._at())
        elif not self._is_left_out():
            at = self._at()
            self.woven.refer(raw + ";" * self.source.startswith(raw + ";", at), at)

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _kind(self) -> PassageKind:
        return self.open[-1][1] if self.open else PassageKind.BODY

    def _is_left_out(self) -> bool:
        return bool(self.open) and self.open[-1][2]

    def _is_note_mark(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """True for a raised link within the page: the mark of a footnote."""
        within = tag == "a" and (attributes.get("href") or "").startswith("#")
        return within and (bool(self.count["sup"]) or attributes.get("role") == "doc-noteref")

    def _close_implied(self, tag: str) -> None:
        """Close what the start of `tag` ends: a paragraph or heading before a block, an item before an item."""
        ended = ended_by(tag)
        while self.open and self.open[-1][0] in ended:
            self._pop()

    def _pop(self) -> str:
        tag = self.open.pop()[0]
        self.count[tag] -= 1
        return tag

    def _end_code(self) -> None:
        if self.code_from < self.woven.length:
            self.masked.append((self.code_from, self.woven.length))
        self.code_from = -1

    def _end_block(self) -> None:
        if self.code_from >= 0:
            self._end_code()
        self.woven.close(self._kind())
