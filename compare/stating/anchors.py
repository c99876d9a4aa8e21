"""Anchors: which words of a sentence hold one of its assertions in place, and how much of them a passage holds.

A sentence may assert several values; each is bound to the words next to it. The share of the anchors a passage holds says whether
it speaks to the assertion, their pull which of the passage's own values stands in its place.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from compare.entry import Entry
from compare.fold import STOP, Folded
from compare.search import CONTEXT, Index, Proposal
from compare.stating.assertions import Assertion, Sentence, runs_of
from compare.stating.lifespans import BORN, DIED, lifespan
from compare.wordings.stated import root, roots
from seeds.model import Span

NEAR = 0.1
"""How fast a word counts less with its distance from the assertion."""
CLAUSE = 4.0
"""How many words a clause mark between counts for."""
VALUED = 0.5
"""What a word of another value counts: it may be wrong itself."""
CANDIDATES = 60
"""How many passages are read for an assertion."""
REFERRED = 0.8
"""What a word counts that stands around a passage with a pronoun."""
MEANT = 0.6
"""What a name counts that a text may mean by the pronoun it opens with."""
AROUND = 2
"""How many passages before and behind stand around one."""
LEAD = 3
"""The first passages of a document say what it is about."""
OPENING = 6
"""Among how many first words a pronoun stands for what was named before."""
PRONOUNS = frozenset("he she it they his her its their this these".split())

Anchors = Mapping[str, float]
"""Stems with their weight: idf, less with the distance from the assertion."""


def anchors_of(assertion: Assertion, sentence: Sentence, index: Index) -> Anchors:
    """The content words of the sentence outside the assertion, each with its weight for it; those of other values count less."""
    folded = sentence.folded
    found: dict[str, float] = {}
    first, last = (assertion.words[0], assertion.words[-1]) if assertion.words else (0, 0)
    for i, word in enumerate(folded.words):
        if word.form in STOP or i in assertion.words or len(word.form) < 2:
            continue
        edge = first if i < first else last
        away = abs(i - edge) + CLAUSE * abs(folded.clauses[i] - folded.clauses[edge])
        known = VALUED if i in sentence.valued else 1.0
        weight = known * index.weights.get(word.stem, index.unknown_weight) / (1 + NEAR * away)
        found[word.stem] = max(weight, found.get(word.stem, 0.0))
    return {**_meant(sentence, index), **found}


def _meant(sentence: Sentence, index: Index) -> Anchors:
    """The names of the sentence before, which a pronoun may stand for."""
    if sentence.before is None or not PRONOUNS.intersection(w.form for w in sentence.folded.words[:OPENING]):
        return {}
    words = [sentence.before.words[i] for run in runs_of(sentence.before) for i in run]
    return {w.stem: CONTEXT * index.weights.get(w.stem, index.unknown_weight) for w in words if w.form not in STOP}


def candidates(anchors: Anchors, index: Index, named: frozenset[str] = frozenset()) -> Iterator[Proposal]:
    """The passages that hold most of the anchors and those around them, each with the share it holds. named: its names."""
    held: dict[int, float] = defaultdict(float)
    for stem, weight in anchors.items():
        for i in index.holding_any((stem,)):
            held[i] += weight
    best = sorted(held, key=lambda i: (-held[i], i))[:CANDIDATES]
    near = {j for i in best for j in range(max(0, i - AROUND), min(len(index.entries), i + AROUND + 1))}
    for i in sorted(near):
        share = share_of(anchors, index.entries[i], _around(index, i), named if _dangles(index, i) else frozenset())
        yield Proposal(index.entries[i], round(100 * share, 1), share, None, index.following(i))


def share_of(
    anchors: Anchors, entry: Entry, surroundings: frozenset[str], meant: frozenset[str] = frozenset()
) -> float:
    """The share of the anchors' weight in the passage, what only stands around it counting in part, 0 to 1.

    What a pronoun may stand for counts nearly as much as if it stood there. meant: what the passage may mean though it stands
    nowhere, in part.
    """
    total = sum(anchors.values())
    if not total:
        return 0.0
    implied = BORN | DIED if lifespan(entry) else frozenset()
    here, around = roots(entry.stems | implied), roots(entry.context | surroundings)
    factor = REFERRED if PRONOUNS.intersection(word.form for word in entry.folded.words[:OPENING]) else CONTEXT
    held = 0.0
    for stem, weight in anchors.items():
        if root(stem) in here:
            held += weight
        elif root(stem) in around:
            held += factor * weight
        elif stem in meant:
            held += MEANT * weight
    return held / total


def _dangles(index: Index, i: int) -> bool:
    """True for a text that opens with a pronoun or "the ...": it speaks of something named before it began."""
    entry = index.entries[i]
    opens = i == 0 or index.entries[i - 1].document is not entry.document
    return opens and refers(entry.folded)


def refers(folded: Folded) -> bool:
    """True for a sentence that begins with "the ..." or has a pronoun near its beginning: it may mean what it does not name."""
    forms = [word.form for word in folded.words[:OPENING]]
    return forms[:1] == ["the"] or bool(PRONOUNS.intersection(forms))


@lru_cache(maxsize=64)
def _leads(index: Index) -> Mapping[str, frozenset[str]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in index.entries:
        found[entry.document.source.id].append(entry)
    return {source: frozenset().union(*(e.stems for e in entries[:LEAD])) for source, entries in found.items()}


@lru_cache(maxsize=5000)
def _around(index: Index, i: int) -> frozenset[str]:
    """The stems of the passages around passage `i` and of the first ones of its document."""
    document = index.entries[i].document
    near = [e for e in index.entries[max(0, i - AROUND) : i + AROUND + 1] if e.document is document]
    return _leads(index)[document.source.id].union(*(e.stems for e in near))


def pull(span: Span, anchors: Anchors, folded: Folded, others: Sequence[Span] = ()) -> float:
    """How strongly the anchors in a passage draw the characters `span`: their weights by distance in words.

    The words of the other values are no distance: "in 1998 and 2004" both stand right behind "in".
    """
    rooted = {root(stem): weight for stem, weight in anchors.items()}
    starts = [word.start for word in folded.words]
    first = bisect_left(starts, span[0])
    last = max(first, bisect_left(starts, span[1]) - 1)
    skipped = {i for a, b in others if (a, b) != span for i in range(bisect_left(starts, a), bisect_left(starts, b))}
    total = 0.0
    for i, word in enumerate(folded.words):
        weight = rooted.get(root(word.stem))
        if weight is None or first <= i <= last:
            continue
        edge, between = (first, range(i + 1, first)) if i < first else (last, range(last + 1, i))
        away = 1.0 + sum(j not in skipped for j in between)
        if edge < len(folded.words):
            away += CLAUSE * abs(folded.clauses[edge] - folded.clauses[i])
        total += weight / (1 + away)
    return total
