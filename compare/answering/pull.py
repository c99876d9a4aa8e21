"""How strongly the words of a question draw a place in a passage.

A cue counts less with its distance in words, less across a clause mark, and less behind the answer than before it ("was built in
1902"); of all the cues the nearest strong one decides, the others add little.
"""

from bisect import bisect_left
from collections.abc import Mapping

from compare.fold import Folded

FAR = 0.12
"""How fast a cue counts less with each word between."""
CLAUSE = 3.0
"""How many words a clause mark between counts for."""
BEHIND = 0.7
"""What a cue counts that stands behind the answer."""
MORE = 0.35
"""What the other cues add."""
REACH = 30
"""How many words away a cue is looked for."""


def pull(folded: Folded, start: int, end: int, cues: Mapping[str, float]) -> float:
    """The pull on the characters `start` to `end` of a passage, 0 to 1.35."""
    starts = [word.start for word in folded.words]
    first, behind = bisect_left(starts, start), bisect_left(starts, end)
    best: dict[str, float] = {}
    for i in range(max(0, first - REACH), min(len(starts), behind + REACH)):
        weight = 0.0 if first <= i < behind else cues.get(folded.words[i].stem, 0.0)
        if weight:
            edge = min(first if i < first else behind - 1, len(starts) - 1)
            away = abs(i - edge) - 1 + CLAUSE * abs(folded.clauses[i] - folded.clauses[edge])
            force = weight * (1.0 if i < first else BEHIND) / (1 + FAR * max(0.0, away))
            best[folded.words[i].stem] = max(force, best.get(folded.words[i].stem, 0.0))
    drawn = sorted(best.values(), reverse=True)
    return drawn[0] + MORE * min(1.0, sum(drawn[1:])) if drawn else 0.0
