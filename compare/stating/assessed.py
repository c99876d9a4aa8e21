"""What a check of a statement finds: an outcome for every assertion, in words, with the places in the sources that decide it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from claims.values import Value
from compare.decide.ranking import SHOWN
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.found import Found
from compare.stating.sentences import Sentence
from compare.stating.shown import EVEN, foremost
from compare.text.names_and_negation import DENIALS
from compare.text.patterns import NEGATIONS

DENIED = 4
"""How many words before an assertion may deny it."""
OPPOSED = "another source says what cannot stand beside it"
DENYING = NEGATIONS | DENIALS | {"other", "outside", "unlike"}


class Outcome(StrEnum):
    """What the sources say to an assertion."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    """the sources differ: one says what the statement says and another contradicts it, or none does and each says another thing"""
    NOT_FOUND = "not-found"
    NOT_CHECKABLE = "not-checkable"


@dataclass(frozen=True)
class Assessed:
    """An assertion and what the sources say to it.

    start, end: characters of the statement's text, end exclusive. value: what the sources give, in words, "" for nothing.
    evidence: the places that decide, best first; of what is not found or not checkable the nearest passages, without a value.
    weighed: the rule that decided.
    """

    start: int
    end: int
    kind: AssertionKind
    stance: Outcome
    value: str
    reason: str
    evidence: tuple[Place, ...] = ()
    weighed: Weighed | None = field(default=None, compare=False, repr=False)


def supported(
    assertion: Assertion, sentence: Sentence, fits: Sequence[Found], weighed: Weighed, against: Sequence[Found] = ()
) -> Assessed:
    """Supported by the values `fits`, the strongest first.

    Disputed where a source that gives none of them gives one of `against`; both sides are shown, supporters first.
    """
    supporters = {_source(f) for f in fits}
    others = [f for f in against if _source(f) not in supporters]
    if others and not _is_denied(assertion, sentence):
        weighed = replace(weighed, rule=f"{weighed.rule}; {OPPOSED}", strength=others[0].strength)
        shown = [*foremost(fits)[:SHOWN], *foremost(others)[:SHOWN]]
        return _assessed(assertion, sentence, Outcome.DISPUTED, weighed, shown, most=len(shown))
    return _assessed(assertion, sentence, Outcome.SUPPORTED, weighed, foremost(fits))


def _source(found: Found) -> str:
    return found.proposal.entry.document.source.id


def contradicted(assertion: Assertion, sentence: Sentence, against: Sequence[Found], weighed: Weighed) -> Assessed:
    """Contradicted by the values `against`, disputed where sources give several, the strongest first.

    Not checkable when the sentence itself denies what it asserts: then another value is just what it says.
    """
    shown = foremost(against)
    if _is_denied(assertion, sentence):
        weighed = replace(weighed, rule="the sentence itself denies it, so another value is no contradiction")
        return _assessed(assertion, sentence, Outcome.NOT_CHECKABLE, weighed, (), shown)
    if _differ(against):
        weighed = replace(weighed, rule=f"{weighed.rule}; sources that are about as sure give different ones")
        return _assessed(assertion, sentence, Outcome.DISPUTED, weighed, shown)
    return _assessed(assertion, sentence, Outcome.CONTRADICTED, weighed, shown)


def without(
    assertion: Assertion, sentence: Sentence, outcome: Outcome, weighed: Weighed, near: Sequence[Found] = ()
) -> Assessed:
    """Not found or not checkable, with the nearest passages."""
    return _assessed(assertion, sentence, outcome, weighed, (), near)


def _is_denied(assertion: Assertion, sentence: Sentence) -> bool:
    first = assertion.words[0] if assertion.words else 0
    words = sentence.folded.words[max(0, first - DENIED) : first]
    return any(word.form in DENYING or word.form.endswith("n't") for word in words)


def _differ(against: Sequence[Found]) -> bool:
    """True when the strongest value of one source is nowhere among those of another that are about as strong (`EVEN`)."""
    said: dict[str, set[str]] = {}
    for f in against:
        if f.strength >= EVEN * against[0].strength:
            said.setdefault(_source(f), set()).add(f.said)
    return len(said) > 1 and not set.intersection(*said.values())


def _assessed(
    assertion: Assertion,
    sentence: Sentence,
    outcome: Outcome,
    weighed: Weighed,
    found: Sequence[Found],
    near: Sequence[Found] = (),
    most: int = SHOWN,
) -> Assessed:
    words = sentence.folded.text[assertion.start : assertion.end]
    asked = assertion.value or ("" if assertion.kind is AssertionKind.WORDING else words)
    shown = tuple(_place(f, asked) for f in (found or near)[:most])
    said = shown[0].value if found else ""
    reason = {
        Outcome.SUPPORTED: f"a source says {said}",
        Outcome.CONTRADICTED: f"a source says {said}, the statement says {words}",
        Outcome.DISPUTED: f"sources differ, one says {said}, the statement says {words}",
        Outcome.NOT_CHECKABLE: f"no source speaks so that {words} could be checked",
        Outcome.NOT_FOUND: f"no source gives {words} beside these words",
    }[outcome]
    start, end = sentence.start + assertion.start, sentence.start + assertion.end
    weighed = replace(weighed, kind=assertion.kind.value, asked=asked)
    return Assessed(start, end, assertion.kind, outcome, said, reason, shown, weighed)


def basis_of(found: Found, asked: Value | str = "") -> Basis:
    """What was read in a passage in the place of `asked`, and compared; of a wording only what the passage says."""
    if not (asked or found.basis.asked):
        return found.basis
    values = found.basis.values or (found.relation if found.said and asked else None)
    return replace(found.basis, asked=found.basis.asked or asked, read=found.basis.read or found.said, values=values)


def _place(found: Found, asked: Value | str) -> Place:
    (start, end), focus = found.proposal.show(found.start, found.end)
    share, basis = found.proposal.share, basis_of(found, asked)
    return Place(found.proposal.entry.document, start, end, focus, found.said, share, basis)
