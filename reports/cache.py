"""What one run leaves for the next in the user's cache folder: what was read of sources, what was found in paragraphs.

Everything is named by the content it was made of and by the program that made it, is written whole, and may be deleted at any
time. What cannot be read or written there is simply made anew.
"""

import hashlib
import json
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import platformdirs

from reports.files import replace_whole

T = TypeVar("T")
ENVIRONMENT = "SOURCECHECK_CACHE"
"""The folder to use instead of the user's; empty for none."""
MOST = 300_000_000
"""Bytes; beyond them what was used least recently is removed."""
LATEST = 5_000
"""Paragraphs whose findings are kept for the same sources and claims."""
PROGRAM = ("claims", "seeds", "compare")


class Cache:
    """A folder of files named by what they were made of; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._made: dict[str, object] = {}

    def read(self, key: str) -> bytes | None:
        """What is kept under a key; None when nothing is, or it is not the user's own."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / key
        try:
            with path.open("rb") as file:
                own = not hasattr(os, "getuid") or os.fstat(file.fileno()).st_uid == os.getuid()
                data = file.read() if own else None
            os.utime(path)
            return data
        except OSError:
            return None

    def write(self, key: str, data: bytes) -> None:
        """Keep `data` under a key, whole or not at all."""
        if self.folder is None:
            return
        with suppress(OSError):
            folder = self.folder / key[:2]
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_whole(folder / key, data)

    def made(self, key: str, make: Callable[[], T]) -> T:
        """What is kept under a key, else what `make` makes, which is then kept."""
        if key not in self._made:
            self._made[key] = self._kept_or_made(key, make)
        return cast(T, self._made[key])

    def _kept_or_made(self, key: str, make: Callable[[], T]) -> T:
        kept = self.read(key)
        if kept is not None:
            try:
                return pickle.loads(kept)  # type: ignore[no-any-return]  # its own file, in a folder only the user writes
            except Exception:
                pass
        made = make()
        self.write(key, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
        return made

    @contextmanager
    def memory(self, key: str) -> Iterator[dict[str, str]]:
        """Findings kept under a key, by paragraph; what is new at the end is kept with them, the latest `LATEST` of all."""
        try:
            kept = json.loads(self.read(key) or b"{}")
        except ValueError:
            kept = {}
        memory: dict[str, str] = {str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {}
        before = len(memory)
        yield memory
        if len(memory) > before:
            self.write(key, json.dumps(dict(list(memory.items())[-LATEST:]), ensure_ascii=False).encode())
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
                path.unlink(missing_ok=True)


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
    return Cache(Path(given) if given else Path(platformdirs.user_cache_dir("sourcecheck", appauthor=False)))


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
