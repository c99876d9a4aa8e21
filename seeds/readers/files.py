"""What every reader needs: a file's bytes, the libraries of the extra, and the bounds on a text.

Bounds keep a hostile file from taking the machine: `MAX_BYTES` for a file, `MAX_TEXT` characters for what is read from it.
"""

import os
import stat
from importlib import import_module
from pathlib import Path
from typing import Any

from seeds.errors import InputError, install_command
from seeds.readers.limits import MAX_BYTES, MAX_TEXT

DISTRIBUTIONS = {"docx": "python-docx", "pptx": "python-pptx"}
"""What a library is installed as, where that is not its own name."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises InputError when it is missing, no file, or larger than `MAX_BYTES`."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, a device never ends
                raise InputError(f"{path}: is no regular file; give one that lies on a disk")
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({reason}); check the path and its rights") from None
    if len(data) > MAX_BYTES:
        size = max(found.st_size, len(data))
        raise InputError(f"{path}: has {size:,} bytes, more than the {MAX_BYTES:,} allowed; split it into parts")
    return data


def library(name: str, path: Path) -> Any:
    """The module `name` of the extra `documents`. Raises InputError with the command that installs it when it is missing."""
    try:
        return import_module(name)
    except ImportError:
        module = name.split(".")[0]
        raise InputError(
            f"{path}: {path.suffix.lower()} files need {module}; "
            f"install it with: {install_command(DISTRIBUTIONS.get(module, module.replace('_', '-')))}"
        ) from None


def usable(path: Path, text: str, remedy: str) -> str:
    """`text` when it holds words and is not too long; else InputError, with `remedy` for a text without words."""
    if not any(char.isalnum() for char in text):
        raise InputError(f"{path}: there is no text in it; {remedy}")
    if len(text) > MAX_TEXT:
        raise InputError(f"{path}: holds {len(text):,} characters, more than the {MAX_TEXT:,} allowed; split it")
    return text
