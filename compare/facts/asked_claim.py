"""A claim made ready to be asked: its value read, its words folded and weighed, its patterns parsed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from claims.amounts import TIME as TIME_OF_DAY
from claims.amounts import parse_amount, parse_time
from claims.edtf import parse_edtf
from claims.model import Claim, Kind
from claims.values import Amount, Value, When
from compare.facts.folded_passage import Entry
from compare.facts.statement import Statement, exactly_before, read_statement
from compare.fold import STOP, Folded, content_stems, fold
from compare.text.names_and_negation import names, quoted, words_of
from compare.values.counting import clocks
from compare.values.units import canonical
from seeds.model import Passage, PassageKind

TIME = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
"""Units of time by length."""


@dataclass(frozen=True)
class Question:
    """A claim and what searching and reading need of it.

    value: the expected date or amount, None when neither the claim nor its statement gives one. length: the length of time a
        date claim's statement gives ("for more than 30 years, since the early 1990s").
    words: the content stems of the statement (of the quotation, where it has one) with their weight in the corpus.
    quote: the quoted words of a quote claim. name: the folded words of the name of a name claim.
    rarity: the weight of every stem of the statement.
    footnotes_only: every passage the terms match is a footnote, so its citation dates are what the claim is about.
    """

    claim: Claim
    folded: Folded
    value: Value | None
    words: Mapping[str, float] = field(default_factory=dict)
    quote: str = ""
    name: tuple[str, ...] = ()
    footnotes_only: bool = False
    length: Amount | None = None
    rarity: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def statement(self) -> Statement:
        """What the statement asserts, word by word."""
        return read_statement(self.claim.statement)

    @cached_property
    def related(self) -> dict[int, tuple[Entry, Any]]:
        """How passages relate to the statement, as far as asked, each with its passage, by the identity of that."""
        return {}

    def weigh(self, stem: str) -> float:
        """The weight of a stem of the statement in the corpus."""
        return self.rarity.get(stem, 1.0)

    @cached_property
    def subject(self) -> Mapping[str, float]:
        """`words` without the dates and numbers of the statement, which a passage with another value need not hold."""
        dates = self.statement.dates
        exact = [m.span() for r in self.statement.amounts if (m := exactly_before(self.claim.statement, r.start))]
        times = (r for r in self.statement.amounts if _is_time(r.value))
        spans = [*((r.start, r.end) for r in (*dates, *times)), *exact]
        values = {w.stem for w in self.folded.words if any(start <= w.start < end for start, end in spans)}
        return {stem: weight for stem, weight in self.words.items() if stem not in values and not stem[0].isdigit()}

    @cached_property
    def besides(self) -> tuple[Value, ...]:
        """The other dates or amounts of the statement ("from 49 to 120"); read when a passage gives another value only."""
        return tuple(other for other in stated_values(self.claim) if other != self.value)

    def about(self, passages: Iterable[Passage]) -> "Question":
        """The question once it is known which passages are proposed for it."""
        kinds = {passage.kind for passage in passages}
        return replace(self, footnotes_only=True) if self.claim.terms and kinds == {PassageKind.FOOTNOTE} else self


def stated_values(claim: Claim) -> tuple[Value, ...]:
    """The dates and times of day of a date claim's statement, the amounts of a figure claim's, in order."""
    if claim.kind not in (Kind.DATE, Kind.FIGURE):
        return ()
    read = read_statement(claim.statement)
    dated = claim.kind is Kind.DATE
    values = (*read.dates, *(r for r in read.amounts if _is_time(r.value))) if dated else read.amounts
    return tuple(r.value for r in values)


def _is_time(value: Value) -> bool:
    return isinstance(value, Amount) and value.unit in clocks.UNITS


def stated_length(claim: Claim) -> Amount | None:
    """The first length of time a date claim's statement gives, None when it gives none or the curator gave the date."""
    if claim.kind is not Kind.DATE or claim.expected:
        return None
    amounts = (r.value for r in read_statement(claim.statement).amounts if isinstance(r.value, Amount))
    return next((amount for amount in amounts if amount.unit in TIME), None)


def expected_value(claim: Claim) -> Value | None:
    """The claim's date or amount: the curated one, else the finest date or the first amount of its statement."""
    if claim.kind is Kind.DATE:
        if claim.expected:
            return parse_time(claim.expected) if TIME_OF_DAY.fullmatch(claim.expected) else parse_edtf(claim.expected)
        dates = (value for value in stated_values(claim) if isinstance(value, When))
        return min(dates, key=lambda when: when.last - when.first, default=None) or _time_of_day(claim)
    if claim.kind is Kind.FIGURE:
        amount = parse_amount(claim.expected) if claim.expected else None
        return replace(amount, unit=canonical(amount.unit)) if amount else next(iter(stated_values(claim)), None)
    return None


def _time_of_day(claim: Claim) -> Amount | None:
    """The time of day in the statement of a date claim that gives no date."""
    return next((value for value in stated_values(claim) if isinstance(value, Amount)), None)


def ask(claim: Claim, weights: Mapping[str, float], default: float) -> Question:
    """The question of a claim. weights: the idf of each stem of the corpus; default: that of a stem it does not hold."""
    quote = (claim.expected or quoted(claim.statement)) if claim.kind is Kind.QUOTE else ""
    folded = fold(claim.statement)
    stems = content_stems(fold(quote) if quote else folded)
    words = {stem: weights.get(stem, default) for stem in stems}
    value, length = expected_value(claim), stated_length(claim)
    rarity = {word.stem: weights.get(word.stem, default) for word in folded.words if word.form not in STOP}
    return Question(claim, folded, value, words, quote, _name(claim, folded), length=length, rarity=rarity)


def _name(claim: Claim, folded: Folded) -> tuple[str, ...]:
    """The words of the name a claim is about: the expected ones, else the last name of its statement."""
    if claim.kind is not Kind.NAME or claim.positions:
        return ()
    if claim.expected:
        return words_of(claim.expected)
    runs = list(names(folded))
    return tuple(folded.words[i].form for i in runs[-1]) if runs else ()
