"""A text put together from pieces of a file, white space collapsed as a browser does, every character's origin kept."""

import re
from html import unescape

from seeds.blocks import Block
from seeds.model import PassageKind
from seeds.places import Origins, Stretch

PIECE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
WHITE = " \t\n\r\f"
BETWEEN = "\n\n"


class Weaver:
    """Collects the words of one block after the other."""

    def __init__(self) -> None:
        self.length = 0
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._stretches: list[Stretch] = []
        self._start = self._first = 0
        self._waiting: Stretch | None = None
        self._joint = ""

    @property
    def in_block(self) -> bool:
        """True when the block at work has words."""
        return self.length > self._start

    @property
    def words(self) -> str:
        """The words of the block at work."""
        return "".join(self._pieces[self._first :]).strip()

    @property
    def tail(self) -> str:
        """The last words of the block at work; "" where white space follows them."""
        return self._pieces[-1] if self._pieces and self.in_block and not self._waiting else ""

    def add(self, words: str, origin: int) -> None:
        """Characters that stand in the file as they are, from `origin`."""
        for piece in PIECE.finditer(words):
            if piece[0][0] in " \t\n\r\f":
                self.space(origin + piece.start(), len(piece[0]))
            else:
                self.put(piece[0], origin + piece.start(), len(piece[0]))

    def space(self, origin: int, width: int) -> None:
        """White space: one space, if words stand before it and words follow in the same block."""
        if self._waiting is None:
            self._waiting = Stretch(0, 1, origin, width)

    def part(self, joint: str) -> None:
        """The next words of this block are parted from those before by `joint`, which is in no file."""
        self._joint = joint if self.in_block else ""

    def put(self, words: str, origin: int, width: int) -> None:
        """`words`, which the file writes with the `width` characters from `origin`."""
        if not self.in_block and self.blocks:
            self._append(BETWEEN, origin, 0)
            self._start = self.length
        elif self._joint:
            self._append(self._joint, origin, 0)
        elif self._waiting and self.in_block:
            self._append(" ", self._waiting.origin, self._waiting.width)
        self._waiting, self._joint = None, ""
        self._append(words, origin, width)

    def refer(self, raw: str, origin: int) -> None:
        """A character reference, such as `&amp;`, as the character it stands for; an unknown one as it is written."""
        words = unescape(raw)
        if words == raw:
            self.add(words, origin)
        elif words.strip(" \t\n\r\f"):
            self.put(words, origin, len(raw))
        else:
            self.space(origin, len(raw))

    def close(self, kind: PassageKind, reason: str = "") -> None:
        """End the block at work. reason: why it is left out."""
        if self.in_block:
            words = "".join(self._pieces[self._first :])[self._start - self.length :]
            start = self._start + len(words) - len(words.lstrip(WHITE))
            self.blocks.append(Block(kind, ((start, self._start + len(words.rstrip(WHITE))),), reason=reason))
            self._start, self._first = self.length, len(self._pieces)
        self._waiting, self._joint = None, ""

    def text(self) -> str:
        """All that was collected."""
        return "".join(self._pieces)

    def origins(self, lines: tuple[int, ...]) -> Origins:
        """Where it was read; `lines`: where the file's lines begin."""
        return Origins(tuple(self._stretches), tuple(stretch.start for stretch in self._stretches), lines)

    def _append(self, words: str, origin: int, width: int) -> None:
        last = self._stretches[-1] if self._stretches else None
        if last and len(words) == width and last.length == last.width and last.origin + last.width == origin:
            self._stretches[-1] = Stretch(last.start, last.length + width, last.origin, last.width + width)
        else:
            self._stretches.append(Stretch(self.length, len(words), origin, width))
        self._pieces.append(words)
        self.length += len(words)
