"""What `index build`, `status` and `verify` say."""

from claims.errors import InputError
from reports.indexing.folder import Folder
from reports.indexing.manifest import Index
from reports.indexing.place import BrokenError, Place
from reports.indexing.reading import digest_of
from reports.indexing.using import count_of, write


def build_line(place: Place, folder: Folder) -> str:
    """What was built. Raises InputError when it cannot be written."""
    try:
        with place.held(wait=True):
            built = write(place, folder)
            place.sweep()
    except OSError as error:
        what = f"{place.folder}: the index cannot be written ({error.strerror or error}); free space, or name another"
        raise InputError(f"{what} folder in SOURCECHECK_CACHE") from None
    index = Index(place)
    size = f"{count_of(index)}, {place.size() / 1e6:,.1f} MB"
    if built is None:
        return f"up to date: {size}"
    return f"{size}; {built.read:,} file{'s' if built.read != 1 else ''} read, {built.known:,} known"


def status_lines(place: Place, folder: Folder) -> list[str]:
    """Whether there is an index, and what there is to know of it."""
    if not place.is_there():
        return [f"{folder.path} has no index; `sourcecheck index build` makes one"]
    try:
        index = Index(place)
    except BrokenError as error:
        return [f"the index of {folder.path} is of no use: {error}; the next run builds it anew"]
    changes = index.changes(folder)
    state = f"{changes} since; the next run brings it up to date" if changes.many else "up to date"
    return [f"index of {folder.path}: {count_of(index)}, {state}", f"{place.size() / 1e6:,.1f} MB in {place.folder}"]


def wrong_lines(place: Place, folder: Folder) -> list[str]:
    """What is wrong with the index, each with its mend; none when it is whole and true. Raises InputError without an index."""
    if not place.is_there():
        raise InputError(f"{folder.path}: has no index; `sourcecheck index build` makes one")
    try:
        index = Index(place)
    except BrokenError as error:
        return [f"the index: {error}; the next run builds it anew"]
    damaged = place.wrong(index.manifest)
    if damaged:
        place.drop()
        return [
            f"the index: its {store} are damaged; it is removed, `sourcecheck index build` makes a new one"
            for store in damaged
        ]
    records = {record.name: record for record in index.records}
    names = folder.names() - frozenset(index.manifest["others"])
    changed = sorted(name for name in names & records.keys() if digest_of(folder.path / name) != records[name].sha256)
    lines = [f"{name}: has changed since; the next run reads it" for name in changed]
    lines += [f"{name}: is new; the next run reads it" for name in sorted(names - records.keys())]
    return lines + [f"{name}: is gone; the next run drops it" for name in sorted(records.keys() - names)]
