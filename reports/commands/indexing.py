"""`index`: what is kept of a folder of sources so that every command finds it without reading."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands.options import common, settings_of
from reports.terminal import say

if TYPE_CHECKING:
    from reports.indexing.folder import Folder
    from reports.indexing.place import Place


@click.group()
def index() -> None:
    """An index of a large folder of sources: built once, kept up to date, used by every command."""


@index.command("build")
@common
def index_build(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Build the index of the sources, or bring it up to date: only new content is read."""
    from reports.indexing.telling import build_line

    say(build_line(*_asked(claims_path, seeds_folder, config)))


@index.command("status")
@common
def index_status(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Tell whether the sources have an index, what it holds, where it lies, and what changed since."""
    from reports.indexing.telling import status_lines

    for line in status_lines(*_asked(claims_path, seeds_folder, config)):
        say(line)


@index.command("verify")
@common
def index_verify(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Check every byte of the index, and every source against it. Exit 1 when something is wrong; the next run mends it."""
    from reports.indexing.telling import wrong_lines

    lines = wrong_lines(*_asked(claims_path, seeds_folder, config))
    for line in lines:
        say(line)
    if lines:
        raise SystemExit(1)
    say("the index is whole and true to its sources")


def _asked(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> "tuple[Place, Folder]":
    """Where the index lies, and the folder of sources. Raises InputError without one of them."""
    from claims.errors import InputError
    from reports.cache import is_own
    from reports.indexing.place import Place

    settings = settings_of(claims_path, seeds_folder, None, config)
    if settings.seeds is None:
        raise InputError("the digests shipped with the program need no index; name a folder of sources with --seeds")
    if not settings.seeds.is_dir():
        raise InputError(f"{settings.seeds}: is not a folder of sources; give a folder that holds the sources' files")
    folder = settings.folder_of(settings.seeds)
    place = folder.place(settings.cache)
    if place is None or not is_own(place.parent):
        raise InputError(
            "there is no folder of yours to keep an index in; name one in SOURCECHECK_CACHE, without --no-cache"
        )
    return Place(place), folder
