"""Does one person hold two offices, or one office two persons, in one source that speaks of one time?

Looked at, by `sourcecheck scan`: offices with the name of who holds them, set off by commas ("the treasurer, Ada Breeze, ..."). Told are
a person with two offices of which no one word is the same, and an office that has one holder at a time with two persons, in a source
whose days lie within three years, where no word tells of a change.

Cannot see: offices told in other ways; a person who did hold both.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.fold import fold
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, Place, place_at, said
from compare.scanning.observations import Observations
from compare.scanning.times import years_spoken_of

CODE = "SRC413"
NAME = "role"

OFFICES = (
    "mayor treasurer auditor secretary chairman chairwoman chair president governor clerk librarian curator headmaster headmistress "
    "manager director captain commander bishop judge bursar registrar surveyor inspector minister ambassador"
).split()
SINGLE = frozenset("mayor treasurer".split())
"""Offices of which a place has one holder."""
NAMED = r"(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+"
HOLDS = re.compile(rf"\b[Tt]he ((?:[a-z-]+ ){{0,2}}(?:{'|'.join(OFFICES)})), ({NAMED})(?=[,.;])")
CHANGED = re.compile(
    r"\b(?:former|then|later|previous|previously|new|until|since|succeed\w*|successor|replac\w+|became|becomes|elected|appointed"
    r"|acting|retired|resigned|predecessor|took over|also|both)\b",
    re.IGNORECASE,
)
"""What tells of a change, or of two offices held by one."""


def find(read: Observations) -> Iterator[Finding]:
    """The persons and offices that do not fit."""
    spoken, held = years_spoken_of(read), defaultdict[str, list[tuple[str, str, Place]]](list)
    for entry in read.every:
        source = entry.document.source.id
        if is_prose(entry) and spoken[source] and not CHANGED.search(entry.passage.text):
            held[source] += _holders(entry)
    for told in held.values():
        yield from _clashing(told)


def _holders(entry: Entry) -> Iterator[tuple[str, str, Place]]:
    """The office, the name in small letters, and the place."""
    for match in HOLDS.finditer(entry.passage.text):
        yield match[1], match[2].lower(), place_at(entry, *match.span())


def _clashing(told: Sequence[tuple[str, str, Place]]) -> Iterator[Finding]:
    for at, (office, name, place) in enumerate(told):
        for other, who, there in told[:at]:
            words, others = set(fold(office).stems), set(fold(other).stems)
            persons = name == who and not words & others
            offices = office == other and office in SINGLE and not set(name.split()) & set(who.split())
            if persons or offices:
                places = (there, place)
                why = "the source speaks of one time, and nothing tells of a change"
                kind = "one person in two offices" if persons else "one office with two holders"
                yield Finding(CODE, f"{said(places)}: {kind}", Severity.MEDIUM, places, why)
