"""What one run leaves for the next in the user's cache folder: what was read of sources, what was found of claims and paragraphs.

Everything is named by the content it was made of and by the program that made it, is written whole behind its checksum as plain
data (`seeds/kept.py`, JSON), and may be deleted at any time. What cannot be read or written there, or does not hold together, is
simply made anew; nothing that lies there is ever run.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import platformdirs

from reports.files import discard, replace_whole
from seeds.corpus import Content, Corpus
from seeds.kept import packed, unpacked

ENVIRONMENT = "SOURCECHECK_CACHE"
"""The folder to use instead of the user's; empty for none."""
MOST = 300_000_000
"""Bytes; beyond them what was used least recently is removed."""
FORM = "plain-1"
"""The folder within it that holds what is kept in this form; only the user may look into it."""
SEAL = 32
"""Bytes of the checksum (sha256) before what is kept."""
LATEST = 20_000
"""Paragraphs, or claims, of which is kept what was found for the same sources."""
PROGRAM = ("claims", "seeds", "compare")
READ = (".py", ".txt", ".csv")
"""Endings of files of the program that what is found hangs on: code, word lists, weights."""


class Cache:
    """A folder of files named by what they were made of; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / FORM if folder and is_own(folder / FORM) else None
        self._made: dict[str, Content] = {}
        self._pruned = False

    def read(self, key: str) -> bytes | None:
        """What is kept under a key; None when nothing is, or it is not what was written."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        kept = memoryview(data)[SEAL:]
        return bytes(kept) if hashlib.sha256(kept).digest() == data[:SEAL] else None

    def write(self, key: str, data: bytes) -> None:
        """Keep `data` under a key, whole or not at all; what is kept already is pruned before the first of a run."""
        if self.folder is None:
            return
        if not self._pruned:
            self._pruned = True
            self.prune()
        with suppress(OSError):
            folder = self.folder / key[:2]
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_whole(folder / key, hashlib.sha256(data).digest() + data, durable=False)

    def read_once(self, path: Path, data: bytes, make: Callable[[], Content]) -> Content:
        """What was read of a file's bytes, by whichever command, else what `make` reads, which is then kept."""
        return self.content(key_of("text", path.suffix.lower(), data), make)

    def content(self, key: str, make: Callable[[], Content]) -> Content:
        """What was read of a file that is kept under a key, else what `make` reads, which is then kept."""
        if key not in self._made:
            self._made[key] = self._kept_or_made(key, make)
        return self._made[key]

    def _kept_or_made(self, key: str, make: Callable[[], Content]) -> Content:
        kept = self.read(key)
        if kept is not None:
            with suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
                return unpacked(kept)
        made = make()
        if self.folder is not None:
            self.write(key, packed(made))
        return made

    @contextmanager
    def memory(self, key: str) -> Iterator[dict[str, str]]:
        """What was found, kept under a key, by paragraph or claim; what is new at the end is kept with it, the latest `LATEST` of all."""
        try:
            kept = json.loads(self.read(key) or b"{}")
        except (ValueError, RecursionError):
            kept = {}
        whole = isinstance(kept, dict) and all(type(text) is str for text in kept.values())
        memory: dict[str, str] = kept if whole else {}
        before = dict(memory)
        yield memory
        if memory != before:
            self.write(key, json.dumps(dict(list(memory.items())[-LATEST:])).encode())

    def prune(self) -> None:
        """Remove what was used least recently beyond `MOST` bytes."""
        if self.folder is None:
            return
        kept = sorted(((s.st_mtime, s.st_size, path) for path, s in _files(self.folder)), reverse=True)
        total = 0
        for _, size, path in kept:
            total += size
            if total > MOST:
                discard([path])


NO_CACHE = Cache(None)


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob("??/*"):
        try:
            yield path, path.stat()
        except OSError:
            continue


def user_cache(wanted: bool = True) -> Cache:
    """The cache in the user's cache folder, or where the environment says; none when it is not wanted."""
    given = os.environ.get(ENVIRONMENT)
    if not wanted or given == "":
        return Cache(None)
    folder = Path(given or platformdirs.user_cache_dir("sourcecheck", appauthor=False))
    return Cache(folder if given or folder.is_absolute() else None)  # without a home there is no place


def is_own(folder: Path) -> bool:
    """True for a folder of the user that nobody else may look into; made when missing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if not hasattr(os, "getuid"):
            return stat.S_ISDIR(found.st_mode)
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    except OSError:
        return False


def key_of(*parts: str | bytes) -> str:
    """The name for what is made of `parts` by this program."""
    digest = hashlib.sha256(program().encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def of_corpus(corpus: Corpus) -> str:
    """What findings hang on of the sources: their bytes, and what is known of them beside these."""
    return repr([(d.source, d.path.suffix.lower(), d.sha256) for d in corpus.documents])


@lru_cache(maxsize=1)
def program() -> str:
    """The program itself and what it runs on, told by names, sizes and times of its files: another one makes its own.

    Of the libraries the time of their folder is taken: one that is installed, replaced or removed changes it.
    """
    root = Path(__file__).parent.parent
    libraries = Path(platformdirs.__file__).parent.parent.stat().st_mtime_ns
    told = [f"{name} {size} {time}" for folder in PROGRAM for name, size, time in sorted(_program_files(root, folder))]
    return "\n".join([sys.version, str(libraries), *told])


@lru_cache(maxsize=1)
def code() -> str:
    """A digest of the files of the program that findings hang on: the same wherever the same version is installed."""
    root, digest = Path(__file__).parent.parent, hashlib.sha256()
    for name, _, _ in sorted(file for folder in PROGRAM for file in _program_files(root, folder)):
        digest.update(name.encode() + hashlib.sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def _program_files(root: Path, folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(root / folder):
        name = f"{folder}/{entry.name}"
        if entry.is_dir():
            yield from _program_files(root, name)
        elif entry.name.endswith(READ):
            found = entry.stat()
            yield name, found.st_size, found.st_mtime_ns
