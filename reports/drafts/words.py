"""What every format of a checked draft for machines and pages says in the same words, and how it names files.

Paths: relative to the working folder, with `/`, so that no file tells on which machine it was written.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath

from compare.checks import all_checks
from compare.checks.quote import CODE as QUOTATION
from compare.checks.wording import CODE as WORDING
from compare.drafting.model import CheckedDraft, Finding, Stance, Suppression
from compare.evidence.place import Place
from reports.places import passage_at, place_of

NAMES = {
    Stance.CONTRADICTED: "contradicted",
    Stance.ALTERED_QUOTE: "altered quotation",
    Stance.DISPUTED: "disputed",
    Stance.NOT_FOUND: "not found",
    Stance.NOT_CHECKABLE: "not checkable",
    Stance.SUPPORTED: "supported",
}
"""The outcomes in words."""
UNUSED = "silences nothing; take it out"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {check.code: check.name for check in all_checks()}


def title(finding: Finding) -> str:
    """Code and name of the check: "SRC101 date"."""
    return f"{finding.code} {_names()[finding.code]}"


def where(place: Place) -> str:
    """Where a source says something: "001, line 12"; in a digest the lines of the original as well."""
    return place_of(place.document, place.focus, passage_at(place.document, place.start))


def says(finding: Finding, place: Place) -> str:
    """What a source does at a place, behind its name: "says at least 99 years"."""
    if not place.value:
        return "comes nearest"
    if finding.code == QUOTATION:
        return f"has “{place.value}”" if finding.changes else "holds these words"
    if finding.code == WORDING and finding.stance is Stance.SUPPORTED:
        return "states it"
    return f"says {place.value}"


def problems(draft: CheckedDraft) -> Iterator[tuple[Suppression, str]]:
    """The comments that silence nothing, each with why."""
    for suppression in draft.suppressions:
        used = any(noted.suppression == suppression for noted in draft.noted)
        problem = suppression.problem or ("" if used else UNUSED)
        if problem:
            yield suppression, problem


def looked_up(drafts: Sequence[CheckedDraft], outcomes: str = "") -> str:
    """What was and was not checked, in two or three sentences. outcomes: what came of it; else it is told of how many sentences."""
    total = sum(draft.coverage.assertions for draft in drafts)
    idle = sum(draft.coverage.unasserting for draft in drafts)
    skipped = sum(draft.coverage.skipped for draft in drafts)
    sentences = sum(draft.coverage.sentences for draft in drafts)
    came = outcomes or f" in {many(sentences, 'sentence')}"
    parts = [f"Looked up {total} dates, figures, names, quotations and wordings{came}."]
    parts += [f"{many(idle, 'sentence')} asserted nothing to look up."] * bool(idle)
    parts += [f"{many(skipped, 'character')} of code, links or markup were left out."] * bool(skipped)
    return " ".join([*parts, "A clean report speaks of these only."])


def relative(path: str | PurePath) -> str:
    """A path as seen from the working folder, with `/`; it begins with `..` for what lies outside."""
    return PurePath(os.path.relpath(path)).as_posix()


def many(count: int, noun: str) -> str:
    """A number of things: "1 file", "2 files"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
