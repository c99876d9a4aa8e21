"""The result as tables of text: a summary for the terminal, and CSV with a row per claim and source."""

import csv
import io
import shutil
import textwrap

from tabulate import tabulate

from compare.decide.headline import headline
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result, Stance, Testimony, Verdict
from reports.findings import FIRST, weighty
from reports.places import place
from reports.printable import printable
from reports.topics import topic_reports

SIGNS = {
    Stance.SUPPORTS: "=",
    Stance.LESS_PRECISE: "~",
    Stance.CONTRADICTS: "!",
    Stance.DIFFERS: "≠",
    Stance.UNREAD: "?",
    Stance.SILENT: "·",
}
LEGEND = "= supports   ~ less precise   ! contradicts   ≠ other position   ? matched, not read   · silent"


def to_table(result: Result) -> str:
    """The claims with their verdicts and what each source says, then the counts."""
    sources = [document.source.id for document in result.corpus.documents]
    rows = [[c.claim.id, c.verdict, *map(signs, c.testimonies), _short(c.claim.statement)] for c in result.comparisons]
    body = tabulate(rows, headers=["claim", "verdict", *sources, "statement"], tablefmt="simple", disable_numparse=True)
    return f"{body}\n\n{LEGEND}\n"


WIDTH, NARROWEST = 120, 40
"""Characters of a line where there is no terminal to ask, and the least."""
QUIET = (
    Verdict.CHANGED_OVER_TIME,
    Verdict.PRECISION_DIFFERENCE,
    Verdict.AGREEMENT,
    Verdict.SINGLE_SOURCE,
    Verdict.NOT_FOUND,
)


def to_summary(result: Result) -> str:
    """A row per topic: how many claims, how many differ."""
    counts = {
        report.topic: [len(report.comparisons), len(report.differing), *(len(report.under(v)) for v in QUIET)]
        for report in topic_reports(result)
    }
    rows: list[list[object]] = [[topic, *numbers] for topic, numbers in counts.items()]
    if len(rows) > 1:
        rows.append(["total", *map(sum, zip(*counts.values(), strict=True))])
    headers = ["topic", "claims", "differ", "over time", "precision", "agree", "one source", "not found"]
    return f"{tabulate(rows, headers=headers, tablefmt='simple')}\n"


def to_findings(result: Result) -> str:
    """A line for each of the gravest findings: its severity, and who says what."""
    found = weighty(result.comparisons)
    width = max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns - len("medium  "))
    rows = [
        [judged(c).severity, "\n".join(textwrap.wrap(printable(headline(c)), width, subsequent_indent="  "))]
        for c in found[:FIRST]
    ]
    left = len(found) - FIRST
    more = f"… and {left} more, in the reports\n" if left > 0 else ""
    return f"{tabulate(rows, tablefmt='plain', disable_numparse=True)}\n{more}" if rows else ""


def to_csv(result: Result) -> str:
    """A row per claim and source, for a spreadsheet; cells that a spreadsheet would run as a formula are neutralised."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("claim topic kind statement expected verdict flags source stance values place words reason".split())
    for comparison in result.comparisons:
        for testimony in comparison.testimonies:
            writer.writerow([neutral(cell) for cell in _row(comparison, testimony)])
    return out.getvalue()


def neutral(cell: str) -> str:
    """The cell with a leading apostrophe when a spreadsheet would take it for a formula."""
    return (
        f"'{cell}"
        if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) or cell.startswith(("\t", "\r"))
        else cell
    )


def _row(comparison: Comparison, testimony: Testimony) -> list[str]:
    claim, best = comparison.claim, testimony.evidence[0] if testimony.evidence else None
    return [
        claim.id,
        claim.topic,
        claim.kind,
        claim.statement,
        claim.expected,
        comparison.verdict,
        " ".join(comparison.flags),
        testimony.document.source.id,
        testimony.stance,
        "; ".join(testimony.values),
        place(best) if best else "",
        best.exact if best else "",
        best.answer.reason if best else "",
    ]


def signs(testimony: Testimony) -> str:
    """What a source says to a claim, a sign for each sort."""
    stances = {e.stance for e in testimony.evidence} or {Stance.SILENT}
    return "".join(sign for stance, sign in SIGNS.items() if stance in stances)


def _short(text: str, most: int = 90) -> str:
    text = printable(text.replace("\n", " "))
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
