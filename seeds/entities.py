"""Character references of HTML that stand in Markdown ("4&nbsp;May"): read as the character they name."""

from __future__ import annotations

import re
from array import array
from html import unescape

REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")


def named(copy: str, offsets: array[int]) -> tuple[str, array[int]]:
    """The copy with each reference to one character as that character, at the place where the reference begins."""
    if "&" not in copy:
        return copy, offsets
    pieces, kept, at = [], array("L"), 0
    for found in REFERENCE.finditer(copy):
        char = unescape(found[0])
        if len(char) == 1:
            pieces += [copy[at : found.start()], " " if char.isspace() else char]
            kept.extend(offsets[at : found.start() + 1])
            at = found.end()
    kept.extend(offsets[at:])
    return "".join([*pieces, copy[at:]]), kept
