"""Does the passage give the claim's date?

Read: the date that stands nearest to the claim's words. It agrees when it is the claim's date or lies within it (8 August
2025 for August 2025); it is less precise when the claim's date lies within it (2025, or late 2020); otherwise it contradicts.

A day in figures that two countries read differently ("02/08/2012") contradicts only where neither reading fits. Spans with two
written ends agree in both or are others, and "since" a date is not "until" it; what is over "by" or "until" a date may have been at
any time before. Of a lifetime in brackets behind a name the date of birth or of death is read that the claim asks for. Days without
a year are compared by month and day. A date of which day, month or year alone is another is taken for a slip of the pen: it
contradicts from fewer of the claim's words, but never where another verb dates it; one with another figure of its year alone is
read before others that contradict. A date that lies as long from another as the passage says ("two years after") is not at odds.

A note is read beside the text: "held on 20 August" in it is another date than the text's 22 August, and so is the day on which what it
cites was published, where that lies before the claim's date and is it but for the day, the month or the year.

Not read: other citation dates (days of access and publication), unless the claim is about footnotes only; relative dates ("last
August") that do not fit, since the day they count from may be misjudged. A year taken from the surroundings, not written in the
passage, never contradicts, nor does another date that only broad terms bind to the claim, nor, for a claim without terms, a date
with none of the claim's words but its names in its clause or the ones beside it.
Cannot see: that two dates belong to different events, when the passage names the claim's event beside the other's date.
"""

import re
from dataclasses import replace

from claims.model import Kind
from claims.values import Amount, Reading, Resolution, Value, When
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry
from compare.facts.lifespans import dates_of_life
from compare.relate.binding import is_about, is_near, nearest
from compare.search.index import Proposal
from compare.values.dates import find_dates
from compare.values.dating.ambiguous import other_day
from compare.values.dating.edges import edge_of, ends, excludes
from compare.values.following import follows_in_time
from compare.values.in_words import say, say_read
from compare.values.quantities import find_quantities
from compare.values.relations import Relation, is_too_long, opened, relate_dates
from compare.values.slips import is_slip

CODE = "SRC101"
NAME = "date"
KINDS = (Kind.DATE,)
NAMED_BY = re.compile(r"\b(?:year|season|session|term|edition) $")
"""What stands before a time that is part of a name ("the season 2019/20")."""


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of the passage's date."""
    claimed = question.value
    if not isinstance(claimed, When):
        return None
    entry = proposal.entry
    dates = entry.citation_dates if question.footnotes_only else dates_of_life(entry, question.words)
    text = entry.passage.text
    early = _too_early(question, entry, claimed)
    counted = [r for r in (*dates, *early) if _counts(r, claimed)]
    counted = [r for r in counted if not NAMED_BY.search(text[: r.start])] or counted
    asked = Asked(claimed, question)
    relations = {r: asked.relation(_with_own_year(r, entry), text) for r in counted}
    reading = nearest(counted, question, proposal, lambda r: relations[r] is Relation.SAME and not _is_counted(r))
    if reading is None or not isinstance(reading.value, When):
        return Passed("no date of an event stands in it")
    if relations[reading] is Relation.OTHER:
        reading = next((r for r in counted if is_typo(claimed, r.value)), reading)
    found, relation = _with_own_year(reading, entry).value, relations[reading]
    assert isinstance(found, When)
    basis = Basis(claimed, reading, relation, len(counted))
    slip = relation is Relation.OTHER and is_slip(claimed, found)
    if not is_about(question, proposal, relation, slip):
        return Passed("it holds too few of the claim's words for its date to count", basis)
    if relation is Relation.OTHER and _is_besides(question, found):
        return Passed("its date is another one that the claim names", basis)
    if relation is Relation.OTHER and asked.may_lie_before(reading, text):
        return Passed("its date ends a time, and the claim's lies before that", basis)
    if relation is Relation.OTHER and not slip and not is_near(question, proposal, reading):
        return Passed("none of the claim's words stands near its date", basis)
    if relation is Relation.OTHER and _is_worked_out(claimed, entry):
        return Passed("the claim's date follows from others in it", basis)
    said, published = say_read(reading, entry.passage.text), entry.document.source.published
    cited = f"cites what was published {said}, before {say(claimed)}" if reading in early else ""
    return Answer(
        stance_of(relation), said, cited or _reason(relation, said, say(claimed)), reading.start, reading.end,
        suspect=relation is Relation.OTHER and (_is_later(found, published) or is_typo(claimed, found)), basis=basis,
    )  # fmt: skip


def _is_worked_out(claimed: When, entry: Entry) -> bool:
    """True when the claim's date lies as long before or after another as the passage says, or what stands before it."""
    before = find_dates(entry.before), find_quantities(entry.before)
    dates, lengths = (
        [r.value for r in (*own, *other)] for own, other in zip((entry.dates, entry.amounts), before, strict=True)
    )
    return follows_in_time(
        claimed, [d for d in dates if isinstance(d, When)], [v for v in lengths if isinstance(v, Amount)]
    )


def _too_early(question: Question, entry: Entry, claimed: When) -> list[Reading]:
    """The day of publication of what a note cites, where it lies before the claim's and is nearly that: so the note dates the event."""
    if question.footnotes_only:
        return []
    dated = ((r, r.value) for r in entry.publication_dates)
    return [r for r, when in dated if isinstance(when, When) and when.last < claimed.first and is_slip(claimed, when)]


def stance_of(relation: Relation) -> Stance:
    """The stance of a value that relates so to the claim's."""
    return {
        Relation.SAME: Stance.SUPPORTS,
        Relation.COARSER: Stance.LESS_PRECISE,
        Relation.OTHER: Stance.CONTRADICTS,
    }[relation]


class Asked:
    """The date a claim asks for, with the word that makes it an edge in the statement."""

    def __init__(self, claimed: When, question: Question) -> None:
        written = next((r for r in question.statement.dates if r.value == claimed), None)
        self.edge = edge_of(question.claim.statement, written.start) if written else ""
        self.when = opened(claimed, self.edge)

    def relation(self, reading: Reading, text: str) -> Relation:
        """How a date of a passage relates to it; one behind "before" or "after" is open to that side."""
        if not isinstance(reading.value, When):
            return Relation.OTHER
        edge = edge_of(text, reading.start)
        if excludes(self.edge, edge):
            return Relation.OTHER
        relation = relate_dates(self.when, opened(reading.value, edge))
        other = other_day(text[reading.start : reading.end], reading.value) if relation is Relation.OTHER else None
        return relate_dates(self.when, other) if other else relation

    def may_lie_before(self, reading: Reading, text: str) -> bool:
        """True for a date of a passage that ends a time and leaves room for the claim's: "until July" for "in March"."""
        early = isinstance(reading.value, When) and self.when.first < reading.value.first
        return early and not self.edge and ends(edge_of(text, reading.start))


def _with_own_year(reading: Reading, entry: Entry) -> Reading:
    """The reading with its year as written where the passage writes that year itself ("left on 3 March 1889 and arrived on the 15th")."""
    found = reading.value
    if not isinstance(found, When) or found.resolution is not Resolution.INFERRED:
        return reading
    years = {
        r.value.edtf[:4] for r in entry.dates if isinstance(r.value, When) and r.value.resolution is Resolution.WRITTEN
    }
    own = found.edtf[:4] in years
    return replace(reading, value=replace(found, resolution=Resolution.WRITTEN)) if own else reading


def _is_counted(reading: Reading) -> bool:
    """True for a date counted from another ("the previous year"), which dates the claim only where it stands nearest."""
    return isinstance(reading.value, When) and reading.value.resolution is Resolution.RELATIVE


def _is_besides(question: Question, found: When) -> bool:
    """True when the date is another one that the claim's statement names."""
    return any(isinstance(v, When) and relate_dates(v, found) is not Relation.OTHER for v in question.besides)


def _counts(reading: Reading, claimed: When) -> bool:
    found = reading.value
    if not isinstance(found, When) or (found.edtf.startswith("XXXX") and found.resolution is not Resolution.INFERRED):
        return False
    if is_too_long(claimed, found):
        return False
    return found.resolution is not Resolution.RELATIVE or relate_dates(claimed, found) is not Relation.OTHER


def _reason(relation: Relation, found: str, claimed: str) -> str:
    if relation is Relation.OTHER:
        return f"says {found}, the claim says {claimed}"
    return f"less precise than {claimed}" if relation is Relation.COARSER else f"says {found}"


def _is_later(found: When, published: str) -> bool:
    """True when the date lies after the source's own publication."""
    from compare.facts.folded_passage import reference_day

    day = reference_day(published)
    return day is not None and found.first > day.toordinal()


def is_typo(claimed: When, found: Value) -> bool:
    """True when only one figure of the year differs and the day is the same."""
    if not isinstance(found, When):
        return False
    year, rest = claimed.edtf[:4], claimed.edtf[4:]
    other, other_rest = found.edtf[:4], found.edtf[4:]
    same_rest = rest.replace(year, "") == other_rest.replace(other, "")
    return len(rest) > 3 and same_rest and sum(a != b for a, b in zip(year, other, strict=False)) == 1
