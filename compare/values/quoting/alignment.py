"""Quotation and text aligned word by word, where a few words may stand for one.

This module alone weighs other, missing and added words against words that are alike: the cheapest alignment is taken.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.values.quoting.likeness import Alike, Way, find_alike
from compare.values.quoting.text import Text
from compare.values.quoting.window import places_near
from compare.values.quoting.words import Word

CHANGED, LOST, ADDED = 1.0, 1.02, 1.02
"""What a word costs in aligning: another word for it, none for it, one the quotation lacks."""
PASSED, ACROSS = 0.02, 0.25
"""The same: a footnote mark passed over; a pair of which only one begins, or ends, a sentence or quotation."""


class Step(NamedTuple):
    """Words `i` to `i_end` of a quotation aligned with words `j` to `j_end` of a text (ends exclusive, one may be empty).

    differs: how many letters do, None for words that are not alike.
    """

    i: int
    i_end: int
    j: int
    j_end: int
    differs: int | None = None


class _Prices(NamedTuple):
    """What one quoted word costs: lost, and beside (`added`) or as (`changed`) each word of the window."""

    lost: float
    added: Sequence[float]
    changed: Sequence[float]


def align(words: Sequence[Word], source: Text, low: int, high: int) -> Sequence[Step]:
    """The cheapest alignment of all quoted words with words of the text from `low` to `high`, in order.

    costs[i][j]: what taking the first i quoted words costs when word low + j is reached; it may begin and end anywhere.
    """
    passed = source.passed(low, high)
    breaks = {opens: [ACROSS * (source.opens(j) is not opens) for j in range(low, high + 1)] for opens in (False, True)}
    costs: list[list[float]] = [[0.0] * (high - low + 1)]
    ways: list[Mapping[int, Way]] = []
    alike = find_alike(words, source, low, high)
    for i, word in enumerate(words):
        added = [word.gap or (PASSED if j in passed else ADDED) for j in range(low, high)]
        prices = _Prices(0.0 if word.gap else LOST, added, _changed_costs(words, i, breaks))
        row = _row(costs, places_near(words, i, high - low), prices, alike[i + 1])
        costs.append([row[j][0] if j in row else math.inf for j in range(high - low + 1)])
        ways.append({j: way for j, (_, way) in row.items()})
    return _back(costs[-1], ways, low)


def _row(
    costs: Sequence[Sequence[float]], near: range, prices: _Prices, alike: Alike
) -> Mapping[int, tuple[float, Way]]:
    """For each place the cost of having taken one more quoted word when it is reached, and the way there.

    Longer than most: the innermost loop, over four ways to each place; of equal ones the first is taken.
    """
    lost, added, changed = prices
    above, i = costs[-1], len(costs) - 1
    row: dict[int, tuple[float, Way]] = {}
    last = math.inf
    for j in near:
        way: Way = (i, j, None)
        cost = above[j] + lost
        if j and above[j - 1] + changed[j - 1] < cost:
            cost, way = above[j - 1] + changed[j - 1], (i, j - 1, None)
        if j and last + added[j - 1] < cost:
            cost, way = last + added[j - 1], (i + 1, j - 1, None)
        for extra, start in alike.get(j, ()):
            if costs[start[0]][start[1]] + extra < cost:
                cost, way = costs[start[0]][start[1]] + extra, start
        row[j] = last, _ = cost, way
    return row


def _changed_costs(words: Sequence[Word], i: int, breaks: Mapping[bool, Sequence[float]]) -> Sequence[float]:
    """What each word of the text costs as another word for word `i`; more where only one begins or ends a sentence."""
    none = [0.0] * len(breaks[True])
    if words[i].gap:
        return [math.inf] * len(none)
    begins = breaks[words[i].opens] if i else none
    ends = breaks[words[i + 1].opens] if i + 1 < len(words) else none
    return [CHANGED + begin + end for begin, end in zip(begins, ends[1:], strict=False)]


def _back(last: Sequence[float], ways: Sequence[Mapping[int, Way]], low: int) -> Sequence[Step]:
    """The steps that led to the cheapest end."""
    i, j = len(ways), last.index(min(last))
    steps: list[Step] = []
    while i:
        i_before, j_before, differs = ways[i - 1][j]
        steps.append(Step(i_before, i, low + j_before, low + j, differs))
        i, j = i_before, j_before
    return steps[::-1]
