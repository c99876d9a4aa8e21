"""`coverage`: what no claim speaks to, per source; as a table, JSON, CSV and Markdown, and in brief for the reports."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from tabulate import tabulate

from compare.evidence.model import Result
from compare.facts.folded_passage import Entry
from compare.jobs.coverage import Covered, coverage
from reports.escaped import escape
from reports.places import place_of, unwrap
from reports.printable import json_text, printable

VERSION = 1
HEADERS = ("source", "sentences", "covered", "share", "open")
COLUMNS = ("source", "start", "end", "place", "exact")
SHOWN = 5
"""Open sentences of a source that the table shows."""


def to_table(found: Sequence[Covered], most: int = SHOWN) -> str:
    """A row per source, then the first sentences of each to which no claim speaks."""
    lines = [tabulate(_rows(found), headers=HEADERS, tablefmt="simple", disable_numparse=True), "", line_of(found)]
    for source in found:
        lines += ["", f"{source.document.source.id}, no claim speaks to:"] if source.open else []
        lines += [f"  {_place(entry)}: {_words(entry)}" for entry in source.open[:most]]
        more = len(source.open) - most
        lines += [f"  ... and {more} more (--format csv lists them)"] if more > 0 else []
    return printable_lines(lines)


def to_markdown(found: Sequence[Covered], most: int = SHOWN) -> str:
    """The same as a page of Markdown, with every open sentence."""
    lines = ["# What the claims speak to", "", brief(found)]
    for source in found:
        lines += ["", f"## {escape(source.document.source.id)}", ""] if source.open else []
        lines += [f"- {escape(_place(entry))}: {escape(_words(entry))}" for entry in source.open]
    return printable_lines(lines)


def to_csv(found: Sequence[Covered], most: int = SHOWN) -> str:
    """A row per open sentence."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for source in found:
        for entry in source.open:
            writer.writerow((source.document.source.id, *entry.passage.whole, _place(entry), _words(entry)))
    return out.getvalue()


def to_json(found: Sequence[Covered], most: int = SHOWN) -> str:
    """The counts of every source and its open sentences."""
    data = {"schema_version": VERSION, "sources": [_record(source) for source in found]}
    return json_text(data) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Covered], int], str]] = {
    "table": to_table,
    "md": to_markdown,
    "csv": to_csv,
    "json": to_json,
}
"""How coverage is told, by the name of the format."""


def line_of(found: Sequence[Covered]) -> str:
    """The whole in a sentence."""
    telling, covered = sum(source.telling for source in found), sum(source.covered for source in found)
    share = f" ({100 * covered // telling} %)" if telling else ""
    return f"The claims speak to {covered} of {telling} sentences with a date, figure, name or quotation{share}."


def brief(found: Sequence[Covered]) -> str:
    """The whole in a sentence and a row per source, for a page of Markdown."""
    head = ["| source | sentences | covered | share |", "|---|---:|---:|---:|"]
    rows = [f"| {' | '.join(escape(cell) for cell in row[:4])} |" for row in _rows(found)]
    return "\n".join([line_of(found), "", *head, *rows])


def coverage_section(result: Result) -> str:
    """What the index of the reports says of coverage; "" where the passages are not known."""
    return f"{brief(coverage(result))}\n\n`sourcecheck coverage` lists the others." if result.entries else ""


def printable_lines(lines: Sequence[str]) -> str:
    """The lines as text in which nothing controls a terminal."""
    return "".join(f"{printable(line)}\n" for piece in lines for line in piece.split("\n"))


def _rows(found: Sequence[Covered]) -> list[tuple[str, ...]]:
    return [(s.document.source.id, str(s.telling), str(s.covered), f"{s.share} %", str(len(s.open))) for s in found]


def _place(entry: Entry) -> str:
    return place_of(entry.document, entry.passage.whole, entry.passage)


def _words(entry: Entry) -> str:
    start, end = entry.passage.whole
    return (
        unwrap(entry.document.text[start:end])
        if len(entry.passage.spans) == 1
        else " ".join(entry.passage.text.split())
    )


def _record(source: Covered) -> dict[str, object]:
    return {
        "source": source.document.source.id,
        "sentences": source.telling,
        "covered": source.covered,
        "share": source.share,
        "open": [
            {
                "start": entry.passage.whole[0],
                "end": entry.passage.whole[1],
                "place": _place(entry),
                "exact": _words(entry),
            }
            for entry in source.open
        ],
    }
