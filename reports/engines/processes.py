"""A comparison worked out by several processes of this machine."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from compare.search.index import Index
from reports.engines.location import Location, work_at
from reports.indexing.reading import end_with

T = TypeVar("T")
R = TypeVar("R")


class Processes:
    """As many processes as the machine has cores; what one has opened and folded serves all that it is given."""

    def __init__(self, location: Location) -> None:
        self._location = location
        self.workers = os.cpu_count() or 1
        self._pool = ProcessPoolExecutor(self.workers, initializer=end_with, initargs=(os.getpid(),))

    def map(self, work: Callable[[Index, T], R], items: Sequence[T]) -> Iterator[R]:
        """What `work` gives for each item, in their order."""
        return self._pool.map(partial(work_at, self._location, work), items)
