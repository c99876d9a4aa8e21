"""The way in for tables, reviews and configurations: regular files only, and no more of them than is allowed.

A pipe or a device would be waited for, or never end.
"""

import os
import stat
from pathlib import Path

from claims.errors import InputError

MAX_BYTES = 50_000_000
"""bytes of a table of claims, a workbook, a history of reviews"""


def read_bounded(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file. Raises InputError when it is no regular file, cannot be read, or has more bytes than `most`."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError(f"{path}: is no regular file; give one that lies on a disk")
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({reason}); check the path and its rights") from None
    if len(data) > most:
        raise InputError(f"{path}: is larger than {most:,} bytes; split it")
    return data
