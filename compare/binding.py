"""Binding: which of several values in a passage belongs to the claim's words.

"Appears somewhere in the sentence" is not support. The value is read that stands nearest to the words the claim and the
passage share, the words of the claim's terms counting most; a comma, dash or bracket between counts as several words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.values import Reading
from compare.fold import Folded
from compare.question import Question
from compare.search import Proposal

CLAUSE = 4.0
"""How many words a clause mark between a value and a word of the claim counts for."""
TERM_WEIGHT = 25.0
"""The weight of a word fixed by the claim's terms, beside idf weights of about 1 to 7."""


def nearest(readings: Sequence[Reading], question: Question, proposal: Proposal) -> Reading | None:
    """The reading that stands nearest to the claim's words in the passage; the first of equals; None without readings."""
    if len(readings) < 2:
        return readings[0] if readings else None
    folded = proposal.entry.folded
    anchors = list(_anchors(question, proposal))
    return max(readings, key=lambda reading: (_pull(reading, anchors, folded), -reading.start))


def _anchors(question: Question, proposal: Proposal) -> Iterator[tuple[int, float]]:
    """Words of the passage that belong to the claim, each with its weight."""
    fixed = set(proposal.term.words) if proposal.term else set()
    for i in fixed:
        yield i, TERM_WEIGHT / len(fixed)
    for stem, weight in question.words.items():
        places = [i for i in proposal.entry.folded.at.get(stem, ()) if i not in fixed]
        yield from ((i, weight / len(places)) for i in places)


def _pull(reading: Reading, anchors: Sequence[tuple[int, float]], folded: Folded) -> float:
    starts = [word.start for word in folded.words]
    first, after = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
    last = max(first, after - 1)
    total = 0.0
    for i, weight in anchors:
        away = float(first - i if i < first else max(0, i - last))
        edge = first if i < first else last
        if edge < len(folded.words):
            away += CLAUSE * abs(folded.clauses[edge] - folded.clauses[i])
        total += weight / (1 + away)
    return total
