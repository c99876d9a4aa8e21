"""A page of HTML read from its first character to its last, every word with its place in the source.

The standard library's tokeniser is used, because tree builders keep no places; what is open is followed here, leniently.
"""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple

from seeds.grids import BETWEEN_CELLS
from seeds.left_out import FOOT, NAVIGATION
from seeds.model import PassageKind, Span
from seeds.readers.elements import BLOCKS, CELLS, CODE, KINDS, LEFT_OUT, STRUCK, VOID, ended_by, is_unseen
from seeds.readers.page_furniture import is_running, reason_of
from seeds.readers.page_raised import RaisedWords
from seeds.readers.page_tables import PageTables
from seeds.readers.weaving import Weaver
from seeds.text import Comment

LONGEST_REFERENCE = 40
"""Characters; a longer reference names no character and is read as it stands."""


class Element(NamedTuple):
    """An open element: what its words are, whether they are left out, and why they are furniture, "" where they are not."""

    tag: str
    kind: PassageKind = PassageKind.BODY
    unseen: bool = False
    reason: str = ""


NOTHING = Element("")


class Page(HTMLParser):
    """A page as it is read: `woven` words in blocks, `masked` code inside them, `comments`, `links`, and what is open.

    plain: the page is a plain text in `pre`. preformatted: how many characters of words stood in `pre`; those of the text
    from there: `kept`. formulas: how many were left out.
    """

    def __init__(self, source: str, plain: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self.plain = plain
        self.preformatted = self.kept = self.formulas = 0
        self.source = source
        self.last_comment = source.rfind("-->")
        self.lines = (0, *(match.end() for match in re.finditer("\n", source)))
        self.woven = Weaver()
        self.tables = PageTables()
        self.masked: list[Span] = []
        self.comments: list[Comment] = []
        self.links: list[Comment] = []
        self._address = ""
        self.open: list[Element] = []
        self.raised = RaisedWords()
        self.count: Counter[str] = Counter()
        self.code_from = -1

    def read(self) -> None:
        """Read the source to its end, whatever is left open there.

        Behind the last `>` no tag can end: what looks like one is words, and is kept from a parser that would look again and again.
        """
        tail = self.source.find("<", self.source.rfind(">") + 1)
        self.feed(self.source if tail < 0 else self.source[:tail])
        self.close()
        if tail >= 0 and not self._inner.unseen:
            self.woven.add(self.source[tail:], tail)
        self._end_block()

    @property
    def _inner(self) -> Element:
        """The innermost open element."""
        return self.open[-1] if self.open else NOTHING

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
        if tag == "a":
            self._address = dict(attrs).get("href") or ""
        self._close_implied(tag)
        self.tables.start(tag, dict(attrs), self.woven.length)
        self.formulas += tag == "math" and not self._inner.unseen
        if tag in CELLS:
            self.woven.part(BETWEEN_CELLS)
        if tag in CODE and self.code_from < 0:
            self.code_from = self.woven.length
        self.open.append(self._opened(tag, dict(attrs)))
        self.count[tag] += 1

    def _opened(self, tag: str, attributes: dict[str, str | None]) -> Element:
        inner = self._inner
        closed = tag in LEFT_OUT and not (tag == "dialog" and "open" in attributes)
        unseen = inner.unseen or closed or tag in STRUCK or is_unseen(attributes) or self._is_note_mark(tag, attributes)
        reason = inner.reason or ("" if self.plain else reason_of(tag, attributes, self.count))
        kind = PassageKind.BOILERPLATE if reason else KINDS.get(tag, inner.kind)
        return Element(tag, kind, unseen, reason)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of this name and all inside it; without one, nothing."""
        if tag == "a" and self._address and self.woven.in_block:
            self.links.append((self.woven.length - 1, self.woven.length - 1, self._address))
            self._address = ""
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
        elif not self._inner.unseen:
            (self.raised.add if self.count["sup"] else self.woven.add)(data, self._at())

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
        if not self._inner.unseen and (self.woven.in_block or data.strip()):
            self.kept += len(data)
            self.woven.put(data, self._at(), len(data))

    def _reference(self, raw: str) -> None:
        if self._inner.unseen:
            return
        at = self._at()
        whole = raw + ";" * self.source.startswith(raw + ";", at)
        if self.count["sup"]:
            self.raised.add(whole, at)
        elif len(raw) > LONGEST_REFERENCE:
            self.woven.add(raw, at)
        else:
            self.woven.refer(whole, at)

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _is_note_mark(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """True for a raised link within the page: the mark of a footnote."""
        within = tag == "a" and (attributes.get("href") or "").startswith("#")
        return within and (bool(self.count["sup"]) or attributes.get("role") == "doc-noteref")

    def _close_implied(self, tag: str) -> None:
        """Close what the start of `tag` ends: a paragraph or heading before a block, an item before an item."""
        ended = ended_by(tag)
        while self.open and self._inner.tag in ended:
            self._pop()

    def _pop(self) -> str:
        tag = self.open.pop().tag
        self.count[tag] -= 1
        if tag == "sup" and not self.count[tag]:
            self.raised.weave(self.woven, self.source)
        return tag

    def _end_code(self) -> None:
        if self.code_from < self.woven.length:
            self.masked.append((self.code_from, self.woven.length))
        self.code_from = -1

    def _end_block(self) -> None:
        if self.code_from >= 0:
            self._end_code()
        self.raised.weave(self.woven, self.source)
        inner = self._inner
        if inner.reason in (FOOT, NAVIGATION) and is_running(self.woven.words):
            self.woven.close(PassageKind.BODY)
        else:
            self.woven.close(inner.kind, inner.reason)
