"""`coverage`: what no claim speaks to, per source; as a table, JSON, CSV and Markdown, and in brief for the reports."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from tabulate import tabulate

from compare.jobs.coverage import Covered
from reports.escaped import escape
from reports.places import place_of, unwrap
from reports.printable import json_text, printable
from seeds.model import Passage

VERSION = 1
HEADERS = ("source", "sentences", "covered", "share", "open")
COLUMNS = ("source", "start", "end", "place", "exact")
SHOWN = 5
"""Open sentences of a source that the table shows."""


def to_table(found: Sequence[Covered], most: int = SHOWN) -> str:
    """A row per source, then the first sentences of each to which no claim speaks."""
    lines = [tabulate(counts_of(found), headers=HEADERS, tablefmt="simple", disable_numparse=True), "", line_of(found)]
    for source in found:
        lines += ["", f"{source.document.source.id}, no claim speaks to:"] if source.open else []
        lines += [f"  {_place(source, passage)}: {_words(source, passage)}" for passage in source.open[:most]]
        more = len(source.open) - most
        lines += [f"  ... and {more} more (--format csv lists them)"] if more > 0 else []
    return printable_lines(lines)


def to_markdown(found: Sequence[Covered], most: int = SHOWN) -> str:
    """The same as a page of Markdown, with every open sentence."""
    lines = ["# What the claims speak to", "", brief(found)]
    for source in found:
        lines += ["", f"## {escape(source.document.source.id)}", ""] if source.open else []
        lines += [f"- {escape(_place(source, p))}: {escape(_words(source, p))}" for p in source.open]
    return printable_lines(lines)


def to_csv(found: Sequence[Covered], most: int = SHOWN) -> str:
    """A row per open sentence."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for source in found:
        for passage in source.open:
            where = (source.document.source.id, *passage.whole, _place(source, passage))
            writer.writerow((*where, _words(source, passage)))
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
    rows = [f"| {' | '.join(escape(cell) for cell in row[:4])} |" for row in counts_of(found)]
    return "\n".join([line_of(found), "", *head, *rows])


def printable_lines(lines: Sequence[str]) -> str:
    """The lines as text in which nothing controls a terminal."""
    return "".join(f"{printable(line)}\n" for piece in lines for line in piece.split("\n"))


def counts_of(found: Sequence[Covered]) -> list[tuple[str, ...]]:
    """Of each source its id, how many sentences tell something, to how many a claim speaks, their share, and how many are left."""
    return [(s.document.source.id, str(s.telling), str(s.covered), f"{s.share} %", str(len(s.open))) for s in found]


def _place(source: Covered, passage: Passage) -> str:
    return place_of(source.document, passage.whole, passage)


def _words(source: Covered, passage: Passage) -> str:
    start, end = passage.whole
    if len(passage.spans) > 1:
        return " ".join(passage.text.split())
    return unwrap(source.document.text[start:end])


def _record(source: Covered) -> dict[str, object]:
    return {
        "source": source.document.source.id,
        "sentences": source.telling,
        "covered": source.covered,
        "share": source.share,
        "open": [
            {
                "start": passage.whole[0],
                "end": passage.whole[1],
                "place": _place(source, passage),
                "exact": _words(source, passage),
            }
            for passage in source.open
        ],
    }
