"""A comparison worked out on a cluster of Dask: the same work as of several processes, done by whichever workers the scheduler has.

Nothing of Dask is loaded without it. A worker that is lost is made up for by the scheduler; one that comes late is given what is left.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any, TypeVar

from claims.errors import InputError
from compare.search.index import Index
from reports.engines.location import Location, work_at
from seeds.errors import install_command

T = TypeVar("T")
R = TypeVar("R")
ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://[^/\s]+:\d{1,5}")
PATIENCE = 10
"""Seconds to wait for a scheduler, or for a first worker."""


class OnDask:
    """The workers of a scheduler. Raises InputError when it cannot be reached, or has none."""

    def __init__(self, location: Location, scheduler: str) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            raise InputError(f"--engine dask needs the package distributed; {install_command('distributed')}") from None
        if not ADDRESS.fullmatch(scheduler):
            raise InputError(
                f"--scheduler {scheduler}: is no address; write tcp://HOST:8786, as `dask scheduler` prints it"
            )
        self._location, self._scheduler = location, scheduler
        self._lost: tuple[type[BaseException], ...] = (
            OSError,
            TimeoutError,
            distributed.comm.CommClosedError,
            distributed.client.FutureCancelledError,
        )
        try:
            self._client: Any = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError):
            raise InputError(
                f"--scheduler {scheduler}: no scheduler with a worker answers there; start `dask scheduler` and `dask worker`"
            ) from None
        self.workers = len(self._client.nthreads())

    def map(self, work: Callable[[Index, T], R], items: Sequence[T]) -> Iterator[R]:
        """What `work` gives for each item, in their order. Raises InputError when the scheduler is lost."""
        try:
            futures = self._client.map(partial(work_at, self._location, work), list(items), pure=False)
            for future in futures:
                yield future.result()
        except self._lost:
            raise InputError(
                f"--scheduler {self._scheduler}: was lost in the middle of the run; run this again"
            ) from None
