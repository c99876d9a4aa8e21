"""What of a PDF is not read: letters whose fonts do not say what they are, pictures, running heads, numbers of lines."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import shorten

LEADERS = re.compile(r"([^\w\s\ufffd])(?:\s?\1){2,}")
"""Dots that lead the eye through a table of contents, lines to write on: no letters that cannot be read."""
UNKNOWN = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Classes of what is no character of Unicode; and U+FFFD, which says so."""
DOUBTED = 0.1
"""The share of such signs on a page from which it is told."""
READABLE = 0.4
"""The least share of letters and digits among the signs of a page; with less its fonts have no Unicode map ("% & -.45")."""
FEW = 40
"""Signs; a page with fewer tells nothing of its fonts."""
NUMBERED = re.compile(r"[\W\d_]+|\bpage\b", re.IGNORECASE)
"""What is not the same in the running heads of all pages."""
LONGEST = 120
"""Characters of the heads that are named."""
WORD = re.compile(r"[A-Za-z]{4,}")
VOWEL = re.compile(r"[aeiouyAEIOUY]")
VOWELLESS = 0.5
"""The share of words of four Latin letters or more without a vowel, from which the letters stand for others ("Wkh frqwudfw")."""


def unreadable_share(text: str) -> float:
    """The share of the signs of a page that are no letters that can be read, 0 to 1; 0 where it is too small to matter."""
    signs = [char for char in LEADERS.sub(" ", text) if not char.isspace()]
    if len(signs) < FEW:
        return 0.0
    unknown = sum(char == "\ufffd" or unicodedata.category(char) in UNKNOWN for char in signs) / len(signs)
    known = sum(char.isalnum() for char in signs) / len(signs)
    words = WORD.findall(text)
    odd = sum(not VOWEL.search(word) for word in words) / len(words) if len(words) >= FEW / 4 else 0.0
    if known < READABLE:
        return 1 - known
    return max(unknown if unknown >= DOUBTED else 0.0, odd if odd > VOWELLESS else 0.0)


def notes(texts: Sequence[str], pictures: Sequence[int]) -> Iterator[str]:
    """What of each page was not read, in one line for each reason. pictures: how many each page holds."""
    shares = {number: share for number, text in enumerate(texts, start=1) if (share := unreadable_share(text))}
    if shares:
        worst = max(shares.values())
        yield (
            f"{_pages(list(shares))}: up to {worst:.0%} of the letters cannot be read, "
            "their fonts do not say what they are; turn it into text (OCR)"
        )
    scans = [
        number
        for number, (text, count) in enumerate(zip(texts, pictures, strict=True), start=1)
        if count and not text.strip()
    ]
    if scans:
        yield f"{_pages(scans)}: a picture without text; a scan has to be turned into text (OCR)"
    others = {n: count for n, count in enumerate(pictures, start=1) if count and n not in scans}
    if others:
        many = sum(others.values())
        yield f"{many} picture{'s' if many > 1 else ''} not read ({_pages(list(others))})"


def left_out(heads: Sequence[str], numbered: Sequence[int]) -> Iterator[str]:
    """What is no text of the document. heads: the rows at the edges of pages; numbered: the pages whose lines were numbered."""
    if heads:
        shown = {words: head for head in reversed(heads) if (words := NUMBERED.sub("", head))}
        named = shorten("; ".join(reversed(shown.values())), LONGEST, placeholder=" …")
        many = f"{len(heads)} running heads and page numbers" if len(heads) > 1 else "a running head"
        yield f"{many} not read{f' ({named})' if named else ''}"
    if numbered:
        yield f"numbers of lines not read ({_pages(numbered)})"


def _pages(numbers: Sequence[int]) -> str:
    """The pages as a person says them: "page 3", "pages 1, 4–6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"page {said}" if len(numbers) == 1 else f"pages {said}"
