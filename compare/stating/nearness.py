"""How strongly the words a passage shares with a sentence draw one of its values."""

from bisect import bisect_left
from collections.abc import Sequence

from compare.facts.stated import root
from compare.fold import Folded
from compare.stating.anchors import Anchors
from compare.weights import WEIGHTS
from seeds.model import Span


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
            away += WEIGHTS.clause_mark * abs(folded.clauses[edge] - folded.clauses[i])
        total += weight / (1 + away)
    return total
