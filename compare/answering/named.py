"""Names as answers: persons, places and other names, runs of capitalised words that are not the question's own.

This module alone knows where an answer that is a name stands: behind "by", in the brackets of a title, before an 's.
"""

import re
from collections.abc import Iterator

from compare.answering.model import Asked, Candidate, Wanted
from compare.answering.pull import pull
from compare.assess_names import TITLES
from compare.countries import peoples
from compare.dating.words import MONTHS
from compare.entry import Entry
from compare.fold import STOP, Folded, stem_of
from compare.wording import CAPITAL

PAGE = frozenset(
    "wikipedia wikimedia wikidata edit article talk read view history tools retrieved archived isbn english contents search privacy policy terms "
    "sign log menu home page pages related changes special upload file download pdf cite link links external references category "
    "categories jump navigation main see also january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday isbn copyright print contact help random donate languages".split()
)
"""Words of a web page's own furniture, and of dates."""
JOIN = frozenset("of de da di du del der den van von la le the bin al ibn y".split())
"""Small words inside a name."""
BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,8}$")
FIRST = re.compile(r"\bby\s+(?:[a-z’'-]+\s+|[A-Z][a-z]+(?:an|ish|ese|ch)\s+)*(?:[A-Z]\w*\s+)?$")
BY_CLOSE = re.compile(r"\bby(?: the)?\s+$")
QUOTES = re.compile(r"\"[^\"]{2,80}\"|“[^”]{2,80}”|``.{2,80}?''")
NO_PERSON = frozenset(
    "records record music album albums song songs studio studios entertainment billboard chart charts theatre theater university college school "
    "company label orchestra magazine award awards festival television tv radio press publishing pictures films film productions house "
    "building street city county state island club times news journal university museum office department".split()
)
"""The last words of names that no person or band bears."""
IN = re.compile(r"\b(?:in|at|near|from|to|of)(?: the(?: \w+ of)?)?\s+$")
BRACKET = re.compile(r"\(\s*$")
OWNS = re.compile(r"^\s?[’']s\b")
COMMA = re.compile(r"\s?, ")
CUED = {Wanted.PERSON: ((BY_CLOSE, 0.35), (FIRST, 0.35), (BY, 0.1), (BRACKET, 0.2)), Wanted.PLACE: ((IN, 0.3), (BRACKET, 0.35)), Wanted.NAME: ()}
ALONE = 0.25
"""What a name counts for its cue when none of the question's words is near."""


def read_names(asked: Asked, entry: Entry) -> Iterator[Candidate]:
    """The names of a passage that may be the answer."""
    text, folded = entry.passage.text, entry.folded
    quoted = [m.span() for m in QUOTES.finditer(text)] if asked.wanted is Wanted.PERSON else []
    for first, last in _runs(folded, asked, asked.wanted is Wanted.PLACE):
        start, end = folded.span(first, last)
        drawn = pull(folded, start, end, asked.cues)
        cue = max((bonus for pattern, bonus in CUED[asked.wanted] if pattern.search(text[max(0, start - 60) : start])), default=0.0)
        if any(a <= start < b for a, b in quoted):
            continue
        if OWNS.match(text[end : end + 4]) and asked.wanted is Wanted.PERSON:
            cue = max(cue, 0.1)
        if asked.wanted is Wanted.NAME and asked.focus in folded.stems[first : last + 2]:
            cue = 0.5
        value = tuple(w.form for w in folded.words[first : last + 1] if w.form not in STOP)
        yield Candidate(entry, start, end, value, (0.75 * drawn + cue) * _shape(asked, value))


def _shape(asked: Asked, value: tuple[str, ...]) -> float:
    """What a name counts for its shape: one word is rarely a person."""
    if asked.wanted is not Wanted.PERSON:
        return 1.0
    if not value or value[-1] in NO_PERSON or stem_of(value[-1]) in peoples():
        return 0.3
    return 0.8 if len(value) == 1 else 1.0


def _runs(folded: Folded, asked: Asked, joined: bool) -> Iterator[tuple[int, int]]:
    """The first and last word of every name; of a place with what follows behind commas ("Salem, Oregon")."""
    run: list[int] = []
    for i, word in enumerate(folded.words):
        gap = folded.text[folded.words[i - 1].end : word.start] if run else ""
        if _is_name(folded, i, asked):
            if run and not (gap in (" ", "-", "–", ". ", "’", "'") or (joined and COMMA.fullmatch(gap))):
                yield from _trimmed(folded, run)
                run = []
            run.append(i)
        elif run and word.form in JOIN and gap == " " and i + 1 < len(folded.words) and _is_name(folded, i + 1, asked):
            run.append(i)
        else:
            yield from _trimmed(folded, run)
            run = []
    yield from _trimmed(folded, run)


def _trimmed(folded: Folded, run: list[int]) -> Iterator[tuple[int, int]]:
    """The run without what only goes before a name: a people ("American band X"), a title, a small word."""
    while run and (folded.words[run[0]].form in TITLES | JOIN or (len(run) > 1 and folded.words[run[0]].stem in peoples())):
        run = run[1:]
    while run and folded.words[run[-1]].form in JOIN:
        run = run[:-1]
    if run and len(folded.words[run[0]].form) > 1 or len(run) > 1:
        yield run[0], run[-1]


def _is_name(folded: Folded, i: int, asked: Asked) -> bool:
    word = folded.words[i]
    if not CAPITAL.match(folded.text[word.start]) or word.form in PAGE or word.form in MONTHS:
        return False
    return word.form not in STOP and word.stem not in asked.stems
