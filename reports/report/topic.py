"""The report of one topic: what differs, with its passages side by side; then what agrees, stands alone, or could not be read."""

from collections.abc import Iterator, Sequence

from claims.model import Severity
from compare.decide.advice import advice
from compare.decide.headline import headline, with_places
from compare.decide.severity import judged
from compare.decide.subject import subject, whole
from compare.evidence.model import Comparison, Evidence, Result, Stance, Verdict
from reports.findings import NONE, OPEN, Reviews
from reports.places import place, words
from reports.read_lines import corpus_line
from reports.report.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Look,
    Paragraph,
    Piece,
    Table,
    code,
    headed,
    plain,
    strong,
)
from reports.report.whole import speaking
from reports.topics import TopicReport, hidden, meaning_of, shown, silent

MOST_ROWS, MOST_PLACES = 4, 8
"""Distinct readings of one source shown for a claim, and places of one reading; asked for the full report, all are."""
QUIET = (
    ("What the sources agree on", Verdict.AGREEMENT),
    ("What one source alone says", Verdict.SINGLE_SOURCE),
    ("What no source says, as far as could be read", Verdict.NOT_FOUND),
)


def blocks(result: Result, report: TopicReport, reviews: Reviews = NONE, full: bool = False) -> Iterator[Block]:
    """The blocks of a topic's report. full: what is small, agrees, stands alone or was not read is quoted too, and every place named."""
    many, differing = len(report.comparisons), report.differing
    yield Heading(report.title, 1)
    counts = f"{many} claim{'s' if many != 1 else ''}, {len(differing)} with differences."
    yield Paragraph(plain(f"{corpus_line(result)} {counts}"))
    grave = [c for c in differing if full or judged(c).severity is not Severity.LOW]
    yield from headed("Where the sources differ", (b for c in grave for b in _differing(c, reviews, full)))
    small = tuple(
        (*plain(f"{with_places(c)}. "), code(c.claim.id), _reviewed(c, reviews)) for c in differing if c not in grave
    )
    yield from headed("Small differences: leave, or choose one wording", [Items(small)])
    changed = report.under(Verdict.CHANGED_OVER_TIME)
    yield from headed("Changed over time", (b for c in changed for b in _changed(c, reviews, full)))
    yield from _precise(report, reviews, full)
    for heading, verdict in QUIET:
        found = report.under(verdict)
        if full:
            yield from headed(heading, (b for c in found for b in _quoted(c, reviews)))
        else:
            yield from headed(heading, [Items(tuple(_item(c, reviews) for c in found))])
    yield from headed("Matched but not read", _unread(report, full))


def _differing(comparison: Comparison, reviews: Reviews, full: bool) -> Iterator[Block]:
    claim, to_do, line = comparison.claim, advice(comparison), headline(comparison)
    also = "".join(f", also {flag}" for flag in comparison.flags[1:])
    severity, why = judged(comparison)
    yield Heading(line, 3)
    said = "" if line.startswith(whole(comparison)) else f" Claim: {claim.statement}"
    yield Paragraph(
        (strong(severity), Piece(f": {why}; {comparison.verdict}{also}. "), code(claim.id), Piece(f".{said}"))
    )
    yield from ([Paragraph((Piece(to_do, Look.EMPHASIS),))] if to_do else [])
    yield from _noted(comparison, reviews)
    yield from _evidence(comparison, full)


def _changed(comparison: Comparison, reviews: Reviews, full: bool) -> Iterator[Block]:
    yield Heading(headline(comparison), 3)
    yield Paragraph((Piece(f"{meaning_of(comparison)}. "), code(comparison.claim.id)))
    yield from _noted(comparison, reviews)
    yield from _evidence(comparison, full)


def _precise(report: TopicReport, reviews: Reviews, full: bool) -> Iterator[Block]:
    """What is only less precise: a row a claim, or asked for the full report every passage."""
    found, heading = report.under(Verdict.PRECISION_DIFFERENCE), "Compatible, with different precision"
    if full:
        yield from headed(heading, (b for c in found for b in _quoted(c, reviews)))
        return
    rows = tuple((plain(subject(c)), plain(_values(c)), (code(c.claim.id), _reviewed(c, reviews))) for c in found)
    yield from headed(heading, [Table(("what", "values", "claim"), rows)])


def _values(comparison: Comparison) -> str:
    """The values with their places, without what the line begins with."""
    return with_places(comparison).removeprefix(f"{subject(comparison)}: ")


def _quoted(comparison: Comparison, reviews: Reviews) -> Iterator[Block]:
    """A claim with every passage that speaks to it."""
    yield Heading(comparison.claim.statement, 3)
    yield Paragraph((code(comparison.claim.id),))
    yield from _noted(comparison, reviews)
    yield from _evidence(comparison, True) if comparison.verdict is not Verdict.NOT_FOUND else ()


def _noted(comparison: Comparison, reviews: Reviews) -> Iterator[Block]:
    """What reviewers and the curator say."""
    for line in reviews.get(comparison.claim.id, OPEN).lines:
        yield Paragraph(plain(f"Reviewed: {line}."))
    if comparison.claim.note:
        yield Paragraph(plain(f"Curator's note: {comparison.claim.note}"))


def _evidence(comparison: Comparison, full: bool) -> Iterator[Block]:
    """The readings side by side: place, what it says, its own words, stance."""
    most = max((len(t.evidence) for t in comparison.testimonies), default=0) if full else MOST_ROWS
    rows = tuple(
        (plain(_places(group, full)), plain(group[0].answer.value or "–"), _quote(group[0]), plain(_stance(group[0])))
        for group in shown(comparison, most)
    )
    if rows:
        yield Table(("place", "says", "in its own words", "to the claim"), rows)
    left, quiet = hidden(comparison, most), silent(comparison)
    matched = [t.document.source.id for t in comparison.testimonies if t.stance is Stance.UNREAD]
    said = [
        f"{left} further reading{' is' if left == 1 else 's are'} left out here (--full has {'it' if left == 1 else 'them'})."
        if left
        else "",
        f"Silent: {', '.join(quiet)}." if quiet else "",
        f"Matched but not read: {', '.join(matched)}." if matched else "",
    ]
    if any(said):
        yield Paragraph(plain(" ".join(filter(None, said))))


def _places(group: Sequence[Evidence], full: bool) -> str:
    """The place of the passage shown, and further ones that say the same."""
    first, most = group[0], len(group) if full else MOST_PLACES
    named = dict.fromkeys(place(e).removeprefix(f"{e.document.source.id}, ") for e in group)
    also = list(named)[1 : most + 1]
    left = f" and {len(named) - 1 - most} more" if len(named) - 1 > most else ""
    return place(first) + (f" (also {', '.join(also)}{left})" if also else "")


def _item(comparison: Comparison, reviews: Reviews) -> Line:
    """A claim in one item: the statement, who says so and where, and what reviewers decided."""
    said = f" ({speaking(comparison)})" if comparison.verdict is not Verdict.NOT_FOUND else ""
    to_do = f" {advice(comparison)}" if comparison.verdict is Verdict.NOT_FOUND else ""
    return (
        Piece(f"{comparison.claim.statement}{said}{to_do} "),
        code(comparison.claim.id),
        _reviewed(comparison, reviews),
    )


def _reviewed(comparison: Comparison, reviews: Reviews) -> Piece:
    """What reviewers decided, behind a claim that is told in one line."""
    return Piece("".join(f" Reviewed: {line}." for line in reviews.get(comparison.claim.id, OPEN).lines))


def _unread(report: TopicReport, full: bool) -> Iterator[Block]:
    unread = report.unread
    if not unread:
        return
    yield Paragraph(
        plain(
            "These passages match the terms of a claim, but no check could read a value or position in them. "
            "They count neither for nor against."
        )
    )
    if full:
        yield Items(tuple(plain(f"{place(e)}: {''.join(words(e))}") for e in unread))
        return
    by_source: dict[str, list[Evidence]] = {}
    for e in unread:
        by_source.setdefault(e.document.source.id, []).append(e)
    yield Items(tuple(plain(_places(found, True)) for found in by_source.values()))


def _stance(evidence: Evidence) -> str:
    """The stance, and why where the value beside it does not say so."""
    answer = evidence.answer
    if evidence.stance is Stance.SUPPORTS:
        return "supports"
    reason = answer.reason.removeprefix(f"says {answer.value}, ").removesuffix(f" (said by {answer.speaker})")
    known = reason.startswith(("the claim says ", "less precise than "))
    return str(evidence.stance) if known else f"{evidence.stance}: {reason}"


def _quote(evidence: Evidence) -> Line:
    """The passage in quotation marks, the words that were read in bold unless they are all of it."""
    before, middle, after = words(evidence)
    said = f"” (said by {evidence.answer.speaker})" if evidence.answer.speaker else "”"
    if not before and not after:
        return (Piece(f"“{middle}{said}"),)
    return Piece(f"“{before}"), strong(middle.strip()), Piece(f"{after}{said}")
