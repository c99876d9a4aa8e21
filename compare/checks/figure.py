"""Does the passage give the claim's figure?

Read: of the amounts of the same unit, currency or counted thing, the one that stands nearest to the claim's words, with its
bound. It agrees when number and bound agree ("nearly $19 billion" for $18.9 billion is the same, seen closer); it is less
precise when it is the claim's figure rounded or bounded more loosely; otherwise it contradicts ("at least 49 years" is not
"at least 99 years", "more than 220" is not "about 220").

The same number in another currency, share or kind of measure ("9 million euros" for "9 million dollars", "5 percentage points"
for "5 percent") contradicts where the passage was found without terms; so does one thing told by its article ("a miner drowned") where
it gives no number of them. A number that two countries write differently ("45.000 souls") contradicts only where neither reading
fits. A range ("between 14 and 17") says neither of its ends, and is no other range; "up 4% to 7%" is one. A bound on another number is
another, and "exactly" allows no rounding. An amount of another period is not the claim's, and one that follows from
two of the passage (their sum or difference, a share of one) is not at odds with it. The claim's digits at another scale, in another
unit of the kind, with the opposite bound or in another order ("2,300" for "3,200"), and "sixteen" for "sixty", are a slip of the
pen, and contradict from fewer of its words.

For a date a time of day is read ("at 5.25 p.m." is "twenty-five past five"), and where no date is the length of time the claim gives
beside it ("for more than 30 years, since the 1990s"); that never contradicts.

Not read: figures in footnotes that are no measures (volumes, pages, addresses); amounts of another unit.
Cannot see: that two figures of the same unit measure different things, when both stand beside the claim's words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.model import Kind
from claims.values import Amount, Reading, Value
from compare.checks.date import stance_of
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer
from compare.facts.asked_claim import TIME, Question
from compare.facts.statement import exactly_before
from compare.relate.ages import is_age_of_same
from compare.relate.binding import is_about, nearest
from compare.relate.held import Held
from compare.search.index import Proposal
from compare.text.scalars import SCORE, scalars_of
from compare.text.sentence import sentence_of
from compare.values.counting.ambiguous import other_amount
from compare.values.counting.articles import read_articles
from compare.values.counting.joined import joined_ranges
from compare.values.following import follows
from compare.values.in_words import say, say_read
from compare.values.relations import Relation, is_end, relate_amounts, relate_exactly
from compare.values.slips import is_slip
from compare.values.units import comparable, is_known, is_other_unit

CODE = "SRC102"
NAME = "figure"
KINDS = (Kind.FIGURE, Kind.DATE)
MARGIN = re.compile(r"\b(?:majority|margin|lead) of\b", re.IGNORECASE)
"""What makes a figure the difference of the two sides of a vote or score."""
WHOLE = re.compile(r"\bof (?:the |its |their |all )?$", re.IGNORECASE)
"""What makes an amount the whole of which a bare number is a part ("of 600 members, 412 voted")."""


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of the passage's figure."""
    claimed = question.value
    if question.claim.kind is Kind.DATE and not isinstance(claimed, Amount):
        claimed = question.length
    if not isinstance(claimed, Amount):
        return None
    text = proposal.entry.passage.text
    exactly = _is_exactly(question, claimed)
    relations = dict(_relations(claimed, proposal.entry.amounts, text, exactly))
    ranges = dict(_relations(claimed, joined_ranges(proposal.entry.amounts, text), text, exactly))
    relations = {r: relation for r, relation in ranges.items() if relation is Relation.SAME} or relations
    if not (relations or proposal.term or is_known(claimed.unit)) and claimed.unit:
        relations = dict(_relations(claimed, read_articles(text, claimed.unit), text))
    relations = {r: relation for r, relation in relations.items() if not _is_besides(question, r, relation)}
    misnamed = not relations and not proposal.term
    if misnamed:
        relations = {r: Relation.OTHER for r in proposal.entry.amounts if _is_misnamed(claimed, r.value)}
    reading = nearest(list(relations), question, proposal, lambda r: relations[r] is Relation.SAME)
    if reading is None:
        return Passed("no amount that could be compared with the claim's stands in it")
    if relations[reading] is Relation.OTHER:
        reading = next((r for r in relations if is_slip(claimed, r.value)), reading)
    relation = relations[reading]
    basis = Basis(claimed, reading, relation, len(relations))
    slip = relation is Relation.OTHER and (is_slip(claimed, reading.value) or _is_age(question, reading, proposal))
    if not is_about(question, proposal, relation, slip):
        return Passed("it holds too few of the claim's words for its figure to count", basis)
    if relation is Relation.OTHER and (passes := _is_no_other(claimed, reading, question, proposal)):
        return Passed(passes, basis)
    found, said = say_read(reading, proposal.entry.passage.text), say(claimed)
    reason = {
        Relation.SAME: f"says {found}",
        Relation.COARSER: f"less precise than {said}",
        Relation.OTHER: f"says {found}, the claim says {said}",
    }[relation]
    return Answer(stance_of(relation), found, reason, reading.start, reading.end, suspect=misnamed, basis=basis)


def _is_no_other(claimed: Amount, reading: Reading, question: Question, proposal: Proposal) -> str:
    """Why another amount of the passage is not at odds with the claim's; "" where it is."""
    text = proposal.entry.passage.text
    if claimed is question.length:
        return "another length of time does not contradict a date"
    if WHOLE.search(text[: reading.start]) and _stands_bare(claimed, proposal):
        return "the claim's number stands in it, and what it counts cannot be told"
    lead = _lead(reading, text)
    if lead is not None and not MARGIN.search(question.claim.statement):
        return "its figure is one side of a score or vote"
    worked_out = not proposal.entry.passage.row and follows(claimed, _values(proposal))
    return "the claim's figure follows from others in it" if worked_out or lead == claimed.low else ""


def _is_age(question: Question, reading: Reading, proposal: Proposal) -> bool:
    """True for the age of somebody of whom the claim gives one."""
    own = next(((r.start, r.end) for r in question.statement.amounts if r.value == question.value), None)
    held = Held(question.statement, proposal.entry, question.weigh)
    return own is not None and is_age_of_same(held, own, (reading.start, reading.end))


def _lead(reading: Reading, text: str) -> int | None:
    """By how much one side of a score leads that an amount of the passage is a part of; None where it is of none."""
    sentence = sentence_of(text)
    for scalar in scalars_of(sentence):
        starts = [sentence.folded.words[i].start for i in scalar.places]
        if scalar.kind == SCORE and any(reading.start <= start < reading.end for start in starts):
            return scalar.value[0] - scalar.value[1]
    return None


def _stands_bare(claimed: Amount, proposal: Proposal) -> bool:
    """True when the passage has the claim's number without a unit ("of 600 members, 412 voted")."""
    return any((v.low, v.high, v.unit) == (claimed.low, claimed.high, "") for v in _values(proposal))


def _values(proposal: Proposal) -> list[Amount]:
    """The amounts of the passage."""
    return [r.value for r in proposal.entry.amounts if isinstance(r.value, Amount)]


def _is_exactly(question: Question, claimed: Amount) -> bool:
    """True where the statement says "exactly" before the claim's figure."""
    text = question.claim.statement
    return any(r.value == claimed and exactly_before(text, r.start) for r in question.statement.amounts)


def _relations(
    claimed: Amount, readings: Iterable[Reading], text: str, exactly: bool = False
) -> Iterator[tuple[Reading, Relation]]:
    """The readings of the claim's kind of amount, each with how it relates to the claim's; text: of the passage.

    exactly: the claim allows no rounding.
    """
    relate = relate_exactly if exactly else relate_amounts
    for reading in readings:
        found = reading.value
        if not isinstance(found, Amount) or not _is_commensurate(claimed, found):
            continue
        other = other_amount(text[reading.start : reading.end], found)
        both = comparable(claimed, found)
        if both and is_end(*both):
            continue
        if both:
            relation = relate(*both)
            again = comparable(claimed, other) if other and relation is Relation.OTHER else None
            yield reading, relate(*again) if again else relation
        elif _without_period(claimed, found):
            yield reading, Relation.COARSER


def _is_misnamed(claimed: Amount, found: Value) -> bool:
    """True for the claim's number in another currency, share or kind of measure."""
    if not isinstance(found, Amount) or (claimed.low, claimed.high) != (found.low, found.high):
        return False
    return is_other_unit(claimed.unit, found.unit)


def _is_besides(question: Question, reading: Reading, relation: Relation) -> bool:
    """True when the amount is another one that the claim's statement names ("from 49 soldiers to 120")."""
    if relation is not Relation.OTHER:
        return False
    others = (amount for amount in question.besides if isinstance(amount, Amount))
    return any(found is Relation.SAME for other in others for _, found in _relations(other, [reading], ""))


def _without_period(claimed: Amount, found: Amount) -> bool:
    """True when the found amount is the claim's without "a year" or the like, or the other way round."""
    one, other = (replace(amount, unit=amount.unit.partition("/")[0]) for amount in (claimed, found))
    both = comparable(one, other) if (one.unit, other.unit) != (claimed.unit, found.unit) else None
    return both is not None and relate_amounts(*both) is Relation.SAME


def _is_commensurate(one: Amount, other: Amount) -> bool:
    """False for units nobody would give the same figure in: days and years, barrels of oil and cubic metres of gas."""
    a, b = one.unit.partition("/")[0], other.unit.partition("/")[0]
    if a in TIME and b in TIME:
        return abs(TIME.index(a) - TIME.index(b)) < 2
    return (a == "oil_bbl") == (b == "oil_bbl")
