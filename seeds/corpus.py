"""The corpora a command can read: the originals in a folder, or the digests that are shipped.

In a folder a file belongs to a registered source when its name begins with the source's id; its sha256 tells whether it is
the registered original. Files of no known source are sources of their own.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from seeds.errors import InputError
from seeds.model import DIGEST, Document, Passage, Source
from seeds.passages import read_passages
from seeds.places import Places
from seeds.readers import MARKDOWN, READERS, read_data
from seeds.readers.files import read_bytes
from seeds.registry import named_source, read_registry, slug_of
from seeds.structured import structured_passages

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
    copies: files left out because another holds the same text, by name.
    """

    name: str
    documents: tuple[Document, ...]
    skipped: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """What is read of a file: its text, how its places are told, and its passages. It hangs on the file's bytes and ending only."""

    text: str
    places: Places
    passages: tuple[Passage, ...]


Keep = Callable[[Path, bytes, Callable[[], Content]], Content]
"""Gives what was kept of a file (its path, its bytes), or what the function makes of it."""


def made_anew(path: Path, data: bytes, make: Callable[[], Content]) -> Content:
    """What the function makes: nothing is kept."""
    return make()


def read_digests(keep: Keep = made_anew) -> Corpus:
    """The shipped digests."""
    sources = [source for source in read_registry(REGISTRY) if source.digest]
    return Corpus(DIGEST, tuple(read_document(DIGESTS / source.digest, source, DIGEST, keep) for source in sources))


def read_folder(folder: Path, registry: Path = REGISTRY, keep: Keep = made_anew) -> Corpus:
    """Every readable file of `folder`, sorted by source id; a `sources.csv` in it is its registry. keep: what was read before.

    Raises InputError when the folder is missing, holds nothing readable, or a file cannot be used.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: is not a folder of sources; give a folder that holds the sources' files")
    own = folder / "sources.csv"
    sources = read_registry(own if own.is_file() else registry)
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    readable = [path for path in files if path.suffix.lower() in READERS]
    matched = [(path, _source_of(path, sources)) for path in readable]
    if any(source in sources for _, source in matched):
        matched = [(path, source) for path, source in matched if source in sources or path.stem.upper() != "README"]
    if not matched:
        raise InputError(
            f"{folder}: holds no file that can be read ({', '.join(sorted(READERS))}); add the sources' texts"
        )
    _refuse_twins(matched)
    known = {source.id for _, source in matched}
    name = ORIGINALS if not own.is_file() and known & {source.id for source in sources} else folder.resolve().name
    documents = tuple(
        read_document(path, source, name, keep) for path, source in sorted(matched, key=lambda pair: pair[1].id)
    )
    skipped = tuple(path.name for path in files if path not in {path for path, _ in matched} and path != own)
    absent = tuple(source.id for source in sources if source.id not in known)
    return Corpus(name, documents, skipped, absent if own.is_file() or name == ORIGINALS else ())


def read_document(path: Path, source: Source, corpus: str, keep: Keep = made_anew) -> Document:
    """One file as a document of `source`."""
    data = read_bytes(path)
    content = keep(path, data, lambda: _content(path, data))
    digest = hashlib.sha256(data).hexdigest()
    return Document(source, path, content.text, content.passages, corpus, digest, content.places)


def _content(path: Path, data: bytes) -> Content:
    found = read_data(path, data)
    if found.blocks is None:
        passages = read_passages(found.text, path.suffix.lower() in MARKDOWN)
    else:
        passages = structured_passages(found.text, found.blocks)
    return Content(found.text, found.places, passages)


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
