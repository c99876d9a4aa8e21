"""Does a note break off, or give one work two days of publication?

Looked at, by `sourcecheck scan`: every note. Told are those that end in a hyphen, a comma or an open bracket, and two that cite one
address in the web, or one title in quotation marks, with two days, months or years of publication that cannot both be right.

Low: notes that break off; a work that one note dates and another calls undated ("n.d."). Cannot see: works cited by other titles; the
days of access, which may differ.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.model import Severity
from claims.values import Reading
from compare.facts.folded_passage import Entry
from compare.scanning.citations import published_of
from compare.scanning.clashes import clash
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.text.names_and_negation import QUOTATION
from seeds.model import PassageKind

CODE = "SRC424"
NAME = "note"

BROKEN = re.compile(r"(?:\w-|,|\([^()]*)$")
ADDRESS = re.compile(r"(?:https?://|www\.)(\S{8,})")
UNDATED = re.compile(r"\bn\.\s?d\.")
TITLE = 15
"""Letters of a title that tells a work."""
SHOWN = 30
"""Characters at the end of a note that breaks off which are shown."""


def find(read: Observations) -> Iterator[Finding]:
    """The notes that break off, and those that date one work in two ways, source by source."""
    works: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in read.every:
        if entry.passage.kind is PassageKind.FOOTNOTE:
            yield from _broken(entry)
            for key in sorted(_works(entry)):
                works[entry.document.source.id, key].append(entry)
    told = set[tuple[int, int]]()
    for some in works.values():
        for finding, pair in _dated(some):
            if pair not in told:
                told.add(pair)
                yield finding


def _broken(entry: Entry) -> Iterator[Finding]:
    text = entry.passage.text.rstrip()
    if BROKEN.search(text) and len(text.split()) > 3:
        start = text.rfind(" ", 0, max(1, len(text) - SHOWN)) + 1
        place = place_at(entry, start, len(text))
        headline = f"{entry.document.source.id} has a note that breaks off: … {place.value}"
        yield Finding(CODE, headline, Severity.LOW, (place,), "it ends in the middle of a word, a bracket or a list")


def _works(entry: Entry) -> set[str]:
    """What a note's work is known by: its address, its title."""
    text = entry.passage.text
    addresses = {match[1].rstrip("./,;)") for match in ADDRESS.finditer(text)}
    titles = (" ".join(match[0].lower().split()).strip(" ,.“”\"'‘’") for match in QUOTATION.finditer(text))
    return addresses | {title for title in titles if len(title) >= TITLE}


def _dated(notes: Sequence[Entry]) -> Iterator[tuple[Finding, tuple[int, int]]]:
    """Each note that dates a work otherwise than the first that dates it, or calls it undated."""
    dated = [(note, date) for note in notes if (date := published_of(note))]
    first = dated[0] if dated else None
    for note in notes if first else ():
        found, own = first, next((d for n, d in dated if n is note), None)
        undated = UNDATED.search(note.passage.text) if own is None else None
        if found and own and clash(found[1].value, own.value):
            yield _told(found, (note, own.start, own.end), Severity.MEDIUM), (id(found[0]), id(note))
        elif found and undated:
            yield _told(found, (note, *undated.span()), Severity.LOW, "undated"), (id(found[0]), id(note))


def _told(one: tuple[Entry, Reading], other: tuple[Entry, int, int], severity: Severity, value: str = "") -> Finding:
    places = (place_at(one[0], one[1].start, one[1].end), place_at(*other, value))
    source = one[0].document.source.id
    headline = f"{source} cites one work as {places[0].value} and as {places[1].value}"
    return Finding(CODE, headline, severity, places, "both notes give the same address or title")
