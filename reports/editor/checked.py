"""A text as it stands in an editor, checked: which formats are drafts there, and where in the text each finding stands."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pygls.uris import to_fs_path

from compare.drafting.model import CheckedDraft, Finding, Noted
from compare.jobs.draft import check_draft
from reports.drafts.fixing import Correction, corrections
from reports.drafts.running import draft_of
from reports.editor.inputs import Material
from reports.editor.ruler import Ruler
from reports.places import span_in_file
from seeds.model import Span

SUFFIXES = (".md", ".txt", ".html", ".htm")
LANGUAGES = {"markdown": ".md", "plaintext": ".txt", "html": ".html"}
"""How a text without a file name is read, by the language the editor gives it."""
REMEMBERED = 20_000
"""Paragraphs whose findings are remembered, so that a text is checked again where it changed only; a few dozen megabytes."""


@dataclass(frozen=True)
class Written:
    """A text in an editor. suffix: of the format it is read as. version: the editor's number of it."""

    uri: str
    path: Path
    suffix: str
    version: int | None
    ruler: Ruler


@dataclass(frozen=True)
class Checked:
    """A text and what was found in it. All offsets are characters of the text as the editor holds it."""

    written: Written
    draft: CheckedDraft

    def span(self, finding: Finding) -> Span:
        """Where the words of a finding stand."""
        return span_in_file(self.draft.document, finding.start, finding.end)

    def offered(self, finding: Finding) -> tuple[Correction, ...]:
        """The corrections of a finding whose words stand in the editor as they were read."""
        written = self.written.ruler.text[slice(*self.span(finding))]
        said = self.draft.document.text[finding.start : finding.end]
        return corrections(finding, written) if written == said else ()

    def sentence_end(self, finding: Finding) -> int:
        """Where the sentence of a finding ends."""
        end = finding.sentence[1]
        return span_in_file(self.draft.document, end - 1, end)[1]

    def touched(self, span: Span) -> Iterator[Noted]:
        """The findings that a selection or the place of a cursor touches, in their order."""
        for noted in self.draft.noted:
            start, end = self.span(noted.finding)
            if start <= span[1] and span[0] <= end:
                yield noted


def path_of(uri: str) -> Path:
    """The file of a text in an editor; what stands behind the last colon where it is not on a disk ("untitled:Untitled-1")."""
    return Path(to_fs_path(uri) or uri.rpartition(":")[2])


def suffix_of(path: Path, language: str | None) -> str:
    """The format a text of the editor is read as, "" for what is no draft."""
    if path.suffix.lower() in SUFFIXES:
        return path.suffix.lower()
    return LANGUAGES.get(language or "", "") if not path.suffix else ""


def check_text(written: Written, material: Material) -> Checked:
    """The text checked against the material. Raises InputError when its format cannot be read from it."""
    data = codecs.BOM_UTF8 + written.ruler.text.encode("utf-8", "replace")  # the mark outranks what a page declares
    draft = draft_of(written.path.name, written.path.with_suffix(written.suffix), data)
    if len(material.memory) > REMEMBERED:
        material.memory.clear()
    checked = check_draft(draft, material.index, material.claims, memory=material.memory, approvals=material.approvals)
    return Checked(written, checked)
