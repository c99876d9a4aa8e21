"""Claims held against their sources before anybody relies on them: what a curator would mend, each with its column and the mend."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claims.model import Claim
from claims.values import Amount
from compare.decide.claim import compare_claim
from compare.evidence.model import OTHERWISE, Comparison, Evidence, Stance
from compare.facts.asked_claim import expected_value, stated_values
from compare.facts.at_odds import at_odds, is_unsaid
from compare.fold import fold
from compare.search.index import PROPOSED, Index, propose
from compare.values.counting.nouns import same_noun
from compare.values.units import is_known
from seeds.corpus import Corpus


class Doubt(NamedTuple):
    """What is wrong with a claim: the column, and what it is and how to mend it, in a sentence without a full stop."""

    claim: Claim
    column: str
    what: str


@dataclass(frozen=True)
class Checked:
    """A claim, what it is compared to, and the passages of all sources."""

    comparison: Comparison
    index: Index

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.comparison.claim

    @cached_property
    def read(self) -> list[Evidence]:
        """The evidence that some check could read."""
        return [e for t in self.comparison.testimonies for e in t.evidence if e.stance is not Stance.UNREAD]

    @cached_property
    def proposed(self) -> frozenset[int]:
        """The passages that the claim's terms find, by their identity."""
        question = self.comparison.question
        return frozenset(id(p.entry) for p in propose(question, self.index)) if question else frozenset()

    def read_in(self, places: frozenset[int]) -> tuple[str, ...]:
        """The positions taken in some of the proposed passages; none where one of them is not read."""
        read: dict[int, list[str]] = {}
        for e in self.read:
            read.setdefault(id(e.passage), []).append(repr(e.answer.value))
        labels = [read.get(id(entry.passage), []) for entry in self.index.entries if id(entry) in places]
        return tuple(dict.fromkeys(label for found in labels for label in found)) if all(labels) else ()

    def is_idle(self) -> bool:
        """True for a claim whose terms match in no passage."""
        return bool(self.claim.terms) and not any(self.places(term) for term in self.claim.terms)

    def places(self, pattern: str) -> frozenset[int]:
        """The passages in which a pattern matches, by their identity."""
        return frozenset(id(self.index.entries[i]) for i, _ in self.index.matching(pattern))


def check(claims: Sequence[Claim], corpus: Corpus) -> Iterator[Doubt]:
    """Everything that is wrong with claims, by claim."""
    index = Index(corpus)
    counted = frozenset(v.unit for e in index.entries for r in e.amounts if isinstance(v := r.value, Amount))
    checked = [Checked(compare_claim(claim, index, corpus.documents), index) for claim in claims]
    twice = {doubt.claim.id: doubt for doubt in (*_read_twice(checked), *_said_twice(checked))}
    for one in checked:
        found = [*_expected(one.claim, counted), *_terms(one), *_positions(one)]
        found += filter(None, [twice.get(one.claim.id)])
        yield from found or _said_by_none(one)


def _expected(claim: Claim, counted: frozenset[str]) -> Iterator[Doubt]:
    if stated := at_odds(claim):
        yield Doubt(claim, "expected", f"says {claim.expected}, the statement {stated}; mend the one that is wrong")
    elif _is_unwritten(claim, counted):
        own = next((v.unit for v in stated_values(claim) if isinstance(v, Amount) and v.unit), "what is counted")
        what = f"no source counts in the unit of {claim.expected!r}; write the noun in the singular, such as {own!r}"
        yield Doubt(claim, "expected", what)
    elif is_unsaid(claim):
        yield Doubt(claim, "expected", f"says {claim.expected}, which the statement does not say; say it there too")


def _is_unwritten(claim: Claim, counted: Iterable[str]) -> bool:
    """True for a unit that is no measure and that neither a source nor the statement counts in."""
    value = expected_value(claim) if claim.expected else None
    if not isinstance(value, Amount) or not value.unit or is_known(value.unit):
        return False
    stated = [v.unit for v in stated_values(claim) if isinstance(v, Amount)]
    return not any(same_noun(value.unit, unit) for unit in (*counted, *stated) if unit)


def _terms(one: Checked) -> Iterator[Doubt]:
    if one.is_idle():
        what = "match no passage of the sources; loosen them, or try words with `sourcecheck find`"
        yield Doubt(one.claim, "terms", what)
    full = [t.document.source.id for t in one.comparison.testimonies if len(t.evidence) >= PROPOSED]
    if full and not one.claim.terms:
        what = f"are empty, and more passages of {', '.join(full)} fit the statement than are read; write what they must hold"
        yield Doubt(one.claim, "terms", what)


def _positions(one: Checked) -> Iterator[Doubt]:
    taken = {e.answer.value for e in one.read}
    shared = _shared_patterns(one.claim)
    for position in one.claim.positions:
        places = frozenset[int]().union(*map(one.places, position.patterns))
        if position.label in shared:
            yield Doubt(one.claim, "positions", shared[position.label])
        elif not places:
            what = f"no pattern of {position.label!r} matches in the sources; mend or remove it"
            yield Doubt(one.claim, "positions", what)
        elif one.claim.terms and not one.is_idle() and not places & one.proposed:
            what = f"no pattern of {position.label!r} matches where the terms do; mend the terms, or remove it"
            yield Doubt(one.claim, "positions", what)
        elif position.label not in taken and (instead := one.read_in(places & one.proposed)):
            what = f"{position.label!r} is taken nowhere: where its patterns match, {', '.join(instead)} is read; part the two"
            yield Doubt(one.claim, "positions", what)


def _shared_patterns(claim: Claim) -> dict[str, str]:
    """What is wrong with each label that has a pattern of a label before it."""
    first: dict[tuple[str, ...], str] = {}
    found = {}
    for position in claim.positions:
        for pattern in position.patterns:
            before = first.setdefault(fold(pattern).stems, position.label)
            if before != position.label:
                found[position.label] = (
                    f"{before!r} and {position.label!r} share the pattern {pattern!r}; keep it in one"
                )
    return found


def _said_twice(checked: Sequence[Checked]) -> Iterator[Doubt]:
    """Claims in the words of one before."""
    return _twice(checked, lambda one: fold(one.claim.statement).stems, "statement", "says what {} says")


def _read_twice(checked: Sequence[Checked]) -> Iterator[Doubt]:
    """Claims of a kind for which just the same words of the sources are read as for one before."""

    def key(one: Checked) -> Hashable:
        read = frozenset((e.document.source.id, e.focus, e.stance) for e in one.read)
        return (one.claim.kind, read) if read else None

    return _twice(checked, key, "terms", "read the same words of the sources as those of {}")


def _twice(checked: Sequence[Checked], key: Callable[[Checked], Hashable], column: str, what: str) -> Iterator[Doubt]:
    first: dict[Hashable, Claim] = {}
    for one in checked:
        same = key(one)
        before = first.setdefault(same, one.claim)
        if same is not None and before is not one.claim:
            yield Doubt(one.claim, column, f"{what.format(before.id)}; keep one of the two claims, or tell them apart")


def _said_by_none(one: Checked) -> Iterator[Doubt]:
    """That no source says what a claim says of which nothing else is wrong."""
    if any(e.stance not in OTHERWISE for e in one.read):
        return
    others = ", ".join(dict.fromkeys(e.answer.value for e in one.read))
    found = f"what is read says {others}" if others else "nothing is read for it"
    yield Doubt(
        one.claim, "statement", f"no source says so ({found}); mend the terms or the statement, or drop the claim"
    )
