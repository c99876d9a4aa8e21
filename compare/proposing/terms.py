"""Patterns that find just the passages meant: words which these hold near the value and other passages do not hold together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.facts.folded_passage import Entry
from compare.fold import STOP
from compare.search.index import Index
from compare.text.patterns import GAP, WILD
from seeds.model import Span

REACH = 10
"""How many words from the value the words of a pattern stand at most."""
WORDS = 9
"""How many words of a passage patterns are made of: those that the passages share, that are rare, and near the value."""
ASTRAY = 0.75
"""What a passage counts against a pattern that finds it and is not meant, beside one that is."""
STATED, FAR, CLAUSE = 2.0, 0.1, 0.3
"""What a word of the statement counts, and what takes from a word: each word, and each clause mark, between it and the value."""
MOST = 4
"""Patterns of a claim."""
TOKEN = 3
"""Letters of a word of a pattern."""


@dataclass(frozen=True)
class Meant:
    """A passage that a claim is about, by its number in the index, and the characters of what is read there."""

    number: int
    span: Span


def terms_for(
    meant: Sequence[Meant], index: Index, stated: frozenset[str] = frozenset(), besides: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """At most `MOST` patterns that together find the passages meant, and as few others as can be.

    stated: the stems of the statement, which are preferred. besides: stems not to be used.
    """
    wanted = {m.number for m in meant}
    held = Counter(stem for number in wanted for stem in set(index.entries[number].folded.stems))
    weigh = {stem: index.weights.get(stem, 0.0) * held[stem] * (STATED if stem in stated else 1.0) for stem in held}
    known = dict(each for m in meant for each in _patterns(index.entries[m.number], m.span, weigh, besides))
    found = {pattern: (frozenset(i for i, _ in index.matching(pattern)), near) for pattern, near in known.items()}
    chosen: list[str] = []
    left = set(wanted)
    while left and len(chosen) < MOST:
        best = max(found, key=lambda p: (_gain(found[p][0], left, wanted), found[p][1], -len(p), p), default="")
        if not best or _gain(found[best][0], left, wanted) <= 0:
            break
        chosen.append(best)
        left -= found[best][0]
    return tuple(chosen)


def _gain(holding: frozenset[int], left: set[int], wanted: Iterable[int]) -> float:
    """How many passages that are still to be found a pattern finds, less those that it should not."""
    return len(holding & left) - ASTRAY * len(holding.difference(wanted))


def _patterns(
    entry: Entry, span: Span, weigh: Mapping[str, float], besides: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """Patterns of two words, and of one, from a passage, each with what its words weigh and how near they stand to the value."""
    words, clauses = entry.folded.words, entry.folded.clauses
    inside = [i for i, w in enumerate(words) if w.start < span[1] and span[0] < w.end] or [0]
    valued = {i for r in (*entry.dates, *entry.amounts) for i, w in enumerate(words) if r.start <= w.start < r.end}
    near: dict[int, float] = {}
    for i, word in enumerate(words):
        away = max(0, inside[0] - i, i - inside[-1])
        usable = word.form.isalpha() and len(word.form) >= TOKEN and word.form not in STOP and word.stem not in besides
        if usable and i not in valued and i not in inside and away <= REACH:
            apart = abs(clauses[i] - clauses[inside[0]])
            near[i] = weigh[word.stem] / (1 + FAR * away + CLAUSE * apart)
    best = sorted(sorted(near, key=lambda i: (-near[i], i))[:WORDS])
    for at, i in enumerate(best):
        yield words[i].form, near[i] / 2
        for j in best[at + 1 :]:
            if words[i].stem != words[j].stem and j - i - 1 <= WILD:
                joint = " " if j - i - 1 <= GAP else " * "
                yield f"{words[i].form}{joint}{words[j].form}", (near[i] + near[j]) / 2
