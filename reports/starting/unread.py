"""Folders inside a folder of sources: what lies in them is not read, which nobody expects."""

import os
from collections.abc import Iterator
from pathlib import Path

from reports.printable import printable
from seeds.corpus import is_source_file


def unread_lines(folder: Path | None) -> Iterator[str]:
    """A line for each folder inside `folder` that holds documents, however deep."""
    for inner in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        if inner.is_dir() and not inner.name.startswith(".") and _holds_documents(inner):
            yield f"not read: the documents in {printable(inner.name)}/; folders inside {folder} are not read, so move them up"


def _holds_documents(folder: Path) -> bool:
    return any(is_source_file(Path(name)) for _, _, names in os.walk(folder) for name in names)
