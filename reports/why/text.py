"""Traces for the terminal."""

import sys
from collections.abc import Iterator

from compare.model import Comparison, Evidence, Result, Stance, Testimony
from reports.places import place, printable, unwrap, words
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
    yield f"  {place(evidence)}: {said}"
    yield f"    {f'{before}[{middle}]{after}' if before or after else middle}"
    yield from parts(trace_of(evidence, comparison), "claim", "source")


def parts(trace: Trace, mine: str, theirs: str, indent: str = INDENT) -> Iterator[str]:
    """The parts of a trace, a line each."""
    relation = f"{trace.relation}: {trace.reason}" if trace.reason else str(trace.relation)
    untold = any(f"“{word.casefold()}”" not in trace.reason for word in trace.missing)
    missing = ", ".join(f"“{word}”" for word in trace.missing) if untold else ""
    rows = (
        (mine, "; ".join(trace.statement)),
        (theirs, "; ".join(trace.source)),
        ("relation", relation),
        ("missing", missing),
        ("weighed", "; ".join(trace.weighed)),
    )
    for name, words_ in rows:
        if words_:
            yield f"{indent}{name:<{WIDTH}} {shortened(unwrap(words_)) if name == theirs else unwrap(words_)}"


def shortened(text: str) -> str:
    """A text cut at a word where it is long."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"
