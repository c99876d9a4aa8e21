"""Names as answers: persons, places and other names, each as strongly as it is drawn by the question's words and by where it stands."""

import re
from collections.abc import Iterator

from compare.answering.model import Asked, Candidate, Wanted
from compare.answering.pull import pull
from compare.answering.runs import runs
from compare.answering.seats import bonus, fit
from compare.entry import Entry
from compare.fold import STOP

QUOTES = re.compile(r"\"[^\"]{2,80}\"|“[^”]{2,80}”|``.{2,80}?''")
"""Titles of works: no persons."""
DRAWN = 0.75
"""What the pull of the question's words counts beside the place of a name."""


def read_names(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """The names of a passage that may be the answer."""
    folded = entry.folded
    quoted = [m.span() for m in QUOTES.finditer(folded.text)] if asked.wanted is Wanted.PERSON else []
    for first, last in runs(folded, asked, joined=asked.wanted is Wanted.PLACE):
        start, end = folded.span(first, last)
        words = (w for w in folded.words[first : last + 1] if w.form not in STOP and w.stem not in asked.stems)
        value = tuple(w.form for w in words)
        if value and not any(a <= start < b for a, b in quoted):
            strength = DRAWN * pull(folded, start, end, asked.cues) + bonus(asked, folded, first, last)
            yield Candidate(entry, start, end, value, strength * fit(asked, folded, first, last, value))
