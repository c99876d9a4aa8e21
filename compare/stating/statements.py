"""A free statement checked against sources: every assertion of every sentence, each with what the sources say in its place.

Read from the top: a text is cut into sentences and their assertions (`sentences`, `assertions`), each is bound to the words beside
it (`anchors`), the passages that hold these are read (`values`, `names`, `offices`, `wording`), and what they give is weighed here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.values import Amount, Bound
from compare.checks.wording import relation_to
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.facts.asked_claim import Question
from compare.relate.relation import Relation as Says
from compare.relate.values import relate_value
from compare.search.index import Index, Proposal, Surveyed, lacking_in
from compare.stating.anchors import Anchors, anchors_of, candidates, lacking
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.assessed import Assessed, Outcome, basis_of, contradicted, supported, without
from compare.stating.companions import favoured
from compare.stating.disputing import disputing_names, disputing_values, disputing_wordings
from compare.stating.found import Found, is_relative, seek
from compare.stating.known import is_proper, is_unheard
from compare.stating.listed import read_listed
from compare.stating.names import SPEAKS, read_names, read_names_by_kind
from compare.stating.offices import read_office, with_office
from compare.stating.places import read_places
from compare.stating.sentences import Sentence, sentences_of
from compare.stating.shown import SHARED, concordant, nearest, order, together
from compare.stating.to_the_point import to_the_point
from compare.stating.valued import read_value, surveyed_for
from compare.stating.wording import question_of, read_wording, unread_in
from compare.values.relations import Relation
from seeds.model import PassageKind

__all__ = ["Assessed", "Outcome", "Place", "check_statement"]

BY_CHANCE, PER_PASSAGE, AT_MOST = 0.02, 0.0005, 0.25
"""How strong a value must stand not to be there by chance: this, more for every passage of the corpus, up to that."""
CONTRADICTS = {AssertionKind.NAME: 0.5, AssertionKind.WORDING: 0.5}
"""How strong another name, and a passage that says otherwise, must stand to contradict."""
OTHER_PLACE, SLIP = 0.4, 0.2
"""The same for another place in a series or number, and for the day that a day there is none of may mean."""
RIVAL = 0.6
"""A value that agrees must be this share as strong as the strongest that does not, a name as one told by its kind only;"""
CLOSE, CLOSE_RIVAL = 0.75, 0.85
"""that where the other stands in a passage that says nearly the same."""
NAME_RIVAL, WORDING_RIVAL = 0.8, 0.9
"""The same share for names and for wording."""
READ = 30
"""How many passages that give a value or a name, the strongest first, are read for what they say of it. In two drafts against five
documents every support (164) stood among the first five."""
SMALL = 10
"""Up to here a writer may have counted himself."""

AGREES = "a passage gives it near enough to these words, and says of it what the sentence says"
STATED = (
    "a passage holds the names, the words that carry meaning and the values of the sentence, and says them as it does"
)
ANOTHER = "a passage says the same of another value"
SLIPPED = "a passage says it of a value that differs from this one like a slip of the pen"
OTHER_OFFICE = "a passage gives the person another office"
LISTED = "a passage lists others in its place"
IN_ITS_PLACE = "a passage has another of the same kind in its place"
OTHERWISE = "a passage says another thing of the same"
UNSAID = "a passage gives it, but does not say of it what the sentence says"
COARSER = "the sources give it less precisely only"
UNSURE = "what the sources give cannot be told to be of the same thing"
NOWHERE = "no passage near enough gives it"
UNHEARD = "the sources know this name nowhere"
NO_NAME = "the first word of the sentence may be no name"
CROWDED = "the sentence asserts more than is looked up of one"
ENDLESS = "the sentence is longer than is looked up of one"
UNSTATED = "no passage states the whole sentence, and none says it otherwise"
"""By which rule an assertion was decided, in the words a trace tells it by."""


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
            yield _assess_name(assertion, sentence, question, index)
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
    chance = _chance(index)
    fits, against, strongest = _sides(f for p in proposals if p.share >= chance for f in read_places(sought, p))
    least = max(chance, (CLOSE_RIVAL if strongest >= CLOSE else RIVAL) * strongest)
    enough = [f for f in fits if f.strength >= least]
    spoken = against
    against, beside = to_the_point(against, sought, sentence, question, index)
    if enough:
        return _confirmed(assertion, sentence, question, enough, least, disputing_names(sentence, against))
    slips = [f for f in against if f.slip and f.strength >= SLIP]
    if slips:
        return contradicted(assertion, sentence, slips, Weighed(SLIPPED, strength=slips[0].strength, needed=SLIP))
    strongest = against[0].strength if against else 0.0
    if strongest >= OTHER_PLACE:
        return contradicted(assertion, sentence, against, Weighed(ANOTHER, strength=strongest, needed=OTHER_PLACE))
    counted = assertion.kind is AssertionKind.SERIES and not (fits or against)
    unread = counted or (spoken and not against)
    outcome, rule = (Outcome.NOT_CHECKABLE, UNSURE) if unread else (Outcome.NOT_FOUND, NOWHERE)
    other, lost = _other(against, beside, spoken), _lacking(sought.anchors, proposals, sentence, index)
    return without(assertion, sentence, outcome, Weighed(rule, other=other, lacking=lost), nearest(proposals))


def _assess_value(
    assertion: Assertion, sentence: Sentence, question: Question, near: Surveyed, index: Index
) -> Assessed:
    """A date or an amount: what is said to a claim of the sentence's words with this value."""
    given = read_value(assertion, question, near, index)
    fits, against, strongest = _sides(given.found)
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
    weighed = Weighed(rule, other=_other(given.unsure), lacking=lost)
    return without(assertion, sentence, outcome, weighed, nearest([best] if best else ()))


def _assess_name(assertion: Assertion, sentence: Sentence, question: Question, index: Index) -> Assessed:
    """A name is wrong where another stands in its place, and not found where the sources know it nowhere."""
    if assertion.words == (0,) and not is_proper(sentence.folded.words[0].stem, index):
        return without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(NO_NAME))
    sought = seek(assertion, sentence, index)
    proposals = list(favoured(candidates(sought.anchors, index, sought.named), assertion, sentence, index))
    needed = CONTRADICTS[AssertionKind.NAME]
    office = sorted(
        (f for f in read_office(assertion, sentence.folded, proposals, index) if f.strength >= needed), key=order
    )
    if office:
        weighed = Weighed(OTHER_OFFICE, strength=office[0].strength, needed=needed)
        return contradicted(with_office(assertion, sentence.folded), sentence, office, weighed)
    fits, against, strongest = _sides(read_names(sought, sentence.folded, proposals, index))
    listed = sorted((f for p in proposals for f in read_listed(sought, sentence, p, index)), key=order)
    listed, _ = to_the_point(listed, sought, sentence, question, index)
    if listed and not any(f.proposal != listed[0].proposal and f.strength > listed[0].strength for f in fits):
        return contradicted(assertion, sentence, listed, Weighed(LISTED, strength=listed[0].strength))
    by_kind = concordant(read_names_by_kind(sought, sentence.folded, proposals, index))
    by_kind, _ = to_the_point(by_kind, sought, sentence, question, index, strictly=True)
    if by_kind and by_kind[0].strength > strongest and not (fits and fits[0].strength >= RIVAL * by_kind[0].strength):
        weighed = Weighed(IN_ITS_PLACE, strength=by_kind[0].strength, needed=strongest)
        return contradicted(assertion, sentence, by_kind, weighed)
    spoken = against
    against, beside = to_the_point(against, sought, sentence, question, index)
    strongest = against[0].strength if against else 0.0
    wrong = strongest >= needed
    least = max(_chance(index), NAME_RIVAL * strongest) if wrong else 0.0
    if fits and fits[0].strength >= least:
        return _confirmed(assertion, sentence, question, fits, least, disputing_names(sentence, against))
    if wrong:
        return contradicted(assertion, sentence, against, Weighed(ANOTHER, strength=strongest, needed=needed))
    unheard = is_unheard(assertion, sentence, proposals, index)
    outcome, rule = (Outcome.NOT_FOUND, UNHEARD) if unheard else (Outcome.NOT_CHECKABLE, UNSURE)
    other, lost = _other(against, beside, spoken), _lacking(sought.anchors, proposals, sentence, index)
    return without(assertion, sentence, outcome, Weighed(rule, other=other, lacking=lost), nearest(proposals))


def _assess_wording(sentence: Sentence, question: Question, index: Index) -> Assessed:
    """The wording is wrong where a passage says the opposite and none that is as near states it."""
    whole = Assertion(AssertionKind.WORDING, 0, len(sentence.folded.text), ())
    fits, against, strongest = _sides(read_wording(question, index))
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
    weighed = Weighed(UNSTATED, lacking=_lacking(anchors, proposals, sentence, index), passed=passed)
    return without(whole, sentence, Outcome.NOT_CHECKABLE, weighed, near)


def _confirmed(
    assertion: Assertion,
    sentence: Sentence,
    question: Question,
    found: Sequence[Found],
    needed: float,
    against: Sequence[Found],
) -> Assessed:
    """Supported by the passages that say of the value what the sentence says of it; without one, not checkable.

    against: other values that dispute it.
    """
    if sentence.answer is not None:
        return supported(assertion, sentence, found, Weighed(AGREES, strength=found[0].strength, needed=needed))
    says: list[Found] = []
    for f in found[:READ]:
        if says and f.strength < SHARED * says[0].strength:
            break
        if f.proposal.entry.passage.kind is PassageKind.ROW and f.proposal.share < SPEAKS:
            continue
        read = replace(f, basis=_said_of(assertion, question, f))
        says += [read] if read.basis.related is None or read.basis.related.relation is Says.SAME else []
    if says:
        weighed = Weighed(AGREES, strength=says[0].strength, needed=needed)
        return supported(assertion, sentence, says, weighed, against)
    first = replace(found[0], basis=_said_of(assertion, question, found[0]))
    return without(assertion, sentence, Outcome.NOT_CHECKABLE, Weighed(UNSAID), (first,))


def _said_of(assertion: Assertion, question: Question, found: Found) -> Basis:
    """How a passage that gives the value relates to the sentence; a row of a table says nothing beside its cells."""
    if found.proposal.entry.passage.kind is PassageKind.ROW:
        return found.basis
    if assertion.kind is AssertionKind.NAME:
        return replace(found.basis, related=relation_to(question, found.proposal))
    mine, theirs = (assertion.start, assertion.end), (found.start, found.end)
    related = relate_value(question.statement, mine, found.proposal.entry, theirs, question.weigh)
    return replace(found.basis, related=related)


def _lacking(anchors: Anchors, proposals: Sequence[Proposal], sentence: Sentence, index: Index) -> tuple[str, ...]:
    """What the nearest passage does not hold of the words around an assertion."""
    best = max(proposals, key=lambda p: p.share, default=None)
    return lacking(anchors, sentence.folded, best.entry, index) if best else ()


def _other(*found: Iterable[Found]) -> Basis | None:
    """The first other value that was read, of those nearest to counting."""
    return next((basis_of(f) for some in found for f in some), None)


def _sides(found: Iterable[Found]) -> tuple[list[Found], list[Found], float]:
    """The values that agree and those that do not, the strongest first, and the strength of the first that does not."""
    ranked = sorted(found, key=order)
    fits = [f for f in ranked if f.relation is not Relation.OTHER]
    against = [f for f in ranked if f.relation is Relation.OTHER]
    return fits, against, against[0].strength if against else 0.0


def _chance(index: Index) -> float:
    return min(AT_MOST, BY_CHANCE + PER_PASSAGE * len(index.entries))


def _may_be_counted(assertion: Assertion) -> bool:
    """True for what a writer may know without a source that says it: a small number of things."""
    value = assertion.value
    if not isinstance(value, Amount):
        return False
    return value.low == value.high <= SMALL and value.unit not in ("USD", "percent") and value.bound is Bound.EXACT
