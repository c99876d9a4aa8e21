"""The index of a folder of sources as commands use it: opened where there is one, brought up to date or built anew where it is not true."""

import sys
from collections.abc import Callable
from functools import partial

import click

from reports.indexing.building import Built, build
from reports.indexing.folder import Folder
from reports.indexing.manifest import Index
from reports.indexing.place import BrokenError, Place
from reports.terminal import say
from seeds.corpus import Corpus


def indexed(place: Place, folder: Folder) -> Corpus | None:
    """The corpus of a folder from its index; None where that cannot be used."""
    if not folder.path.is_dir():
        return None
    index = opened(place, lambda line: None)
    if index is None or any(index.changes(folder)):
        index = _renewed(place, folder)
    if index is None:
        return None
    say(f"sourcecheck: index used: {count_of(index)}", err=True)
    return index.corpus(folder)


def opened(place: Place, tell: Callable[[str], None]) -> Index | None:
    """The index; None where it is broken or another program's, and what is told of that."""
    try:
        return Index(place)
    except BrokenError as error:
        tell(f"sourcecheck: index: {error}; it is built anew")
        return None


def _renewed(place: Place, folder: Folder) -> Index | None:
    try:
        with place.held(wait=False) as ours:
            if not ours:
                say("sourcecheck: index: another run is writing it, so this one goes without", err=True)
                return None
            write(place, folder)
    except OSError as error:
        say(f"sourcecheck: index: cannot be written ({error.strerror or error}), so it is not used", err=True)
        return None
    return Index(place)


def write(place: Place, folder: Folder) -> Built | None:
    """Bring the index up to date, or build it; None when nothing had changed. The place is held."""
    old = opened(place, partial(say, err=True)) if place.is_there() else None
    changes = old.changes(folder) if old else None
    if changes and not any(changes):
        return None
    if changes and changes.many:
        say(f"sourcecheck: index: {changes} in {folder.path}; it is brought up to date", err=True)
    with click.progressbar(length=0, label="Indexing", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def progress(many: int, all_: int) -> None:
            bar.length = all_
            bar.update(many)

        built = build(place, folder, old, progress)
    return None if changes and not changes.many else built


def count_of(index: Index) -> str:
    """How much an index holds, in words."""
    return f"{index.documents:,} document{'s' if index.documents != 1 else ''}, {index.passages:,} passages"
