"""The cleaned copy of a block: line breaks joined, hyphens at line ends decided, footnote marks dropped, offsets kept.

The copy never holds a character that the original lacks, but for the single space that stands for a line break or a run of
white space or for a tag of HTML, the raised figures of a power, and the character that a reference of HTML names;
`offsets[i]` is where character `i` was read.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from seeds.entities import named
from seeds.inline_html import shown
from seeds.model import Span
from seeds.raised import caret_powers

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
BROKEN = re.compile(r"(?<!\S)\S+-[ \t]*\r?\n[ \t]*\S+")
"""A word broken at a line end."""
HYPHENS = "-\u00ad\u2010\u2011"
MARK = re.compile(
    r"(?=[\d ])(?:(?<=[^\W\d_][.,;:!?…”\"’')\]])(\d{1,3})(?=[\s.,;:)\]]|$)"
    r"|(?<=[.,;:!?…”\"’')\]][.,;:!?…”\"’')\]])(\d{1,3})(?=[\s.,;:)\]]|$)"
    r"|(?<=(?:19|20)\d\d\.)(\d{1,3})(?=\s|$)"
    r"|(?<=[a-z])(\d{1,3})(?=[\s.,;:)]|$)"
    r"|(?<=[.!?…”\"’')]) (\d{1,3})(?= [A-Z“\"]|\.?\s*$))"
)
LOST = re.compile(
    r"(?=[\s\u00ad\u200b\ufeff])(?:^\s+|(?<=\s)\s+|[\u00ad\u200b\ufeff]+(?:(?<=\s[\u00ad\u200b\ufeff])\s+)?)"
)
ODD_SPACE = re.compile(r"[^\S ]")
RAISED = re.compile(
    r"(?=[⁰¹²³⁴-⁹])(?:(?<=[^\W\d_]{3})[⁰¹²³⁴-⁹]{1,3}|(?<=[.,;:!?”\"’')\]])[⁰¹²³⁴-⁹]{1,3}|(?<=\d)(?<!\b10)[⁰¹²³⁴-⁹]{1,3}(?![\d⁄/]))"
)
"""A raised figure behind a word, a stop or a number is the mark of a note; "10⁶" is a power, "m²" a measure."""
STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}?(?<=\S)~~")
"""Text struck out in Markdown."""
EMPHASIS = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|`+|(?<![^\W_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![^\W_])"
)
LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\s]{0,500}\)")


@dataclass
class Marks:
    """The footnote marks met so far in a document: marks count upwards, which tells them from figures.

    numbers: the footnotes the document holds; without any, only an unbroken count from 1 glued to a word is believed.
    """

    numbers: frozenset[int] = frozenset()
    last: int = field(default=0)

    def accepts(self, number: int, detached: bool) -> bool:
        """True, and the count moves on, when `number` is the next mark (footnotes lost from the text leave gaps)."""
        known = bool(self.numbers) and number <= max(self.numbers)
        follows = self.last < number <= self.last + 12 if known else number == self.last + 1 and not detached
        if follows:
            self.last = number
        return follows


def vocabulary(text: str) -> Counter[str]:
    """How often each word (lower case, hyphenated ones whole) stands in `text`, words broken at a line end left out."""
    words: Counter[str] = Counter()
    for word, times in Counter(WORD.findall(BROKEN.sub(" ", text))).items():
        words[word.lower()] += times
    return words


def clean(text: str, spans: Sequence[Span], words: Counter[str], marks: Marks | None) -> tuple[str, array[int]]:
    """The cleaned words of `spans` and where each character stands in `text`."""
    kept = array("L")
    pieces: list[str] = []
    for start, end in spans:
        joint = _joint(text, kept, text[start:end], words) if kept else ""
        if joint is None:
            kept.pop()
            pieces[-1] = pieces[-1][:-1]
        elif joint:
            kept.append(kept[-1] + 1)
            pieces.append(joint)
        kept.extend(range(start, end))
        pieces.append(text[start:end])
    copy, offsets = caret_powers(*_collapse("".join(pieces), kept))
    copy, offsets = _drop(copy, offsets, [m.span() for m in RAISED.finditer(copy)])
    return (copy, offsets) if marks is None else _drop(copy, offsets, list(_marks(copy, marks)))


def clean_markdown(text: str, spans: Sequence[Span], words: Counter[str]) -> tuple[str, array[int]]:
    """As `clean`, without emphasis marks, link targets, marks of notes and tags of HTML."""
    copy, offsets = named(*shown(*clean(text, spans, words, None)))
    copy, offsets = _collapse(*_drop(copy, offsets, [m.span() for m in STRUCK.finditer(copy)]))
    drops = [m.span() for m in EMPHASIS.finditer(copy)]
    for link in LINK.finditer(copy):
        drops += [(link.start(), link.start(1)), (link.end(1), link.end())]
    return _drop(copy, offsets, sorted(drops))


def _joint(text: str, kept: array[int], line: str, words: Counter[str]) -> str | None:
    """What stands between the words kept so far and the next line: a space (in the line break's place), nothing, or, where
    None is returned, not even the hyphen that ends them. What a comment parts in the middle of a word is one word."""
    if not text[kept[-1] + 1].isspace():
        return ""
    last = text[kept[-1]]
    if last in HYPHENS and len(kept) > 1 and text[kept[-2]].isalnum():
        return None if _is_soft(_word_before(text, kept), line, words) else ""
    dashed = last in "–—/" and not text[kept[-2] if len(kept) > 1 else kept[-1]].isspace()
    return "" if dashed else " "


def _word_before(text: str, kept: array[int]) -> str:
    tail = "".join(text[i] for i in kept[-40:-1])
    found = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", tail)
    return found[0] if found else ""


def _is_soft(left: str, line: str, words: Counter[str]) -> bool:
    """True when the hyphen only breaks a word: the joined word is known, or one half is no word of this text."""
    right = WORD.match(line)
    if not left or not right or not right[0][0].islower():
        return False
    tail = right[0].split("-")[0].lower()
    joined, hyphened = words[left.lower() + tail], words[f"{left}-{tail}".lower()]
    if joined or hyphened:
        return joined >= hyphened
    head = left.split("-")[-1].lower()
    return not (len(head) > 2 and words[head] and words[tail])


def _collapse(raw: str, kept: array[int]) -> tuple[str, array[int]]:
    """One plain space for every run of white space, none at the start; soft hyphens and zero-width characters go."""
    drops = [m.span() for m in LOST.finditer(raw)]
    copy, offsets = _drop(raw, kept, drops)
    return ODD_SPACE.sub(" ", copy), offsets


def _marks(copy: str, marks: Marks) -> Iterator[Span]:
    for match in MARK.finditer(copy):
        group = match.lastindex or 0
        if marks.accepts(int(match[group]), detached=group == 5):
            yield match.span()


def _drop(copy: str, offsets: array[int], drops: Sequence[Span]) -> tuple[str, array[int]]:
    if not drops:
        return copy, offsets
    pieces, kept, at = [], array("L"), 0
    for start, end in [*drops, (len(copy), len(copy))]:
        if start >= at:
            pieces.append(copy[at:start])
            kept.extend(offsets[at:start])
        at = max(at, end)
    return "".join(pieces), kept
