"""The names of a draft: wrong where another stands in the place of one, not found where the sources know it nowhere."""

from compare.evidence.basis import Weighed
from compare.facts.asked_claim import Question
from compare.search.index import Index
from compare.stating.anchors import candidates
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.assessed import Assessed, Outcome, contradicted, without
from compare.stating.companions import favoured
from compare.stating.disputing import disputing_names
from compare.stating.found import seek
from compare.stating.known import is_proper, is_unheard
from compare.stating.listed import read_listed
from compare.stating.names import read_names, read_names_by_kind
from compare.stating.offices import read_office, with_office
from compare.stating.rules import ANOTHER, IN_ITS_PLACE, LISTED, NO_NAME, OTHER_OFFICE, UNHEARD, UNSURE
from compare.stating.sentences import Sentence
from compare.stating.shown import concordant, nearest, order
from compare.stating.to_the_point import to_the_point
from compare.stating.weighing import CONTRADICTS, NAME_RIVAL, RIVAL, by_chance, confirmed, lacking_of, other_read, sides


def assess_name(assertion: Assertion, sentence: Sentence, question: Question, index: Index) -> Assessed:
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
    fits, against, strongest = sides(read_names(sought, sentence.folded, proposals, index))
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
    least = max(by_chance(index), NAME_RIVAL * strongest) if wrong else 0.0
    if fits and fits[0].strength >= least:
        return confirmed(assertion, sentence, question, fits, least, disputing_names(sentence, against))
    if wrong:
        return contradicted(assertion, sentence, against, Weighed(ANOTHER, strength=strongest, needed=needed))
    unheard = is_unheard(assertion, sentence, proposals, index)
    outcome, rule = (Outcome.NOT_FOUND, UNHEARD) if unheard else (Outcome.NOT_CHECKABLE, UNSURE)
    other, lost = other_read(against, beside, spoken), lacking_of(sought.anchors, proposals, sentence, index)
    return without(assertion, sentence, outcome, Weighed(rule, other=other, lacking=lost), nearest(proposals))
