"""From files and settings to checked drafts: what is read, by which checks, against which sources, with progress on a terminal."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from claims.errors import InputError
from claims.model import Claim
from claims.tables import read_claims
from compare.drafting.model import CheckedDraft, Noted, Stance
from compare.jobs.draft import Draft, against, check_draft
from compare.search.index import Index
from reports.cache import NO_CACHE, Cache, key_of
from reports.comparing import codes
from reports.drafts.as_json import read_baseline, to_json
from reports.settings import Settings
from seeds.corpus import Corpus, distinct
from seeds.model import Document, Source
from seeds.prose import DRAFT, read_prose
from seeds.readers import READERS, TABLES
from seeds.readers.files import read_bytes
from seeds.readers.limits import MAX_BYTES

STDIN = "-"
"""The name that stands for standard input."""


@dataclass(frozen=True)
class Asked:
    """What the command line asks of drafts.

    kind: the file name ending standard input is read as. supported: what the sources support is told as well. why: with traces.
    """

    files: tuple[str, ...]
    format: str
    select: Sequence[str]
    ignore: Sequence[str]
    baseline: Path | None
    supported: bool
    kind: str
    why: bool = False


def told(asked: Asked, settings: Settings, cache: Cache) -> tuple[str | bytes, bool]:
    """The drafts checked and told in the format asked for, and whether there is something to mend."""
    checked, corpus = run(asked.files, settings, asked.select, asked.ignore, asked.kind, cache, asked.why)
    checked = marked(checked, asked.baseline)
    shown = checked if asked.supported else without_supported(checked)
    text = render_drafts(shown, corpus, asked.format, asked.baseline is not None, asked.why)
    return text, any(noted.counts for draft in checked for noted in draft.noted)


def run(
    files: Sequence[str],
    settings: Settings,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    kind: str = ".md",
    cache: Cache = NO_CACHE,
    why: bool = False,
) -> tuple[tuple[CheckedDraft, ...], Corpus]:
    """Every file checked, and the sources it was checked against. kind: the file name ending standard input is read as.

    why: everything is found anew, with what it rests on.
    Raises InputError when a file or a source cannot be used.
    """
    drafts = [open_draft(file, kind) for file in dict.fromkeys(files)]
    claims = read_claims(settings.claims)
    corpus = distinct(
        settings.corpus(lambda path, data, make: cache.content(key_of("text", path.suffix.lower(), data), make))
    )
    index, used = Index(corpus), codes(select, ignore)
    with (
        cache.memory(_made_of(corpus, claims)) as memory,
        click.progressbar(drafts, label="Checking", file=sys.stderr, hidden=not sys.stderr.isatty()) as waiting,
    ):
        return tuple(check_draft(draft, index, claims, used, memory, why) for draft in waiting), corpus


def _made_of(corpus: Corpus, claims: Sequence[Claim]) -> str:
    """The name for what is found with these sources and claims."""
    sources = [(d.source.id, d.source.published, d.path.suffix, d.sha256) for d in corpus.documents]
    return key_of("findings", repr(sources), repr(claims))


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


def without_supported(drafts: Sequence[CheckedDraft]) -> tuple[CheckedDraft, ...]:
    """The drafts without what the sources support."""
    return tuple(replace(d, noted=tuple(n for n in d.noted if not _is_supported(n))) for d in drafts)


def _is_supported(noted: Noted) -> bool:
    return noted.finding.stance is Stance.SUPPORTED


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


def render_drafts(
    drafts: Sequence[CheckedDraft], corpus: Corpus, format_: str, baseline: bool, why: bool = False
) -> str | bytes:
    """Checked drafts in a format: `text`, `json`, `sarif`, `github`, `html` or `docx`.

    baseline: one was compared with. why: text and JSON hold the traces as well.
    """
    if format_ == "json":
        return to_json(drafts, why)
    if format_ == "sarif":
        from reports.drafts.sarif import to_sarif

        return to_sarif(drafts, baseline)
    if format_ == "github":
        from reports.drafts.github import to_github

        return to_github(drafts)
    if format_ == "docx":
        from reports.drafts.word.marking import to_docx

        return to_docx(drafts)
    if format_ == "html":
        from reports.drafts.page import to_html

        return to_html(drafts, corpus.documents)
    from reports.drafts.text import to_text

    return to_text(drafts, _sources(corpus), why)


def _sources(corpus: Corpus) -> str:
    many, copies = len(corpus.documents), len(corpus.copies)
    beside = f"; {copies} more {'is a copy' if copies == 1 else 'are copies'} of these" if copies else ""
    return f"{many} source{'' if many == 1 else 's'} ({corpus.name}{beside})"
