"""A checked draft as a Word file with comments. The file is the draft itself where that is one, else made of the draft's text."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims.errors import InputError
from compare.drafting.model import CheckedDraft, Finding, Noted
from reports.drafts.word.comments import AUTHOR, INITIALS, take_out, words_of_comment
from reports.drafts.word.cutting import Cuts
from reports.drafts.word.making import made_of
from reports.drafts.word.suggesting import numbers_of, suggest, suggested
from reports.same_bytes import same_bytes
from seeds.readers.archive import broken, check_archive, transitional
from seeds.readers.files import library, read_bytes
from seeds.readers.word_letters import Spot, spots

WORD = ".docx"


def to_docx(drafts: Sequence[CheckedDraft], suggesting: bool = False) -> bytes:
    """The one draft as a Word file, with a comment at the words of each finding that no comment of the draft silences.

    suggesting: with the source's value as a tracked change where it fits.
    Raises InputError for several drafts, and for one that changed since it was checked.
    """
    if len(drafts) != 1:
        raise InputError("a Word file holds one draft; give one file, or another --format")
    (draft,) = drafts
    document, placed = opened(draft)
    with broken(draft.document.path):
        _mark(document, draft, placed, suggesting)
    return saved(document, draft.document.path)


def opened(draft: CheckedDraft) -> tuple[Any, dict[int, Spot]]:
    """The Word file that the draft is, or one made of its text, and of each letter of its text where it stands in the file."""
    return _opened(draft) if draft.document.path.suffix.lower() == WORD else made_of(draft.document)


def saved(document: Any, path: Path) -> bytes:
    """The bytes of a Word file. path: of the draft it was made from."""
    with broken(path):
        out = io.BytesIO()
        document.save(out)
    return same_bytes(out.getvalue())


def _opened(draft: CheckedDraft) -> tuple[Any, dict[int, Spot]]:
    path = draft.document.path
    docx = library("docx", path)
    data = read_bytes(path)
    check_archive(path, data)
    with broken(path):
        document = docx.Document(io.BytesIO(transitional(data)))
        take_out(document)
        placed = spots(document, docx.oxml.parse_xml, draft.document.text)
    if placed is None:
        raise InputError(f"{path}: was changed since it was checked; run this again")
    return document, placed


def _mark(document: Any, draft: CheckedDraft, placed: dict[int, Spot], suggesting: bool) -> None:
    from docx.text.run import Run

    found = [(noted, pair) for noted in draft.noted if (pair := _pair(noted, placed))]
    cuts = Cuts(pair for _, pair in found)
    for noted, (first, last) in found:
        runs = [Run(cuts.run(spot), document) for spot in (first, last)]
        comment = document.add_comment(runs, text=words_of_comment(noted), author=AUTHOR, initials=INITIALS)
        del comment._comment_elm.attrib["{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"]
    numbers = numbers_of(document)
    for noted, (first, last) in found if suggesting else ():
        finding = noted.finding
        if words := suggested(finding, draft):
            written = draft.document.text[finding.start : finding.end]
            suggest(cuts.run(first), cuts.run(last), written, words, numbers)


def _pair(noted: Noted, placed: dict[int, Spot]) -> tuple[Spot, Spot] | None:
    """Where the first and the last letter of a finding's words stand; None for a silenced one."""
    if noted.suppression is not None:
        return None
    at = _letters(noted.finding, placed)
    return (placed[at[0]], placed[at[-1]]) if at else None


def _letters(finding: Finding, placed: dict[int, Spot]) -> list[int]:
    """The letters of a finding's words that have a place; of its sentence where these have none."""
    for start, end in ((finding.start, finding.end), finding.sentence):
        if at := [offset for offset in range(start, end) if offset in placed]:
            return at
    return []
