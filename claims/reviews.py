"""Reviews: what people decided on claims, kept as a history that only grows.

This module alone knows how a decision is written down, and which decision of a reviewer stands.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded

COLUMNS = ("claim", "decision", "reviewer", "date", "comment", "corrected value", "corrected statement", "evidence")
NEEDED = ("claim", "decision", "reviewer")
_FORMULA = re.compile(r"'*[ ]*[=+\-@\t\r\n＝＋－＠]")
_MARKED = re.compile(rf"'(?={_FORMULA.pattern})")


class Decision(StrEnum):
    """What a reviewer may decide."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    NEEDS_SOURCE = "needs-source"
    REWORDED = "reworded"
    UNSURE = "unsure"


MEANT = {
    Decision.CONFIRMED: "accept accepted agree agreed approve approved confirm fine good ok okay right true yes",
    Decision.REJECTED: "delete drop false incorrect no not-true refuse refused reject remove wrong",
    Decision.NEEDS_SOURCE: "citation-needed no-source source source-needed unsourced",
    Decision.REWORDED: "change changed corrected edit edited rephrase rephrased reword rewrite rewritten",
    Decision.UNSURE: "? don't-know maybe not-sure open perhaps unclear unknown",
}
"""Words that people write for a decision; they suggest it and never stand for it: "correct" is praise or an order."""
EITHER = {"correct": (Decision.CONFIRMED, Decision.REWORDED)}


@dataclass(frozen=True)
class Review:
    """One decision of one person on one claim.

    date: ISO 8601, "" when the reviewer gave none. value, statement: what the claim should expect and say, "" for as it is.
    evidence: fingerprint of the claim and of what was read for it when it was reviewed; "" when that is not known.
    """

    claim: str
    decision: Decision
    reviewer: str
    date: str = ""
    comment: str = ""
    value: str = ""
    statement: str = ""
    evidence: str = ""

    @property
    def who(self) -> str:
        """The reviewer, however the name was spaced or capitalised."""
        return " ".join(self.reviewer.split()).casefold()


def neutral(cell: str) -> str:
    """The cell behind an apostrophe when a spreadsheet would take it for a formula; `restored` takes it off again."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """What `neutral` was given."""
    return cell[1:] if _MARKED.match(cell) else cell


def decision_of(text: str) -> Decision:
    """The decision a person wrote, in any case, with spaces or hyphens.

    Raises ValueError when it is none, with the one that may be meant.
    """
    word = re.sub(r"[\s_-]+", "-", text.strip().casefold().replace("’", "'"))
    try:
        return Decision(word)
    except ValueError:
        meant = " or ".join(_meant(word.rstrip(".!")))
        suggestion = f"did you mean {meant}? Use one of" if meant else "use one of"
        raise ValueError(f"{text!r} is no decision; {suggestion} {', '.join(Decision)}") from None


def _meant(word: str) -> tuple[Decision, ...]:
    """The decisions that a word may be meant for: by its sense, or as a slip of the pen."""
    words = {said: (decision,) for decision, listed in MEANT.items() for said in (decision, *listed.split())} | EITHER
    return words.get(word) or next((words[near] for near in get_close_matches(word, words, n=1)), ())


def read_reviews(path: Path) -> tuple[Review, ...]:
    """The history in a file, oldest first; empty when there is no file. Raises InputError with every problem, one a line."""
    names, rows = _table(path, history_text(path))
    reviews: list[Review] = []
    problems: list[str] = []
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            reviews.append(_review(dict(zip(names, map(restored, row), strict=False))))
        except ValueError as error:
            problems.append(f"{path}:{number}: {error}")
    if problems:
        raise InputError("\n".join(problems))
    return tuple(reviews)


def history_text(path: Path) -> str:
    """The text of the history as it stands in its file; "" when there is no file. Raises InputError when it is unreadable."""
    if not path.exists():
        return ""
    try:
        return read_bounded(path).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{path}: cannot be read (it is not UTF-8); it holds the reviews, as CSV in UTF-8") from None


def appended(path: Path, text: str, reviews: Iterable[Review]) -> str:
    """The history's text with rows added at its end, in the order of its own columns; what stands in it stays as it is."""
    names, _ = _table(path, text)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_separator(text), lineterminator="\r\n" if "\r\n" in text else "\n")
    if not text.strip("\ufeff \r\n"):
        writer.writerow(COLUMNS)
    for review in reviews:
        cells = dict(zip(COLUMNS, astuple(review), strict=True))
        writer.writerow([neutral(cells.get(name, "")) for name in names])
    gap = "\n" if text.strip("\ufeff") and not text.endswith("\n") else ""
    return f"{text}{gap}{out.getvalue()}"


def standing(reviews: Sequence[Review]) -> Mapping[str, tuple[Review, ...]]:
    """For each claim the decision of each reviewer that stands: the one of the latest date, and of one date the last written."""
    latest: dict[str, dict[str, Review]] = {}
    for review in reviews:
        of_claim = latest.setdefault(review.claim, {})
        before = of_claim.get(review.who)
        if before is None or review.date >= before.date:
            of_claim[review.who] = review
    return {claim: tuple(sorted(of.values(), key=lambda r: (r.date, r.who))) for claim, of in latest.items()}


def _review(cells: Mapping[str, str]) -> Review:
    for name in NEEDED:
        if not cells.get(name, "").strip():
            raise ValueError(f"{name}: is empty; fill it")
    when = cells.get("date", "").strip()
    try:
        decision, _ = decision_of(cells["decision"]), when and date.fromisoformat(when)
    except ValueError as error:
        if "decision" in str(error):
            raise ValueError(f"decision: {error}") from None
        raise ValueError(f"date: {when!r} is no day; write it as 2026-03-31") from None
    given = [cells.get(name, "") for name in COLUMNS]
    return Review(given[0].strip(), decision, given[2].strip(), when, *given[4:])


def _table(path: Path, text: str) -> tuple[list[str], list[list[str]]]:
    """The names of the columns, in lower case, and the rows."""
    plain = text.removeprefix("\ufeff")
    if not plain.strip():
        return list(COLUMNS), []
    try:
        header, *rows = csv.reader(io.StringIO(plain, newline=""), delimiter=_separator(text), strict=True)
    except csv.Error as error:
        raise InputError(f"{path}: is not a readable table ({error}); it holds the reviews, as CSV") from None
    names = [name.strip().lower() for name in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise InputError(f"{path}: lacks the column(s) {', '.join(missing)}; the header is {','.join(COLUMNS)}")
    return names, rows


def _separator(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max((",", ";", "\t"), key=header.count)
