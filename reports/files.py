"""The only way out: files are written whole, through links, with the rights they had, and safe on the disk before they are seen.

This module alone opens files for writing and removes any; `reports/owned.py` adds the lock on what a project owns, and
`reports/cache.py` keeps what may be lost.
"""

import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from claims.errors import InputError
from claims.files import read_bounded

TEMPORARY = (".sourcecheck-", ".tmp")
"""How the names of files begin and end that stand beside what is being written."""
OLD = 600
"""Seconds after which such a file is one that a killed run left."""
Pieces = Iterable[bytes | memoryview]
"""What is written, one piece behind the other."""
ABSENT = ""
"""The digest of a file that is not there."""


def refuse_input(out: Path | None, inputs: Iterable[Path | None]) -> None:
    """Raise InputError when `out` is one of `inputs` (files or folders read), or lies in one: output never replaces input."""
    for given in inputs:
        if (
            out
            and given
            and (out.resolve() == given.resolve() or (given.is_dir() and given.resolve() in out.resolve().parents))
        ):
            raise InputError(f"{out}: is, or lies in, what is read ({given}); give another --out")


def refuse_others(paths: Iterable[Path], is_ours: Callable[[bytes], bool]) -> None:
    """Raise InputError when a file that would be replaced is not one that this program wrote."""
    for path in paths:
        if path.exists() and not is_ours(read_bounded(path)):
            raise InputError(
                f"{path}: is no report of this program, so it is not replaced; move it, or give another --out"
            )


def write_whole(path: Path, text: str | bytes) -> None:
    """Replace `path` by `text` (as UTF-8, line ends as given) or by bytes, its folder made when missing.

    Raises InputError when that is not possible; the old file is then untouched.
    """
    _written(path, text, None)


def write_unchanged(texts: Mapping[Path, str | bytes], seen: Mapping[Path, str]) -> None:
    """Replace files that still hold what they held when they were read. seen: of each its digest then (`digest_of`).

    Raises InputError when one changed, before any is written, or when one cannot be written.
    """
    for path in texts:
        if digest_of(path) != seen[path]:
            raise _changed(path)
    for path, text in texts.items():
        _written(path, text, seen[path])


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes, `ABSENT` where there is none. Raises InputError when it cannot be read."""
    return hashlib.sha256(read_bounded(path)).hexdigest() if path.exists() else ABSENT


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises InputError when that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror or error}); give another folder") from None


def discard(paths: Iterable[Path]) -> None:
    """Remove files that this run made."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _written(path: Path, text: str | bytes, expected: str | None) -> None:
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, data, expected)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error}); give another --out or free the path"
        ) from None


def replace_whole(path: Path, data: bytes | Pieces, expected: str | None = None, durable: bool = True) -> None:
    """Replace `path` by `data`, or by pieces of it, in one step; its folder is there. A device or pipe is written into.

    expected: the digest that the file must have, None for any. durable: it must outlast a power cut.
    Raises OSError when that is not possible, InputError when the digest is another; the old file is then untouched, and
    nothing is left beside it.
    """
    pieces: Pieces = [data] if isinstance(data, bytes) else data
    before = _standing(path)
    if before and not stat.S_ISREG(before.st_mode):
        _write_into(path, pieces)
        return
    target = Path(os.path.realpath(path))
    if before and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it may only be read", str(path))
    _sweep(target.parent)
    temporary = target.parent / secrets.token_hex(8).join(TEMPORARY)
    try:
        _write_beside(temporary, pieces, before, durable)
        _put(temporary, target, expected)
    except BaseException:
        discard([temporary])
        raise
    if durable:
        _sync_folder(target.parent)


def _standing(path: Path) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _write_into(path: Path, pieces: Pieces) -> None:
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(handle, pieces)
    finally:
        os.close(handle)


def _write_beside(temporary: Path, pieces: Pieces, before: os.stat_result | None, durable: bool) -> None:
    """Write the new file, safe on the disk, with the owner and the rights of the old one; a new one with those of its maker."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o600 if before else 0o666)
    try:
        _write_all(handle, pieces)
        if before:
            _keep_rights(handle, before)
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, pieces: Pieces) -> None:
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest) :]


def _keep_rights(handle: int, before: os.stat_result) -> None:
    """Give a file the owner, the group and the rights of another; where the group cannot be kept, no group has rights."""
    if not hasattr(os, "fchmod"):
        return
    mode, now = stat.S_IMODE(before.st_mode), os.fstat(handle)
    if now.st_uid != before.st_uid:
        with suppress(OSError):
            os.fchown(handle, before.st_uid, -1)
    if now.st_gid != before.st_gid:
        try:
            os.fchown(handle, -1, before.st_gid)
        except OSError:
            mode &= ~0o070
    os.fchmod(handle, mode)


def _put(temporary: Path, target: Path, expected: str | None) -> None:
    """Give the new file its name, if what stands there is what is expected."""
    if expected is not None and digest_of(target) != expected:
        raise _changed(target)
    if expected == ABSENT and _linked(temporary, target):
        return
    os.replace(temporary, target)


def _linked(temporary: Path, target: Path) -> bool:
    """True when the file has its name now, which no other file had; False where the disk knows no links."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _changed(target) from None
    except OSError:
        return False
    os.unlink(temporary)
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name safe on the disk, where the platform can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@lru_cache(maxsize=1000)
def _sweep(folder: Path) -> None:
    """Remove what killed runs left in a folder: only what is ours by name, and old."""
    with suppress(OSError), os.scandir(folder) as entries:
        discard([Path(entry.path) for entry in entries if _is_left(entry)])


def _is_left(entry: os.DirEntry[str]) -> bool:
    begin, end = TEMPORARY
    ours = entry.name.startswith(begin) and entry.name.endswith(end) and entry.is_file(follow_symlinks=False)
    return ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > OLD


def _changed(path: Path) -> InputError:
    return InputError(f"{path}: was changed by another program in the meantime, so it is not written; run this again")
