"""Verbs that say how many times as much a thing became: "doubled", "tripled", "halved".

This module alone knows them. It reads folded text (see `compare.values.quantities`).
"""

import re

from compare.values.counting.vocabulary import Numeral

TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0, "halved": 0.5}
_FOLD = re.compile(rf"({'|'.join(TIMES)})\b(?! (?:as|back|over|up|down|for)\b|-)")


def read_fold(fold: str, pos: int) -> Numeral | None:
    """The number of times that the verb at `pos` says; None for another word and for "doubled as"."""
    verb = _FOLD.match(fold, pos)
    if verb is None:
        return None
    times = TIMES[verb[1]]
    return Numeral(pos, verb.end(), times, times, 1.0 if times > 1 else 0.1)
