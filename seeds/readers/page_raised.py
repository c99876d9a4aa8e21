"""The raised words of a page of HTML, collected until their element ends, since only all of them tell what they are."""

import re
from html import unescape

from seeds.raised import raised
from seeds.readers.weaving import Weaver

FRACTION = re.compile(r"</sup>\s{0,3}(?:/|⁄|&frasl;)\s{0,3}<sub", re.IGNORECASE)
"""What follows the upper half of a fraction."""


class RaisedWords:
    """Words of `sup` with their places in the source."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, int]] = []

    def add(self, raw: str, origin: int) -> None:
        """Characters of the source from `origin`; a reference is given whole."""
        self._pieces.append((raw, origin))

    def weave(self, woven: Weaver, source: str) -> None:
        """Put what the words are read as into `woven`: a power, an ordinal, or nothing for the mark of a note."""
        if not self._pieces:
            return
        written = "".join(raw for raw, _ in self._pieces)
        words, start = unescape(written), self._pieces[0][1]
        end = self._pieces[-1][1] + len(self._pieces[-1][0])
        read = raised(words, woven.tail, "/" if FRACTION.match(source, end) else "")
        if read == words:
            for raw, origin in self._pieces:
                (woven.refer if raw.startswith("&") else woven.add)(raw, origin)
        elif read:
            woven.put(read, start, end - start)
        if words[-1:].isspace() and read != words:
            woven.space(end - 1, 1)
        self._pieces.clear()
