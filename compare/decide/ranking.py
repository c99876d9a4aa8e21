"""The order in which the evidence of one source is shown: what was read first, one passage of every value before a second."""

from collections import Counter
from collections.abc import Hashable, Sequence

from compare.evidence.model import Evidence, Stance
from compare.evidence.printed import place_of
from seeds.model import PassageKind

SHOWN = 5
"""How many pieces of evidence are shown for a claim and source unless asked, and how many places for a finding of a draft."""


def best_first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence of one source, best first.

    Passages a check has read come before unread ones, headings nothing was read in last, a passage in the words of a better one
    (a footnote given twice) behind those of its kind. The best of each distinct value comes before the second of any, so that
    a value given once is not lost behind one given often.
    """
    places: Counter[tuple[Stance, str]] = Counter()
    first: dict[Hashable, int] = {}
    ranked = []
    for item in sorted(evidence, key=lambda e: (-e.score, e.start)):
        words = place_of(item) if item.passage.kind is PassageKind.FOOTNOTE else item.passage.text
        repeats = first.setdefault(words, item.start) != item.start
        ranked.append((_tier(item), repeats, places[item.answer.key], -item.score, item.start, item))
        places[item.answer.key] += 1
    return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:-1]))


def _tier(item: Evidence) -> int:
    """0 for what was read, 1 for a passage nothing was read in, 2 for such a heading."""
    if item.stance is not Stance.UNREAD:
        return 0
    return 2 if item.passage.kind is PassageKind.HEADING else 1


def distinct(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without repetition: the same words of a passage once, and a passage unread only where nothing was read."""
    kept: dict[tuple[str, int, int], Evidence] = {}
    read = {(e.document.source.id, e.start) for e in evidence if e.stance is not Stance.UNREAD}
    for item in evidence:
        if item.stance is not Stance.UNREAD or (item.document.source.id, item.start) not in read:
            kept.setdefault((item.document.source.id, *item.focus), item)
    return list(kept.values())
