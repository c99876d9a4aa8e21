"""A folder of sources, and where its index lies: all that a command without an index needs to know of one."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from reports.cache import Cache, is_own

FORM = "index-1"
"""The folder, within the user's cache folder, that holds indices of this form; only the user may look into it."""
MANIFEST = "manifest"
"""The file of an index that is written last."""


@dataclass(frozen=True)
class Folder:
    """A folder of sources. own: files in it that hold claims or reviews, or folders of them."""

    path: Path
    own: tuple[Path, ...] = ()

    def names(self) -> frozenset[str]:
        """The files in it that are not hidden."""
        with os.scandir(self.path) as entries:
            return frozenset(e.name for e in entries if e.is_file() and not e.name.startswith("."))

    def told(self) -> list[str]:
        """The files in it that are no sources, "." where it is a folder of such files."""
        here, own = self.path.resolve(), [path.resolve() for path in self.own]
        return sorted(path.name if path != here else "." for path in own if here in (path, path.parent))

    def is_indexed(self, cache: Cache) -> bool:
        """True where an index of it was written."""
        place = self.place(cache)
        return place is not None and (place / MANIFEST).exists() and is_own(place.parent)

    def place(self, cache: Cache) -> Path | None:
        """The folder of its index; None where the user has no cache folder, or wants none."""
        if cache.folder is None:
            return None
        return cache.folder.parent / FORM / hashlib.sha256(os.fsencode(self.path.resolve())).hexdigest()[:32]
