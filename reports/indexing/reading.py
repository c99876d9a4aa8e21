"""Files read for an index, on every core where there are many: their texts packed, their words counted."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from compare.search.counted import Counted, count, together
from reports.indexing.place import packed_text
from reports.indexing.record import Record
from seeds.corpus import Content, line_of, read_document
from seeds.errors import InputError
from seeds.kept import packed
from seeds.left_out import only_left_out
from seeds.model import Source

BATCH = 400_000
"""Bytes of files that are read at once."""
WORTH = 4_000_000
"""Bytes of files for which further processes are worth starting."""
GATHERED = 32
"""How many counts are put together at once."""


@dataclass(frozen=True)
class Read:
    """Files that were read: their records, their packed texts, and what is counted of those that can be read, and of what is left out."""

    records: tuple[Record, ...]
    texts: tuple[bytes, ...]
    counted: Counted
    left: Counted


def read_all(paths: Sequence[Path], progress: Callable[[int], None]) -> Read:
    """The files, read in their order. progress: is told how many more are read."""
    parts: list[Read] = []
    latest: list[Read] = []
    for read in _mapped(list(_batches(paths))):
        progress(len(read.records))
        latest.append(read)
        if len(latest) >= GATHERED:
            parts, latest = [*parts, _joined(latest)], []
    return _joined([*parts, *latest])


def _mapped(batches: Sequence[Sequence[Path]]) -> Iterator[Read]:
    cores = min(len(batches), os.cpu_count() or 1)
    if cores < 2 or sum(map(_size, (path for batch in batches for path in batch))) < WORTH:
        yield from map(read_batch, batches)
        return
    with ProcessPoolExecutor(cores, initializer=end_with, initargs=(os.getpid(),)) as pool:
        yield from pool.map(read_batch, batches)


def read_batch(paths: Sequence[Path]) -> Read:
    """Some files, read and counted."""
    records, texts, documents = [], [], []
    for path in paths:
        stamp = stamp_of(path)
        try:
            document = read_document(path, Source(path.stem, path.stem), "")
        except InputError as error:
            records.append(Record(path.name, stamp, digest_of(path), line_of(error, path)))
            continue
        documents.append(document)
        texts.append(packed_text(packed(Content(document.text, document.places, document.passages))))
        record = Record(path.name, stamp, document.sha256, "", document.wording, document.notes, document.told)
        records.append(record)
    return Read(tuple(records), tuple(texts), count(documents), count(map(only_left_out, documents)))


def _batches(paths: Iterable[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for path in paths:
        batch.append(path)
        size += _size(path)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _joined(parts: Sequence[Read]) -> Read:
    return Read(
        tuple(record for part in parts for record in part.records),
        tuple(text for part in parts for text in part.texts),
        together([part.counted for part in parts]),
        together([part.left for part in parts]),
    )


def stamp_of(path: Path) -> tuple[int, ...]:
    """What tells that a file may have changed: its size, and when it and its place in the folder were last written."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def digest_of(path: Path) -> str:
    """The sha256 of a file; "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _size(path: Path) -> int:
    return (stamp_of(path) or (0,))[0]


def end_with(parent: int) -> None:
    """Let this process end when the one that started it is gone, however it ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
