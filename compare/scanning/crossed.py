"""Are two values given each to the other's thing?

Looked at, by `sourcecheck scan`: two amounts of one unit that stand one after the other in a sentence, parted by "and", "while" or a mark
("85 per cent by pipeline and 15 per cent by sea"), beside every other sentence that gives the same two. Told are those where a word
that is said of the one value in one sentence is said of the other in the other, and no word of the second part speaks against it. Of any
two amounts of one unit in a sentence: those where each stands in the other sentence beside what was the other's.

Cannot see: things that share no word; values whose unit is not the same.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from claims.model import Severity
from claims.values import Amount, Reading
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import COMMON, CROWDED, Observations, spelled, tokens
from compare.values.units import is_known

CODE = "SRC420"
NAME = "crossed"

JOINT = re.compile(r"\b(?:and|while|whereas|but|against)\b|[;,]")
CLOSE = re.compile(r"[,;:()]|\b(?:and|while|whereas|but)\b")
SHARED, REACH = 2, 60
"""Rare words that two sentences share at least; characters before the first value in which its thing stands."""


class Pair(NamedTuple):
    """Two values of a sentence, by their number: each with the roots of the words said of it. parted: they need not follow each other."""

    number: int
    values: tuple[Reading, Reading]
    said: tuple[frozenset[str], frozenset[str]]
    parted: bool = False


def find(read: Observations) -> Iterator[Finding]:
    """The pairs of values that two sentences give the other way round."""
    where: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for number, entry in enumerate(read.entries):
        for key, pair in (*_pairs(number, entry), *_parted(number, entry)) if is_prose(entry) else ():
            for other in where[key][:COMMON]:
                crossed = _crossed(other, pair, read) if other.number != number else frozenset()
                if crossed:
                    yield _finding(other, pair, crossed, read)
            where[key].append(pair)


def _pairs(number: int, entry: Entry) -> Iterator[tuple[tuple[str, ...], Pair]]:
    """Two amounts of one unit with their tokens, the smaller first in what they are looked up by and in the pair."""
    amounts = [r for r in entry.amounts if isinstance(r.value, Amount) and tokens(r.value)]
    for one, other in itertools.pairwise(amounts):
        a, b = one.value, other.value
        if not isinstance(a, Amount) or not isinstance(b, Amount) or a.unit != b.unit or a.low == b.low:
            continue
        said_of = _said_of(entry, one, other)
        if said_of:
            first, second = (0, 1) if a.low < b.low else (1, 0)
            values = (one, other)
            key = (*tokens(values[first].value), *tokens(values[second].value))
            yield key, Pair(number, (values[first], values[second]), (said_of[first], said_of[second]))


def _parted(number: int, entry: Entry) -> Iterator[tuple[tuple[str, ...], Pair]]:
    """Every two amounts of one unit, each with the words between the marks around it; looked up among their like only."""
    text = entry.passage.text
    amounts = [r for r in entry.amounts if isinstance(r.value, Amount) and r.value.low > 1]
    if not 2 <= len(amounts) <= CROWDED:
        return
    edges = [0, *(edge for m in CLOSE.finditer(text) for edge in m.span()), len(text)]
    inside = [(max(e for e in edges if e <= r.start), min(e for e in edges if e >= r.end)) for r in amounts]
    told = [(r.value, r, _roots(entry, *span)) for r, span in zip(amounts, inside, strict=True)]
    for (a, one, mine), (b, other, theirs) in itertools.combinations(told, 2):
        if isinstance(a, Amount) and isinstance(b, Amount) and _unit(a) == _unit(b) and a.low != b.low:
            sides = sorted(((a.low, one, mine), (b.low, other, theirs)), key=lambda side: side[0])
            (low, first, own), (high, second, others) = sides
            if own and others:
                yield (
                    ("parted", f"{low:g} {high:g} {_unit(a)}"),
                    Pair(number, (first, second), (own, others), parted=True),
                )


def _unit(amount: Amount) -> str:
    """The unit of measure; none for what is counted, which a list of counts names once."""
    return amount.unit if is_known(amount.unit) else ""


def _said_of(entry: Entry, one: Reading, other: Reading) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words said of each of two values: those behind each or, where words stand before the second, those around; None
    where nothing parts them."""
    text = entry.passage.text
    joints = list(JOINT.finditer(text, one.end, other.start))
    words = [m for m in joints if m[0].isalpha()] or joints
    if not words:
        return None
    joint = words[-1]
    closed = CLOSE.search(text, other.end)
    end = closed.start() if closed else len(text)
    before = _roots(entry, joint.end(), other.start)
    first, second = _roots(entry, one.end, joint.start()), _roots(entry, other.end, end)
    if before:
        opens = max(text.rfind(mark, 0, one.start) for mark in ",;:(") + 1
        first |= _roots(entry, max(opens, one.start - REACH), one.start)
    return first, before | second


def _roots(entry: Entry, start: int, end: int) -> frozenset[str]:
    words = (w for w in entry.folded.words if start <= w.start < end and w.form not in STOP and not w.form[0].isdigit())
    return frozenset(root(word.stem) for word in words)


def _crossed(one: Pair, other: Pair, read: Observations) -> frozenset[str]:
    """The words that stand with one value in one sentence and with the other in the other; none where others stand straight."""
    shared = {key for key in read.words[one.number] & read.words[other.number] if read.counts[key] <= COMMON}
    (a, b), (c, d) = one.said, other.said
    straight = ((a - b) & (c - d)) | ((b - a) & (d - c))
    ways = ((a - b) & (d - c) & shared, (b - a) & (c - d) & shared)
    if straight or len(shared) < SHARED or (one.parted and not all(ways)):
        return frozenset()
    return ways[0] | ways[1]


def _finding(one: Pair, other: Pair, crossed: frozenset[str], read: Observations) -> Finding:
    places = []
    for pair in (one, other):
        entry = read.entries[pair.number]
        start, end = min(r.start for r in pair.values), max(r.end for r in pair.values)
        places.append(place_at(entry, start, end))
    word = spelled(read.entries[other.number], crossed)
    why = f"both give the two values, and what the one says of {word} the other says of the rest"
    return Finding(CODE, f"{said(places)}: the values of {word} are exchanged", Severity.HIGH, tuple(places), why, 1.0)
