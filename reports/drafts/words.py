"""What every format of a checked draft for machines and pages says in the same words, and how it names files.

Paths: relative to the working folder, with `/`, so that no file tells on which machine it was written.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath

from compare.checks import all_checks
from compare.checks.outlier import CODE as SLIP
from compare.checks.quote import CODE as QUOTATION
from compare.checks.unread import CODE as UNREAD
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
KINDS = {UNREAD: "wording", SLIP: "value"}
"""What a fact is whose check is named otherwise."""
FEW = 3
"""Places shown of a finding that is not disputed."""
UNUSED = "silences nothing; take it out"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {check.code: check.name for check in all_checks()}


def title(finding: Finding) -> str:
    """Code and name of the check: "SRC101 date"."""
    return f"{finding.code} {_names()[finding.code]}"


def kind_of(finding: Finding) -> str:
    """What a fact is: "date", "figure", "name", "quotation", "wording", "position", ..."""
    return KINDS.get(finding.code) or _names()[finding.code]


def where(place: Place) -> str:
    """Where a source says something: "001, line 12"; in a digest the lines of the original as well."""
    return place_of(place.document, place.focus, passage_at(place.document, place.start))


def shown(finding: Finding) -> Sequence[Place]:
    """The places told of a finding: the first few, of a disputed one all, so that no side of it is cut off."""
    return finding.places if finding.stance is Stance.DISPUTED else finding.places[:FEW]


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
    """What was and was not checked, in a few sentences. outcomes: what came of it; else it is told of how many sentences."""
    total = sum(draft.coverage.assertions for draft in drafts)
    skipped = sum(draft.coverage.skipped for draft in drafts)
    sentences, checked, share = checked_of(drafts)
    came = outcomes or f" in {many(sentences, 'sentence')}, of which {checked} ({share}) were checked"
    parts = [f"Looked up {many(total, 'fact')} (dates, figures, names, quotations, wordings){came}."]
    left = f"{many(skipped, 'character')} of code, links or markup {'was' if skipped == 1 else 'were'} left out."
    parts += [left] * bool(skipped)
    return " ".join([*parts, "A clean report speaks of these only."])


def checked_of(drafts: Sequence[CheckedDraft]) -> tuple[int, int, str]:
    """How many sentences drafts have, how many of them were checked, and their share ("66%", rounded down)."""
    sentences, checked = (sum(getattr(d.coverage, name) for d in drafts) for name in ("sentences", "checked"))
    return sentences, checked, f"{100 * checked // max(1, sentences)}%"


def relative(path: str | PurePath) -> str:
    """A path as seen from the working folder, with `/`; it begins with `..` for what lies outside."""
    return PurePath(os.path.relpath(path)).as_posix()


def many(count: int, noun: str) -> str:
    """A number of things: "1 file", "2 files"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
