"""The corpora a command can read: the originals in a folder, or the digests that are shipped.

In a folder a file belongs to a registered source when its name begins with the source's id; its sha256 tells whether it is
the registered original. Files of no known source are sources of their own.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seeds.errors import InputError
from seeds.model import DIGEST, Document, Passage, Source
from seeds.places import Places
from seeds.readers import MARKDOWN, READERS, TABLES, read_data
from seeds.readers.files import read_bytes
from seeds.registry import NAME, named_source, read_registry, slug_of
from seeds.titles import is_title
from seeds.told import Fact, Standing, Told, best

HERE = Path(__file__).parent
REGISTRY = HERE / "sources.csv"
DIGESTS = HERE / "digests"
ORIGINALS = "originals"


@dataclass(frozen=True)
class Corpus:
    """Documents that are compared with each other.

    name: `originals`, `digests`, or the name of the folder.
    skipped: files of the folder that no reader knows, by name.
    absent: registered sources that have no file here, by id.
    tables: files left out because they hold the project's own claims or reviews, by name.
    copies: files left out because another holds the same text: their names, each with the id of the source that is kept.
    unreadable: a line for each file that could not be read: its name, why, and the mend.
    """

    name: str
    documents: tuple[Document, ...]
    skipped: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """What is read of a file: its text, how its places are told, and its passages. It hangs on the file's bytes and ending only."""

    text: str
    places: Places
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()


Keep = Callable[[Path, bytes, Callable[[], Content]], Content]
"""Gives what was kept of a file (its path, its bytes), or what the function makes of it."""


def made_anew(path: Path, data: bytes, make: Callable[[], Content]) -> Content:
    """What the function makes: nothing is kept."""
    return make()


def read_digests(keep: Keep = made_anew) -> Corpus:
    """The shipped digests."""
    sources = [source for source in read_registry(REGISTRY) if source.digest]
    return Corpus(DIGEST, tuple(read_document(DIGESTS / source.digest, source, DIGEST, keep) for source in sources))


def is_source_file(path: Path) -> bool:
    """True for the name of a file that can be read as a source: of a known ending, not hidden, and not the registry."""
    return path.suffix.lower() in READERS and not path.name.startswith(".") and path.name.lower() != NAME


@dataclass(frozen=True)
class Listed:
    """The files of a folder before any of them is read.

    matched: the files that hold sources, each with its source, by the ids of the sources. registered: the sources that a registry
    names. name, skipped, absent, tables: as of a corpus.
    """

    name: str
    matched: tuple[tuple[Path, Source], ...]
    registered: frozenset[Source]
    skipped: tuple[str, ...]
    absent: tuple[str, ...]
    tables: tuple[str, ...]

    def corpus(self, documents: Iterable[Document], unreadable: Sequence[str]) -> Corpus:
        """The corpus of what was read of the files. unreadable: a line for each that could not be."""
        return Corpus(self.name, tuple(documents), self.skipped, self.absent, (), self.tables, tuple(unreadable))


def read_folder(
    folder: Path, registry: Path = REGISTRY, keep: Keep = made_anew, own_tables: Collection[Path] = ()
) -> Corpus:
    """Every readable file of `folder`, sorted by source id; a `sources.csv` in it is its registry.

    keep: what was read before. own_tables: files, or folders of files, that hold claims or reviews and are no sources.

    Raises InputError when the folder is missing, holds nothing readable, or a file cannot be used.
    """
    listed = list_folder(folder, registry, own_tables)
    read, unreadable = _read_all(listed.matched, listed.name, keep)
    told = (document if document.source in listed.registered else as_told(document) for document in read)
    return listed.corpus(told, unreadable)


def list_folder(folder: Path, registry: Path = REGISTRY, own_tables: Collection[Path] = ()) -> Listed:
    """What `read_folder` will read. Raises InputError when the folder is missing or holds nothing readable."""
    if not folder.is_dir():
        raise InputError(f"{folder}: is not a folder of sources; give a folder that holds the sources' files")
    own = folder / "sources.csv"
    sources = read_registry(own if own.is_file() else registry)
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    tables = [path for path in files if is_source_file(path) and _is_among(path, own_tables)]
    readable = [path for path in files if is_source_file(path) and path not in tables]
    matched = [(path, _source_of(path, sources)) for path in readable]
    registered = frozenset(sources)
    if any(source in registered for _, source in matched):
        matched = [(path, source) for path, source in matched if source in registered or path.stem.upper() != "README"]
    if not matched:
        raise InputError(
            f"{folder}: holds no file that can be read ({', '.join(sorted(READERS))}); add the sources' texts"
        )
    _refuse_twins(matched)
    known = {source.id for _, source in matched}
    name = ORIGINALS if not own.is_file() and known & {source.id for source in sources} else folder.resolve().name
    taken = {*tables, own, *(path for path, _ in matched)}
    absent = tuple(source.id for source in sources if source.id not in known)
    return Listed(
        name,
        tuple(sorted(matched, key=lambda pair: pair[1].id)),
        registered,
        tuple(path.name for path in files if path not in taken),
        absent if own.is_file() or name == ORIGINALS else (),
        tuple(path.name for path in tables),
    )


def distinct(corpus: Corpus) -> Corpus:
    """The corpus with every text once: a copy is no second source. Of equal texts the first is kept whose day is known."""
    first: dict[str, Document] = {}
    for document in sorted(corpus.documents, key=lambda document: not document.source.published):
        first.setdefault(document.wording, document)
    kept = [first[document.wording] for document in corpus.documents]
    pairs = list(zip(corpus.documents, kept, strict=True))
    copies = tuple(f"{copy.path.name} (a copy of {one.source.id})" for copy, one in pairs if copy is not one)
    return replace(corpus, documents=tuple(d for d, one in pairs if d is one), copies=copies)


def _read_all(
    matched: Sequence[tuple[Path, Source]], name: str, keep: Keep
) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The documents of the files that can be read, and a line for each that cannot. Raises InputError when none can."""
    documents, unreadable = [], []
    for path, source in matched:
        try:
            documents.append(read_document(path, source, name, keep))
        except InputError as error:
            unreadable.append(line_of(error, path))
            last = error
    if not documents:
        raise last
    return tuple(documents), tuple(unreadable)


def line_of(error: InputError, path: Path) -> str:
    """What is said of a file that cannot be read: by its name, without its folder."""
    return str(error).replace(str(path), path.name, 1)


def _is_among(path: Path, own_tables: Collection[Path]) -> bool:
    at = path.resolve()
    return path.suffix.lower() in TABLES and any(
        at == own.resolve() or own.resolve() == at.parent for own in own_tables
    )


def read_document(path: Path, source: Source, corpus: str, keep: Keep = made_anew) -> Document:
    """One file as a document of `source`."""
    data = read_bytes(path)
    content = keep(path, data, lambda: _content(path, data))
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        source, path, content.text, content.passages, corpus, digest, content.places, content.notes, content.told
    )


def as_told(document: Document) -> Document:
    """A document whose source is in no registry, with the title and the day that it surely tells of itself; a note says where."""
    titles = [told for told in document.told if told.fact is Fact.TITLE and is_title(told.value)]
    title, published = best(titles, Fact.TITLE, Standing.SURE), best(document.told, Fact.PUBLISHED, Standing.SURE)
    source = replace(
        document.source,
        title=title.value if title else document.source.title,
        published=published.value if published else document.source.published,
    )
    notes = tuple(str(told) for told in (title, published) if told)
    return replace(document, source=source, notes=document.notes + notes)


def _content(path: Path, data: bytes) -> Content:
    """What is read of bytes that nothing was kept of; what cuts a text into passages is loaded for it."""
    from seeds.passages import read_passages
    from seeds.structured import structured_passages
    from seeds.told_in_words import told_in_words

    found = read_data(path, data)
    if found.blocks is None:
        passages = read_passages(found.text, path.suffix.lower() in MARKDOWN, found.rows)
    else:
        passages = structured_passages(found.text, found.blocks, rows=found.rows)
    told = (*found.told, *told_in_words(found.text, passages))
    return Content(found.text, found.places, passages, found.notes, told)


def _source_of(path: Path, sources: Sequence[Source]) -> Source:
    return named_source(path.name, sources) or Source(id=slug_of(path.stem), title=path.stem)


def _refuse_twins(matched: Sequence[tuple[Path, Source]]) -> None:
    seen: dict[str, Path] = {}
    for path, source in matched:
        if source.id in seen:
            raise InputError(
                f"{path}: is a second file of source {source.id} beside {seen[source.id].name}; keep one of them"
            )
        seen[source.id] = path
