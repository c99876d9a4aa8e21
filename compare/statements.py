"""A free statement checked against sources: every assertion of every sentence, each with what the sources say in its place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claims.values import Amount, Bound, Resolution, When
from compare.anchors import Anchors, anchors_of, candidates, refers
from compare.assertions import Assertion, AssertionKind, Sentence, sentences_of
from compare.assess_names import is_proper, is_unknown, read_names
from compare.assess_values import Found, Sought, beside_of, read_values
from compare.assess_wording import read_wording
from compare.fold import STOP
from compare.patterns import NEGATIONS
from compare.relations import Relation
from compare.search import Index, Proposal
from compare.stated import root, roots
from compare.wording import DENIALS
from seeds.model import Document, Span

SUPPORT = 0.02
PER_PASSAGE = 0.0005
MOST_SUPPORT = 0.25
CONTRADICT = 0.4
RIVAL = 0.6
CLOSE = 0.75
CLOSE_RIVAL = 0.85
COARSER_RIVAL = 0.95
SHOWN = 5
TOGETHER = 12
SHARED = 0.7
DENIED = 4
DENYING = NEGATIONS | DENIALS | {"other", "outside", "unlike"}
WORDING_RIVAL = 0.9
WORDING_CONTRADICT = 0.5
NAME_RIVAL = 0.8
NAME_CONTRADICT = 0.5
NAME_SPOKEN = 0.5
SMALL = 10
TIME = ("USD", "percent")


class Outcome(StrEnum):
    """What the sources say to an assertion."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    NOT_FOUND = "not-found"
    NOT_CHECKABLE = "not-checkable"


@dataclass(frozen=True)
class Place:
    """Where a source gives a value: the passage and the very words, characters of the document's text.

    share: 0 to 1, how much of the statement around the assertion the passage holds.
    """

    document: Document
    start: int
    end: int
    focus: Span
    value: str
    share: float = 1.0


@dataclass(frozen=True)
class Assessed:
    """An assertion and what the sources say to it.

    start, end: characters of the statement's text, end exclusive. value: what the sources give, in words, "" for nothing.
    evidence: the places that decide, best first; of what is not found or not checkable the nearest passage, without a value.
    """

    start: int
    end: int
    kind: AssertionKind
    stance: Outcome
    value: str
    reason: str
    evidence: tuple[Place, ...] = ()


def check_statement(text: str, index: Index) -> tuple[Assessed, ...]:
    """Every assertion of a text assessed against the passages of an index, in order."""
    return tuple(assessed for sentence in sentences_of(text) for assessed in _check(sentence, index))


def _check(sentence: Sentence, index: Index) -> Iterator[Assessed]:
    for assertion in sentence.assertions:
        if is_relative(assertion):
            continue
        yield _assess(assertion, sentence, index)
    if sentence.answer is None:
        yield _assess_wording(sentence, index)


def _assess(assertion: Assertion, sentence: Sentence, index: Index) -> Assessed:
    sought = _sought(assertion, sentence, index)
    if assertion.kind is AssertionKind.NAME:
        return _assess_name(sought, sentence, index)
    proposals = list(candidates(sought.anchors, index, sought.named))
    found = [f for proposal in proposals for f in read_values(sought, proposal)]
    fits = sorted((f for f in found if f.relation is not Relation.OTHER), key=_order)
    against = sorted((f for f in found if f.relation is Relation.OTHER), key=_order)
    strongest = against[0].strength if against else 0.0
    fits = [f for f in fits if f.strength >= max(chance(index), _needed(f.relation, strongest))]
    if fits:
        return _assessed(assertion, sentence, Outcome.SUPPORTED, fits)
    if strongest >= CONTRADICT:
        return _contradicted(assertion, sentence, against)
    missing = Outcome.NOT_CHECKABLE if not found and _may_be_counted(assertion) else Outcome.NOT_FOUND
    return _assessed(assertion, sentence, missing, (), _nearest(proposals))


def _assess_wording(sentence: Sentence, index: Index) -> Assessed:
    """The wording is wrong where a passage says the opposite and none that is as near states it."""
    found = list(read_wording(sentence, index))
    fits = sorted((f for f in found if f.relation is Relation.SAME), key=_order)
    against = sorted((f for f in found if f.relation is Relation.OTHER), key=_order)
    whole = Assertion(AssertionKind.WORDING, 0, len(sentence.folded.text), ())
    strongest = against[0].strength if against else 0.0
    if fits and fits[0].strength >= WORDING_RIVAL * strongest:
        return _assessed(whole, sentence, Outcome.SUPPORTED, fits)
    if strongest >= WORDING_CONTRADICT:
        return _assessed(whole, sentence, Outcome.CONTRADICTED, against)
    named = frozenset(sentence.folded.words[i].stem for a in sentence.assertions if a.kind is AssertionKind.NAME for i in a.words)
    anchors = anchors_of(whole, sentence, index)
    return _assessed(whole, sentence, Outcome.NOT_CHECKABLE, (), _together(anchors, list(candidates(anchors, index, named))))


def _assess_name(sought: Sought, sentence: Sentence, index: Index) -> Assessed:
    """A name is wrong where another stands in its place, and not found where the sources know it nowhere."""
    first = sentence.folded.words[0]
    if sought.assertion.words == (0,) and not is_proper(first.stem, index):
        return _assessed(sought.assertion, sentence, Outcome.NOT_CHECKABLE, ())
    proposals = list(candidates(sought.anchors, index, sought.named))
    found = [f for proposal in proposals for f in read_names(sought, sentence.folded, proposal, index)]
    fits = sorted((f for f in found if f.relation is Relation.SAME), key=_order)
    against = sorted((f for f in found if f.relation is Relation.OTHER), key=_order)
    strongest = against[0].strength if against else 0.0
    if fits and fits[0].strength >= max(chance(index), NAME_RIVAL * strongest):
        return _assessed(sought.assertion, sentence, Outcome.SUPPORTED, fits)
    if strongest >= NAME_CONTRADICT:
        return _contradicted(sought.assertion, sentence, against)
    if fits:
        return _assessed(sought.assertion, sentence, Outcome.SUPPORTED, fits)
    missing = _is_unheard(sought, sentence, proposals, index)
    return _assessed(sought.assertion, sentence, Outcome.NOT_FOUND if missing else Outcome.NOT_CHECKABLE, (), _nearest(proposals))


def _is_unheard(sought: Sought, sentence: Sentence, proposals: Sequence[Proposal], index: Index) -> bool:
    """True for a name no word of which the sources know, where a passage speaks to the sentence and names what it means."""
    best = max(proposals, key=lambda p: p.share, default=None)
    if best is None or best.share < NAME_SPOKEN or sought.assertion.words == (0,):
        return False
    folded = sentence.folded
    first = next(a for a in sentence.assertions if a.kind is AssertionKind.NAME)
    if sought.assertion == first and refers(best.entry.folded):
        return False
    return all(is_unknown(folded.words[i], folded.text, index) for i in sought.assertion.words if folded.words[i].form not in STOP)


def chance(index: Index) -> float:
    """How strong a value must stand not to be there by chance: the more passages, the likelier it is."""
    return min(MOST_SUPPORT, SUPPORT + PER_PASSAGE * len(index.entries))


def _needed(relation: Relation, strongest: float) -> float:
    """How strong a value that agrees must stand beside the strongest one that does not."""
    if relation is Relation.COARSER:
        return COARSER_RIVAL * strongest
    if strongest >= CLOSE:
        return CLOSE_RIVAL * strongest
    return RIVAL * strongest


def _sought(assertion: Assertion, sentence: Sentence, index: Index) -> Sought:
    others = [a for a in sentence.assertions if a is not assertion]
    text = sentence.folded.text
    return Sought(
        assertion,
        text[assertion.start : assertion.end],
        anchors_of(assertion, sentence, index),
        tuple(a.value for a in others if a.value is not None and not is_relative(a)),
        tuple(text[a.start : a.end] for a in others),
        beside_of(sentence.folded, assertion.words[0], assertion.words[-1]) if assertion.words else ("", ""),
        frozenset(sentence.folded.words[i].stem for a in sentence.assertions if a.kind is AssertionKind.NAME for i in a.words),
    )


def is_relative(assertion: Assertion) -> bool:
    """True for a date counted from another: it asserts nothing of its own."""
    return isinstance(assertion.value, When) and assertion.value.resolution is Resolution.RELATIVE


def _may_be_counted(assertion: Assertion) -> bool:
    """True for what a writer may know without a source that says it: a small number of things, a place in a series."""
    value = assertion.value
    small = isinstance(value, Amount) and value.low == value.high <= SMALL and value.unit not in TIME and value.bound is Bound.EXACT
    return small or assertion.kind is AssertionKind.SERIES


def _nearest(proposals: Sequence[Proposal]) -> tuple[Found, ...]:
    """The passage that holds most of the anchors, whole, as one that gives no value."""
    best = max(proposals, key=lambda p: p.share, default=None)
    return (Found(best, 0, len(best.entry.passage.text), "", Relation.OTHER, best.share),) if best else ()


def _together(anchors: Anchors, proposals: Sequence[Proposal]) -> tuple[Found, ...]:
    """The nearest passages, the first with the share of the anchors that all of them hold together."""
    best = sorted(proposals, key=lambda p: -p.share)[:TOGETHER]
    held = roots(frozenset().union(*(p.entry.stems for p in best)))
    share = sum(weight for stem, weight in anchors.items() if root(stem) in held) / (sum(anchors.values()) or 1.0)
    return tuple(
        Found(replace(p, share=max(p.share, share)), 0, len(p.entry.passage.text), "", Relation.OTHER, p.share) for p in best
    )


def _order(found: Found) -> tuple[float, str, int]:
    return -found.strength, found.proposal.entry.document.source.id, found.start


def _contradicted(assertion: Assertion, sentence: Sentence, against: Sequence[Found]) -> Assessed:
    """Contradicted, unless the sentence denies what it asserts: then another value is just what it says."""
    words = sentence.folded.words[max(0, assertion.words[0] - DENIED) : assertion.words[0]] if assertion.words else ()
    denied = any(word.form in DENYING or word.form.endswith("n't") for word in words)
    return _assessed(assertion, sentence, Outcome.NOT_CHECKABLE if denied else Outcome.CONTRADICTED, against)


def _assessed(
    assertion: Assertion, sentence: Sentence, outcome: Outcome, found: Sequence[Found], nearest: Sequence[Found] = ()
) -> Assessed:
    shown = tuple(_place(f) for f in (_foremost(found) if found else nearest))[:SHOWN]
    said = shown[0].value if found else ""
    words = sentence.folded.text[assertion.start : assertion.end]
    reason = {
        Outcome.SUPPORTED: f"a source says {said}",
        Outcome.CONTRADICTED: f"a source says {said}, the statement says {words}",
        Outcome.NOT_CHECKABLE: f"no source counts so that {words} could be checked",
        Outcome.NOT_FOUND: f"no source gives {words} beside these words",
    }[outcome]
    start, end = sentence.start + assertion.start, sentence.start + assertion.end
    return Assessed(start, end, assertion.kind, outcome, said, reason, shown)


def _foremost(found: Sequence[Found]) -> list[Found]:
    """Those nearly as strong as the first, the value first that most of them give."""
    near = [f for f in found if f.strength >= SHARED * found[0].strength]
    weight: Counter[str] = Counter()
    for f in near:
        weight[f.said] += round(100 * f.strength)
    return sorted(near, key=lambda f: (f.relation is Relation.COARSER, -weight[f.said], f.said, _order(f)))


def _place(found: Found) -> Place:
    (start, end), focus = found.proposal.show(found.start, found.end)
    return Place(found.proposal.entry.document, start, end, focus, found.said, found.proposal.share)
