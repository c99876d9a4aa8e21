"""What a project owns (reviews, the registry of sources, claims tables) is read and written by one command at a time.

The lock is on the project's folder itself, so that nothing is left of it and a killed command frees it.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claims.errors import InputError
from reports.terminal import say

PATIENCE = 60
"""Seconds that a command waits for another to end its writing."""
PAUSE = 0.05
"""Seconds between two tries."""
LOCK = ".sourcecheck.lock"
"""The file that is locked where a folder cannot be."""


@contextmanager
def taken(folder: Path) -> Iterator[bool]:
    """Hold the lock of a folder; False when another run holds it, or none can be held."""
    handle = _opened(folder)
    try:
        yield handle is not None and _taken(handle)
    finally:
        if handle is not None:
            _free(handle)


@contextmanager
def owned(project: Path | None) -> Iterator[None]:
    """Hold the project's lock; without a project there is nothing to hold.

    Raises InputError when another command holds it for longer than a minute.
    """
    handle = _opened(project) if project else None
    try:
        if handle is not None and project:
            _lock(handle, project)
        yield
    finally:
        if handle is not None:
            _free(handle)


def _opened(project: Path) -> int | None:
    try:
        if sys.platform == "win32":
            return os.open(project / LOCK, os.O_RDWR | os.O_CREAT)
        return os.open(project, os.O_RDONLY)
    except OSError:
        return None  # what is written there will fail, and say so


def _lock(handle: int, project: Path) -> None:
    for _ in range(int(PATIENCE / PAUSE)):
        try:
            if _taken(handle):
                return
        except OSError:
            say(f"sourcecheck: warning: {project} cannot be locked; run one command at a time", err=True)
            return
        time.sleep(PAUSE)
    raise InputError(f"{project}: another sourcecheck is writing here; wait until it has ended, then run this again")


def _taken(handle: int) -> bool:
    """True when the lock is ours now; False while another holds it. Raises OSError where nothing can be locked."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _free(handle: int) -> None:
    """Give the lock back, also where a copy of the handle is still open, and close it."""
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
    os.close(handle)
