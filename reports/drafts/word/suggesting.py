"""Suggestions in a Word file: the source's value as a tracked change, the draft's words deleted and the source's inserted behind them.

Only where exactly one correction fits the words (`reports.drafts.fixing`), and where they stand in plain runs of one paragraph: words
in a link, in somebody else's change, or round the mark of a note are left to the comment.
"""

from collections.abc import Sequence
from copy import deepcopy
from itertools import count
from typing import Any

from compare.drafting.model import CheckedDraft, Finding
from reports.drafts.fixing import corrections
from reports.drafts.word.comments import AUTHOR, REFERENCE, fit
from reports.places import unwrap
from seeds.readers.word_letters import PROPERTIES, RUN, WORDS
from seeds.readers.word_runs import W

PARAGRAPH = f"{W}p"
BETWEEN = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "lastRenderedPageBreak",
    )
)
"""What may stand between the runs and stays where it is."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def suggested(finding: Finding, draft: CheckedDraft) -> str:
    """The words to stand in the place of a finding's, "" where none or several fit."""
    found = corrections(finding, draft.document.text[finding.start : finding.end])
    return fit(found[0].words) if len(found) == 1 else ""


def suggest(first: Any, last: Any, written: str, words: str, numbers: "count[int]") -> bool:
    """Suggest `words` for the runs `first` to `last`, which hold what is written; False where they cannot be changed so."""
    runs = _runs(first, last)
    if not runs or unwrap("".join(part.text or "" for run in runs for part in run.iter(WORDS))) != unwrap(written):
        return False
    inserted = _run(first, words)
    for run in runs:
        _wrap(run, "del", numbers)
        for part in run.iter(WORDS):
            part.tag = f"{W}delText"
            part.set(SPACE, "preserve")
    last.getparent().addnext(inserted)
    _wrap(inserted, "ins", numbers)
    return True


def numbers_of(document: Any) -> "count[int]":
    """Numbers for tracked changes that the document does not use."""
    used = (element.get(f"{W}id", "") for element in document.element.body.iter())
    return count(1 + max((int(number) for number in used if number.isdecimal()), default=0))


def _runs(first: Any, last: Any) -> Sequence[Any]:
    """The runs from one to another of the same paragraph; none where anything else but words stands among them."""
    if first.getparent() is not last.getparent() or first.getparent().tag != PARAGRAPH:
        return ()
    found, at = [], first
    while at is not None:
        if at.tag == RUN and all(child.tag in (PROPERTIES, WORDS) for child in at):
            found.append(at)
        elif not (at.tag in BETWEEN or (at.tag == RUN and at.find(REFERENCE) is not None)):
            return ()
        if at is last:
            return found
        at = at.getnext()
    return ()


def _run(like: Any, words: str) -> Any:
    """A run with these words, formatted like another."""
    run = like.makeelement(RUN, {})
    properties = like.find(PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
    text = like.makeelement(WORDS, {SPACE: "preserve"})
    text.text = words
    run.append(text)
    return run


def _wrap(run: Any, kind: str, numbers: "count[int]") -> None:
    """Put a run into a deletion or an insertion by this program, without a day, so that the same input gives the same bytes."""
    change = run.makeelement(f"{W}{kind}", {f"{W}id": str(next(numbers)), f"{W}author": AUTHOR})
    run.addprevious(change)
    change.append(run)
