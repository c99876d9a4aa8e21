"""Traces for the terminal."""

import sys
from collections.abc import Iterator
from dataclasses import replace

from compare.drafting.model import Finding
from compare.evidence.model import Comparison, Evidence, Result, Stance, Testimony
from compare.evidence.place import Place
from reports.places import place as place_of_evidence
from reports.places import unwrap, words
from reports.printable import printable
from reports.why import drafts
from reports.why.claims import silence_of, trace_of, verdict_lines
from reports.why.sides import Trace

INDENT = "      "
WIDTH = 10
"""Of the column that names the parts of a trace."""
LEGEND = (
    "Under each place: what was read in the claim and in the source, how they relate and why, what the source does not hold, and what "
    "weighed. A score (0 to 100) proposes a passage and decides nothing."
)
LONGEST = 200
"""Characters of a part that are shown."""


def to_text(result: Result, most: int) -> str:
    """Every claim with its verdict and, source by source, the traces of at most `most` pieces of evidence."""
    lines = [line for comparison in result.comparisons for line in (*_claim(comparison, most), "")]
    return "".join(f"{printable(line)}\n" for line in (LEGEND, "", *lines))


def _claim(comparison: Comparison, most: int) -> Iterator[str]:
    claim = comparison.claim
    yield f"{claim.id} ({claim.kind})"
    yield f"  {claim.statement}"
    yield from (f"  {line}" for line in verdict_lines(comparison))
    for testimony in comparison.testimonies:
        if testimony.evidence:
            yield ""
            yield from _testimony(testimony, comparison, most)
    silent: dict[Trace, list[str]] = {}
    for testimony in comparison.testimonies:
        if not testimony.evidence:
            silent.setdefault(silence_of(testimony, comparison), []).append(testimony.document.source.id)
    for trace, sources in silent.items():
        yield ""
        yield f"  {', '.join(sources)}: silent"
        yield from parts(trace, "looked for", "nearest")


def _testimony(testimony: Testimony, comparison: Comparison, most: int) -> Iterator[str]:
    """The evidence of a source; of what was not read the best, unless all is asked for."""
    read = [e for e in testimony.evidence if e.stance is not Stance.UNREAD][:most]
    unread = [e for e in testimony.evidence if e.stance is Stance.UNREAD]
    shown = [*read, *(unread if most == sys.maxsize else unread[:1])]
    for evidence in shown:
        yield from _evidence(evidence, comparison)
    left = len(testimony.evidence) - len(shown)
    if left:
        yield f"  {testimony.document.source.id}: {left} more, shown with --evidence all"


def _evidence(evidence: Evidence, comparison: Comparison) -> Iterator[str]:
    said = "matched, not read" if evidence.stance is Stance.UNREAD else f"{evidence.stance} ({evidence.answer.value})"
    before, middle, after = words(evidence)
    yield f"  {place_of_evidence(evidence)}: {said}"
    yield f"    {f'{before}[{middle}]{after}' if before or after else middle}"
    yield from parts(trace_of(evidence, comparison), "claim", "source")


def of_finding(finding: Finding) -> Iterator[str]:
    """What was read in a draft, and what decided."""
    yield from _row("draft", "; ".join(drafts.read_in_draft(finding)))
    yield from _row("decided", "; ".join(drafts.decided(finding)))


def of_place(finding: Finding, place: Place) -> Iterator[str]:
    """What was read at a place of a source, how it relates to the draft, and what weighed; of places without a value the first's."""
    if place.value or place is finding.places[0]:
        yield from parts(replace(drafts.trace_of(finding, place), statement=()), "draft", "source")


def parts(trace: Trace, mine: str, theirs: str) -> Iterator[str]:
    """The parts of a trace, a line each."""
    relation = f"{trace.relation}: {trace.reason}" if trace.reason else str(trace.relation)
    untold = any(f"“{word.casefold()}”" not in trace.reason for word in trace.missing)
    missing = ", ".join(f"“{word}”" for word in trace.missing) if untold else ""
    yield from _row(mine, "; ".join(trace.statement))
    yield from _row(theirs, shortened("; ".join(trace.source)))
    yield from _row("relation", relation)
    yield from _row("missing", missing)
    yield from _row("weighed", "; ".join(trace.weighed))


def _row(name: str, words: str) -> Iterator[str]:
    if words:
        yield f"{INDENT}{name:<{WIDTH}} {unwrap(words)}"


def shortened(text: str) -> str:
    """A text cut at a word where it is long."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
