"""`scan`: what sources say against each other and themselves, for the terminal, as Markdown, CSV and JSON schema version 1."""

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import click

from compare.checks import all_checks
from compare.jobs.scan import Scan, scan
from compare.scanning.finding import Finding, Place, Severity
from reports.drafts.text import marked
from reports.drafts.words import many
from reports.places import place_of, printable, unwrap
from seeds.corpus import Corpus

VERSION = 1
COLUMNS = ("finding", "code", "severity", "headline", "why", "source", "place", "value", "exact")


def run(corpus: Corpus, codes: Collection[str] | None = None) -> Scan:
    """The corpus scanned, with progress on a terminal."""
    hidden = not sys.stderr.isatty()
    families = sum(check.find is not None for check in all_checks())
    with click.progressbar(length=families, label="Scanning", file=sys.stderr, hidden=hidden) as waiting:
        return scan(corpus, codes, lambda code: waiting.update(1))


def to_text(result: Scan, corpus: Corpus) -> str:
    """A line per finding with its places below and why they are taken for one thing, then what was compared."""
    names = {check.code: check.name for check in all_checks()}
    lines = [line for finding in result.findings for line in _lines(finding, names[finding.code])]
    return "".join(f"{printable(line)}\n" for line in [*lines, *_summary(result, corpus)])


def to_markdown(result: Scan, corpus: Corpus) -> str:
    """The same as a page of Markdown, a section for each severity."""
    lines = ["# What the sources say against each other", ""]
    for severity in Severity:
        some = [finding for finding in result.findings if finding.severity is severity]
        lines += [f"## {severity.value.title()}", ""] if some else []
        for finding in some:
            lines += [f"- **{finding.headline}** ({finding.code}; {finding.why})"]
            lines += [f"  - {_where(place)}: {_words(place)}" for place in finding.places]
        lines += [""] if some else []
    return "\n".join([*lines, *_summary(result, corpus)]) + "\n"


def to_csv(result: Scan, corpus: Corpus) -> str:
    """A row per place."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, f in enumerate(result.findings, start=1):
        for place in f.places:
            row = (f.code, f.severity.value, f.headline, f.why, place.document.source.id, _where(place))
            writer.writerow((number, *row, place.value, unwrap(place.exact)))
    return out.getvalue()


def to_json(result: Scan, corpus: Corpus) -> str:
    """The findings as JSON."""
    data = {
        "schema_version": VERSION,
        "findings": [_record(finding) for finding in result.findings],
        "coverage": {
            "sources": len(corpus.documents),
            "values": result.values,
            "crowded": result.crowded,
            "apart": result.apart,
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Scan, Corpus], str]] = {
    "text": to_text,
    "table": to_text,
    "md": to_markdown,
    "csv": to_csv,
    "json": to_json,
}
"""How a scan is told, by the name of the format."""


def _lines(finding: Finding, name: str) -> Iterator[str]:
    yield f"{finding.severity.value}: {finding.headline} [{finding.code} {name}]"
    for place in finding.places:
        yield f"    {_where(place)}: {_words(place)}"
    yield f"    why: {finding.why}"
    yield ""


def _where(place: Place) -> str:
    return place_of(place.document, (place.start, place.end), place.passage)


def _words(place: Place) -> str:
    return marked(place.document.text, place.passage.whole, (place.start, place.end))


def _summary(result: Scan, corpus: Corpus) -> Iterator[str]:
    counts = Counter(finding.severity for finding in result.findings)
    told = ", ".join(f"{counts[severity]} {severity.value}" for severity in Severity)
    yield f"Scanned {many(len(corpus.documents), 'source')} ({corpus.name}): {many(len(result.findings), 'finding')} ({told})."
    yield (
        f"Compared: {many(result.values, 'value')}, names, quotations and sentences that are nearly alike. Not compared: the values "
        f"of {many(result.crowded, 'passage')} with too many of them; {result.apart} headings and footnotes "
        "only dates, names and quotations were read."
    )


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.headline,
        "severity": finding.severity.value,
        "why": finding.why,
        "score": finding.score,
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "source": place.document.source.id,
        "start": place.start,
        "end": place.end,
        "line": place.document.line(place.start),
        "exact": place.exact,
        "value": place.value,
    }
