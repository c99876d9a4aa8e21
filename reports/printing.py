"""What `compare` prints: the result in one format, or a summary while the reports are written."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from compare.evidence.model import Result
from reports.findings import NONE, Reviews

if TYPE_CHECKING:
    from reports.page.beyond import Beyond


def render(
    result: Result,
    format_: str,
    most: int,
    reviews: Reviews = NONE,
    why: bool = False,
    full: bool = False,
    beyond: "Beyond | None" = None,
) -> str | bytes:
    """The result in a format: `table`, `markdown`, `json`, `csv`, `html`, `docx`, `claimreview`, `annotations`, or `why`: its traces.

    most: pieces of evidence per claim and source in JSON, annotations and traces. reviews: what stands beside a verdict in HTML,
    Markdown and Word. why: JSON holds the traces as well. full: Markdown and Word hold the reports of the topics as well.
    beyond: what HTML shows that no claim tells.
    """
    if format_ == "why":
        from reports.why.text import to_text

        return to_text(result, most)
    if format_ == "json":
        from reports.as_json import to_json

        return to_json(result, most, why)
    if format_ == "markdown":
        from reports.as_markdown import to_markdown

        return to_markdown(result, reviews, full)
    if format_ == "html":
        from reports.page.render import NOTHING, to_html

        return to_html(result, reviews, beyond or NOTHING)
    if format_ == "docx":
        from reports.as_docx import to_docx

        return to_docx(result, reviews, full)
    if format_ == "claimreview":
        from reports.as_claimreview import to_claimreview

        return to_claimreview(result)
    if format_ == "annotations":
        from reports.as_annotations import to_annotations

        return to_annotations(result, most)
    from reports.as_table import to_csv, to_table

    return to_csv(result) if format_ == "csv" else to_table(result)


def report(result: Result, folder: Path | None, whole: bool, reviews: Reviews, full: bool = False) -> Iterator[str]:
    """Write the reports into `folder`, unless it is None, and yield the lines that sum them up.

    They are written before anything is told, so that a reader who stops early (`compare | head`) has them.

    reviews: what stands beside a verdict. full: the reports of the topics quote every passage.
    """
    from reports.as_markdown import write_reports
    from reports.as_table import to_findings, to_summary
    from reports.findings import counted, decided
    from reports.read_lines import corpus_line, coverage_line

    paths = write_reports(result, folder, whole, reviews, full) if folder else ()
    yield corpus_line(result) + "\n"
    yield f"{counted(result)} {decided(result, reviews)}".strip() + "\n"
    yield to_findings(result)
    yield to_summary(result)
    yield coverage_line(result)
    if not paths:
        yield "Reports were not written: this folder is no project. Give --out FOLDER to write them."
        return
    many = f"{len(paths)} reports" if len(paths) > 1 else "1 report"
    yield f"Wrote {many}; begin with {os.path.relpath(paths[0])}"
