"""The proposing of claims, top to bottom: what a scan finds, what sources tell in different words, what several say, what one says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.model import Claim
from compare.checks import all_checks
from compare.decide.claim import compare_claim
from compare.proposing import from_deeds, from_findings, from_values
from compare.proposing.candidate import Candidate
from compare.proposing.choosing import chosen
from compare.proposing.proving import Prover
from compare.scanning.finding import Finding, told_once
from compare.scanning.observations import Observations
from compare.search.index import Index
from seeds.corpus import Corpus


@dataclass(frozen=True)
class Proposals:
    """Candidate claims, the most useful first. findings: what the scan found; unproposed: those of them that are no claim."""

    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    unproposed: tuple[Finding, ...]


def propose(
    corpus: Corpus, curated: Sequence[Claim] = (), progress: Callable[[str], None] = lambda step: None
) -> Proposals:
    """The claims that a corpus suggests, none that a curated one covers. progress: told each step that is done."""
    index = Index(corpus)
    read_once, prover = Observations(index.entries), Prover(index, corpus.documents)
    findings = told_once([f for check in all_checks() if check.find for f in check.find(read_once)])
    progress("scanned")
    found = list(from_findings.candidates(findings, prover))
    proposed = {c.why for c in found}
    found += from_deeds.candidates(read_once, prover)
    progress("framings")
    found += from_values.candidates(read_once, prover)
    progress("values")
    compared = [compare_claim(claim, index, corpus.documents) for claim in curated]
    candidates = chosen(found, compared, frozenset(claim.id for claim in curated))
    left = tuple(f for f in findings if f"scan {f.code}: {f.headline}" not in proposed)
    return Proposals(candidates, findings, left)
