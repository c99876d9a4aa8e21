"""Birth and death told by brackets behind a name: "(20 February 1894 – 29 December 1986)".

This module alone knows that the first of two such dates says "born" and the second "died".
"""

import re

from claims.edtf import parse_edtf
from claims.values import Reading, When
from compare.facts.folded_passage import Entry

BORN, DIED = frozenset({"born", "birth"}), frozenset({"die", "death", "dead", "kill"})
OPEN = re.compile(r"[(\[]")
BRACKET = re.compile(r"[(\[][^()\[\]]{0,60}$")
DASH = re.compile(r"\s*(?:[-–—−]+|to|until)\s*")


def lifespan(entry: Entry) -> tuple[Reading, Reading] | None:
    """The dates of birth and death a passage gives in brackets; None when it gives none."""
    text = entry.passage.text
    if not OPEN.search(text):
        return None
    for i, reading in enumerate(entry.dates):
        if not isinstance(reading.value, When) or not BRACKET.search(text[: reading.start]):
            continue
        start, slash, end = reading.value.edtf.partition("/")
        if slash and ".." not in (start, end) and reading.value.last - reading.value.first > 15 * 366:
            dash = DASH.search(text, reading.start + 4, reading.end)
            middle = dash.start() if dash else reading.end
            first = Reading(reading.start, middle, parse_edtf(start))
            return first, Reading(dash.end() if dash else reading.start, reading.end, parse_edtf(end))
        if i + 1 < len(entry.dates) and DASH.fullmatch(text[reading.end : entry.dates[i + 1].start]):
            return reading, entry.dates[i + 1]
    return None
