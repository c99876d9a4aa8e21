"""Does the passage state the claim, or say another thing of the same?

Read, for claims without curated positions; of dates, figures and names where their own checks read nothing;
of what somebody said where the claim quotes no words. It agrees when the
passage holds every name, every word that carries meaning (the same word, one of its root, or one that says the same) and every date
and amount of the claim, says them as the claim does, and says them of the same: not of what belongs to it, of some only, or of
another. It contradicts when the rest is held and one thing is an opposite ("granted", "refused"), a denial, another of a closed set
("port", "starboard"), another person in a role or as the doer of what one person does, or has the two sides the other way round.
A share of words never agrees.

Not read: the same fact in altogether different words; give positions for those. A passage that only doubts, asks or alleges the
matter is read by SRC304.
Cannot see: irony, and that two things of one name are not the same.
"""

from collections.abc import Iterable, Iterator

from claims.model import Kind
from claims.values import Amount, Reading, Resolution, When
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry
from compare.facts.statement import Statement
from compare.fold import Folded
from compare.relate.held import Held
from compare.relate.relation import Related, Relation
from compare.relate.statement import relate
from compare.relate.values import relate_other, relate_value, same_period
from compare.search.index import Proposal
from compare.text.enumerations import Enumeration, enumerations_of
from compare.text.sentence import sentence_of
from compare.values.in_words import say, say_read
from compare.values.relations import Relation as Values
from compare.values.relations import is_end, relate_amounts, relate_dates
from compare.values.units import comparable
from seeds.model import PassageKind

CODE = "SRC302"
NAME = "wording"
KINDS = (Kind.DESCRIPTION, Kind.STATUS, Kind.NAME, Kind.DATE, Kind.FIGURE, Kind.QUOTE)
VALUED = (Kind.NAME, Kind.DATE, Kind.FIGURE)
"""Kinds whose own checks read first; of what the statement alone finds for these the wording is read too."""
AGAINST = {Relation.DENIED: "denied", Relation.OTHER: "", Relation.SWAPPED: "the other way round"}
"""What contradicts, and the value it is told by; "" for the passage's own words."""
VALUED_OTHERWISE = "gives another date or figure"


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of a passage that states the claim or says another thing of the same."""
    if not is_read(question):
        return None
    if proposal.entry.passage.kind is PassageKind.FOOTNOTE:
        return Passed("a footnote states nothing by its wording")
    related = relation_to(question, proposal)
    if related.relation is Relation.SAME:
        return _stated(question, proposal, related)
    if related.relation not in AGAINST:
        return Passed(related.reason, Basis(related=related))
    if not is_of_value(question, proposal):
        return Passed(VALUED_OTHERWISE, Basis(related=related))
    start, end = span_of(related, proposal.entry.folded)
    said = AGAINST[related.relation] or proposal.entry.folded.text[start:end]
    return Answer(Stance.CONTRADICTS, said, related.reason, start, end, basis=Basis(related=related))


def is_read(question: Question) -> bool:
    """True for a claim whose wording is read: without positions or quoted words, and of a date, figure or name without terms."""
    claim = question.claim
    return not claim.positions and not question.quote and not (claim.kind in VALUED and claim.terms)


def is_of_value(question: Question, proposal: Proposal) -> bool:
    """True unless the passage gives another value; of a claim about a date or figure it must give the claim's."""
    fit = values_fit(question, proposal)
    return fit is not Values.OTHER and (fit is not None or question.claim.kind not in (Kind.DATE, Kind.FIGURE))


def relation_to(question: Question, proposal: Proposal) -> Related:
    """How the passage relates to the claim's statement, values aside; worked out once, though several checks ask."""
    entry = proposal.entry
    if id(entry) not in question.related:
        question.related[id(entry)] = entry, relate(Held(question.statement, entry, question.weigh))
    related: Related = question.related[id(entry)][1]
    return related


def span_of(related: Related, folded: Folded) -> tuple[int, int]:
    """The characters of the words that decide a relation; the whole passage where none do."""
    return folded.span(min(related.places), max(related.places)) if related.places else (0, len(folded.text))


def values_fit(question: Question, proposal: Proposal) -> Values | None:
    """The worst relation of the claim's dates and amounts to those of the passage; None when one has none there to compare."""
    undated = None if question.claim.kind is Kind.DATE else Values.SAME
    found: list[Values | None] = []
    dates = [r.value for r in proposal.entry.event_dates if isinstance(r.value, When)]
    for claimed in (r.value for r in question.statement.dates if isinstance(r.value, When)):
        found.append(_best([relate_dates(claimed, when) for when in dates]) if dates else undated)
    found += (_fit(question.statement, reading, proposal.entry) for reading in question.statement.amounts)
    if Values.OTHER in found:
        return Values.OTHER
    return None if None in found else Values.COARSER if Values.COARSER in found else Values.SAME


def _fit(statement: Statement, mine: Reading, entry: Entry) -> Values | None:
    """The best relation of an amount of the statement to one that the passage gives for the same period, or to its list."""
    return _best([relation for _, relation in _relations(statement, mine, entry)]) or _listed(statement, mine, entry)


def _listed(statement: Statement, mine: Reading, entry: Entry) -> Values | None:
    """How the passage's list of the same things relates to a number that the statement gives its own list; None without."""
    ours = next((e for e in enumerations_of(statement.sentence) if _counts(statement, mine, e)), None)
    theirs = enumerations_of(sentence_of(entry.passage.text))
    if ours is None:
        return None
    keys = {statement.sentence.keys[i] for member in ours.members for i in member}
    lengths = [
        len(e.members) for e in theirs if keys & {sentence_of(entry.passage.text).keys[i] for m in e.members for i in m}
    ]
    return _best([Values.SAME if n == len(ours.members) else Values.OTHER for n in lengths])


def _counts(statement: Statement, mine: Reading, listed: Enumeration) -> bool:
    """True for an amount that is the number of a list of the statement ("three ships, the Alcyone, the Boreas and the Corinna")."""
    word = statement.sentence.folded.words[listed.noun or 0]
    return listed.noun is not None and mine.start < word.end <= mine.end and _number(mine) == len(listed.members)


def _number(reading: Reading) -> float | None:
    return reading.value.low if isinstance(reading.value, Amount) and reading.value.low == reading.value.high else None


def others_of(statement: Statement, mine: Reading, entry: Entry) -> list[Reading]:
    """What the passage gives in the place of a value of the statement, for the same period; none where it gives that one."""
    found = relations_of(statement, mine, entry)
    return [reading for reading, _ in found] if found and all(r is Values.OTHER for _, r in found) else []


def relations_of(
    statement: Statement, mine: Reading, entry: Entry, inferred: bool = False
) -> list[tuple[Reading, Values]]:
    """The dates of the passage, or its amounts of one kind and period, each with how it relates to a value of the statement.

    inferred: dates whose year is not written count, too.
    """
    if isinstance(mine.value, When):
        dates = [(r, r.value) for r in entry.event_dates if isinstance(r.value, When)]
        return [(r, relate_dates(mine.value, when)) for r, when in dates if inferred or _is_written(when)]
    return list(_relations(statement, mine, entry))


def _relations(statement: Statement, mine: Reading, entry: Entry) -> Iterator[tuple[Reading, Values]]:
    """The amounts of the passage of the kind and period of one of the statement, each with how it relates."""
    for reading in entry.amounts:
        if not (isinstance(mine.value, Amount) and isinstance(reading.value, Amount)):
            continue
        both = comparable(mine.value, reading.value)
        spans = (mine.start, mine.end), (reading.start, reading.end)
        if both and not is_end(*both) and same_period(statement, spans[0], entry, spans[1]):
            yield reading, relate_amounts(*both)


def _is_written(when: When) -> bool:
    return when.resolution is Resolution.WRITTEN


def _best(relations: list[Values]) -> Values | None:
    return next((r for r in (Values.SAME, Values.COARSER, Values.OTHER) if r in relations), None)


def _stated(question: Question, proposal: Proposal, related: Related) -> Answer | Passed:
    fit, end = values_fit(question, proposal), len(proposal.entry.passage.text)
    basis = Basis(values=fit, related=related)
    if fit in (Values.SAME, Values.COARSER) and (unsaid := _unsaid(question, proposal.entry)):
        return Passed(unsaid.reason, Basis(values=fit, related=unsaid))
    if fit is Values.SAME:
        return Answer(Stance.SUPPORTS, "stated", "states it", 0, end, basis=basis)
    if fit is Values.COARSER:
        return Answer(Stance.LESS_PRECISE, "stated less precisely", "states it less precisely", 0, end, basis=basis)
    values = (*question.statement.dates, *question.statement.amounts)
    another = value_otherwise(question, proposal, values) if fit and question.claim.kind not in VALUED else None
    return another or Passed(VALUED_OTHERWISE if fit else "gives no figure in the place of the claim's", basis)


def _unsaid(question: Question, entry: Entry) -> Related | None:
    """How a passage relates to the statement that gives one of its values, but says of it another thing; None where it does not."""
    statement = question.statement
    for mine in (*statement.dates, *statement.amounts):
        given = [r for r, relation in relations_of(statement, mine, entry, True) if relation is not Values.OTHER]
        own = mine.start, mine.end
        said = [relate_value(statement, own, entry, (r.start, r.end), question.weigh) for r in given]
        if said and not any(related.relation is Relation.SAME for related in said):
            return said[0]
    return None


def value_otherwise(question: Question, proposal: Proposal, values: Iterable[Reading]) -> Answer | None:
    """What the passage says of the same with another date or amount than one of the statement's; None where nothing can be told."""
    statement, entry = question.statement, proposal.entry
    for mine in values:
        span = mine.start, mine.end
        others = others_of(statement, mine, entry)
        if len(others) != 1:
            continue
        theirs = others[0].start, others[0].end
        related = relate_other(statement, span, entry, theirs, question.weigh)
        if related.relation is Relation.OTHER:
            found = say_read(others[0], entry.passage.text)
            reason = f"says {found}, the claim says {say(mine.value)}"
            basis = Basis(mine.value, others[0], Values.OTHER, related=related)
            return Answer(Stance.CONTRADICTS, found, reason, *theirs, basis=basis)
    return None
