"""A sentence that names its source is held against that source: what only another says, and what the named one says otherwise, is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from compare.checks.attribution import CODE as ATTRIBUTION
from compare.checks.derived import CODE as DERIVED
from compare.checks.figure import CODE as FIGURE
from compare.checks.unread import CODE as UNREAD
from compare.checks.wording import CODE as WORDING
from compare.drafting.model import HARD, Finding, Stance
from compare.drafting.paragraphs import Named, Paragraph
from compare.evidence.basis import Weighed
from compare.evidence.place import Place
from compare.search.index import Index
from compare.values.relations import Relation
from seeds.corpus import Corpus

SAME_FACT = {UNREAD: WORDING, DERIVED: FIGURE}
"""Codes under which one fact may be told when another source is asked."""
NAMES_IT = Weighed("it names the source that is asked, and asserts nothing")
OTHERWISE = "the source that the sentence names says otherwise"
ELSEWHERE = "another source says it, and the one that the sentence names does not give it"
UNCLEAR = "another source says it, and what the one that the sentence names says could not be read"

Check = Callable[[Paragraph, Index], Sequence[Finding]]


def bound(
    paragraph: Paragraph, findings: Sequence[Finding], check: Check, index: Index, only: dict[tuple[str, ...], Index]
) -> Iterator[Finding]:
    """The findings of a paragraph, those of a sentence that names a source after that source was asked alone.

    check: what finds them. only: indices of single sources that were made before, to which others are added.
    """
    asked: dict[tuple[str, ...], Sequence[Finding]] = {}
    for finding in findings:
        named = next((n for n in paragraph.named if _is_in(finding, paragraph, n)), None)
        if named is None:
            yield finding
        elif _names_it(finding, paragraph, named):
            message = "it names the source, and asserts nothing"
            yield replace(
                finding, stance=Stance.NOT_CHECKABLE, message=message, value="", places=(), changes=(), weighed=NAMES_IT
            )
        elif finding.claim:
            yield from (finding,) if _has_place(finding, named) else ()
        else:
            if named.sources not in asked:
                asked[named.sources] = check(paragraph, _alone(named.sources, index, only))
            own = next((f for f in asked[named.sources] if _same(f, finding)), None)
            yield _together(finding, own, named)


def _together(finding: Finding, own: Finding | None, named: Named) -> Finding:
    """What is told of a fact: what all sources say to it, and what the named one says alone."""
    if finding.stance is Stance.SUPPORTED and _has_place(finding, named):
        first = sorted(finding.places, key=lambda place: place.document.source.id not in named.sources)
        return replace(finding, places=tuple(first))
    if own and own.stance is Stance.SUPPORTED:
        return own
    agreeing = _agreeing(finding)
    who = " and ".join(named.sources)
    others = " and ".join(dict.fromkeys(place.document.source.id for place in agreeing))
    if own and own.stance in HARD:
        also = f"; {others} agrees with the draft" if others else ""
        message = f"{who}, which the sentence names, says otherwise: {own.message}{also}"
        return replace(own, message=message, places=(*own.places, *agreeing), weighed=_weighed(own, OTHERWISE))
    if not agreeing:
        return finding
    if own and own.stance is Stance.NOT_FOUND:
        message = f"only {others} gives it, and not {who}, which the sentence names"
        code = finding.code if finding.code == WORDING else ATTRIBUTION
        return replace(
            finding, code=code, stance=Stance.NOT_FOUND, message=message, weighed=_weighed(finding, ELSEWHERE)
        )
    message = f"{others} says it; what {who}, which the sentence names, says could not be read"
    code = UNREAD if finding.code == WORDING else finding.code
    weighed = _weighed(finding, UNCLEAR)
    return replace(finding, code=code, stance=Stance.NOT_CHECKABLE, message=message, weighed=weighed)


def _agreeing(finding: Finding) -> tuple[Place, ...]:
    """The places that say what the draft says."""
    if finding.stance is Stance.SUPPORTED:
        return finding.places
    disputed = finding.places if finding.stance is Stance.DISPUTED else ()
    return tuple(place for place in disputed if place.basis and place.basis.values is Relation.SAME)


def _weighed(finding: Finding, rule: str) -> Weighed:
    return replace(finding.weighed, rule=rule) if finding.weighed else Weighed(rule)


def _alone(sources: tuple[str, ...], index: Index, only: dict[tuple[str, ...], Index]) -> Index:
    """The index of these sources and no others."""
    if sources not in only:
        documents = tuple(document for document in index.documents if document.source.id in sources)
        only[sources] = Index(Corpus("named", documents))
    return only[sources]


def _is_in(finding: Finding, paragraph: Paragraph, named: Named) -> bool:
    start, end = paragraph.place(*named.sentence)
    return start <= finding.start < end


def _names_it(finding: Finding, paragraph: Paragraph, named: Named) -> bool:
    """True for a date or a name that stands among the words that name the source."""
    if finding.code in (WORDING, UNREAD):
        return False
    places = [paragraph.place(*words) for words in named.words]
    return any(start <= finding.start and finding.end <= end for start, end in places)


def _has_place(finding: Finding, named: Named) -> bool:
    return any(place.document.source.id in named.sources for place in finding.places if place.value)


def _same(one: Finding, other: Finding) -> bool:
    """True for two findings of the same fact."""
    codes = {SAME_FACT.get(code, code) for code in (one.code, other.code)}
    return len(codes) == 1 and one.start < other.end and other.start < one.end
