"""Runs of a Word file cut where words begin and end that are marked; every piece keeps the formatting."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import accumulate, pairwise
from typing import Any

from seeds.readers.word_letters import PROPERTIES, WORDS, Spot, width

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cuts:
    """Runs cut so that each pair of spots, first and last letter of some words, has runs of its own."""

    def __init__(self, pairs: Iterable[tuple[Spot, Spot]]) -> None:
        edges: dict[Any, set[int]] = defaultdict(set)
        for first, last in pairs:
            edges[first.run].add(first.at)
            edges[last.run].add(last.at + 1)
        self._pieces = {run: cut(run, sorted(at)) for run, at in edges.items()}

    def run(self, spot: Spot) -> Any:
        """The run that holds a spot now."""
        starts, runs = self._pieces[spot.run]
        return runs[bisect_right(starts, spot.at) - 1]


def cut(run: Any, edges: Iterable[int]) -> tuple[list[int], list[Any]]:
    """Cut a run at these places: where each piece begins, and the pieces in order, of which the run itself is the first."""
    children = [child for child in run if child.tag != PROPERTIES]
    whole = sum(map(width, children))
    starts = [0, *(edge for edge in edges if 0 < edge < whole)]
    if len(starts) == 1:
        return starts, [run]
    properties = run.find(PROPERTIES)
    runs = [run, *(_beside(run, properties) for _ in starts[1:])]
    begins = list(accumulate(map(width, children[:-1]), initial=0))
    for child in children:
        run.remove(child)
    for child, begin in zip(children, begins, strict=True):
        for piece, at in _parts(child, begin, starts):
            runs[bisect_right(starts, at) - 1].append(piece)
    for before, behind in pairwise(runs):
        before.addnext(behind)
    return starts, runs


def _parts(child: Any, begin: int, starts: list[int]) -> Iterator[tuple[Any, int]]:
    """A child of a run, words cut where pieces begin, each with its place."""
    inner = [start - begin for start in starts if begin < start < begin + width(child)]
    if child.tag != WORDS or not inner:
        yield child, begin
        return
    words = child.text
    for a, b in zip([0, *inner], [*inner, len(words)], strict=True):
        part = deepcopy(child) if a else child
        part.text = words[a:b]
        part.set(SPACE, "preserve")
        yield part, begin + a


def _beside(run: Any, properties: Any) -> Any:
    piece = run.makeelement(run.tag, dict(run.attrib))
    if properties is not None:
        piece.append(deepcopy(properties))
    return piece
