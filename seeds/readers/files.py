"""What every reader needs: a file's bytes, the libraries of the extra, and the bounds on a text.

Bounds keep a hostile file from taking the machine: `MAX_BYTES` for a file, `MAX_TEXT` characters for what is read from it.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from seeds.errors import InputError
from seeds.readers.limits import MAX_BYTES, MAX_TEXT


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises InputError when it is missing, no file, or larger than `MAX_BYTES`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{path}: has {size:,} bytes, more than the {MAX_BYTES:,} allowed; split it into parts")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path and its rights") from None


def library(name: str, path: Path) -> Any:
    """The module `name` of the extra `documents`. Raises InputError naming the extra when it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        raise InputError(
            f"{path}: {path.suffix.lower()} files need {name.split('.')[0]}; "
            "install it with: pip install 'sourcecheck[documents]'"
        ) from None


def usable(path: Path, text: str, remedy: str) -> str:
    """`text` when it holds words and is not too long; else InputError, with `remedy` for a text without words."""
    if not any(char.isalnum() for char in text):
        raise InputError(f"{path}: there is no text in it; {remedy}")
    if len(text) > MAX_TEXT:
        raise InputError(f"{path}: holds {len(text):,} characters, more than the {MAX_TEXT:,} allowed; split it")
    return text
