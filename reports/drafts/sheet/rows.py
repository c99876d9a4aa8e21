"""The rows of a fact sheet: every fact of a draft in order, with what the sources say, and columns for a checker to fill."""

from collections.abc import Mapping, Sequence

from compare.decide.said import name_of
from compare.drafting.model import CheckedDraft, Finding, Stance
from compare.evidence.place import Place
from reports.drafts.sheet.standing import Row, Standing
from reports.drafts.text import marked
from reports.drafts.words import NAMES, shown, where
from reports.places import position
from reports.reviewing.columns import Column, Role, Sheet, cell

NAME = "Facts"
OF_FACT = (
    Column("number", 7, Role.READ, "the place of the fact in the draft"),
    Column("paragraph", 10, Role.READ, "where its paragraph begins in the draft"),
    Column("sentence", 42, Role.READ, "the sentence it stands in; to change it, write under correction"),
    Column("fact", 20, Role.READ, "the words that assert it"),
    Column("kind", 9, Role.READ, "date, figure, name, quotation, position or wording"),
    Column("outcome", 15, Role.OUTCOME, "what the sources say to it, as the program reads them"),
    Column("finding", 30, Role.READ, "the same in a few words; of what could not be checked, why"),
    Column("source", 16, Role.READ, "the sources that say it, a line for each place"),
    Column("place", 16, Role.READ, "where, in the same order"),
    Column("quotation", 46, Role.READ, "their words, those that count in brackets, in the same order"),
)
OF_CHECKER = (
    Column("checked", 9, Role.TICK, "yours: x when you have checked the fact; no takes your tick back"),
    Column("checker", 12, Role.WRITE, "your name, spelt the same every time"),
    Column("date", 11, Role.DATE, "the day you checked it, as a date or as text such as 2026-03-31"),
    Column("correction", 20, Role.WRITE, "yours, if the draft is wrong: what it should say"),
    Column("note", 20, Role.WRITE, "yours: anything worth keeping"),
)
EARLIER = Column("earlier", 30, Role.READ, "who ticked it before, and what has changed since")
DRAFT = Column("draft", 12, Role.HIDDEN, "hidden: the draft it is a sheet of")
FINGERPRINT = Column("fingerprint", 28, Role.HIDDEN, "hidden: what exactly was checked; leave it as it is")
COLUMNS = (*OF_FACT, *OF_CHECKER, EARLIER, DRAFT, FINGERPRINT)
HOW = (
    ("What to fill", "The yellow columns of the sheet Facts: x under checked, your name and the day; a correction and a note if needed. "
     "A row without them is left alone; no under checked takes a tick of yours back."),
    ("What you may do", "Sort, filter, hide or move columns, add columns of your own, delete rows you do not want to check."),
    ("What to leave", "The headings, the sentence, and the hidden columns draft and fingerprint."),
    ("Cells that begin with '", "An apostrophe before = + - or @ keeps a spreadsheet from running the cell; it is taken off again."),
    ("Bringing it back", "sourcecheck draft check-in FILE, which keeps the ticks in the project. A tick holds until the sentence or what "
     "the sources say to it changes; the next sheet shows which do."),
)  # fmt: skip
MEANING = {
    Stance.CONTRADICTED: "the sources give another value in its place",
    Stance.ALTERED_QUOTE: "a source holds the words with some of them changed",
    Stance.DISPUTED: "the sources differ among themselves",
    Stance.NOT_FOUND: "no source gives it",
    Stance.NOT_CHECKABLE: "it could not be checked; the finding says why",
    Stance.SUPPORTED: "the passage shown says it",
}


def sheets_of(draft: CheckedDraft, standing: Standing, name: str) -> tuple[Sheet, ...]:
    """The sheet of the facts and the one that explains it. name: of the draft, as the project calls it."""
    return (facts_sheet(draft, standing, name), _how_sheet())


def facts_sheet(draft: CheckedDraft, standing: Standing, name: str) -> Sheet:
    """The sheet of the facts, a group for each paragraph."""
    paragraphs = [_paragraph(row, draft) for row in standing.rows]
    groups = frozenset(i for i, at in enumerate(paragraphs) if i and at != paragraphs[i - 1])
    rows = [
        _cells(number, row, _label(draft, at), name)
        for number, (row, at) in enumerate(zip(standing.rows, paragraphs, strict=True), start=1)
    ]
    return Sheet(NAME, COLUMNS, rows, 1, printed=len(OF_FACT) + len(OF_CHECKER), groups=groups)


def _paragraph(row: Row, draft: CheckedDraft) -> int:
    """Where the paragraph of a fact begins."""
    start = row.fact.noted.finding.sentence[0]
    passages = draft.document.passages
    own = next((p.paragraph for p in passages if p.whole[0] == start), None)
    return next((p.whole[0] for p in passages if p.paragraph == own), start)


def _label(draft: CheckedDraft, at: int) -> str:
    place = position(draft.document, at)
    return place.name or f"line {place.line}"


def _cells(number: int, row: Row, paragraph: str, name: str) -> list[str]:
    fact, finding = row.fact, row.fact.noted.finding
    silenced = fact.noted.suppression
    message = f"{finding.message} (silenced: {silenced.reason})" if silenced else finding.message
    told = [str(number), paragraph, fact.sentence, fact.words, fact.kind, NAMES[finding.stance], message]
    places = _places(finding)
    said = ("\n".join(column) for column in zip(*map(_said, places), strict=True)) if places else ("", "", "")
    filled = [*told, *said, *_filled(row), row.earlier, name, fact.fingerprint]
    return [cell(text) if text else "" for text in filled]


def _filled(row: Row) -> Sequence[str]:
    """What the last person said of the fact as it stands, who ticked it before others."""
    if not row.now:
        return [""] * len(OF_CHECKER)
    last = max(enumerate(row.now), key=lambda pair: (bool(pair[1].checked), pair[1].date, pair[0]))[1]
    given: Mapping[str, str] = vars(last)
    return [given[column.name] for column in OF_CHECKER]


def _places(finding: Finding) -> Sequence[Place]:
    return [place for place in shown(finding) if place.value]


def _said(place: Place) -> tuple[str, str, str]:
    """A place's source, place and words."""
    at, passage = where(place).partition(", ")[2], (place.start, place.end)
    return name_of(place.document), at, marked(place.document.text, passage, place.focus)


def _how_sheet() -> Sheet:
    rows = [*HOW, ("", ""), ("Outcomes", ""), *((NAMES[stance], about) for stance, about in MEANING.items())]
    rows += [("", ""), ("Columns", ""), *((column.name, column.about) for column in COLUMNS)]
    columns = (Column("what", 26, Role.READ, ""), Column("how", 110, Role.READ, ""))
    return Sheet("How to check", columns, rows)
