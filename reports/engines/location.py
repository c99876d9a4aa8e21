"""Where an index lies, told to the processes that are to open it, each once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from claims.errors import InputError
from compare.search.index import Index as Searched
from reports.cache import code
from reports.indexing.folder import Folder
from reports.indexing.manifest import Index
from reports.indexing.place import BrokenError, Place
from seeds.corpus import distinct

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Location:
    """An index, and the program that may work with it.

    place, seeds: the folders of the index and of its sources. stores: the names of its files. program: as the index tells it.
    code: a digest of the program's own files.
    """

    place: Path
    seeds: Path
    stores: tuple[str, ...]
    program: str
    code: str


def location_of(place: Path, folder: Folder) -> Location:
    """Where the index lies that this run has opened."""
    index = Index(Place(place))
    return Location(place, folder.path.resolve(), _stores(index), index.manifest["program"], code())


def work_at(location: Location, work: Callable[[Searched, T], R], item: T) -> R:
    """What a job gives for an item, with the index at a place.

    Raises InputError when this process cannot open that very index, or is of another version of the program.
    """
    return work(_opened(location), item)


@lru_cache(maxsize=1)
def _opened(location: Location) -> Searched:
    if code() != location.code:
        raise InputError("a worker runs another version of sourcecheck; install the same one everywhere")
    try:
        index = Index(Place(location.place), location.program)
    except (BrokenError, OSError) as error:
        raise InputError(
            f"a worker cannot open the index in {location.place} ({error}); it must see that folder"
        ) from None
    if _stores(index) != location.stores:
        raise InputError(f"{location.place}: the index changed during the run; run this again")
    return Searched(distinct(index.corpus(Folder(location.seeds))))


def _stores(index: Index) -> tuple[str, ...]:
    return tuple(name for name, _, _ in index.manifest["stores"].values())
