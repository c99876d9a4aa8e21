"""The result as Markdown: an index and a report per topic. Everything the sources or tables say is escaped."""

import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from compare.decide.headline import name_of
from compare.evidence.model import Result, Verdict
from reports.as_table import LEGEND, signs
from reports.coverage import coverage_section
from reports.escaped import escape
from reports.files import write_whole
from reports.findings import counted, opening, smaller
from reports.printable import printable
from reports.topic_page import Reviews, blocks
from reports.topics import TopicReport, topic_reports

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
            f"{escape(corpus_line(result))} {counted(result)}",
            *opening(result),
            *smaller(result),
            "## Topics",
            _rows(
                ("topic", "claims", "differ", "precision", "agree", "one source", "not found"),
                "|---|---:|---:|---:|---:|---:|---:|",
                map(_topic_row, reports),
            ),
            "## Sources",
            _rows(
                ("source", "called", "title", "author", "published"),
                "|---|---|---|---|---|",
                (
                    [escape(cell) for cell in (s.id, name_of(d), s.title, s.author, s.published)]
                    for d in result.corpus.documents
                    for s in (d.source,)
                ),
            ),
            "## Claims by sources",
            escape(LEGEND),
            _matrix(result),
            "## What was read",
            escape(coverage_line(result)),
            coverage_section(result),
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
    extra += [f"counted once: {printable(name)}" for name in result.corpus.copies]
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


def _matrix(result: Result) -> str:
    """A row per claim: what each source says to it, as signs."""
    documents = result.corpus.documents
    rows = ([escape(c.claim.statement), c.verdict, *map(signs, c.testimonies)] for c in result.comparisons)
    names = ("claim", "verdict", *(escape(d.source.id) for d in documents))
    return _rows(names, "|---" * (len(documents) + 2) + "|", rows)


def _page(parts: Iterable[str]) -> str:
    """The blocks of a page, a blank line between each two."""
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(parts)).strip() + "\n"
