"""From files and settings to checked drafts: what is read, by which checks, against which sources, with progress on a terminal."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import click

from claims.errors import InputError
from claims.model import Claim
from claims.tables import read_claims
from compare.drafting.model import CheckedDraft, Stance
from compare.jobs.draft import Draft, against, check_draft
from compare.search.index import Index
from reports.cache import key_of, of_corpus
from reports.comparing import codes
from reports.drafts.approvals import read_approvals
from reports.drafts.as_json import add_to_json, read_baseline, to_json
from reports.printable import printable
from reports.settings import Settings
from seeds.corpus import Corpus, distinct
from seeds.model import Document, Source
from seeds.prose import DRAFT, read_prose
from seeds.readers import READERS, TABLES
from seeds.readers.files import read_bytes
from seeds.readers.limits import MAX_BYTES

SHEETS = ("xlsx", "csv")
"""Formats of the fact sheet;"""
TICKED = ("text", "json")
"""the others that tell what was ticked."""
FOOTNOTES = "footnotes"
"""The format of an annotated copy."""
STDIN = "-"
"""The name that stands for standard input."""


class Show(StrEnum):
    """What of a draft is told."""

    FINDINGS = "findings"
    SUPPORTED = "supported"
    """what the sources support as well"""
    ALL = "all"
    """every fact and every sentence, what was not checked with why"""


@dataclass(frozen=True)
class Asked:
    """What the command line asks of drafts.

    show: what is told. kind: the file name ending standard input is read as. why: with traces.
    word: the output is a Word file. suggest: the sources' values are written into it as tracked changes.
    day: on which approvals of quotations are judged, ISO 8601, "" for none.
    """

    files: tuple[str, ...]
    format: str
    select: Sequence[str]
    ignore: Sequence[str]
    baseline: Path | None
    show: Show
    kind: str
    why: bool = False
    word: bool = False
    suggest: bool = False
    day: str = ""


def told(asked: Asked, settings: Settings) -> tuple[str | bytes, bool]:
    """The drafts checked and told in the format asked for, and whether there is something to mend."""
    checked, corpus = run(asked.files, settings, asked.select, asked.ignore, asked.kind, asked.why, asked.day)
    checked = marked(checked, asked.baseline)
    shown = tuple(shown_of(draft, asked.show) for draft in checked)
    if asked.format in SHEETS:
        from reports.drafts.sheet.making import to_sheet

        text = to_sheet(shown, settings, asked.format)
    else:
        text = render_drafts(shown, corpus, asked)
        if asked.format in TICKED and settings.ticks and settings.ticks.is_file():
            text = _with_ticks(text, shown, settings, asked.format)
    return text, any(noted.counts for draft in checked for noted in draft.noted)


def _with_ticks(text: str | bytes, drafts: Sequence[CheckedDraft], settings: Settings, format_: str) -> str:
    """What is told, and what people ticked of the drafts."""
    assert isinstance(text, str)
    from reports.drafts.sheet.making import tick_lines, tick_record, ticked

    standings = ticked(drafts, settings)
    if format_ == "text":
        return text + "".join(f"{printable(line)}\n" for line in tick_lines(drafts, standings))
    return add_to_json(text, "ticks", [tick_record(found) if found else None for found in standings])


def run(
    files: Sequence[str],
    settings: Settings,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    kind: str = ".md",
    why: bool = False,
    day: str = "",
) -> tuple[tuple[CheckedDraft, ...], Corpus]:
    """Every file checked, and the sources it was checked against. kind: the file name ending standard input is read as.

    why: everything is found anew, with what it rests on. day: on which approvals of quotations are judged.
    Raises InputError when a file or a source cannot be used.
    """
    drafts = [open_draft(file, kind) for file in dict.fromkeys(files)]
    claims = read_claims(settings.claims)
    corpus = distinct(settings.corpus())
    index, used = Index(corpus), codes(select, ignore)
    approvals = read_approvals(settings.quotes, day)
    with (
        settings.cache.memory(_made_of(corpus, claims)) as memory,
        click.progressbar(drafts, label="Checking", file=sys.stderr, hidden=not sys.stderr.isatty()) as waiting,
    ):
        return tuple(check_draft(draft, index, claims, used, memory, why, approvals) for draft in waiting), corpus


def _made_of(corpus: Corpus, claims: Sequence[Claim]) -> str:
    """The name for what is found with these sources and claims."""
    return key_of("findings", of_corpus(corpus), repr(claims))


def open_draft(file: str, kind: str = ".md") -> Draft:
    """The draft of a file, `-` for standard input. Raises InputError when it cannot be used."""
    if file == STDIN:
        return draft_of(STDIN, Path(f"standard input{kind}"), _standard_input())
    return draft_of(file, Path(file))


def draft_of(name: str, path: Path, data: bytes | None = None) -> Draft:
    """The draft in a file, or in `data`; `path` gives the format, `name` what it is called in reports."""
    if data is None and path.is_dir():
        raise InputError(f"{path}: is a folder; give the files to check")
    readable = READERS.keys() - TABLES
    if path.suffix.lower() not in readable:
        raise InputError(
            f"{path}: is of no format that can be read ({', '.join(sorted(readable))}); save it as one of these"
        )
    data = read_bytes(path) if data is None else data
    if not data.strip():
        return Draft(name, Document(Source(path.stem, path.stem), path, "", (), DRAFT))
    prose = read_prose(path, data)
    return Draft(name, prose.document, prose.comments, prose.skipped)


def marked(drafts: Sequence[CheckedDraft], baseline: Path | None) -> tuple[CheckedDraft, ...]:
    """The drafts with what stands in the baseline marked as known. Raises InputError when the baseline cannot be used."""
    if baseline is None:
        return tuple(drafts)
    known = read_baseline(baseline)
    return tuple(against(draft, known.get(draft.name, ())) for draft in drafts)


def shown_of(draft: CheckedDraft, show: Show) -> CheckedDraft:
    """The draft with what is to be told of it."""
    if show is Show.ALL:
        return replace(draft, noted=draft.facts)
    if show is Show.SUPPORTED:
        return draft
    return replace(draft, noted=tuple(n for n in draft.noted if n.finding.stance is not Stance.SUPPORTED))


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("-: standard input is closed; give a file, or send the text through a pipe")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(
            f"-: standard input cannot be read ({error}); give a file, or send the text through a pipe"
        ) from None
    if len(data) > MAX_BYTES:
        raise InputError(f"-: standard input holds more than the {MAX_BYTES:,} bytes allowed; split it into parts")
    return data


def render_drafts(drafts: Sequence[CheckedDraft], corpus: Corpus, asked: Asked) -> str | bytes:
    """Checked drafts in the format asked for."""
    every = asked.show is Show.ALL
    if asked.format == "json":
        return to_json(drafts, asked.why, every)
    if asked.format == "sarif":
        from reports.drafts.sarif import to_sarif

        return to_sarif(drafts, asked.baseline is not None)
    if asked.format == "github":
        from reports.drafts.github import to_github

        return to_github(drafts)
    if asked.format == "docx":
        from reports.drafts.word.marking import to_docx

        return to_docx(drafts, asked.suggest)
    if asked.format == FOOTNOTES:
        return _annotated(drafts[0], asked.word)
    if asked.format == "html":
        from reports.drafts.page import to_html

        return to_html(drafts, corpus.documents)
    from reports.drafts.text import to_text

    return to_text(drafts, _sources(corpus), asked.why, every)


def _annotated(draft: CheckedDraft, word: bool) -> str | bytes:
    """The annotated copy, as Markdown or as a Word file."""
    if word:
        from reports.drafts.annotated.word import to_docx

        return to_docx(draft)
    from reports.drafts.annotated.markdown import to_markdown

    return to_markdown(draft)


def _sources(corpus: Corpus) -> str:
    many, copies = len(corpus.documents), len(corpus.copies)
    beside = f"; {copies} more {'is a copy' if copies == 1 else 'are copies'} of these" if copies else ""
    return f"{many} source{'' if many == 1 else 's'} ({corpus.name}{beside})"
