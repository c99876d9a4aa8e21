"""The traces of a comparison: of every piece of evidence, of silent sources, and of the verdict."""

from collections.abc import Iterator

from claims.values import Reading, Value
from compare.checks import all_checks
from compare.checks.position import expected_label
from compare.decide.verdicts import RULES
from compare.evidence.basis import Basis
from compare.evidence.model import Comparison, Evidence, Stance, Testimony
from reports.places import unwrap
from reports.why.sides import Told, Trace, missing_words, relation_of, share_line, source_lines, statement_lines

LABELS = {
    "SRC101": "date",
    "SRC102": "figure",
    "SRC201": "quotation",
    "SRC202": "name",
    "SRC301": "position",
    "SRC303": "act",
}
"""What each check reads on both sides."""
TERMS = 4
"""How many of a claim's terms are listed."""


def trace_of(evidence: Evidence, comparison: Comparison) -> Trace:
    """The trace of a piece of evidence; of one that was not read, of the check that read most of it."""
    if evidence.stance is Stance.UNREAD:
        return _unread(evidence, comparison)
    basis = evidence.answer.basis or Basis()
    weighed = (f"decided by {check_name(evidence.check)}", *_proposed(evidence), *_bound(evidence, basis))
    return _trace(relation_of(basis), evidence.answer.reason, basis, evidence.check, evidence, comparison, weighed)


def _unread(evidence: Evidence, comparison: Comparison) -> Trace:
    code, passed = max(evidence.passed, key=lambda tried: _much(tried[1].basis), default=("", None))
    basis = (passed.basis if passed else None) or Basis()
    reason = passed.reason if passed else "no check that reads such a claim was asked"
    others = {check_name(c): "" if p.reason == reason else f" ({p.reason})" for c, p in evidence.passed}
    tried = f"not read by {', '.join(f'{name}{why}' for name, why in others.items())}"
    weighed = (*[tried][: len(others)], *_proposed(evidence), *share_line(basis.related))
    return _trace(Told.CANNOT_TELL, reason, basis, code, evidence, comparison, weighed)


def _much(basis: Basis | None) -> int:
    """How much a check read before it passed: a value, and what is said of it."""
    return sum((basis is not None, bool(basis and basis.related)))


def _trace(
    relation: Told,
    reason: str,
    basis: Basis,
    code: str,
    evidence: Evidence,
    comparison: Comparison,
    weighed: tuple[str, ...],
) -> Trace:
    claim, label = comparison.claim, LABELS.get(code, str(comparison.claim.kind))
    asked = basis.asked or ("" if basis.related else asked_of(comparison))
    read = basis.read if isinstance(basis.read, Reading) else None
    words = evidence.passage.text[read.start : read.end] if read else evidence.document.text[slice(*evidence.focus)]
    said = tuple(source_lines(basis, label, unwrap(words))) or ("nothing that could be compared",)
    return Trace(
        relation,
        reason,
        tuple(statement_lines(asked, label, basis.related)) or (claim.statement,),
        said,
        missing_words(basis.related),
        weighed,
    )


def asked_of(comparison: Comparison) -> Value | str:
    """What a claim asks for: its value, quotation, position or name; "" for one that is asked as it stands."""
    question, claim = comparison.question, comparison.claim
    value: Value | str | None = question.value or question.quote if question else None
    return value or (expected_label(question) if question and claim.positions else claim.expected)


def silence_of(testimony: Testimony, comparison: Comparison) -> Trace:
    """Why a source is silent on a claim: what was looked for in it, and what came nearest."""
    claim, missed = comparison.claim, testimony.missed
    if claim.terms:
        terms = " or ".join(f"“{term}”" for term in claim.terms[:TERMS])
        more = f" or {len(claim.terms) - TERMS} more" if len(claim.terms) > TERMS else ""
        return Trace(Told.SILENT, "no passage holds one of the claim's terms", (f"terms: {terms}{more}",))
    asked = (f"the claim's words: {claim.statement}",)
    if missed is None:
        return Trace(Told.SILENT, "no passage holds any of the claim's words", asked)
    nearest = (f"“{missed.entry.passage.text}”",)
    weighed = (f"score {missed.score:g}; below {missed.needed:g} a source counts as silent",)
    reason = "its nearest passage holds too little of the claim"
    return Trace(Told.SILENT, reason, asked, nearest, missed.lacking, weighed)


def verdict_lines(comparison: Comparison) -> Iterator[str]:
    """The verdict and the other flags, each with its rule and the sources because of which it holds."""
    for ground in comparison.grounds:
        because = f", because of {', '.join(ground.sources)}" if ground.sources else ""
        order = "verdict" if ground is comparison.grounds[0] else "also"
        yield f"{order} {ground.verdict}{because}: {RULES[ground.verdict]}"


def check_name(code: str) -> str:
    """Code and name of a check: "SRC101 date"."""
    return next((f"{check.code} {check.name}" for check in all_checks() if check.code == code), code)


def _proposed(evidence: Evidence) -> Iterator[str]:
    """What search proposed the passage for."""
    proposal = evidence.proposal
    if proposal is None:
        return
    if proposal.term:
        folded = proposal.entry.folded
        words = folded.text[slice(*folded.span(proposal.term.first, proposal.term.last))]
        yield f"proposed for the claim's terms at “{words}” (score {evidence.score:g})"
    else:
        yield f"proposed for the claim's words (score {evidence.score:g})"


def _bound(evidence: Evidence, basis: Basis) -> Iterator[str]:
    if basis.related:
        yield from share_line(basis.related)
    elif evidence.passage.row:
        yield "no verb compared: column and row say what the cell is about"
    elif evidence.proposal and evidence.proposal.term:
        yield "no verb compared: the terms say what the passage is about"
    if evidence.answer.suspect:
        yield "the value looks like a slip: it lies after the source's publication, or differs in one figure or letter"
