"""The report of one topic as Markdown: a part under each heading, left out when nothing stands in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.decide.headline import headline
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Evidence, Stance, Verdict
from reports.escaped import code, escape
from reports.places import place, words
from reports.topics import TopicReport, hidden, meaning_of, shown, silent

MOST_ROWS = 4
"""Distinct readings of one source shown for a claim."""
MOST_UNREAD = 25
Reviews = Mapping[str, Sequence[str]]
"""For each reviewed claim a line for each reviewer."""


def blocks(report: TopicReport, corpus_line: str, reviews: Reviews) -> Iterator[str]:
    """The blocks of a page, with a blank line to stand between each two; those that hold nothing are empty."""
    many, differing = len(report.comparisons), report.differing
    yield f"# {escape(report.title)}"
    counts = f"{many} claim{'s' if many != 1 else ''}, {len(differing)} with differences."
    yield f"{escape(corpus_line)} {counts}"
    yield "[All topics](index.md)"
    yield from _headed("Where the sources differ", (b for c in differing for b in _differing(c, reviews)))
    precise = report.under(Verdict.PRECISION_DIFFERENCE)
    yield from _headed("Compatible, with different precision", (b for c in precise for b in _precise(c, reviews)))
    for heading, verdict in (
        ("What the sources agree on", Verdict.AGREEMENT),
        ("What one source alone says", Verdict.SINGLE_SOURCE),
        ("What no source says, as far as could be read", Verdict.NOT_FOUND),
    ):
        yield from _list(heading, (f"{_item(c)}{_reviewed(c, reviews, True)}" for c in report.under(verdict)))
    yield from _headed("Matched but not read", _unread(report))
    questions = enumerate(report.questions, start=1)
    yield from _list(
        "Open questions for the editor",
        (f"{n}. {escape(q)} ({code(c.claim.id)}: {escape(c.claim.statement)})" for n, (c, q) in questions),
    )


def _headed(heading: str, parts: Iterable[str]) -> Iterator[str]:
    """The parts under their heading, nothing where there are none."""
    found = list(parts)
    yield from [f"## {heading}", *found] if found else []


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    return _headed(heading, filter(None, ["\n".join(items)]))


def _differing(comparison: Comparison, reviews: Reviews) -> Iterator[str]:
    claim = comparison.claim
    also = "".join(f" · also {flag}" for flag in comparison.flags[1:])
    severity, why = judged(comparison)
    yield f"### {escape(headline(comparison))}"
    yield f"**{severity}**: {escape(why)}. **{comparison.verdict}**{also}. {escape(meaning_of(comparison))}. ({code(claim.id)})"
    yield f"Claim: {escape(claim.statement)}"
    yield _reviewed(comparison, reviews)
    yield f"Curator's note: {escape(claim.note)}" if claim.note else ""
    yield _table(comparison)


def _precise(comparison: Comparison, reviews: Reviews) -> Iterator[str]:
    yield f"### {escape(comparison.claim.statement)}"
    yield _reviewed(comparison, reviews)
    yield _table(comparison)


def _table(comparison: Comparison) -> str:
    """The readings side by side: source, what it says, its words, stance."""
    rows = ["| place | says | in its own words | to the claim |", "|---|---|---|---|"]
    for evidence, more in shown(comparison, MOST_ROWS):
        also = f" (and {more} more)" if more else ""
        rows.append(
            f"| {escape(place(evidence))}{also} | {_value(evidence)} | {_quote(evidence)} | {_stance(evidence)} |"
        )
    left = hidden(comparison, MOST_ROWS)
    rows += ["", f"{left} further readings are left out here."] if left else []
    quiet = silent(comparison)
    rows += ["", f"Silent: {', '.join(map(escape, quiet))}."] if quiet else []
    matched = [t.document.source.id for t in comparison.testimonies if t.stance is Stance.UNREAD]
    rows += ["", f"Matched but not read: {', '.join(map(escape, matched))}."] if matched else []
    return "\n".join(rows)


def _item(comparison: Comparison) -> str:
    """A claim in one item: the statement, then one place and its words for each source."""
    item = [f"- {escape(comparison.claim.statement)} ({code(comparison.claim.id)})"]
    for evidence, more in shown(comparison, 1) if comparison.verdict is not Verdict.NOT_FOUND else ():
        also = f" and {more} more" if more else ""
        item.append(f"  - {escape(place(evidence))}{also}: {_quote(evidence)}")
    return "\n".join(item)


def _unread(report: TopicReport) -> Iterator[str]:
    unread = report.unread
    if not unread:
        return
    yield (
        "These passages match the terms of a claim, but no check could read a value or position in them. "
        "They count neither for nor against."
    )
    items = [f"- {escape(place(e))}: {escape(''.join(words(e)))}" for e in unread[:MOST_UNREAD]]
    left = len(unread) - MOST_UNREAD
    command = f"sourcecheck compare --topic {report.topic} --format json --evidence all"
    items += [f"- … and {left} more ({code(command)} lists them)"] if left > 0 else []
    yield "\n".join(items)


def _reviewed(comparison: Comparison, reviews: Reviews, item: bool = False) -> str:
    """What reviewers decided, a line each: as paragraphs, or as further items of a list."""
    lines = reviews.get(comparison.claim.id, ())
    if item:
        return "".join(f"\n  - reviewed: {escape(line)}" for line in lines)
    return "\n\n".join(f"Reviewed: {escape(line)}." for line in lines)


def _value(evidence: Evidence) -> str:
    return escape(evidence.answer.value) or "–"


def _stance(evidence: Evidence) -> str:
    if evidence.stance is Stance.SUPPORTS:
        return "supports"
    answer = evidence.answer
    reason = escape(answer.reason.removeprefix(f"says {answer.value}, ").removesuffix(f" (said by {answer.speaker})"))
    return reason if evidence.stance is Stance.LESS_PRECISE else f"{evidence.stance}: {reason}"


def _quote(evidence: Evidence) -> str:
    """The passage in quotation marks, the words that were read in bold unless they are all of it."""
    before, middle, after = words(evidence)
    said = f" (said by {escape(evidence.answer.speaker)})" if evidence.answer.speaker else ""
    if not before and not after:
        return f"“{escape(middle)}”{said}"
    return f"“{escape(before)}**{escape(middle.strip())}**{escape(after)}”{said}"
