"""`seeds list` and `seeds verify`: the sources as tables, and what of a folder is not read."""

from pathlib import Path

from tabulate import tabulate

from reports.places import printable
from reports.starting.unread import unread_lines
from seeds.corpus import REGISTRY, Corpus
from seeds.model import DIGEST, Document
from seeds.places import Unit
from seeds.registry import NAME, read_registry

HEADERS = ("id", "title", "author", "published", "format", "length", "passages")


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
            len(d.passages),
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
    return "\n".join([table, *_left_out(corpus), *folders])


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


def _left_out(corpus: Corpus) -> list[str]:
    lines = [f"skipped, no reader: {printable(name)}" for name in corpus.skipped]
    return lines + [f"registered, but no file here: {source}" for source in corpus.absent]
