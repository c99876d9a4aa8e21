"""`scan`: discrepancies inside each source that nobody curated, for the terminal and as JSON schema version 1."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from compare.checks.contradiction import CODE, NAME
from compare.jobs.scan import scan
from compare.scanning.findings import Finding, Scan
from compare.scanning.pairs import Place
from reports.drafts.text import marked
from reports.drafts.words import many
from reports.places import place_of, printable
from seeds.corpus import Corpus

VERSION = 1


def run(corpus: Corpus) -> tuple[Scan, ...]:
    """Every document of the corpus scanned, with progress on a terminal."""
    with click.progressbar(
        corpus.documents, label="Scanning", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as waiting:
        return tuple(scan(document) for document in waiting)


def to_text(scans: Sequence[Scan], corpus: Corpus) -> str:
    """A line per finding with its places below, then what was and was not compared."""
    lines = [line for each in scans for finding in each.findings for line in _finding(finding)]
    return "".join(f"{printable(line)}\n" for line in [*lines, *_summary(scans, corpus)])


def to_json(scans: Sequence[Scan]) -> str:
    """The findings as JSON."""
    data = {
        "schema_version": VERSION,
        "findings": [_record(finding) for each in scans for finding in each.findings],
        "coverage": [
            {
                "source": each.document.source.id,
                "crowded": len(each.skipped.crowded),
                "apart": each.skipped.apart,
                "weaker": each.skipped.weaker,
            }
            for each in scans
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> Iterator[str]:
    first = finding.places[0]
    where = place_of(first.document, (first.start, first.end), first.passage)
    yield f"{where}: {CODE} {NAME}: {finding.severity}: {finding.message}"
    for place in finding.places:
        yield f"    {place_of(place.document, (place.start, place.end), place.passage)}: {_words(place)}"
    yield ""


def _words(place: Place) -> str:
    return marked(place.document.text, place.passage.whole, (place.start, place.end))


def _summary(scans: Sequence[Scan], corpus: Corpus) -> Iterator[str]:
    findings = sum(len(each.findings) for each in scans)
    crowded = sum(len(each.skipped.crowded) for each in scans)
    apart = sum(each.skipped.apart for each in scans)
    yield f"Scanned {many(len(corpus.documents), 'source')} ({corpus.name}): {many(findings, 'finding')}."
    yield (
        f"Not compared: {apart} headings and footnotes, {crowded} passages with too many values. Each source is held against "
        "itself only; `compare` holds sources against each other."
    )


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "code": CODE,
        "message": finding.message,
        "severity": finding.severity,
        "score": finding.score,
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "source": place.document.source.id,
        "start": place.start,
        "end": place.end,
        "line": place.document.line(place.start),
        "exact": place.document.text[place.start : place.end],
        "value": place.value,
    }
