"""The result as Markdown: an index and a report per topic. Everything the sources or tables say is escaped."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from compare.evidence.model import Comparison, Evidence, Result, Stance, Verdict
from reports.files import write_whole
from reports.places import place, printable, words
from reports.topics import DIFFERENCES, TopicReport, hidden, meaning_of, shown, silent, topic_reports

MOST_ROWS = 4
"""Distinct readings of one source shown for a claim."""
MOST_UNREAD = 25
Reviews = Mapping[str, Sequence[str]]
"""For each reviewed claim a line for each reviewer."""


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
    order = list(Verdict)
    gravest = [c for c in result.comparisons if c.verdict in DIFFERENCES]
    page = (
        _environment()
        .get_template("index.md.j2")
        .render(
            corpus_line=corpus_line(result),
            documents=result.corpus.documents,
            reports=topic_reports(result),
            gravest=sorted(gravest, key=lambda c: (order.index(c.verdict), c.claim.topic)),
            coverage=coverage_line(result),
        )
    )
    return _tidy(page)


def topic_page(result: Result, report: TopicReport, reviews: Reviews = MappingProxyType({})) -> str:
    """The report of one topic, with what reviewers decided beside the verdicts."""
    page = (
        _environment()
        .get_template("topic.md.j2")
        .render(
            report=report,
            corpus_line=corpus_line(result),
            counts=_counts(report),
            meaning=meaning_of,
            table=_table,
            line=_line,
            place=place,
            plain=lambda e: "".join(words(e)),
            most_unread=MOST_UNREAD,
            reviewed=lambda c, item=False: _reviewed(reviews.get(c.claim.id, ()), item),
        )
    )
    return _tidy(page)


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


def escape(text: object) -> str:
    """Text that Markdown shows as it is: no markup, no table cell ends, no line breaks."""
    plain = printable(str(text).replace("\n", " "))
    return re.sub(r"([\\`*_\[\]<>|~]|^#|^(?=[-+]\s))", r"\\\1", plain)


def _changed(result: Result) -> list[str]:
    return [document.source.id for document in result.corpus.documents if document.changed]


def _counts(report: TopicReport) -> str:
    many = len(report.comparisons)
    parts = [f"{many} claim{'s' if many != 1 else ''}", f"{len(report.differing)} with differences"]
    return ", ".join(parts) + "."


def _table(comparison: Comparison) -> str:
    """The readings side by side: source, what it says, its words, stance."""
    rows = ["| place | says | in its own words | to the claim |", "|---|---|---|---|"]
    for evidence, more in shown(comparison, MOST_ROWS):
        also = f" (and {more} more)" if more else ""
        rows.append(
            f"| {escape(place(evidence))}{also} | {_value(evidence)} | {_quote(evidence)} | {_stance(evidence)} |"
        )
    rows.append("")
    left = hidden(comparison, MOST_ROWS)
    rows += [f"{left} further readings are left out here.", ""] if left else []
    quiet = silent(comparison)
    rows += [f"Silent: {', '.join(map(escape, quiet))}.", ""] if quiet else []
    matched = [t.document.source.id for t in comparison.testimonies if t.stance is Stance.UNREAD]
    rows += [f"Matched but not read: {', '.join(map(escape, matched))}.", ""] if matched else []
    return "\n".join(rows)


def _line(comparison: Comparison) -> str:
    """An agreement in one item: the statement, then one place and its words for each source."""
    item = [f"- {escape(comparison.claim.statement)} (`{comparison.claim.id}`)"]
    for evidence, more in shown(comparison, 1):
        also = f" and {more} more" if more else ""
        item.append(f"  - {escape(place(evidence))}{also}: {_quote(evidence)}")
    return "\n".join(item)


def _reviewed(lines: Sequence[str], item: bool) -> str:
    """What reviewers decided, a line each: as paragraphs, or as further items of a list."""
    if item:
        return "".join(f"\n  - reviewed: {escape(line)}" for line in lines)
    return "\n\n".join(f"Reviewed: {escape(line)}." for line in lines)


def _value(evidence: Evidence) -> str:
    answer = evidence.answer
    return escape(answer.value) or "–"


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


def _tidy(page: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape
    return environment
