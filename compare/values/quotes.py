"""Quotations found again: where the quoted words stand in a text, and which of them were changed.

A place is found by its letters alone, then quotation and text are aligned word by word, where a few words may stand for one
(line ends, lost spaces). Words count, not characters: line breaks, hyphens, footnote marks, quote styles, dashes, case,
spelling variants and what a scanner misread are no changes; other, added and missing words are, and every other figure.

This is where to begin reading: the words of both sides (`quoting.words`, `quoting.text`), the place (`quoting.window`), the
alignment (`quoting.alignment`, `quoting.likeness`), whether a scanner misread the text (`quoting.damage`), which words were
changed (`quoting.changes`, `quoting.misreadings`), and whether it is a quotation still (`quoting.judgement`).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.values.quoting.alignment import Step, align
from compare.values.quoting.changes import find_changes
from compare.values.quoting.damage import is_scanned_badly
from compare.values.quoting.judgement import is_quotation
from compare.values.quoting.text import Text, read
from compare.values.quoting.window import find_window
from compare.values.quoting.words import OMITTED, Word, shown, words_of


class Found(NamedTuple):
    """A quotation in a text: the place (characters, end exclusive), and each change as (quoted words, the text's words).

    omitted: the places of what its ellipses stand for, from the word kept before to the one kept behind.
    """

    start: int
    end: int
    changes: tuple[tuple[str, str], ...]
    omitted: tuple[tuple[int, int], ...] = ()


def find_quote(quote: str, text: str) -> Found | None:
    """Where `text` holds the words of `quote`, or None when it does not; an ellipsis in the quote stands for any words."""
    words, source = tuple(words_of(quote)), read(text)
    window = find_window(words, source) if words else None
    if window is None:
        return None
    steps = align(words, source, *window)
    place = _place(source, steps)
    return _found(words, source, steps, place) if place else None


def _place(source: Text, steps: Sequence[Step]) -> tuple[int, int] | None:
    """From the first to the last word of the text that stands for quoted words, or None when no word does."""
    taken = [step for step in steps if step.i < step.i_end and step.j < step.j_end]
    return (source.spans[taken[0].j][0], source.spans[taken[-1].j_end - 1][1]) if taken else None


def _found(words: Sequence[Word], source: Text, steps: Sequence[Step], place: tuple[int, int]) -> Found | None:
    """What an alignment says; None when it keeps too little of the quotation or is its indirect speech."""
    exact = all(step.differs == 0 for step in steps)
    scanned_badly = not exact and is_scanned_badly(words, source, steps)
    runs = tuple(find_changes(words, source, steps, scanned_badly))
    if not is_quotation(words, source, runs, place, scanned_badly):
        return None
    changes = ((shown(words, run.i, run.i_end), source.shown(run.j, run.j_end)) for run in runs)
    return Found(*place, tuple(changes), tuple(_omitted(words, source, steps)))


def _omitted(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """What stands in the text for each ellipsis of the quotation."""
    for i, word in enumerate(words):
        taken = [step.j for step in steps if step.i == step.i_end == i + 1]
        if word.gap == OMITTED and taken and taken[0] and taken[-1] + 1 < len(source.spans):
            yield source.spans[taken[0] - 1][1], source.spans[taken[-1] + 1][0]
