"""How many places of a source a finding has: a note that is printed twice, under another number, is one."""

from collections.abc import Hashable, Iterable

from compare.evidence.model import Evidence
from compare.fold import fold
from seeds.model import PassageKind


def place_of(evidence: Evidence) -> Hashable:
    """What two pieces of evidence of one place have in common: where the passage begins, or the words of a note behind its number."""
    if evidence.passage.kind is not PassageKind.FOOTNOTE:
        return evidence.start
    words = [word.form for word in fold(evidence.passage.text).words]
    while words and (words[0].isdigit() or words[0] == "note"):
        words = words[1:]
    return tuple(words) or evidence.start


def count_places(evidence: Iterable[Evidence]) -> int:
    """In how many places the evidence of one source stands."""
    return len(set(map(place_of, evidence)))
