"""Dates, amounts, numbers and places in a series: what a passage gives in the place of one that is asserted.

A value is read where it stands nearest to the words the sentence and the passage share. A value that another assertion of the
sentence gives as well is its own, and no contradiction of this one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.values import Amount, Reading, Value, When
from compare.evidence.basis import Basis
from compare.facts.cells import answering
from compare.facts.folded_passage import Entry
from compare.fold import Folded, content_stems, fold
from compare.search.index import Proposal
from compare.stating.assertions import AssertionKind, beside_of
from compare.stating.found import Found, Sought, is_difference
from compare.stating.nearness import pull
from compare.stating.passage_values import amounts_of, dates_of, is_counted, told_by_article
from compare.stating.places import read_places
from compare.stating.relating import is_equal, is_exact, relate, relate_exactly
from compare.values.counting.ambiguous import other_amount
from compare.values.dating.ambiguous import other_day
from compare.values.dating.edges import edge_of, ends, excludes
from compare.values.in_words import say
from compare.values.relations import Relation
from compare.values.slips import is_slip
from compare.weights import WEIGHTS

EDGED = 0.5
"""What another date counts that begins or ends a time ("since 2022") where the asserted one does not, or the other way round."""
SLIPPED = 0.99
"""What a slip of the pen counts: as much as the value nearest to the anchors, behind it."""
ALONE = 0.4
"""What a number without a unit counts that stands beside other words."""


class Read(NamedTuple):
    """A value of a passage: its place, its words, its relation to the asserted one, whether it is a date counted from another, and
    whether it is in the asserted unit, and whether it is the asserted one but for a slip of the pen."""

    start: int
    end: int
    said: str
    relation: Relation
    counted: bool = False
    alike: bool = True
    slip: bool = False
    value: Value | None = None

    @property
    def basis(self) -> Basis:
        """What was read, as a decision keeps it."""
        return Basis(read=Reading(self.start, self.end, self.value)) if self.value else Basis()


def read_values(sought: Sought, proposal: Proposal) -> Iterator[Found]:
    """The value that agrees, and the one that stands nearest to the anchors when it does not."""
    read = list(_readings(sought, proposal.entry))
    spans = [(value.start, value.end) for value in read]
    pulls = [pull(span, sought.anchors, proposal.entry.folded, spans) for span in spans]
    order = sorted(range(len(read)), key=lambda i: (-pulls[i], i))
    fits = [i for i in order if read[i].relation is not Relation.OTHER][:1]
    alike = [i for i in order if read[i].alike and pulls[i] >= WEIGHTS.even_pull * pulls[order[0]]]
    nearest = [i for i in (alike or order)[:1] if not fits or pulls[fits[0]] < WEIGHTS.even_pull * pulls[i]]
    if not fits:
        for value in (v for v in read if v.slip):
            strength = proposal.share * SLIPPED
            yield Found(proposal, value.start, value.end, value.said, value.relation, strength, True, value.basis)
    for i in fits + [i for i in nearest if i not in fits]:
        start, end, said, relation, counted, *_ = read[i]
        bound = pulls[i] / pulls[order[0]] if pulls[order[0]] else 1.0
        sure = min(1.0, bound / (1.0 if counted else WEIGHTS.even_pull))
        if relation is Relation.OTHER and _differs_otherwise(sought, proposal, end):
            continue
        if relation is Relation.OTHER and _is_edged(sought, proposal, start):
            sure *= EDGED
        if sought.assertion.kind is AssertionKind.NUMBER:
            sure = _seat(sought, start, proposal.entry.folded)
        yield Found(proposal, start, end, said, relation, proposal.share * sure, basis=read[i].basis)


def _differs_otherwise(sought: Sought, proposal: Proposal, end: int) -> bool:
    """True when only one of two amounts says by how much things differ: then they measure two things."""
    if sought.assertion.kind is not AssertionKind.AMOUNT:
        return False
    return is_difference(proposal.entry.passage.text, end) != sought.difference


def _is_edged(sought: Sought, proposal: Proposal, start: int) -> bool:
    """True when only one of two dates begins or ends a time, or one begins and the other ends it."""
    dated = sought.assertion.kind is AssertionKind.DATE
    theirs = edge_of(proposal.entry.passage.text, start)
    return dated and theirs != sought.edge and not excludes(theirs, sought.edge)


def _seat(sought: Sought, start: int, folded: Folded) -> float:
    """How surely a number without a unit is the same: it stands beside the same word, or not."""
    at = next(i for i, word in enumerate(folded.words) if word.start == start)
    same = any(a and a == b for a, b in zip(beside_of(folded, at, at), sought.beside, strict=True))
    return 1.0 if same else ALONE


def _readings(sought: Sought, entry: Entry) -> Iterator[Read]:
    """The place, the words and the relation of every value of the passage that can be compared."""
    claimed = sought.assertion.value
    if claimed is None and sought.assertion.kind is AssertionKind.DATE:
        words = set(sought.words.lower().split())
        for r in entry.event_dates:
            meant = bool(words & set(entry.passage.text[r.start : r.end].lower().split()))
            yield Read(r.start, r.end, say(r.value), Relation.OTHER, slip=meant)
        return
    if claimed is None:
        yield from (
            Read(*place) for place in read_places(sought, entry) if not entry.passage.row or place[3] is Relation.SAME
        )
        return
    readings = tuple(dates_of(sought, entry) if isinstance(claimed, When) else amounts_of(entry))
    readings += tuple(told_by_article(claimed, entry, readings))
    if entry.passage.row:
        stems = {*sought.anchors, *content_stems(fold(sought.words))}
        readings = answering(readings, stems, entry.passage.row, lambda r: is_equal(claimed, r.value))
    for reading in readings:
        relation = _relation(sought, reading, entry.passage.text)
        written = entry.passage.text[reading.start : reading.end]
        taken = written in sought.written or (
            relation is Relation.OTHER and any(is_equal(v, reading.value) for v in sought.others)
        )
        if relation and not taken:
            yield Read(
                reading.start,
                reading.end,
                say(reading.value),
                relation,
                is_counted(reading.value),
                _is_alike(claimed, reading.value),
                is_slip(claimed, reading.value),
                reading.value,
            )


def _relation(sought: Sought, reading: Reading, text: str) -> Relation | None:
    """How a value of a passage relates to the asserted one: in the reading that fits, where it may be read in two ways."""
    claimed = sought.assertion.value
    assert claimed is not None  # asserted without a value, it was looked up above
    how, words = relate_exactly if is_exact(sought.words) else relate, text[reading.start : reading.end]
    relation = how(claimed, reading.value)
    if relation is Relation.OTHER and (other := _otherwise(words, reading.value)):
        relation = how(claimed, other)
    edge = edge_of(text, reading.start) if isinstance(claimed, When) else ""
    if relation and sought.edge and excludes(sought.edge, edge):
        return Relation.OTHER
    within = relation is Relation.OTHER and not sought.edge and _is_within(claimed, reading.value, edge)
    return Relation.COARSER if within else relation


def _is_within(claimed: Value, found: Value, edge: str) -> bool:
    """True for a date before one that ends a time: "until July" leaves room for "in March"."""
    return ends(edge) and isinstance(claimed, When) and isinstance(found, When) and claimed.first < found.first


def _otherwise(words: str, value: Value) -> Value | None:
    """The other value that words may stand for ("02/08/2012", "45.000 souls")."""
    return other_day(words, value) if isinstance(value, When) else other_amount(words, value)


def _is_alike(claimed: Value, found: Value) -> bool:
    return not isinstance(claimed, Amount) or not isinstance(found, Amount) or claimed.unit == found.unit
