"""Members of a class and noun phrases as answers: what a thing is said to be.

This module alone knows the frames in which a text says what something is: "X is a ...", "X (a ...)", "as a ...".
"""

import re
from collections.abc import Iterator

from compare.answering.classes import members_of
from compare.answering.model import Asked, Candidate
from compare.answering.pull import pull
from compare.counting.nouns import singular
from compare.entry import Entry
from compare.fold import STOP

IS = re.compile(
    r"\b(?:is|was|are|were|as|became|becoming|remains)\s+(?:an?|the|one of the)\s+(?P<said>[^,.;:()\[\]]{3,80})"
)
TITLE = re.compile(r"^[^.]{2,60}?\((?P<said>[^)]{3,40})\)")
END = re.compile(
    r"\s(?:that|which|who|whose|where|when|by|in|at|on|from|for|with|based|located|situated|released|directed|and is|and was|set)\b"
)
FRAMED = 0.5
"""What a member counts that stands in such a frame."""
NEAR = 60
"""Characters before a member in which the frame may begin."""
IS_A = re.compile(r"\b(?:is|was|are|were|as|became)\s+(?:an?|the|one of the)\s+[^.;:]*$|\([^)]*$")
STARTS = 0.5
"""What a member counts anywhere."""
SAID = 0.45
"""What a phrase counts that stands in such a frame."""
DRAWN = 0.4
"""What the pull of the question's words adds."""
LONGEST = 8
"""Words of a phrase."""


def read_members(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """The members of the asked class that a passage holds, the longest names first."""
    members, stems = members_of(asked.classed), tuple(singular(w.form) for w in entry.folded.words)
    longest = max(map(len, members))
    i = 0
    while i < len(stems):
        size = next((n for n in range(min(longest, len(stems) - i), 0, -1) if stems[i : i + n] in members), 0)
        if size and not set(entry.folded.stems[i : i + size]) <= asked.subject:
            start, end = entry.folded.span(i, i + size - 1)
            framed = FRAMED if IS_A.search(entry.passage.text[max(0, start - NEAR) : start]) else 0.0
            drawn = pull(entry.folded, start, end, asked.cues)
            yield Candidate(entry, start, end, members[stems[i : i + size]], STARTS + framed + DRAWN * drawn)
        i += max(1, size)


def read_phrases(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """What a passage says something is."""
    text = entry.passage.text
    for pattern in (IS, TITLE):
        for match in pattern.finditer(text):
            start, end = match.span("said")
            stop = END.search(text, start, end)
            end = stop.start() if stop else end
            words = [w for w in entry.folded.words if start <= w.start < end][:LONGEST]
            value = tuple(w.stem for w in words if w.form not in STOP and w.stem not in asked.subject)
            if value:
                drawn = pull(entry.folded, start, end, asked.cues)
                yield Candidate(entry, start, words[-1].end, value, SAID + DRAWN * drawn)
