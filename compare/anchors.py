"""Anchors: which words of a sentence hold one of its assertions in place, and how much of them a passage holds.

A sentence may assert several values; each is bound to the words next to it. The share of the anchors a passage holds says whether
it speaks to the assertion, their pull which of the passage's own values stands in its place.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from compare.assertions import Assertion, Sentence
from compare.entry import Entry
from compare.fold import STOP, Folded
from compare.search import CONTEXT, Index, Proposal
from compare.stated import root, roots

NEAR = 0.1
"""How fast a word counts less with its distance from the assertion."""
CLAUSE = 4.0
"""How many words a clause mark between counts for."""
CANDIDATES = 60
"""How many passages are read for an assertion."""
LEAD = 3
"""The first passages of a document say what it is about."""
PRONOUNS = frozenset("he she it they his her its their this these".split())

Anchors = Mapping[str, float]
"""Stems with their weight: idf, less with the distance from the assertion."""


def anchors_of(assertion: Assertion, sentence: Sentence, index: Index) -> Anchors:
    """The content words of the sentence outside its values, each with its weight for this assertion."""
    folded, found = sentence.folded, {}
    first, last = (assertion.words[0], assertion.words[-1]) if assertion.words else (0, 0)
    for i, word in enumerate(folded.words):
        if word.form in STOP or i in sentence.valued or i in assertion.words:
            continue
        edge = first if i < first else last
        away = abs(i - edge) + CLAUSE * abs(folded.clauses[i] - folded.clauses[edge])
        weight = index.weights.get(word.stem, index.unknown_weight) / (1 + NEAR * away)
        found[word.stem] = max(weight, found.get(word.stem, 0.0))
    return found


def candidates(anchors: Anchors, index: Index) -> Iterator[Proposal]:
    """The passages that hold most of the anchors, best first, each with the share it holds."""
    held: dict[int, float] = defaultdict(float)
    for stem, weight in anchors.items():
        for i in index.holding_any((stem,)):
            held[i] += weight
    best = sorted(held, key=lambda i: (-held[i], i))[:CANDIDATES]
    for i in best:
        inside, share = shares(anchors, index.entries[i], lead_of(index, index.entries[i]))
        yield Proposal(index.entries[i], round(100 * share, 1), inside, share, None, index.following(i))


def shares(anchors: Anchors, entry: Entry, lead: frozenset[str]) -> tuple[float, float]:
    """The share of the anchors' weight in the passage itself, and with what stands around it, 0 to 1.

    What a pronoun may stand for counts as much as if it stood there, where the surroundings name it.
    """
    total = sum(anchors.values())
    if not total:
        return 0.0, 0.0
    here, around = roots(entry.stems), roots(entry.context | lead)
    inside = sum(weight for stem, weight in anchors.items() if root(stem) in here)
    near = sum(weight for stem, weight in anchors.items() if root(stem) not in here and root(stem) in around)
    factor = 0.8 if PRONOUNS & {word.form for word in entry.folded.words[:6]} else CONTEXT
    return inside / total, (inside + factor * near) / total


@lru_cache(maxsize=64)
def _leads(index: Index) -> Mapping[str, frozenset[str]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in index.entries:
        found[entry.document.source.id].append(entry)
    return {source: frozenset().union(*(e.stems for e in entries[:LEAD])) for source, entries in found.items()}


def lead_of(index: Index, entry: Entry) -> frozenset[str]:
    """The stems of the first passages of the entry's document."""
    return _leads(index)[entry.document.source.id]


def pull(start: int, end: int, anchors: Anchors, folded: Folded) -> float:
    """How strongly the anchors in a passage draw its characters `start` to `end`: their weights by distance in words."""
    rooted = {root(stem): weight for stem, weight in anchors.items()}
    places = [(i, rooted[root(word.stem)]) for i, word in enumerate(folded.words) if root(word.stem) in rooted]
    starts = [word.start for word in folded.words]
    first = bisect_left(starts, start)
    last = max(first, bisect_left(starts, end) - 1)
    total = 0.0
    for i, weight in places:
        if first <= i <= last:
            continue
        away = float(first - i if i < first else i - last)
        edge = first if i < first else last
        if edge < len(folded.words):
            away += CLAUSE * abs(folded.clauses[edge] - folded.clauses[i])
        total += weight / (1 + away)
    return total
