"""Comments of a Word file: what a finding says, at the words it speaks of, and the comments of an earlier run taken out."""

import re
from collections.abc import Iterator
from typing import Any

from compare.drafting.model import Finding, Noted, Stance
from compare.evidence.place import Place
from reports.drafts.text import marked
from reports.drafts.words import NAMES, says, shown, title, where
from reports.printable import printable
from seeds.readers.word_runs import W

AUTHOR, INITIALS = "sourcecheck", "sc"
RANGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
REFERENCE = f"{W}commentReference"
UNFIT = re.compile("[\ufffe\uffff]")
"""What XML cannot hold beside control characters."""
TO_DO = {
    Stance.CONTRADICTED: "Take the sources' value, or name the source that gives this one.",
    Stance.ALTERED_QUOTE: "Give the words as they were said, or take the quotation marks off.",
    Stance.DISPUTED: "Say that accounts differ, or say whose account this is.",
    Stance.NOT_FOUND: "Find a source for it, or take it out.",
    Stance.NOT_CHECKABLE: "Check it by hand.",
    Stance.SUPPORTED: "",
}


def words_of_comment(noted: Noted) -> str:
    """What a comment says: the outcome, what each source says and where, in its words, and what to do; a line each."""
    finding = noted.finding
    standing = " (known)" if noted.known else ""
    lines = [f"{title(finding)}: {NAMES[finding.stance]}{standing}: {finding.message}", *_said(finding)]
    if TO_DO[finding.stance]:
        lines.append(TO_DO[finding.stance])
    return "\n".join(map(fit, lines))


def fit(line: str) -> str:
    """A line as XML can hold it."""
    return UNFIT.sub("\ufffd", printable(" ".join(line.split())))


def _said(finding: Finding) -> Iterator[str]:
    for place in shown(finding):
        yield f"{_name(place)}{where(place)} {says(finding, place)}: “{_quoted(place)}”"


def _name(place: Place) -> str:
    source = place.document.source
    return f"{source.title}: " if source.title and source.title != source.id else ""


def _quoted(place: Place) -> str:
    passage = place.start, place.end
    return marked(place.document.text, passage, place.focus if place.value else passage)


def take_out(document: Any) -> None:
    """Take out the comments that an earlier run of this program made, and their marks; those of people stay."""
    ours = {comment.comment_id: comment for comment in document.comments if comment.author == AUTHOR}
    numbers = {str(number) for number in ours}
    for mark in [mark for mark in document.element.body.iter(*RANGES, REFERENCE) if mark.get(f"{W}id") in numbers]:
        holder = mark.getparent()
        holder.remove(mark)
        if mark.tag == REFERENCE and all(child.tag == f"{W}rPr" for child in holder):
            holder.getparent().remove(holder)
    for comment in ours.values():
        element = comment._comment_elm
        element.getparent().remove(element)
