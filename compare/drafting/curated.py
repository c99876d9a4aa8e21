"""The curated claims a draft speaks to: what it says there beside what the sources say.

A sentence speaks to a claim when the claim's terms match in it and a check reads its value or position. Sources that merely
frame a thing otherwise leave the draft supported; they dispute it where values differ, or where they report another act that
excludes the draft's own (extended, suspended).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Claim, Kind
from compare.checks.outlier import CODE as SLIP
from compare.decide.claim import compare_claim, read
from compare.decide.ranking import SHOWN
from compare.drafting.model import Finding, Stance, they_differ
from compare.drafting.paragraphs import Paragraph
from compare.evidence.basis import Basis, Weighed
from compare.evidence.model import Comparison, Evidence, Verdict
from compare.evidence.model import Stance as Said
from compare.evidence.place import Place
from compare.facts.asked_claim import ask
from compare.fold import fold
from compare.search.index import Index, propose
from compare.text.status_verbs import excludes, graded, groups_by_stem
from compare.values.relations import Relation
from seeds.corpus import Corpus
from seeds.model import Document

SPOKEN = 0.5
"""The least share of a claim's words a sentence must hold to speak to it."""
AGREES = (Said.SUPPORTS, Said.LESS_PRECISE)
RULES = {
    Stance.CONTRADICTED: "the sources say something else to the claim, and none says what the draft says",
    Stance.DISPUTED: "a source says what the draft says, and one says what cannot stand beside it",
    Stance.SUPPORTED: "a source says to the claim what the draft says, and none says what cannot stand beside it",
}
SLIPPED = "the only place that says what the draft says is a probable typo"
"""By which rule a finding was decided, in the words a trace tells it by."""


def check_curated(
    draft: Document, paragraphs: Sequence[Paragraph], claims: Sequence[Claim], index: Index
) -> Iterator[Finding]:
    """What the sources say wherever `paragraphs` of the draft speak to a claim; quotations are checked as a whole elsewhere."""
    own = Index(Corpus(draft.corpus, (draft,)))
    for claim in (c for c in claims if c.terms and c.kind is not Kind.QUOTE):
        answers = [a for a in _answers(claim, own, index) if any(p.holds(a.start) for p in paragraphs)]
        if answers:
            comparison = compare_claim(claim, index, index.documents)
            yield from (finding for answer in answers if (finding := _finding(answer, comparison)))


def _answers(claim: Claim, own: Index, index: Index) -> Iterator[Evidence]:
    """What the draft says to a claim; its words weigh what they weigh in the sources, whatever else the draft holds."""
    question = ask(claim, index.weights, index.unknown_weight)
    for proposal in propose(question, own):
        if proposal.share >= SPOKEN:
            evidence = read(question, proposal, why=True)
            if evidence.stance is not Said.UNREAD:
                yield evidence


def _finding(answer: Evidence, comparison: Comparison) -> Finding | None:
    said = [e for t in comparison.testimonies for e in t.evidence if e.stance is not Said.UNREAD]
    same = [e for e in said if e.answer.key == answer.answer.key or (e.stance in AGREES and answer.stance in AGREES)]
    others = [e for e in said if e not in same and e.stance is not Said.LESS_PRECISE]
    right = [e for e in others if e.stance in AGREES] or others
    slip = comparison.verdict is Verdict.PROBABLE_TYPO and answer.stance not in AGREES
    claim = comparison.claim
    if others and (not same or slip):
        made = _made(answer, claim, Stance.CONTRADICTED, _distinct(right), ())
        return _as_slip(made) if slip else made
    against = [e for e in others if _excludes(answer, e, comparison.verdict)]
    if same and against:
        return _made(answer, claim, Stance.DISPUTED, [*_distinct(same), *_distinct(against)], same)
    exactly = [e for e in same if e.answer.key == answer.answer.key]
    return _made(answer, claim, Stance.SUPPORTED, _distinct(exactly), same) if exactly else None


def _as_slip(finding: Finding) -> Finding:
    """The finding where the only place that says what the draft says is a probable typo."""
    weighed = finding.weighed and replace(finding.weighed, rule=SLIPPED)
    message = f"{finding.message}; one place differs, a probable typo"
    return replace(finding, code=SLIP, message=message, weighed=weighed)


def _excludes(answer: Evidence, other: Evidence, verdict: Verdict) -> bool:
    """True when a source's words cannot stand beside the draft's: another value, or an act that excludes its act."""
    if verdict is Verdict.VALUE_DISCREPANCY:
        return True
    mine, theirs = _acts(answer), _acts(other)
    return verdict is Verdict.FRAMING_DIFFERENCE and any(
        excludes(a, b) and not graded(a, b) for a in mine for b in theirs
    )


def _acts(evidence: Evidence) -> frozenset[str]:
    """The acts in the words that were read."""
    known = groups_by_stem()
    words = fold(evidence.document.text[slice(*evidence.focus)]).stems
    return frozenset(known[stem] for stem in words if stem in known)


def _distinct(said: Sequence[Evidence]) -> list[Evidence]:
    """The first few of them, of each source every value once."""
    distinct: dict[tuple[str, str], Evidence] = {}
    for evidence in said:
        distinct.setdefault((evidence.document.source.id, evidence.answer.value), evidence)
    return list(distinct.values())[:SHOWN]


def _made(
    answer: Evidence, claim: Claim, stance: Stance, shown: Sequence[Evidence], same: Sequence[Evidence]
) -> Finding:
    """The finding of what the draft says to a claim. shown: what is shown of the sources; same: what agrees with the draft."""
    places = tuple(_place(answer, e, Relation.SAME if e in same else Relation.OTHER) for e in shown)
    values = list({e.answer.key: e.answer.value for e in reversed(shown)}.values())[::-1]
    message = {
        Stance.SUPPORTED: f"the sources say {values[0]}",
        Stance.CONTRADICTED: f"the sources say {' or '.join(values)}",
        Stance.DISPUTED: they_differ(places),
    }[stance]
    start, end = answer.focus
    weighed = Weighed(RULES[stance], claim.kind, answer.answer.value, own=answer.answer.basis)
    whole = answer.passage.whole
    return Finding(answer.check, stance, start, end, whole, message, values[0], places, claim.id, weighed=weighed)


def _place(answer: Evidence, said: Evidence, relation: Relation) -> Place:
    """The place of what a source says to a claim. relation: of that to what the draft says."""
    basis = Basis(answer.answer.value, said.answer.value, relation)
    return Place(said.document, said.start, said.end, said.focus, said.answer.value, said.score / 100, basis)
