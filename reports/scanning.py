"""`scan`: what sources say against each other and themselves, for the terminal, as Markdown, CSV and JSON schema version 1.

SARIF and the page have modules of their own.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import click

from claims.errors import InputError
from claims.model import Severity
from claims.reviews import neutral
from compare.checks import all_checks
from compare.jobs.scan import Scan, scan
from compare.scanning.finding import Place
from reports.dismissing import Noted
from reports.drafts.text import marked
from reports.drafts.words import many
from reports.escaped import escape
from reports.places import place_of, unwrap
from reports.printable import json_text, printable
from reports.scan_page import to_html
from reports.scan_sarif import to_sarif
from seeds.corpus import Corpus

VERSION = 1
Findings = tuple[Noted, ...]
COLUMNS = (
    "finding",
    "code",
    "severity",
    "headline",
    "why",
    "source",
    "place",
    "value",
    "exact",
    "fingerprint",
    "dismissed",
)


def run(corpus: Corpus, codes: Collection[str] | None = None) -> Scan:
    """The corpus scanned, with progress on a terminal."""
    hidden = not sys.stderr.isatty()
    families = sum(check.find is not None for check in all_checks())
    with click.progressbar(length=families, label="Scanning", file=sys.stderr, hidden=hidden) as waiting:
        return scan(corpus, codes, lambda code: waiting.update(1))


def of_sources(findings: Sequence[Noted], ids: Collection[str], corpus: Corpus) -> tuple[Noted, ...]:
    """The findings with a place in one of some sources, all when none is named. Raises InputError for an unknown one."""
    known = [document.source.id for document in corpus.documents]
    unknown = [name for name in ids if name not in known]
    if unknown:
        raise InputError(f"{unknown[0]}: is no source; the sources are {', '.join(known)}")
    return tuple(n for n in findings if not ids or any(p.document.source.id in ids for p in n.finding.places))


def to_text(result: Scan, findings: Findings, corpus: Corpus) -> str:
    """A line per finding with its places below and why they are taken for one thing, then what was compared."""
    names = {check.code: check.name for check in all_checks()}
    lines = [line for n in _told(findings) for line in _lines(n, names[n.finding.code])]
    return "".join(f"{printable(line)}\n" for line in [*lines, *_summary(result, findings, corpus)])


def to_markdown(result: Scan, findings: Findings, corpus: Corpus) -> str:
    """The same as a page of Markdown, a section for each severity."""
    lines = ["# What the sources say against each other", ""]
    for severity in Severity:
        some = [n for n in _told(findings) if n.finding.severity is severity]
        lines += [f"## {severity.value.title()}", ""] if some else []
        for n in some:
            lines += [f"- **{escape(n.finding.headline)}** ({n.finding.code}; {escape(n.finding.why)})"]
            lines += [f"  - {escape(_changed(n))}"] if n.changed else []
            lines += [f"  - {escape(_where(place))}: {escape(_words(place))}" for place in n.finding.places]
        lines += [""] if some else []
    return "\n".join([*lines, *map(escape, _summary(result, findings, corpus))]) + "\n"


def to_csv(result: Scan, findings: Findings, corpus: Corpus) -> str:
    """A row per place."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, n in enumerate(findings, start=1):
        f = n.finding
        for place in f.places:
            row = (f.code, f.severity.value, f.headline, f.why, place.document.source.id, _where(place))
            cells = (*row, place.value, unwrap(place.exact), n.fingerprint, n.reason if n.dismissed else "")
            writer.writerow((number, *map(neutral, cells)))
    return out.getvalue()


def to_json(result: Scan, findings: Findings, corpus: Corpus) -> str:
    """The findings as JSON."""
    data = {
        "schema_version": VERSION,
        "findings": [_record(n) for n in findings],
        "coverage": {
            "sources": len(corpus.documents),
            "values": result.values,
            "crowded": result.crowded,
            "apart": result.apart,
        },
    }
    return json_text(data) + "\n"


FORMATS: Mapping[str, Callable[[Scan, Findings, Corpus], str]] = {
    "text": to_text,
    "table": to_text,
    "md": to_markdown,
    "csv": to_csv,
    "json": to_json,
    "sarif": to_sarif,
    "html": to_html,
}
"""How a scan is told, by the name of the format."""


def _told(findings: Findings) -> list[Noted]:
    return [n for n in findings if not n.dismissed]


def _changed(noted: Noted) -> str:
    return f"dismissed before ({noted.reason}), but its text has changed since"


def _lines(noted: Noted, name: str) -> Iterator[str]:
    finding = noted.finding
    yield f"{finding.severity.value}: {finding.headline} [{finding.code} {name}]"
    for place in finding.places:
        yield f"    {_where(place)}: {_words(place)}"
    yield f"    why: {finding.why}"
    if noted.changed:
        yield f"    {_changed(noted)}"
    yield f"    fingerprint: {noted.fingerprint}"
    yield ""


def _where(place: Place) -> str:
    return place_of(place.document, (place.start, place.end), place.passage)


def _words(place: Place) -> str:
    return marked(place.document.text, place.passage.whole, (place.start, place.end))


def _summary(result: Scan, findings: Findings, corpus: Corpus) -> Iterator[str]:
    counts = Counter(n.finding.severity for n in _told(findings))
    told = ", ".join(f"{counts[severity]} {severity.value}" for severity in Severity)
    copies = f"; counted once: {', '.join(corpus.copies)}" if corpus.copies else ""
    silent = f"; {len(findings) - counts.total()} more dismissed" if len(findings) > counts.total() else ""
    yield (
        f"Scanned {many(len(corpus.documents), 'source')} ({corpus.name}{copies}): {many(counts.total(), 'finding')} ({told})"
        f"{silent}."
    )
    yield (
        f"Compared: {many(result.values, 'value')}, names, quotations and sentences that are nearly alike. Not compared: the values "
        f"of {many(result.crowded, 'passage')} with too many of them; {result.apart} headings and footnotes "
        "only dates, names and quotations were read."
    )


def _record(noted: Noted) -> dict[str, Any]:
    finding = noted.finding
    return {
        "fingerprint": noted.fingerprint,
        "dismissed": noted.reason if noted.dismissed else None,
        "dismissed_before": noted.reason if noted.changed else None,
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
