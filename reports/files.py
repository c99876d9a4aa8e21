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
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8") if isinstance(text, str) else text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error}); give another --out or free the path"
        ) from None
