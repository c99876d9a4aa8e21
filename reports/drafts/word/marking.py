"""A checked draft as a Word file with comments. The file is the draft itself where that is one, else made of the draft's text."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from claims.errors import InputError
from compare.drafting.model import CheckedDraft, Finding, Noted
from reports.drafts.word.comments import AUTHOR, INITIALS, take_out, words_of_comment
from reports.drafts.word.cutting import Cuts
from reports.drafts.word.making import made_of
from seeds.readers.archive import broken, check_archive, transitional
from seeds.readers.files import library, read_bytes
from seeds.readers.word_letters import Spot, spots

WORD = ".docx"
MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the file, so that the same input gives the same bytes."""


def to_docx(drafts: Sequence[CheckedDraft]) -> bytes:
    """The one draft as a Word file, with a comment at the words of each finding that no comment of the draft silences.

    Raises InputError for several drafts, and for one that changed since it was checked.
    """
    if len(drafts) != 1:
        raise InputError("a Word file holds one draft; give one file, or another --format")
    (draft,) = drafts
    document, placed = _opened(draft) if draft.document.path.suffix.lower() == WORD else made_of(draft.document)
    with broken(draft.document.path):
        _mark(document, draft, placed)
        out = io.BytesIO()
        document.save(out)
    return _same_bytes(out.getvalue())


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


def _mark(document: Any, draft: CheckedDraft, placed: dict[int, Spot]) -> None:
    from docx.text.run import Run

    found = [(noted, pair) for noted in draft.noted if (pair := _pair(noted, placed))]
    cuts = Cuts(pair for _, pair in found)
    for noted, (first, last) in found:
        runs = [Run(cuts.run(spot), document) for spot in (first, last)]
        comment = document.add_comment(runs, text=words_of_comment(noted), author=AUTHOR, initials=INITIALS)
        del comment._comment_elm.attrib["{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"]


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


def _same_bytes(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in archive.infolist():
            copy.writestr(zipfile.ZipInfo(member.filename, MADE), archive.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
