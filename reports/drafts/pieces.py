"""Text in pieces, some of them marked, for a page: passages around the words that count, and two wordings side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reports.places import unwrap
from seeds.model import Span

LONGEST = 600
"""Characters; of a longer passage the part around the marked words is shown."""
WORD = re.compile(r"\S+")


class Mark(StrEnum):
    """What a piece is marked as."""

    NONE = ""
    WORDS = "words"
    """the words that count"""
    CHANGED = "changed"
    """words the other wording does not have"""


@dataclass(frozen=True)
class Piece:
    """Some text, line breaks as spaces, and its mark."""

    text: str
    mark: Mark = Mark.NONE


def around(text: str, passage: Span, words: Span) -> tuple[Piece, ...]:
    """A passage with its words marked, shortened to `LONGEST` characters where it is longer; `…` stands for what is left out.

    Where the words are all of the passage nothing is marked.
    """
    (start, end), (a, b) = passage, (max(words[0], passage[0]), min(words[1], passage[1]))
    spare = max(60, (LONGEST - (b - a)) // 2) if end - start > LONGEST else LONGEST
    before, middle, after = unwrap(text[start:a]), unwrap(text[a:b]), unwrap(text[b:end])
    if len(before) > spare:
        before = "… " + before[-spare:]
    if len(middle) > LONGEST:
        middle = f"{middle[: LONGEST // 2]} … {middle[-LONGEST // 2 :]}"
    if len(after) > spare:
        after = after[:spare] + " …"
    whole = not any(character.isalnum() for character in before + after)
    pieces = (Piece(before), Piece(middle, Mark.NONE if whole else Mark.WORDS), Piece(after))
    return tuple(piece for piece in pieces if piece.text)


def side_by_side(
    mine: str, theirs: str, changes: Sequence[tuple[str, str]]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two wordings with the words marked that were changed. changes: (mine, theirs); other differences count for nothing."""
    ours, others = unwrap(mine), unwrap(theirs)
    left, right = list(WORD.finditer(ours)), list(WORD.finditer(others))
    told = {_bare(word) for change in changes for side in change for word in side.split()}
    matcher = SequenceMatcher(None, [_bare(m[0]) for m in left], [_bare(m[0]) for m in right], autojunk=False)
    differing = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    here = [i for _, a, b, _, _ in differing for i in range(a, b) if _bare(left[i][0]) in told]
    there = [j for _, _, _, a, b in differing for j in range(a, b) if _bare(right[j][0]) in told]
    return tuple(_pieces(ours, [left[i].span() for i in here])), tuple(
        _pieces(others, [right[j].span() for j in there])
    )


def _bare(word: str) -> str:
    """A word without the punctuation around it, or the punctuation where there is nothing else."""
    return re.sub(r"^\W+|\W+$", "", word.casefold()) or word


def _pieces(text: str, marked: Sequence[Span]) -> Iterator[Piece]:
    at = 0
    for start, end in marked:
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], Mark.CHANGED)
        at = end
    if at < len(text):
        yield Piece(text[at:])
