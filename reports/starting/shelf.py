"""The project's folder of sources as `seeds add` finds it: what is registered, which files lie there, which are free."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from claims.errors import InputError
from reports.files import ABSENT, digest_of
from reports.settings import ENVIRONMENT, Settings
from seeds.corpus import ORIGINALS, is_source_file
from seeds.model import Source
from seeds.readers.files import read_bytes
from seeds.registry import ID, NAME, named_source, read_registry, slug_of

LONGEST = 60
"""Characters of an id that is made from a file's name."""


@dataclass(frozen=True)
class Shelf:
    """A folder of sources. sources: as registered. files: those that can be read, with the sha256 of each.

    seen: the digest of the registry when it was read.
    """

    folder: Path
    sources: tuple[Source, ...]
    files: Mapping[Path, str]
    seen: str = ABSENT

    @property
    def table(self) -> Path:
        """The registry of the folder, there or not."""
        return self.folder / NAME

    def holds(self, path: Path) -> bool:
        """True when the file lies in the folder itself."""
        return path.resolve().parent == self.folder.resolve()

    def registered(self, path: Path, sha256: str) -> Source | None:
        """The source as which a file is registered, by its bytes or, in the folder, by its name."""
        for source in self.sources:
            if source.sha256 == sha256:
                return source
        owner = named_source(path.name, self.sources) if self.holds(path) else None
        return None if owner and owner.id != path.stem and len(self._files_of(owner)) > 1 else owner

    def twin(self, path: Path, sha256: str) -> Path | None:
        """Another file of the folder with the same bytes."""
        at = path.resolve()
        return next((p for p, digest in self.files.items() if digest == sha256 and p.resolve() != at), None)

    def is_left_behind(self, twin: Path, path: Path, wanted: str) -> bool:
        """True when `twin` is what an interrupted `seeds add` made of `path`: named as it would be, and not registered."""
        named = re.fullmatch(rf"{re.escape(wanted or _slug(path))}(?:-\d+)?", twin.stem)
        return bool(named) and not self.holds(path) and named_source(twin.name, self.sources) is None

    def free_id(self, path: Path) -> str:
        """An id made from the file's name that nothing else in the folder has or would be taken for."""
        slug = _slug(path)
        taken = {source.id.casefold() for source in self.sources} | {file.stem.casefold() for file in self.files}
        if slug not in taken:
            return slug
        return next(f"{slug}-{n}" for n in range(2, len(taken) + 3) if f"{slug}-{n}" not in taken)

    def with_source(self, source: Source, path: Path) -> "Shelf":
        """The folder with one source more."""
        return replace(self, sources=(*self.sources, source), files={**self.files, path: source.sha256})

    def crowded(self, added: frozenset[str]) -> Iterator[str]:
        """A line for each added source that more than one file would be taken for."""
        for source in (source for source in self.sources if source.id in added):
            files = self._files_of(source)
            if len(files) > 1:
                names = " and ".join(path.name for path in files)
                yield f"{self.folder}: {names} would both be taken for source {source.id}; add all of them, or give --id"

    def _files_of(self, source: Source) -> list[Path]:
        return [path for path in self.files if self._owners[path] == source]

    @cached_property
    def _owners(self) -> Mapping[Path, Source | None]:
        """The source that each file belongs to by its name."""
        return {path: named_source(path.name, self.sources) for path in self.files}


def shelf_of(settings: Settings) -> Shelf:
    """The folder of sources of the project. Raises InputError when there is no project, or none of its own to write to."""
    project, folder = settings.project, settings.seeds
    if project is None:
        raise InputError(
            "this folder is no project, so documents have no place in it; `sourcecheck init DIR` makes one"
        )
    if os.environ.get(ENVIRONMENT):
        raise InputError(f"{ENVIRONMENT} is set, so the project's own sources are not the ones that are read; unset it")
    if folder is None or (folder == project / "seeds" / ORIGINALS and not (folder / NAME).is_file()):
        raise InputError(f'{project}: names no folder of sources; write seeds = "sources" into its configuration')
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: is not a folder; mend seeds in the configuration")
    table = folder / NAME
    seen = digest_of(table)
    return Shelf(folder, read_registry(table) if table.is_file() else (), dict(_files(folder)), seen)


def named_id(path: Path) -> str:
    """The id a file has by the name under which it lies in the folder. Raises InputError when it cannot be one."""
    named = slug_of(path.stem).strip("-")
    if not ID.fullmatch(named):
        raise InputError(
            f"{path}: no id can be made of this name; rename it, with letters or figures, and add it again"
        )
    return named


def _slug(path: Path) -> str:
    """The id that a file's name makes, if nothing else has it."""
    slug = re.sub(r"[\W_]+", "-", _lower(path.stem)).strip("-")
    return slug[:LONGEST].rpartition("-")[0] or slug[:LONGEST] if len(slug) > LONGEST else slug or "source"


def _lower(name: str) -> str:
    """The name in small letters. `İ` becomes an i with a dot of its own, which is no letter and goes."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return "".join(char for char in small if not unicodedata.combining(char))


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and is_source_file(path):
            yield path, hashlib.sha256(read_bytes(path)).hexdigest()
