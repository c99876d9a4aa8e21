"""A claim made ready to be asked: its value read, its words folded and weighed, its patterns parsed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.amounts import parse_amount
from claims.edtf import parse_edtf
from claims.model import Claim, Kind
from claims.values import Value, When
from compare.dates import find_dates
from compare.fold import Folded, content_stems, fold
from compare.quantities import find_quantities
from compare.units import canonical
from compare.wordings.names_and_negation import names, quoted, words_of
from seeds.model import Passage, PassageKind


@dataclass(frozen=True)
class Question:
    """A claim and what searching and reading need of it.

    value: the expected date or amount, None when neither the claim nor its statement gives one. besides: the other dates
        or amounts of the statement ("from 49 to 120").
    words: the content stems of the statement (of the quotation, where it has one) with their weight in the corpus.
    quote: the quoted words of a quote claim. name: the folded words of the name of a name claim.
    footnotes_only: every passage the terms match is a footnote, so its citation dates are what the claim is about.
    """

    claim: Claim
    folded: Folded
    value: Value | None
    words: Mapping[str, float] = field(default_factory=dict)
    quote: str = ""
    name: tuple[str, ...] = ()
    footnotes_only: bool = False
    besides: tuple[Value, ...] = ()

    def about(self, passages: Iterable[Passage]) -> "Question":
        """The question once it is known which passages are proposed for it."""
        kinds = {passage.kind for passage in passages}
        return replace(self, footnotes_only=bool(self.claim.terms) and kinds == {PassageKind.FOOTNOTE})


def stated_values(claim: Claim) -> tuple[Value, ...]:
    """The dates of a date claim's statement, the amounts of a figure claim's, in order; none where the curator gave all."""
    if claim.kind not in (Kind.DATE, Kind.FIGURE) or (claim.expected and claim.terms):
        return ()
    dates = find_dates(claim.statement)
    if claim.kind is Kind.DATE:
        return tuple(r.value for r in dates)
    return tuple(r.value for r in find_quantities(claim.statement, [(r.start, r.end) for r in dates]))


def expected_value(claim: Claim, stated: Sequence[Value]) -> Value | None:
    """The claim's date or amount: the curated one, else the finest date or the first amount of its statement."""
    if claim.kind is Kind.DATE:
        finest = min((v for v in stated if isinstance(v, When)), key=lambda when: when.last - when.first, default=None)
        return parse_edtf(claim.expected) if claim.expected else finest
    if claim.kind is Kind.FIGURE:
        amount = parse_amount(claim.expected) if claim.expected else None
        return replace(amount, unit=canonical(amount.unit)) if amount else next(iter(stated), None)
    return None


def ask(claim: Claim, weights: Mapping[str, float], default: float) -> Question:
    """The question of a claim. weights: the idf of each stem of the corpus; default: that of a stem it does not hold."""
    quote = (claim.expected or quoted(claim.statement)) if claim.kind is Kind.QUOTE else ""
    folded = fold(claim.statement)
    stems = content_stems(fold(quote) if quote else folded)
    words = {stem: weights.get(stem, default) for stem in stems}
    stated = stated_values(claim)
    value = expected_value(claim, stated)
    besides = tuple(other for other in stated if other != value)
    return Question(claim, folded, value, words, quote, _name(claim, folded), besides=besides)


def _name(claim: Claim, folded: Folded) -> tuple[str, ...]:
    """The words of the name a claim is about: the expected ones, else the last name of its statement."""
    if claim.kind is not Kind.NAME or claim.positions:
        return ()
    if claim.expected:
        return words_of(claim.expected)
    runs = list(names(folded))
    return tuple(folded.words[i].form for i in runs[-1]) if runs else ()
