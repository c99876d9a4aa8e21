"""Is one word written in two ways by one writer?

Looked at, by `sourcecheck scan`: in the running text of one source, outside of quotations and names, words with a hyphen beside the same in
one ("post-war", "postwar"), and the spellings of two sides of an ocean ("finalise", "finalize"; "labour", "labor"), of six letters at
least. Told are the rarer ones, where the other stands three times at least and twice as often.

Always low. Cannot see: words that only differ in a space or an accent; what several writers of one source each write in their own way.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import stem_of
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.text.names_and_negation import QUOTATION

CODE = "SRC428"
NAME = "style"

WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}(?:-[a-zà-ÿ]{2,})?(?![\w’'-])")
SPELLED = (
    (re.compile(r"is(?=e[sdr]?$|ing$|ation(?:s|al)?$)"), "iz"),
    (re.compile(r"our(?=(?:s|ed|ing|ite|ites|able|al)?$)"), "or"),
)
"""Endings of the one spelling and what stands for them in the other."""
SHORTEST, OFTEN, MORE, SHOWN = 6, 3, 2, 4
"""Letters of a word; how often the usual way stands at least, and how many times as often as the other; how many places are shown."""


def find(read: Observations) -> Iterator[Finding]:
    """The words of two ways, source by source."""
    written: dict[tuple[str, str], dict[str, list[tuple[Entry, int, int]]]] = defaultdict(lambda: defaultdict(list))
    for entry in read.every:
        if is_prose(entry):
            quoted = [match.span() for match in QUOTATION.finditer(entry.passage.text)]
            for match in WORD.finditer(entry.passage.text):
                if len(match[0]) >= SHORTEST and not any(a <= match.start() < b for a, b in quoted):
                    place = entry, *match.span()
                    written[entry.document.source.id, _common(match[0])][match[0]].append(place)
    for ways in written.values():
        if len(ways) == 2:
            rare, usual = sorted(ways.values(), key=len)
            if len(usual) >= max(OFTEN, MORE * len(rare)) and _is_no_misread(rare, read):
                yield _finding(rare, usual)


def _is_no_misread(rare: list[tuple[Entry, int, int]], read: Observations) -> bool:
    """True for a word whose part behind the hyphen stands elsewhere too: "gover-nment" is one broken at the end of a line."""
    entry, start, end = rare[0]
    parts = entry.passage.text[start:end].split("-")
    return len(parts) < 2 or read.counts[root(stem_of(parts[1]))] > len(rare)


def _common(word: str) -> str:
    """What both ways to write a word have in common."""
    word = word.replace("-", "")
    for ending, other in SPELLED:
        word = ending.sub(other, word)
    return word


def _finding(rare: list[tuple[Entry, int, int]], usual: list[tuple[Entry, int, int]]) -> Finding:
    places = tuple(place_at(*place) for place in (*rare[:SHOWN], *usual[:SHOWN]))
    one, other, source = places[0].value, places[-1].value, places[0].document.source.id
    times = f"{len(rare)} {'time' if len(rare) == 1 else 'times'}"
    headline = f"{source} writes {one} {times} and {other} {len(usual)} times"
    return Finding(CODE, headline, Severity.LOW, places, "it is one word in two spellings", 1 / len(rare))
