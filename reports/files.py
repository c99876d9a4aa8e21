"""Writing files whole: a file is replaced by rename, so that a reader never meets half of one."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from claims.errors import InputError


def refuse_input(out: Path | None, inputs: Iterable[Path | None]) -> None:
    """Raise InputError when `out` is one of `inputs` (files or folders read), or lies in one: output never replaces input."""
    for given in inputs:
        if (
            out
            and given
            and (out.resolve() == given.resolve() or (given.is_dir() and given.resolve() in out.resolve().parents))
        ):
            raise InputError(f"{out}: is, or lies in, what is read ({given}); give another --out")


def write_whole(path: Path, text: str | bytes) -> None:
    """Replace `path` by `text` (as UTF-8, line ends as given) or by bytes, its folder made when missing.

    Raises InputError when that is not possible; the old file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, text.encode("utf-8") if isinstance(text, str) else text, 0o644)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error}); give another --out or free the path"
        ) from None


def replace_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace `path` by `data` in one step, with the rights `mode`; its folder is there.

    Raises OSError when that is not possible; the old file is then untouched, and nothing is left beside it.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise
