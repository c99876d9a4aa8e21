"""Numbers without a unit, places in a series, answers, and days there are none of: where a passage holds one, or another in its place.

What is read is what stands nearest to the words the sentence and the passage share.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, Folded, fold
from compare.search.index import Proposal
from compare.stating.assertions import SERIES, AssertionKind, beside_of
from compare.stating.found import Found, Sought
from compare.stating.nearness import pull
from compare.text.number_words import ORDINALS
from compare.values.in_words import say
from compare.values.relations import Relation
from compare.weights import WEIGHTS

ALONE = 0.4
"""What a number without a unit counts that stands beside other words."""
SPREAD = 3
"""How many other words may stand among those of an answer."""


class Read(NamedTuple):
    """What stands in a passage: its place, its words, its relation to what is asserted, and whether it is that but for a slip."""

    start: int
    end: int
    said: str
    relation: Relation
    slip: bool = False


def read_places(sought: Sought, proposal: Proposal) -> Iterator[Found]:
    """What agrees, and what stands nearest to the anchors when that does not."""
    read = list(_readings(sought, proposal.entry))
    spans = [(value.start, value.end) for value in read]
    pulls = [pull(span, sought.anchors, proposal.entry.folded, spans) for span in spans]
    order = sorted(range(len(read)), key=lambda i: (-pulls[i], i))
    fits = [i for i in order if read[i].relation is not Relation.OTHER][:1]
    nearest = [i for i in order[:1] if not fits or pulls[fits[0]] < WEIGHTS.even_pull * pulls[i]]
    for i in dict.fromkeys(fits + nearest + [i for i in order if read[i].slip]):
        start, end, said, relation, slip = read[i]
        bound = pulls[i] / pulls[order[0]] if pulls[order[0]] and not slip else 1.0
        sure = min(1.0, bound / WEIGHTS.even_pull)
        if sought.assertion.kind is AssertionKind.NUMBER:
            sure = _seat(sought, start, proposal.entry.folded)
        yield Found(proposal, start, end, said, relation, proposal.share * sure, slip)


def _seat(sought: Sought, start: int, folded: Folded) -> float:
    """How surely a number without a unit is the same: it stands beside the same word, or not."""
    at = next(i for i, word in enumerate(folded.words) if word.start == start)
    same = any(a and a == b for a, b in zip(beside_of(folded, at, at), sought.beside, strict=True))
    return 1.0 if same else ALONE


def _readings(sought: Sought, entry: Entry) -> Iterator[Read]:
    """The places of the answer, the number or the series' members in a passage; of a day there is none of the days."""
    found = {
        AssertionKind.DATE: _days(sought, entry),
        AssertionKind.NUMBER: _numbers(sought, entry.folded),
        AssertionKind.ANSWER: _answers(sought, entry.folded),
        AssertionKind.SERIES: _members(sought, entry),
    }[sought.assertion.kind]
    yield from (r for r in found if not entry.passage.row or r.relation is Relation.SAME or r.slip)


def _days(sought: Sought, entry: Entry) -> Iterator[Read]:
    """The dates of a passage; one that shares a word with what is written ("41 May") is meant by it."""
    words = set(sought.words.lower().split())
    for r in entry.event_dates:
        meant = bool(words & set(entry.passage.text[r.start : r.end].lower().split()))
        yield Read(r.start, r.end, say(r.value), Relation.OTHER, meant)


def _members(sought: Sought, entry: Entry) -> Iterator[Read]:
    claimed = sought.words.lower()
    series = _series_of(claimed) or {}
    for start, end, written in _written(entry, "q1" in series):
        if written in series:
            same = series[written] == series[claimed]
            yield Read(start, end, entry.folded.text[start:end], Relation.SAME if same else Relation.OTHER)


def _numbers(sought: Sought, folded: Folded) -> Iterator[Read]:
    """The number where it stands in a passage, and another that stands between the same two words."""
    claimed, beside = sought.words.lower(), sought.beside
    for i, word in enumerate(folded.words):
        written = folded.text[word.start : word.end].lower()
        if written == claimed:
            yield Read(word.start, word.end, written, Relation.SAME)
        elif written[0].isdigit() and beside_of(folded, i, i) == beside and any(beside):
            yield Read(word.start, word.end, written, Relation.OTHER)


def _answers(sought: Sought, folded: Folded) -> Iterator[Read]:
    """The words of an answer where a passage holds them one near the other."""
    stems = [word.stem for word in fold(sought.words).words if word.form not in STOP]
    places = [[i for i, word in enumerate(folded.words) if root(word.stem) == root(stem)] for stem in stems]
    for i in places[0] if places and all(places) else ():
        held = [min(found, key=lambda j: abs(j - i)) for found in places]
        if max(held) - min(held) < len(stems) + SPREAD:
            start, end = folded.span(min(held), max(held))
            yield Read(start, end, folded.text[start:end], Relation.SAME)


def _written(entry: Entry, quarters: bool) -> Iterator[tuple[int, int, str]]:
    """The words of a passage in small letters; of quarters "second quarter" as "q2"."""
    words, text = entry.folded.words, entry.folded.text
    for i, word in enumerate(words):
        written = text[word.start : word.end].lower()
        follows = words[i + 1] if i + 1 < len(words) else word
        if quarters and follows.form == "quarter" and written in ORDINALS:
            yield word.start, follows.end, f"q{ORDINALS[written]}"
        else:
            yield word.start, word.end, written


def _series_of(word: str) -> Mapping[str, int] | None:
    return next((series for series in SERIES if word in series), None)
