"""The result as the sheets of a workbook: how to review, all claims, discrepancies, sources, and a sheet per topic."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.reviews import Decision
from compare.decide.advice import advice
from compare.decide.headline import DIFFERENCES, gravest_first, headline
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result, Stance, Testimony
from reports.places import place, words
from reports.reviewing.columns import (
    FINGERPRINT,
    OF_CLAIM,
    OF_REVIEWER,
    OF_SOURCE,
    REVIEWED,
    Column,
    Role,
    Sheet,
    cell,
    source_columns,
)
from reports.reviewing.fingerprints import fingerprint
from reports.topics import MEANING, shown, topic_reports

FIRST_SCREEN = {
    "id": 14,
    "statement": 28,
    "decision": 12,
    "corrected value": 13,
    "corrected statement": 20,
    "reviewer": 11,
    "date": 11,
    "comment": 18,
}
"""Widths on the sheets of findings and claims: with severity and difference they fill a screen of 1440 pixels, and no more."""
DIFFERENCE = Column("difference", 44, Role.READ, "who says what, where sources differ")
MOST = 3
"""Different readings of one source shown for a claim."""
HOW = (
    ("Where to decide", "On the sheet Findings, on Claims or on the sheet of the topic, whichever you like; all are read. Fill a claim on "
     "one "
     "of them. If both are filled, they are put together, and where they differ the claim is listed as a conflict."),
    ("What sources say", "On Claims in a word; their own words, and where they stand, on the sheet of the topic."),
    ("What to fill", "The yellow columns: decision, your name and the day; a corrected value or statement and a comment if needed. "
     "A row without a decision is left alone."),
    ("What you may do", "Sort, filter, hide or move columns, add columns of your own, delete rows you do not want to review. Make a "
     "row higher to see a long cell whole."),
    ("What to leave", "The id and the hidden column fingerprint. A statement changed in place is not taken, only listed."),
    ("Cells that begin with '", "An apostrophe before = + - or @ keeps a spreadsheet from running the cell; it is taken off again."),
    ("Bringing it back", "sourcecheck review import FILE, which records the decisions and shows the corrections as a diff; "
     "with --apply it writes them into the claims tables."),
)  # fmt: skip
DECISIONS = {
    Decision.CONFIRMED: "the claim stands as it is",
    Decision.REJECTED: "the claim is wrong or does not belong here",
    Decision.NEEDS_SOURCE: "no source shown here settles it",
    Decision.REWORDED: "it stands in other words, or with another value: write them under the corrected columns",
    Decision.UNSURE: "someone else should look",
}


def sheets_of(result: Result, earlier: Mapping[str, Sequence[str]]) -> tuple[Sheet, ...]:
    """All sheets in their order. earlier: for each claim the lines of the reviews before."""
    everything = claims_sheet(result, earlier)
    rows = {c.claim.id: row for c, row in zip(result.comparisons, everything.rows, strict=True)}
    taken = {"how to review", "claims", "findings", "sources", "history"}
    topics = []
    for report in topic_reports(result):
        own = [rows[c.claim.id] for c in report.comparisons]
        topics.append(Sheet(_sheet_name(report.title, taken), everything.columns, own, 2, frozenset({"topic"})))
    return (_findings(result, rows), _how_sheet(), _overview(result, everything), _sources(result), *topics)


def claims_sheet(result: Result, earlier: Mapping[str, Sequence[str]]) -> Sheet:
    """All claims with what every source says; the rows stand on the sheets of the topics."""
    of_sources = (c for document in result.corpus.documents for c in source_columns(document.source.id))
    columns = (*OF_CLAIM, *OF_REVIEWER, *of_sources, REVIEWED, FINGERPRINT)
    return Sheet("Claims", columns, [_row(c, earlier.get(c.claim.id, ())) for c in result.comparisons], 2)


def _row(comparison: Comparison, earlier: Sequence[str]) -> list[str]:
    claim = comparison.claim
    row = [claim.id, claim.statement, claim.topic, claim.kind, claim.expected, comparison.verdict]
    row += [""] * len(OF_REVIEWER)
    said = _readings(comparison)
    for testimony in comparison.testimonies:
        row += _source_cells(testimony, said.get(testimony.document.source.id, []))
    row += ["\n".join(earlier), fingerprint(comparison)]
    return [cell(text) if text else "" for text in row]


def _readings(comparison: Comparison) -> dict[str, list[tuple[str, str]]]:
    """For each source its different readings: its own words, and their place."""
    said: dict[str, list[tuple[str, str]]] = {}
    for evidence, *others in shown(comparison, MOST):
        also = f" (and {len(others)} more)" if others else ""
        quoted = f"“{''.join(words(evidence))}”"
        said.setdefault(evidence.document.source.id, []).append((quoted, place(evidence) + also))
    return said


def _source_cells(testimony: Testimony, readings: Sequence[tuple[str, str]]) -> list[str]:
    if testimony.stance is Stance.SILENT:
        return [testimony.stance, "", "", ""]
    quoted, places = ("\n".join(column) for column in zip(*readings, strict=True)) if readings else ("", "")
    return [testimony.stance, "; ".join(testimony.values), quoted, places]


def _overview(result: Result, everything: Sheet) -> Sheet:
    """All claims: what decides on the first screen, then what each source says in a word; its words stand on the topic's sheet."""
    names = [column.name for column in everything.columns]
    brief = [n for n in names if n.endswith((": stance", ": value"))]
    first = ["id", "statement", DIFFERENCE.name, *(c.name for c in OF_REVIEWER)]
    order = [*first, "verdict", "expected", "kind", "topic", *brief, REVIEWED.name, FINGERPRINT.name]
    columns = {c.name: replace(c, width=FIRST_SCREEN.get(c.name, c.width)) for c in (*everything.columns, DIFFERENCE)}
    rows = []
    for comparison, row in zip(result.comparisons, everything.rows, strict=True):
        cells = dict(zip(names, row, strict=True))
        cells[DIFFERENCE.name] = cell(headline(comparison)) if comparison.verdict in DIFFERENCES else ""
        rows.append([cells[name] for name in order])
    return Sheet(everything.name, tuple(columns[name] for name in order), rows, 2, printed=len(first))


def _findings(result: Result, rows: Mapping[str, Sequence[str]]) -> Sheet:
    """The findings, gravest first: the statement, what differs and the columns to decide in on one screen; what to do behind them."""
    about = (OF_CLAIM[0], _read("severity", 8), OF_CLAIM[1], DIFFERENCE)
    first = (replace(column, width=FIRST_SCREEN.get(column.name, column.width)) for column in (*about, *OF_REVIEWER))
    behind = (_read("what to do", 44), OF_CLAIM[5], OF_CLAIM[4], _read("why", 34), REVIEWED, FINGERPRINT)
    told: list[Sequence[str]] = []
    for c in gravest_first(result.comparisons):
        own, (severity, why) = rows[c.claim.id], judged(c)
        line, to_do = cell(headline(c)), cell(advice(c))
        said = [own[0], cell(str(severity)), own[1], line, *[""] * len(OF_REVIEWER)]
        told.append([*said, to_do, own[5], own[4], cell(why), *own[-2:]])
    return Sheet("Findings", (*first, *behind), told, 2)


def _sources(result: Result) -> Sheet:
    columns = tuple(
        map(_read, ("id", "title", "author", "publisher", "published", "read as"), (12, 60, 36, 30, 14, 22))
    )
    rows = []
    for document in result.corpus.documents:
        s = document.source
        read_as = document.corpus + (", changed since it was registered" if document.changed else "")
        rows.append([cell(text) for text in (s.id, s.title, s.author, s.publisher, s.published, read_as)])
    return Sheet("Sources", columns, rows)


def _how_sheet() -> Sheet:
    """What a reviewer does, what the decisions and verdicts mean, and what every column holds."""
    rows = [*HOW, ("", ""), ("Decisions", "")]
    rows += [(str(decision), about) for decision, about in DECISIONS.items()]
    rows += [("", ""), ("Verdicts", ""), *((str(verdict), about) for verdict, about in MEANING.items())]
    rows += [
        ("", ""),
        ("Columns of the claims", ""),
        *((c.name, c.about) for c in (*OF_CLAIM, DIFFERENCE, *OF_REVIEWER)),
    ]
    rows += [(f"(source id): {c.name}", c.about) for c in OF_SOURCE]
    rows += [(c.name, c.about) for c in (REVIEWED, FINGERPRINT)]
    return Sheet("How to review", (_read("what", 26), _read("how", 110)), rows)


def _read(name: str, width: int) -> Column:
    return Column(name, width, Role.READ, "")


def _sheet_name(title: str, taken: set[str]) -> str:
    """The title as a sheet may be called (31 characters, none of []:*?/\\), different from those taken, to which it is added."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip("' ")[:31].strip("' ") or "Topic"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: 30 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name
