"""The folder of an index: what lies in it, who may write there, and how it is replaced as a whole.

Texts and arrays lie in two files with names of their own; the manifest names them and is written last, by rename. A run that is
killed leaves the index as it was, beside files that nothing names and the next one that writes removes.
"""

import errno
import hashlib
import json
import mmap
import secrets
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.cache import SEAL, is_own, key_of
from reports.files import discard, replace_whole
from reports.indexing.folder import FORM, MANIFEST
from reports.owned import taken

STORES = ("texts", "arrays")
ALIGNED = 64
"""Bytes; an array begins at a multiple of them."""
PAUSE = 0.2
"""Seconds between two looks at whether another run still writes."""
Array = NDArray[np.generic]
Span = tuple[int, int]


class BrokenError(Exception):
    """An index that does not hold together; the words say how."""


@dataclass(frozen=True)
class Place:
    """The folder of one index."""

    folder: Path

    @contextmanager
    def held(self, wait: bool) -> Iterator[bool]:
        """Hold the right to write; False when another run has it. wait: until it has ended.

        Raises OSError where there can be no such folder.
        """
        if not is_own(self.folder):
            raise PermissionError(errno.EACCES, "it is not a folder of yours alone")
        while True:
            with taken(self.folder) as ours:
                if ours or not wait:
                    yield ours
                    return
            time.sleep(PAUSE)

    def is_there(self) -> bool:
        """True when an index was written here."""
        return (self.folder / MANIFEST).exists()

    def read(self) -> dict[str, Any]:
        """The manifest. Raises BrokenError when it, or a file it names, is not what was written."""
        try:
            data = (self.folder / MANIFEST).read_bytes()
        except OSError as error:
            raise BrokenError(f"it cannot be read ({error.strerror})") from None
        if hashlib.sha256(data[SEAL:]).digest() != data[:SEAL]:
            raise BrokenError("its manifest is damaged")
        manifest: dict[str, Any] = json.loads(data[SEAL:])
        for store in STORES:
            name, size, _ = manifest["stores"][store]
            path = self.folder / name
            if not path.is_file() or path.stat().st_size != size:
                raise BrokenError(f"the file of its {store} is missing or cut short")
        return manifest

    def write(self, manifest: dict[str, Any], stores: Mapping[str, Iterable[bytes | memoryview]]) -> None:
        """Replace the index; of a store that is not given the file of the manifest stays. Raises OSError when that fails."""
        self.sweep()
        made: list[Path] = []
        try:
            for store, pieces in stores.items():
                path = self.folder / f"{store}-{secrets.token_hex(8)}"
                made.append(path)
                manifest["stores"][store] = [path.name, *_written(path, pieces)]
            data = json.dumps(manifest, separators=(",", ":")).encode()
            replace_whole(self.folder / MANIFEST, [hashlib.sha256(data).digest() + data])
        except BaseException:
            discard(made)
            raise
        self.sweep()

    def drop(self) -> None:
        """Let there be no index, unless another run writes one."""
        with self.held(wait=False) as ours:
            if ours:
                discard([self.folder / MANIFEST])
                self.sweep()

    def sweep(self) -> None:
        """Remove files that no manifest names: what was replaced, and what killed runs left."""
        named = {MANIFEST}
        with suppress(BrokenError, ValueError, LookupError, TypeError):
            named |= {name for name, _, _ in self.read()["stores"].values()}
        discard(path for path in self.folder.iterdir() if path.is_file() and path.name not in named)

    def opened(self, manifest: Mapping[str, Any], store: str) -> memoryview:
        """The bytes of a store, where they lie."""
        with open(self.folder / manifest["stores"][store][0], "rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def wrong(self, manifest: Mapping[str, Any]) -> list[str]:
        """The stores whose bytes are not what was written, each read whole."""
        return [s for s in STORES if hashlib.sha256(self.opened(manifest, s)).hexdigest() != manifest["stores"][s][2]]

    def size(self) -> int:
        """Bytes of all files of the index."""
        return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())


def program_key() -> str:
    """What an index hangs on beside its sources: the program, and how numbers lie in memory."""
    return key_of("index", FORM, sys.byteorder)


def _written(path: Path, pieces: Iterable[bytes | memoryview]) -> tuple[int, str]:
    """The size and the digest of a file made of pieces."""
    digest, size = hashlib.sha256(), 0

    def counted() -> Iterator[bytes | memoryview]:
        nonlocal size
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            yield piece

    replace_whole(path, counted())
    return size, digest.hexdigest()


def laid(arrays: Iterable[tuple[str, Array]], table: dict[str, list[Any]]) -> Iterator[bytes | memoryview]:
    """The bytes of arrays, one at a time. table: is told where each will lie: kind of number, first byte, how many numbers."""
    at = ALIGNED
    yield bytes(ALIGNED)
    for name, array in arrays:
        table[name] = [array.dtype.str, at, len(array)]
        data = np.ascontiguousarray(array).data.cast("B")
        yield data
        yield bytes(-len(data) % ALIGNED)
        at += len(data) + -len(data) % ALIGNED


def arrays_in(store: memoryview, table: Mapping[str, list[Any]]) -> dict[str, Array]:
    """The arrays of a store, where they lie. Raises BrokenError for one that lies outside."""
    try:
        return {name: np.frombuffer(store, kind, many, at) for name, (kind, at, many) in table.items()}
    except ValueError:
        raise BrokenError("an array lies outside of its file") from None


def packed_text(data: bytes) -> bytes:
    """Bytes behind their checksum, made smaller."""
    return hashlib.sha256(data).digest() + zlib.compress(data, 1)


def unpacked_text(store: memoryview, span: Span) -> bytes:
    """What was packed. Raises BrokenError for anything else."""
    first, many = span
    piece = store[first : first + many]
    try:
        data = zlib.decompress(piece[SEAL:])
    except zlib.error:
        raise BrokenError("a text of it is damaged") from None
    if hashlib.sha256(data).digest() != piece[:SEAL]:
        raise BrokenError("a text of it is damaged")
    return data
