"""A free statement checked against sources: every assertion of every sentence, each with what the sources say in its place.

Read from the top: a text is cut into sentences and their assertions (`sentences`, `assertions`), each is bound to the words beside
it (`anchors`), the passages that hold these are read (`values`, `names`, `offices`, `wording`), and what they give is weighed here.
"""

from collections.abc import Iterator

from claims.values import Amount, Bound
from compare.evidence.basis import Weighed
from compare.evidence.place import Place
from compare.facts.asked_claim import Question
from compare.search.index import Index, Surveyed, lacking_in
from compare.stating.anchors import anchors_of, candidates
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.assessed import Assessed, Outcome, contradicted, supported, without
from compare.stating.companions import favoured
from compare.stating.disputing import disputing_names, disputing_values, disputing_wordings
from compare.stating.found import is_relative, seek
from compare.stating.named import assess_name
from compare.stating.places import read_places
from compare.stating.rules import (
    AGREES,
    ANOTHER,
    COARSER,
    CROWDED,
    ENDLESS,
    NOWHERE,
    OTHERWISE,
    SLIPPED,
    STATED,
    UNSAID,
    UNSTATED,
    UNSURE,
)
from compare.stating.sentences import Sentence, sentences_of
from compare.stating.shown import nearest, together
from compare.stating.to_the_point import to_the_point
from compare.stating.valued import read_value, surveyed_for
from compare.stating.weighing import (
    CLOSE,
    CLOSE_RIVAL,
    CONTRADICTS,
    RIVAL,
    WORDING_RIVAL,
    by_chance,
    confirmed,
    lacking_of,
    other_read,
    sides,
)
from compare.stating.wording import question_of, read_wording, unread_in
from compare.values.counting import clocks
from compare.values.relations import Relation

__all__ = ["Assessed", "Outcome", "Place", "check_statement"]

OTHER_PLACE, SLIP = 0.4, 0.2
"""The same for another place in a series or number, and for the day that a day there is none of may mean."""
SMALL = 10
"""Up to here a writer may have counted himself."""


def check_statement(text: str, index: Index) -> tuple[Assessed, ...]:
    """Every assertion of a text assessed against the passages of an index, in order."""
    return tuple(assessed for sentence in sentences_of(text) for assessed in _check(sentence, index))


def _check(sentence: Sentence, index: Index) -> Iterator[Assessed]:
    if sentence.beyond:
        whole = Assertion(AssertionKind.WORDING, 0, len(sentence.folded.text), ())
        for assertion in (*sentence.crowded_out, whole):
            yield without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(ENDLESS))
        return
    question = question_of(sentence, index)
    near = surveyed_for(question, sentence, index)
    for assertion in sentence.assertions:
        if assertion.kind is AssertionKind.NAME:
            yield assess_name(assertion, sentence, question, index)
        elif assertion.value is not None and not is_relative(assertion):
            yield _assess_value(assertion, sentence, question, near, index)
        elif not is_relative(assertion):
            yield _assess_place(assertion, sentence, question, index)
    for assertion in sentence.crowded_out:
        yield without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(CROWDED))
    if sentence.answer is None:
        yield _assess_wording(sentence, question, index)


def _assess_place(assertion: Assertion, sentence: Sentence, question: Question, index: Index) -> Assessed:
    """A number that is no amount, a place in a series, an answer, a day there is none of."""
    sought = seek(assertion, sentence, index)
    proposals = list(favoured(candidates(sought.anchors, index, sought.named), assertion, sentence, index))
    floor = by_chance(index)
    fits, against, strongest = sides(f for p in proposals if p.share >= floor for f in read_places(sought, p))
    least = max(floor, (CLOSE_RIVAL if strongest >= CLOSE else RIVAL) * strongest)
    enough = [f for f in fits if f.strength >= least]
    spoken = against
    against, beside = to_the_point(against, sought, sentence, question, index)
    if enough:
        return confirmed(assertion, sentence, question, enough, least, disputing_names(sentence, against))
    slips = [f for f in against if f.slip and f.strength >= SLIP]
    if slips:
        return contradicted(assertion, sentence, slips, Weighed(SLIPPED, strength=slips[0].strength, needed=SLIP))
    strongest = against[0].strength if against else 0.0
    if strongest >= OTHER_PLACE:
        return contradicted(assertion, sentence, against, Weighed(ANOTHER, strength=strongest, needed=OTHER_PLACE))
    counted = assertion.kind is AssertionKind.SERIES and not (fits or against)
    unread = counted or (spoken and not against)
    outcome, rule = (Outcome.NOT_CHECKABLE, UNSURE) if unread else (Outcome.NOT_FOUND, NOWHERE)
    other, lost = other_read(against, beside, spoken), lacking_of(sought.anchors, proposals, sentence, index)
    return without(assertion, sentence, outcome, Weighed(rule, other=other, lacking=lost), nearest(proposals))


def _assess_value(
    assertion: Assertion, sentence: Sentence, question: Question, near: Surveyed, index: Index
) -> Assessed:
    """A date or an amount: what is said to a claim of the sentence's words with this value."""
    given = read_value(assertion, question, near, index)
    fits, against, strongest = sides(given.found)
    exact = [f for f in fits if f.relation is Relation.SAME and f.strength >= RIVAL * strongest]
    if exact:
        weighed = Weighed(AGREES, strength=exact[0].strength, needed=RIVAL * strongest) if against else Weighed(AGREES)
        others = disputing_values(assertion, sentence, question, against, index)
        return supported(assertion, sentence, exact, weighed, others)
    unsaid = [f for f in given.unsure if f.relation is Relation.SAME and f.strength >= strongest]
    if unsaid:
        return without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(UNSAID), unsaid[:1])
    if against:
        return contradicted(assertion, sentence, against, Weighed(ANOTHER))
    if fits:
        return without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(COARSER), fits)
    unread = given.unsure or _may_be_counted(assertion)
    outcome, rule = (Outcome.NOT_CHECKABLE, UNSURE) if unread else (Outcome.NOT_FOUND, NOWHERE)
    best = next(iter((*near.proposals, *near.faint)), None)
    lost = lacking_in(question, best.entry, index) if best else ()
    weighed = Weighed(rule, other=other_read(given.unsure), lacking=lost)
    return without(assertion, sentence, outcome, weighed, nearest([best] if best else ()))


def _assess_wording(sentence: Sentence, question: Question, index: Index) -> Assessed:
    """The wording is wrong where a passage says the opposite and none that is as near states it."""
    whole = Assertion(AssertionKind.WORDING, 0, len(sentence.folded.text), ())
    fits, against, strongest = sides(read_wording(question, index))
    needed = WORDING_RIVAL * strongest
    if fits and fits[0].strength >= needed:
        weighed = Weighed(STATED, strength=fits[0].strength, needed=needed)
        return supported(whole, sentence, fits, weighed, disputing_wordings(sentence, question, against, index))
    needed = CONTRADICTS[AssertionKind.WORDING]
    if strongest >= needed:
        return contradicted(whole, sentence, against, Weighed(OTHERWISE, strength=strongest, needed=needed))
    anchors = anchors_of(whole, sentence, index)
    proposals = list(candidates(anchors, index, sentence.named))
    near = together(anchors, proposals)
    passed = unread_in(question, near[0].proposal) if near else None
    weighed = Weighed(UNSTATED, lacking=lacking_of(anchors, proposals, sentence, index), passed=passed)
    return without(whole, sentence, Outcome.NOT_CHECKABLE, weighed, near)


def _may_be_counted(assertion: Assertion) -> bool:
    """True for what a writer may know without a source that says it: a small number of things, or a time of day ("at seven")."""
    value = assertion.value
    if not isinstance(value, Amount):
        return False
    if value.unit in clocks.UNITS:
        return True
    return value.low == value.high <= SMALL and value.unit not in ("USD", "percent") and value.bound is Bound.EXACT
