"""The figures that a draft worked out itself, worked out again where no source gives them: what comes out, and of which figures.

One answer is needed: where a source's figures, or the sentence's own, make several, nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.values import Amount, Bound
from compare.checks.derived import CODE
from compare.checks.figure import CODE as FIGURE
from compare.drafting.derivations import PAIRED, Derived, Operand, Way, Worked, cannot_fit, derived_of, fits, work_out
from compare.drafting.model import Finding, Stance
from compare.drafting.operands import Operands, operands_of
from compare.drafting.paragraphs import Paragraph
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.relate.relation import Related
from compare.relate.relation import Relation as Says
from compare.search.index import Index
from compare.stating.assertions import Assertion, AssertionKind
from compare.stating.sentences import Sentence, sentences_of
from compare.values.relations import Relation
from seeds.model import Span

GIVES = (Stance.CONTRADICTED, Stance.DISPUTED)
"""Outcomes of a figure in whose place sources give others."""
BESIDE = re.compile(r" (?:less|more|extra|cheaper|dearer)\b")
LISTED = (Way.SUM, Way.AVERAGE)
"""Ways whose figures a passage may not list in full."""
COMES_OUT = "it was worked out, and comes out of figures that a source gives of the same"
COMES_OUT_OTHERWISE = "it was worked out, and figures that a source gives of the same make another"
OF_ANOTHER_KIND = "it is told as worked out, and the figures that the sources give are not"
TWO_ANSWERS = "it was worked out, and two ways to do so give two answers"


def worked_out(paragraph: Paragraph, findings: Sequence[Finding], index: Index) -> Iterator[Finding]:
    """The findings of a paragraph; a figure that no source gives is told by what it was worked out of, where that can be told."""
    open_figures = {(f.start, f.end): f for f in findings if f.code == FIGURE and f.stance is not Stance.SUPPORTED}
    answers: dict[Span, Finding] = {}
    for sentence in sentences_of(paragraph.text) if open_figures else ():
        for assertion in sentence.assertions:
            place = _place_in_draft(assertion, sentence, paragraph)
            if assertion.kind is AssertionKind.AMOUNT and place in open_figures:
                answers[place] = _answered(open_figures[place], assertion, sentence, paragraph, findings, index)
    yield from (answers.get((f.start, f.end), f) if f.code == FIGURE else f for f in findings)


def _answered(
    finding: Finding,
    assertion: Assertion,
    sentence: Sentence,
    paragraph: Paragraph,
    findings: Sequence[Finding],
    index: Index,
) -> Finding:
    amount, text = assertion.value, sentence.folded.text
    assert isinstance(amount, Amount)
    others = [a for a in sentence.assertions if isinstance(a.value, Amount) and a is not assertion]
    alike = [(a.start, a.end) for a in others if isinstance(a.value, Amount) and a.value.unit in ("", amount.unit)]
    derived = derived_of(text, (assertion.start, assertion.end), amount, alike)
    if derived is None:
        return finding
    own = _own(derived, others, sentence, paragraph, findings)
    given = own or operands_of(derived, assertion, sentence, index)
    contradicts = bool(own) or derived.way not in LISTED
    return _told(derived, given, finding, contradicts) or _without_others(finding, derived)


def _told(derived: Derived, given: Sequence[Operands], finding: Finding, contradicts: bool) -> Finding | None:
    """What all the ways say; None where there is none, or none that is sure enough to contradict.

    contradicts: what does not come out is wrong; the figures of a passage may be more or fewer than were added up.
    """
    made = [(worked, operands.whole) for operands in given if (worked := work_out(derived, operands.operands))]
    fitting = [worked for worked, _ in made if fits(derived, worked)]
    failing = [worked for worked, _ in made if not fits(derived, worked)]
    if fitting and failing:
        message = f"worked out two ways it gives two answers: {fitting[0].said}; {failing[0].said}"
        both = (*fitting[0].operands, *failing[0].operands)
        return _made(finding, Stance.NOT_CHECKABLE, message, TWO_ANSWERS, both, "")
    if fitting:
        first = fitting[0]
        message = f"worked out of figures of {_source(first)}: {first.said}"
        return _made(finding, Stance.SUPPORTED, message, COMES_OUT, first.operands, first.said)
    if not contradicts:
        return None
    surely = [worked for worked, whole in made if whole and cannot_fit(derived, worked)]
    if surely and len(surely) == len(made) and len({worked.said for worked in surely}) == 1:
        first = surely[0]
        message = f"figures of {_source(first)} make another: {first.said}"
        return _made(finding, Stance.CONTRADICTED, message, COMES_OUT_OTHERWISE, first.operands, first.said)
    return None


def _without_others(finding: Finding, derived: Derived) -> Finding:
    """The finding; not checkable where what contradicts it is a figure that is not told as worked out so."""
    if finding.stance not in GIVES or any(_is_derived_so(place, derived) for place in finding.places):
        return finding
    message = f"it could not be checked: {OF_ANOTHER_KIND}"
    weighed = replace(finding.weighed, rule=OF_ANOTHER_KIND) if finding.weighed else Weighed(OF_ANOTHER_KIND)
    return replace(finding, stance=Stance.NOT_CHECKABLE, message=message, value="", weighed=weighed)


def _is_derived_so(place: Place, derived: Derived) -> bool:
    """True for a figure of a source that its words tell as worked out in the same way."""
    text = place.document.text[place.start : place.end].replace("\n", " ")
    start, end = place.focus[0] - place.start, place.focus[1] - place.start
    told = BESIDE.search(text, start, end)  # "60 cents less per gallon" is one figure
    at = start, told.start() if told else end
    there = derived_of(text, at, derived.amount, ())
    return there is not None and there.way is derived.way


def _own(
    derived: Derived,
    others: Sequence[Assertion],
    sentence: Sentence,
    paragraph: Paragraph,
    findings: Sequence[Finding],
) -> list[Operands]:
    """The other figures of the sentence as the operands, where one source supports them all."""
    if derived.way not in (*PAIRED, Way.SUM):
        return []
    mine = [a for a in others if isinstance(a.value, Amount) and _is_operand(a.value, derived)]
    paired = derived.way in PAIRED
    if len(mine) < 2 or (paired and not (len(mine) == 2 and _is_from_to(mine, sentence))):
        return []
    supports = [_supports(_place_in_draft(a, sentence, paragraph), findings) for a in mine]
    sources = set.intersection(*({p.document.source.id for p in places} for places in supports))
    return [
        Operands(tuple(_operand(source, places, a) for places, a in zip(supports, mine, strict=True)), True)
        for source in sorted(sources)
    ]


def _operand(source: str, places: Sequence[Place], assertion: Assertion) -> Operand:
    """A figure of the sentence at the place where a source gives it."""
    amount = assertion.value
    assert isinstance(amount, Amount)
    return Operand(amount.low, amount.unit, amount.step, next(p for p in places if p.document.source.id == source))


def _is_operand(amount: Amount, derived: Derived) -> bool:
    exact = amount.low == amount.high and amount.bound is Bound.EXACT and amount.unit != "percent"
    return exact and (derived.way is Way.GROWTH or amount.unit in ("", derived.amount.unit))


def _is_from_to(mine: Sequence[Assertion], sentence: Sentence) -> bool:
    text = sentence.folded.text
    return text[: mine[0].start].endswith("from ") and text[mine[0].end : mine[1].start] == " to "


def _supports(place: Span, findings: Sequence[Finding]) -> tuple[Place, ...]:
    found = (f for f in findings if (f.start, f.end) == place and f.code == FIGURE and f.stance is Stance.SUPPORTED)
    return next((f.places for f in found), ())


def _made(
    finding: Finding, stance: Stance, message: str, rule: str, operands: Sequence[Operand], value: str
) -> Finding:
    weighed = replace(finding.weighed, rule=rule) if finding.weighed else Weighed(rule)
    comes_out = Relation.SAME if stance is Stance.SUPPORTED else Relation.OTHER
    related = Related(Says.SAME, "the figure is worked out of it")
    places = tuple(
        replace(o.place, basis=Basis(read=o.place.value, values=comes_out, related=related)) for o in operands
    )
    return replace(finding, code=CODE, stance=stance, message=message, value=value, places=places, weighed=weighed)


def _source(worked: Worked) -> str:
    return worked.operands[0].place.document.source.id


def _place_in_draft(assertion: Assertion, sentence: Sentence, paragraph: Paragraph) -> Span:
    return paragraph.place(sentence.start + assertion.start, sentence.start + assertion.end)
