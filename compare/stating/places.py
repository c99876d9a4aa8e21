"""Numbers without a unit, places in a series, and answers: where a passage holds one, or another in its place."""

from collections.abc import Iterator, Mapping

from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, Folded, fold
from compare.stating.assertions import SERIES, AssertionKind, beside_of
from compare.stating.found import Sought, behind_of
from compare.values.relations import Relation

SPREAD = 3
"""How many other words may stand among those of an answer."""


def read_places(sought: Sought, entry: Entry) -> Iterator[tuple[int, int, str, Relation]]:
    """The places of the number or of the series' members in a passage."""
    if sought.assertion.kind is AssertionKind.NUMBER:
        yield from _numbers(sought, entry.folded)
        return
    if sought.assertion.kind is AssertionKind.ANSWER:
        yield from _answers(sought, entry.folded)
        return
    claimed = sought.words.lower()
    series = _series_of(claimed) or {}
    ordinal = series is SERIES[0]
    at = {word.start: i for i, word in enumerate(entry.folded.words)}
    for start, end, written in _written(entry, "q1" in series):
        if written in series:
            same = series[written] == series[claimed]
            if not same and ordinal and not (sought.behind & behind_of(entry.folded, at[start])):
                continue
            yield start, end, entry.folded.text[start:end], Relation.SAME if same else Relation.OTHER


def _numbers(sought: Sought, folded: Folded) -> Iterator[tuple[int, int, str, Relation]]:
    """The number where it stands in a passage, and another that stands between the same two words."""
    claimed, beside = sought.words.lower(), sought.beside
    for i, word in enumerate(folded.words):
        written = folded.text[word.start : word.end].lower()
        if written == claimed:
            yield word.start, word.end, written, Relation.SAME
        elif written[0].isdigit() and beside_of(folded, i, i) == beside and any(beside):
            yield word.start, word.end, written, Relation.OTHER


def _answers(sought: Sought, folded: Folded) -> Iterator[tuple[int, int, str, Relation]]:
    """The words of an answer where a passage holds them one near the other."""
    stems = [word.stem for word in fold(sought.words).words if word.form not in STOP]
    places = [[i for i, word in enumerate(folded.words) if root(word.stem) == root(stem)] for stem in stems]
    for i in places[0] if places and all(places) else ():
        held = [min(found, key=lambda j: abs(j - i)) for found in places]
        if max(held) - min(held) < len(stems) + SPREAD:
            start, end = folded.span(min(held), max(held))
            yield start, end, folded.text[start:end], Relation.SAME


def _written(entry: Entry, quarters: bool) -> Iterator[tuple[int, int, str]]:
    """The words of a passage in small letters; of quarters "second quarter" as "q2"."""
    words, text = entry.folded.words, entry.folded.text
    for i, word in enumerate(words):
        written = text[word.start : word.end].lower()
        follows = words[i + 1] if i + 1 < len(words) else word
        if quarters and follows.form == "quarter" and written in SERIES[0]:
            yield word.start, follows.end, f"q{SERIES[0][written] + 1}"
        else:
            yield word.start, word.end, written


def _series_of(word: str) -> Mapping[str, int] | None:
    return next((series for series in SERIES if word in series), None)
