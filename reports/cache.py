"""What one run leaves for the next in the user's cache folder: what was read of sources, what was found in paragraphs.

Everything is named by the content it was made of and by the program that made it, is written whole behind its checksum as plain
data (`seeds/kept.py`, JSON), and may be deleted at any time. What cannot be read or written there, or does not hold together, is
simply made anew; nothing that lies there is ever run.
"""

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import platformdirs

from reports.files import discard, replace_whole
from seeds.corpus import Content
from seeds.kept import packed, unpacked

ENVIRONMENT = "SOURCECHECK_CACHE"
"""The folder to use instead of the user's; empty for none."""
MOST = 300_000_000
"""Bytes; beyond them what was used least recently is removed."""
FORM = "plain-1"
"""The folder within it that holds what is kept in this form; only the user may look into it."""
SEAL = 32
"""Bytes of the checksum (sha256) before what is kept."""
LATEST = 5_000
"""Paragraphs whose findings are kept for the same sources and claims."""
PROGRAM = ("claims", "seeds", "compare")


class Cache:
    """A folder of files named by what they were made of; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / FORM if folder and _is_own(folder / FORM) else None
        self._made: dict[str, Content] = {}

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
        """Keep `data` under a key, whole or not at all."""
        if self.folder is None:
            return
        with suppress(OSError):
            folder = self.folder / key[:2]
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_whole(folder / key, hashlib.sha256(data).digest() + data, durable=False)

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
        self.write(key, packed(made))
        return made

    @contextmanager
    def memory(self, key: str) -> Iterator[dict[str, str]]:
        """Findings kept under a key, by paragraph; what is new at the end is kept with them, the latest `LATEST` of all."""
        try:
            kept = json.loads(self.read(key) or b"{}")
        except (ValueError, RecursionError):
            kept = {}
        memory: dict[str, str] = {str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {}
        before = dict(memory)
        yield memory
        if memory != before:
            self.write(key, json.dumps(dict(list(memory.items())[-LATEST:])).encode())
            self.prune()

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


def _is_own(folder: Path) -> bool:
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


@lru_cache(maxsize=1)
def program() -> str:
    """The program itself, told by names, sizes and times of its files: another one makes its own."""
    root = Path(__file__).parent.parent
    files = sorted(path for folder in PROGRAM for path in (root / folder).rglob("*.py"))
    return "\n".join(f"{p.relative_to(root)} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files)
