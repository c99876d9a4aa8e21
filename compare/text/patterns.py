"""Patterns of the `terms` and `positions` columns, matched on folded stems inside one passage.

A pattern is one or more words in order; up to `GAP` other words may stand between two of them. `*` alone stands for any few
words (up to `WILD`), at the end of a word for any ending.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.fold import Folded, fold

GAP = 3
WILD = 8
NEGATIONS = frozenset("not no never neither nor without cannot hardly".split())


class Step(NamedTuple):
    """One word of a pattern: its stem, or with `prefix` the beginning of its form, and how many words may stand before it."""

    stem: str
    prefix: bool
    gap: int


class Match(NamedTuple):
    """Where a pattern stands: indices of its first and last word, both included, and of every word it fixed."""

    first: int
    last: int
    words: tuple[int, ...]


@lru_cache(maxsize=10_000)
def parse_pattern(pattern: str) -> tuple[Step, ...]:
    """The steps of a pattern. Raises ValueError when it holds no word."""
    steps: list[Step] = []
    gap = 0
    for piece in re.findall(r"[^\s*]+\*|\*|[^\s*]+(?:\s+[^\s*]+(?![^\s]*\*))*", pattern):
        if piece == "*":
            gap = WILD
            continue
        words = fold(piece.rstrip("*")).words
        for word in words:
            prefix = piece.endswith("*") and word is words[-1]
            steps.append(Step(word.form if prefix else word.stem, prefix, gap))
            gap = GAP
    if not steps:
        raise ValueError(f"the pattern {pattern!r} holds no word")
    return tuple(steps)


def find_pattern(pattern: str, folded: Folded) -> Iterator[Match]:
    """Every place where `pattern` matches, one for each possible first word, the nearest continuation taken."""
    steps = parse_pattern(pattern)
    if not all(step.prefix or step.stem in folded.at for step in steps):
        return
    places = _Places(folded)
    for first in places.of(steps[0]):
        words = _follow(steps, first, places)
        if words:
            yield Match(first, words[-1], words)


def is_negated(match: Match, folded: Folded) -> bool:
    """True when a negation stands between the words of the match, or within three words before it in the same clause."""
    clauses = folded.clauses
    before = [i for i in range(max(0, match.first - 3), match.first) if clauses[i] == clauses[match.first]]
    inside = [i for i in range(match.first, match.last) if i not in match.words]
    return any(folded.words[i].form in NEGATIONS or folded.words[i].form.endswith("n't") for i in before + inside)


class _Places:
    """Where the words of a passage stand, and where it is known that a pattern does not go on."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.ends: set[tuple[int, int]] = set()
        """Of a step and the word before it: from there on the rest of the pattern does not match."""
        self._begun: dict[str, Sequence[int]] = {}

    def of(self, step: Step) -> Sequence[int]:
        """The words a step fits, in order."""
        if not step.prefix:
            return self.folded.at.get(step.stem, ())
        if step.stem not in self._begun:
            words = enumerate(self.folded.words)
            self._begun[step.stem] = [i for i, word in words if word.form.startswith(step.stem)]
        return self._begun[step.stem]


def _follow(steps: tuple[Step, ...], first: int, places: _Places) -> tuple[int, ...]:
    """The words of the whole pattern from its first on, the nearest taken; () where it does not go on."""
    words, tried = [first], [0]
    while words and len(words) < len(steps):
        at, last = len(words), words[-1]
        fit = places.of(steps[at])
        number = max(tried[-1], bisect_right(fit, last))
        if (at, last) in places.ends or number == len(fit) or fit[number] > last + 1 + steps[at].gap:
            places.ends.add((at, last))
            words.pop()
            tried.pop()
        else:
            tried[-1] = number + 1
            words.append(fit[number])
            tried.append(0)
    return tuple(words)
