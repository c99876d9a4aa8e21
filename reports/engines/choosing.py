"""Who works out a comparison, by name: `--engine`."""

from claims.errors import InputError
from compare.jobs.shares import Engine
from compare.search.stored import StoredDocument
from reports.engines.location import location_of
from reports.settings import Settings
from seeds.corpus import Corpus


def engine_of(settings: Settings, corpus: Corpus, name: str, scheduler: str) -> Engine:
    """Those who work out a comparison of the corpus. Raises InputError when it is not indexed, or they are not there."""
    folder = settings.seeds and settings.folder_of(settings.seeds)
    place = folder.place(settings.cache) if folder else None
    if not folder or not place or not all(isinstance(document, StoredDocument) for document in corpus.documents):
        raise InputError(f"--engine {name} needs an index of the sources; make one with `sourcecheck index build`")
    location = location_of(place.resolve(), folder)
    if name == "dask":
        from reports.engines.on_dask import OnDask

        return OnDask(location, scheduler)
    from reports.engines.processes import Processes

    return Processes(location)
