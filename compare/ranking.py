"""The order in which the evidence of one source is shown: what was read first, one passage of every value before a second."""

from collections import defaultdict
from collections.abc import Sequence

from compare.model import Evidence, Stance

SHOWN = 5
"""How many pieces of evidence are shown for a claim and source unless asked."""


def best_first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence of one source, best first.

    Passages a check has read come before unread ones; the best of each distinct value comes before the second of any, so that a
    value given once is not lost behind one given often.
    """
    by_value: dict[tuple[Stance, str], list[Evidence]] = defaultdict(list)
    for item in sorted(evidence, key=lambda e: (-e.score, e.start)):
        by_value[item.answer.key].append(item)
    ranked = [
        (item.stance is Stance.UNREAD, place, -item.score, item.start, item)
        for items in by_value.values()
        for place, item in enumerate(items)
    ]
    return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:4]))


def distinct(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without repetition: the same words of a passage once, and a passage unread only where nothing was read."""
    kept: dict[tuple[str, int, int], Evidence] = {}
    read = {(e.document.source.id, e.start) for e in evidence if e.stance is not Stance.UNREAD}
    for item in evidence:
        if item.stance is not Stance.UNREAD or (item.document.source.id, item.start) not in read:
            kept.setdefault((item.document.source.id, *item.focus), item)
    return list(kept.values())
