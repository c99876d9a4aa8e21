"""Claims and sources kept in memory, and the cheap question whether their files have changed since they were read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import claims.errors
import seeds.errors
from claims.model import Claim
from claims.tables import read_claims
from compare.drafting.approved import Approvals
from compare.search.index import Index
from reports.drafts.approvals import read_approvals
from reports.settings import Settings
from seeds.corpus import distinct

Stamp = tuple[str, int, int]
"""A file's path, when it was changed (nanoseconds) and its size; -1 and -1 when it cannot be read."""
CONFIGURATIONS = ("sourcecheck.toml", "pyproject.toml")


@dataclass(frozen=True)
class Material:
    """What drafts are checked against.

    sources: the files of the index's documents, resolved. approvals: of quotations. memory: of paragraphs checked.
    """

    claims: tuple[Claim, ...]
    index: Index
    sources: frozenset[Path]
    approvals: Approvals | None = None
    memory: dict[str, str] = field(default_factory=dict)


class Materials:
    """The material of the settings in force, read when it is first asked for and again when its files have changed."""

    def __init__(self, find: Callable[[], Settings]) -> None:
        self._find = find
        self._held: tuple[tuple[Settings, tuple[Stamp, ...]], Material] | None = None

    def current(self) -> Material:
        """The material as its files are now. Raises InputError when the configuration, the claims or a source is unusable."""
        key = self._key()
        if self._held is None or self._held[0] != key:
            self._held = None
            self._held = key, _read(key[0])
        return self._held[1]

    def changed(self) -> bool:
        """True when the files are no longer those that were read last, or could not be read then."""
        try:
            return self._held is None or self._held[0] != self._key()
        except (claims.errors.InputError, seeds.errors.InputError):
            return True

    def _key(self) -> tuple[Settings, tuple[Stamp, ...]]:
        settings = self._find()
        return settings, stamps(inputs(settings))


def inputs(settings: Settings) -> tuple[Path, ...]:
    """The files and folders the settings read; the shipped digests are not among them, they do not change."""
    configured = [settings.project / name for name in CONFIGURATIONS] if settings.project else []
    tables = [path for path in (settings.seeds, settings.quotes) if path]
    return (settings.claims, *tables, *configured)


def stamps(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """The state of files, and of all files directly in folders; equal as long as nothing in them was saved."""
    return tuple(_stamp(file) for path in paths for file in _files(path))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    yield from sorted(file for file in path.iterdir() if not file.name.startswith((".", "~")))


def _stamp(file: Path) -> Stamp:
    try:
        state = file.stat()
    except OSError:
        return str(file), -1, -1
    return str(file), state.st_mtime_ns, state.st_size


def _read(settings: Settings) -> Material:
    claims, corpus = read_claims(settings.claims), settings.corpus()
    sources = frozenset(document.path.resolve() for document in corpus.documents)
    return Material(claims, Index(distinct(corpus)), sources, read_approvals(settings.quotes))
