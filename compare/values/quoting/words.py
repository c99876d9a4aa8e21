"""The words of a quotation: their forms, and the gaps its ellipses and brackets leave.

This module alone decides what counts as one word on either side, and which written words have one form.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*|[$€£%&]"
WORDS = re.compile(WORD)
QUOTED = re.compile(
    r"(?P<omission>[\[(]\s*(?:…|(?:\.\s?){2,}\.)\s*[\])]|(?:\.\s?){2,}\.|…)"
    r"|(?P<glued>[^\W_]+\[[^\W_]+\][^\W_]*|\[[^\W_]+\][^\W_]+)"
    rf"|(?P<insertion>\[[^\]]*\])|{WORD}"
)
"""The words of a quotation; "[...]" stands for any words, "[Baku's]" for a few, "[W]e" and "ask[ed]" are one word."""
BREAK = re.compile(r"[.!?:;\"“”]")
"""What ends or begins a sentence or quotation."""
SYMBOLS: Mapping[str, str] = {"%": "percent", "&": "and"}
SILENT = str.maketrans("", "", "'’¹²³⁰⁴⁵⁶⁷⁸⁹")
"""Apostrophes and footnote marks in a word."""
OMITTED, INSERTED = 0.002, 0.1
"""What a word of the text costs in aligning (see `alignment`) that an ellipsis stands for, or words in brackets."""


class Word(NamedTuple):
    """A word of a quotation, or an ellipsis or words in brackets.

    shown: as written. gap: what each word of the text costs that it stands for, 0 for a word. loose: its ending is the
    quoter's ("ask[ed]"). opens: it begins a sentence.
    """

    form: str
    shown: str
    gap: float = 0.0
    loose: bool = False
    opens: bool = False


def words_of(quote: str) -> Iterator[Word]:
    """The words of a quotation and the gaps between them, from its first word to its last."""
    found = [m for m in QUOTED.finditer(quote) if m.lastgroup or form_of(m[0])]
    solid = [k for k, m in enumerate(found) if m.lastgroup not in ("omission", "insertion")]
    at = 0
    for match in found[solid[0] : solid[-1] + 1] if solid else ():
        opens, at = bool(BREAK.search(quote, at, match.start())), match.end()
        gap = {"omission": OMITTED, "insertion": INSERTED}.get(match.lastgroup or "", 0.0)
        form = form_of(re.sub(r"[\[\]]", "", match[0]))
        yield Word(form, match[0], gap, match.lastgroup == "glued", opens)


@lru_cache(maxsize=100_000)
def form_of(word: str) -> str:
    """A word in lower case without accents, apostrophes, footnote marks and thousands separators; "%" is a word."""
    lower = SYMBOLS.get(word) or word.casefold().translate(SILENT).replace("ı", "i")
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return re.sub(r",(?=\d{3}(?!\d))", "", lower)


def joined(words: Sequence[Word], i: int, i_end: int) -> str:
    """The forms of the words `i` to `i_end` run together."""
    return "".join(word.form for word in words[i:i_end])


def shown(words: Sequence[Word], i: int, i_end: int) -> str:
    """The words `i` to `i_end` as they were written."""
    return " ".join(word.shown for word in words[i:i_end])
