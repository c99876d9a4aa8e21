"""`seeds list`, `seeds show` and `seeds verify`: the sources as tables, one as it was read, and what is not read."""

from collections.abc import Iterator
from pathlib import Path

from tabulate import tabulate

from reports.places import place_of
from reports.printable import printable
from reports.starting.unread import unread_lines
from seeds.corpus import REGISTRY, Corpus
from seeds.errors import InputError
from seeds.left_out import everything, reasons
from seeds.model import DIGEST, Document, Passage, PassageKind
from seeds.places import Unit
from seeds.readers import CONVERT
from seeds.registry import NAME, read_registry

HEADERS = ("id", "title", "author", "published", "format", "length", "passages")
MOST_IDS = 20
"""Ids named where none fits."""


def list_table(corpus: Corpus) -> str:
    """The sources of a corpus with what was read of them, then what was not read."""
    rows = [
        [
            d.source.id,
            printable(d.source.title),
            printable(d.source.author),
            d.source.published,
            d.path.suffix.lower().removeprefix("."),
            measure(d),
            passages_read(d),
        ]
        for d in corpus.documents
    ]
    table = tabulate(
        rows,
        headers=HEADERS,
        tablefmt="simple",
        maxcolwidths=[None, 48, 32, None, None, None, None],
        disable_numparse=[0, 3],
    )
    folders = unread_lines(corpus.documents[0].path.parent) if corpus.name != DIGEST else ()
    told = [line for document in corpus.documents for line in _how_read(document)]
    return "\n".join([table, *told, *_left_out(corpus), *folders])


def show_lines(corpus: Corpus, identifier: str) -> Iterator[str]:
    """A source as it was read: its passages with place, kind and cleaned words, and what was left out with its reason.

    Raises InputError when no source has this id.
    """
    document = next((d for d in corpus.documents if d.source.id == identifier), None)
    if document is None:
        known = ", ".join(d.source.id for d in corpus.documents[:MOST_IDS])
        raise InputError(
            f"no source has the id {printable(identifier)!r}; `sourcecheck seeds list` lists them: {known}"
        )
    return _shown(document)


def _shown(document: Document) -> Iterator[str]:
    left = 0
    for passage in everything(document):
        left += passage.kind is PassageKind.BOILERPLATE
        yield printable(
            f"{place_of(document, passage.whole, passage)}: {_kind(passage)}: {' '.join(passage.text.split())}"
        )
    yield f"{passages_read(document)} passages, {left} piece{'s' if left != 1 else ''} left out"
    yield from (printable(note) for note in document.notes)


def _kind(passage: Passage) -> str:
    return f"left out, {passage.reason}" if passage.kind is PassageKind.BOILERPLATE else passage.kind.value


def _how_read(document: Document) -> Iterator[str]:
    """What a reader should know of how a source was read, and what of it was left out."""
    yield from (printable(f"{document.path.name}: {note}") for note in document.notes)
    if counted := reasons(document):
        what = ", ".join(f"{reason} ({count})" for reason, count in counted.items())
        yield printable(f"{document.source.id}: left out: {what} (`sourcecheck seeds show {document.source.id}`)")


def verify_table(corpus: Corpus) -> tuple[str, bool]:
    """Each source with whether its file is the registered one, and True when none is changed or absent."""
    registry = _registry(corpus)
    known = {source.id for source in read_registry(registry)}
    rows = [[d.source.id, d.path.name, _state(d, known)] for d in corpus.documents]
    rows += [[source, "", "absent"] for source in corpus.absent]
    clean = not any(document.changed for document in corpus.documents) and not corpus.absent
    table = tabulate(rows, headers=["id", "file", "state"], tablefmt="simple", disable_numparse=True)
    lines = [f"skipped, no reader: {printable(name)}" for name in corpus.skipped]
    return "\n".join([table, *lines, f"registry: {registry.name}, {len(known)} sources"]), clean


def passages_read(document: Document) -> int:
    """How many passages of a document are read, those left out not counted."""
    return sum(passage.kind is not PassageKind.BOILERPLATE for passage in document.passages)


def measure(document: Document) -> str:
    """How long a document is, in what its places are counted in: "3 pages", "1 line"."""
    unit, starts = document.places.unit, document.places.starts
    count = len(document.text.splitlines()) if unit is Unit.LINE else len(starts)
    return f"{count} {unit}{'s' if count != 1 else ''}"


def _registry(corpus: Corpus) -> Path:
    """The table that names the sources: the folder's own, or the one that is shipped."""
    own = corpus.documents[0].path.parent / NAME
    return own if own.is_file() else REGISTRY


def _state(document: Document, known: set[str]) -> str:
    if document.corpus == DIGEST:
        return "digest of the original, which is not here"
    if document.source.id not in known:
        return "not registered"
    if not document.source.sha256:
        return "not verified, its row holds no sha256"
    return "changed" if document.changed else "as registered"


def _skipped(name: str) -> str:
    """That a file was skipped, and what to save it as where its program can."""
    mend = CONVERT.get(Path(name).suffix.lower(), "")
    return f"skipped, no reader: {printable(name)}" + (f"; save it as {mend} in its program" if mend else "")


def _left_out(corpus: Corpus) -> list[str]:
    lines = [f"not read: {printable(line)}" for line in corpus.unreadable]
    lines += [_skipped(name) for name in corpus.skipped]
    lines += [f"left out, a table of claims or reviews: {printable(name)}" for name in corpus.tables]
    return lines + [f"registered, but no file here: {source}" for source in corpus.absent]
