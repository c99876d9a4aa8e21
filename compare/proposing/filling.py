"""Terms and positions for a claim of which a curator wrote the statement only, from what its own comparison finds."""

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Claim
from claims.rows import WITH_POSITIONS
from compare.evidence.model import Comparison, Evidence, Stance
from compare.facts.asked_claim import ask
from compare.proposing.positions import positions_of
from compare.proposing.proving import Prover, read, speaking

NEAREST = 0.5
"""How near a passage's score must come to the best of its source, for terms to look for it."""


def filled(claim: Claim, prover: Prover) -> Claim:
    """The claim with terms and positions where it has none and some are found; nothing that it has is changed."""
    alone = prover.compared(replace(claim, terms=()))
    positioned = claim
    if claim.kind in WITH_POSITIONS and not claim.positions:
        positioned = _with_positions(claim, alone, prover)
    if claim.terms:
        return positioned
    comparison = alone if positioned is claim else prover.compared(positioned)
    return _with_terms(positioned, comparison, prover)


def _with_positions(claim: Claim, comparison: Comparison, prover: Prover) -> Claim:
    question = ask(claim, prover.index.weights, prover.index.unknown_weight)
    evidence = sorted((e for t in comparison.testimonies for e in t.evidence), key=lambda e: -e.score)
    positions = positions_of(question, [(prover.index.entries[prover.number(e)], e.score) for e in evidence])
    labels = [position.label for position in positions]
    if not positions or (claim.expected and claim.expected not in labels):
        return claim
    return replace(claim, positions=positions, expected=claim.expected or labels[0])


def _with_terms(claim: Claim, comparison: Comparison, prover: Prover) -> Claim:
    """The claim with terms that find what is read for it without; as it is where they would lose a source or a stance."""
    found = list(read(comparison))
    meant = [prover.place(e) for e in found if _is_nearest(e, found)]
    if not meant:
        return claim
    termed, after = prover.with_terms(claim, meant)
    lost = set(speaking(comparison)) - set(speaking(after))
    return claim if lost or not termed.terms or _stances(after) != _stances(comparison) else termed


def _stances(comparison: Comparison) -> dict[str, Stance]:
    return {
        t.document.source.id: t.stance for t in comparison.testimonies if t.stance not in (Stance.UNREAD, Stance.SILENT)
    }


def _is_nearest(evidence: Evidence, found: Sequence[Evidence]) -> bool:
    """True unless the same source says the same in a passage that fits the claim better by far."""
    best = max(e.score for e in found if e.document is evidence.document)
    return evidence.score >= NEAREST * best
