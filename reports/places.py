"""Places and quoted words as a reader is shown them."""

import re

from compare.model import Evidence

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST = 300
"""Characters; of a longer passage the part around the words that were read is shown."""


def place(evidence: Evidence) -> str:
    """Where the words that were read stand: "001, line 3233"; in a digest the lines of the original it digests as well."""
    document = evidence.document
    first, last = document.line(evidence.focus[0]), document.line(max(evidence.focus[0], evidence.focus[1] - 1))
    lines = _lines(first, last)
    original = evidence.passage.original_lines
    if original:
        a, b = original
        return f"{document.source.id}, {_lines(a, b)} (digest: {lines})"
    return f"{document.source.id}, {lines}"


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}–{last}"


def words(evidence: Evidence) -> tuple[str, str, str]:
    """The source's own words: before, in and after what was read; a line break reads as a space.

    Where all of the passage was read, the middle holds it all; `…` stands for what is left out of a long passage.
    """
    text, (start, end), (a, b) = evidence.document.text, (evidence.start, evidence.end), evidence.focus
    spare = max(60, (LONGEST - (b - a)) // 2)
    left, right = max(start, a - spare), min(end, b + spare)
    if end - start <= LONGEST:
        left, right = start, end
    before, after = unwrap(text[left:a]), unwrap(text[b:right])
    if left > start:
        before = "… " + before.partition(" ")[2]
    if right < end:
        after = after.rpartition(" ")[0] + " …"
    return before, unwrap(text[a:b]), after


def printable(text: str) -> str:
    """Text for a terminal or a page: control characters and marks of direction show as a replacement character."""
    return CONTROL.sub("\ufffd", text)


def unwrap(text: str) -> str:
    """Text with its line breaks as spaces; a hyphen or dash at a line end joins on."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\S[-–—])[ \t]*\r?\n[ \t]*", "", text))
