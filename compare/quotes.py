"""Quotations found again: where the quoted words stand in a text, and what was changed.

Line breaks, footnote marks, quote styles, dashes and case are no changes; other or missing words are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from compare.fold import fold

FOUND = 75.0
"""The least likeness in characters (0 to 100, rapidfuzz partial_ratio) for words to be the quotation, changed."""
ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…)\s*")
STYLES = str.maketrans("“”„‟’‘‚‛«»–—‐‑\u00a0\u202f", '""""\'\'\'\'""----  ')


@dataclass(frozen=True)
class Found:
    """A quotation in a text: the place (characters, end exclusive), and each change as (quoted words, the text's words)."""

    start: int
    end: int
    changes: tuple[tuple[str, str], ...]


def find_quote(quote: str, text: str) -> Found | None:
    """Where `text` holds the words of `quote`, or None when it does not; an ellipsis in the quote stands for any words."""
    parts = [part for part in ELLIPSIS.split(quote) if re.search(r"\w", part)]
    found: list[Found] = []
    at = 0
    for part in parts:
        piece = _align(part, text[at:])
        if piece is None:
            return None
        found.append(Found(piece.start + at, piece.end + at, piece.changes))
        at = found[-1].end
    if not found:
        return None
    return Found(found[0].start, found[-1].end, tuple(change for piece in found for change in piece.changes))


def _align(part: str, text: str) -> Found | None:
    alignment = fuzz.partial_ratio_alignment(_plain(part), _plain(text), score_cutoff=FOUND)
    if alignment is None or alignment.dest_end <= alignment.dest_start:
        return None
    if len(part) > len(text) + 10:
        return None
    start, end = _whole_words(text, alignment.dest_start, alignment.dest_end)
    changes = tuple(_changes(part, text[start:end]))
    kept = 1 - sum(len(old.split()) for old, _ in changes) / max(1, len(part.split()))
    return Found(start, end, changes) if kept >= 0.5 else None


def _plain(text: str) -> str:
    """A copy of the same length in lower case with plain quotes and dashes."""
    lower = text.translate(STYLES).lower()
    return lower if len(lower) == len(text) else text.translate(STYLES)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(' .,;:"“”')), start + len(piece.rstrip(' ,;:"“”'))


def _changes(quote: str, text: str) -> Iterator[tuple[str, str]]:
    """The differing words, ends that only one side has at its edge included."""
    a, b = fold(quote).words, fold(text).words
    matcher = SequenceMatcher(None, [w.form for w in a], [w.form for w in b], autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        extra_edge = a1 == a2 and (b1 == 0 or b2 == len(b))
        if not extra_edge:
            yield " ".join(quote[w.start : w.end] for w in a[a1:a2]), " ".join(text[w.start : w.end] for w in b[b1:b2])
