"""The result as Markdown: an index and a report per topic. Everything the sources or tables say is escaped."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from compare.evidence.model import Result, Verdict
from reports.escaped import escape
from reports.files import write_whole
from reports.places import printable
from reports.topic_page import Reviews, blocks
from reports.topics import DIFFERENCES, TopicReport, topic_reports

CLEAN = (
    "A clean line means that the checks listed by `sourcecheck checks` found nothing in the passages that were matched and read. "
    "It does not mean that a statement is true, nor that no other passage speaks to it."
)


def write_reports(
    result: Result, folder: Path, whole: bool = True, reviews: Reviews = MappingProxyType({})
) -> tuple[Path, ...]:
    """Write a file per topic into `folder`, and before them `index.md` when the result is of the whole table; the paths."""
    pages = {folder / "index.md": index_page(result)} if whole else {}
    pages |= {folder / f"{report.topic}.md": topic_page(result, report, reviews) for report in topic_reports(result)}
    for path, text in pages.items():
        write_whole(path, text)
    return tuple(pages)


def to_markdown(result: Result, reviews: Reviews = MappingProxyType({})) -> str:
    """The index and all topic reports in one text."""
    return "\n".join([index_page(result), *(topic_page(result, report, reviews) for report in topic_reports(result))])


def index_page(result: Result) -> str:
    """The overview of all topics."""
    reports = topic_reports(result)
    return _page(
        (
            "# What the sources say: where they agree and where they differ",
            escape(corpus_line(result)),
            _rows(
                ("source", "title", "author", "published"),
                "|---|---|---|---|",
                (
                    [escape(cell) for cell in (d.source.id, d.source.title, d.source.author, d.source.published)]
                    for d in result.corpus.documents
                ),
            ),
            "## Topics",
            _rows(
                ("topic", "claims", "differ", "precision", "agree", "one source", "not found"),
                "|---|---:|---:|---:|---:|---:|---:|",
                map(_topic_row, reports),
            ),
            *_gravest(result),
            "## What was read",
            escape(coverage_line(result)),
            CLEAN,
        )
    )


def topic_page(result: Result, report: TopicReport, reviews: Reviews = MappingProxyType({})) -> str:
    """The report of one topic, with what reviewers decided beside the verdicts."""
    return _page(blocks(report, corpus_line(result), reviews))


def corpus_line(result: Result) -> str:
    """Which corpus was read, in a sentence."""
    corpus, count = result.corpus, len(result.corpus.documents)
    what = f"{count} document{'s' if count != 1 else ''}"
    if corpus.name == "digests":
        return f"Read: the shipped digests (our paraphrase) of {what}; quoted words are the digest's, line numbers the original's."
    return f"Read: {what} ({corpus.name})."


def coverage_line(result: Result) -> str:
    """What was and was not read, in a sentence."""
    c = result.coverage
    extra = [f"skipped files: {', '.join(result.corpus.skipped)}"] if result.corpus.skipped else []
    extra += [f"not read: {printable(line)}" for line in result.corpus.unreadable]
    extra += [f"{d.source.id}: {printable(note)}" for d in result.corpus.documents for note in d.notes]
    extra += [f"registered sources without a file: {', '.join(result.corpus.absent)}"] if result.corpus.absent else []
    extra += [f"changed since they were registered: {', '.join(changed)}"] if (changed := _changed(result)) else []
    return (
        f"{c.claims} claims; {c.matches} passages matched, {c.read} read, {c.unread} matched but not read; "
        f"{c.silent} times a source was silent on a claim{''.join('; ' + e for e in extra)}."
    )


def _changed(result: Result) -> list[str]:
    return [document.source.id for document in result.corpus.documents if document.changed]


def _rows(names: tuple[str, ...], rule: str, rows: Iterable[list[str]]) -> str:
    return "\n".join([f"| {' | '.join(names)} |", rule, *(f"| {' | '.join(row)} |" for row in rows)])


def _topic_row(report: TopicReport) -> list[str]:
    kinds = ("precision-difference", "agreement", "single-source", "not-found")
    counts = [report.comparisons, report.differing, *(report.under(Verdict(kind)) for kind in kinds)]
    return [f"[{escape(report.title)}]({report.topic}.md)", *(str(len(found)) for found in counts)]


def _gravest(result: Result) -> Iterator[str]:
    order = list(Verdict)
    gravest = [c for c in result.comparisons if c.verdict in DIFFERENCES]
    gravest.sort(key=lambda c: (order.index(c.verdict), c.claim.topic))
    if gravest:
        yield "## The differences, gravest first"
        yield "\n".join(
            f"- **{c.verdict}**: [{escape(c.claim.statement)}]({c.claim.topic}.md) (`{c.claim.id}`)" for c in gravest
        )


def _page(parts: Iterable[str]) -> str:
    """The blocks of a page, a blank line between each two."""
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(parts)).strip() + "\n"
