"""Does one source give somebody two places in one contest?

Looked at, by `sourcecheck scan`: sentences that tell of a place reached ("came third in", "in second place"), with the names of their own
sentence and of those before it in the paragraph. Told are two places of which a name is the same, in a source whose days lie within
three years, where neither sentence speaks of another time or another contest.

Cannot see: places told in figures; contests that are not named.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.fold import STOP
from compare.scanning.figures import paragraphs
from compare.scanning.finding import Finding, Place, place_at, said
from compare.scanning.observations import Observations
from compare.scanning.times import years_spoken_of
from compare.text.names_and_negation import names

CODE = "SRC417"
NAME = "rank"

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth last".split()
RANKED = re.compile(
    rf"\b(?:(?:came|finished|ended|ranked|placed|stood) (?:in )?|in )({'|'.join(ORDINALS)})(?: (?:place|position|in|of|among)\b|[.,;])"
)
PLACE = re.compile(r"^in .* (?:in|of|among)$|^in [a-z]+[.,;]$")
"""What is no place reached: "in first of"."""
CONTESTS = re.compile(
    r"\b(?:league|cup|table|championship|race|regatta|contest|competition|tournament|poll|election|division|final)s?\b"
)
POINTING = re.compile(r"\b(?:they|them|their|he|him|she|her|it)\b", re.IGNORECASE)
"""Words for somebody whom the sentence before may name."""
ANOTHER = re.compile(
    r"\b(?:then|later|previous\w*|before|last (?:year|season)|year before|earlier|until|after|half|round|again|now|next|season of)\b",
    re.IGNORECASE,
)
"""What tells of another time than the other sentence's."""


@dataclass(frozen=True)
class Ranked:
    """A place reached: which, by whom (words of names), in what contests, and where it is told."""

    rank: str
    names: frozenset[str]
    contests: frozenset[str]
    place: Place


def find(read: Observations) -> Iterator[Finding]:
    """The places that differ, source by source."""
    spoken, ranked = years_spoken_of(read), defaultdict[str, list[Ranked]](list)
    for entry, before in paragraphs(read.every):
        source = entry.document.source.id
        if spoken[source] and not ANOTHER.search(entry.passage.text):
            ranked[source] += _ranked(entry, before)
    for told in ranked.values():
        for at, other in enumerate(told):
            for one in told[:at]:
                if one.rank != other.rank and one.names & other.names and _of_one_contest(one, other):
                    places = (one.place, other.place)
                    shared = ", ".join(sorted(one.names & other.names))
                    why = f"both are said of {shared}, and nothing tells of another contest or time"
                    yield Finding(CODE, f"{said(places)}: {shared}", Severity.MEDIUM, places, why)


def _ranked(entry: Entry, before: Sequence[Entry]) -> Iterator[Ranked]:
    text = entry.passage.text
    around = [entry, *before[-1:]] if not _names(entry) or POINTING.search(text) else [entry]
    named = frozenset(name for e in around for name in _names(e))
    contests = frozenset(
        m[0].removesuffix("s") for e in (entry, *before[-1:]) for m in CONTESTS.finditer(e.passage.text)
    )
    for match in RANKED.finditer(text):
        if not PLACE.search(match[0]):
            yield Ranked(match[1], named, contests, place_at(entry, *match.span()))


def _of_one_contest(one: Ranked, other: Ranked) -> bool:
    return bool(one.contests & other.contests)


def _names(entry: Entry) -> frozenset[str]:
    words = entry.folded.words
    return frozenset(words[i].form for run in names(entry.folded) for i in run if words[i].form not in STOP)
