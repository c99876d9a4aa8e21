"""The checks. Each is a module of this folder; what it defines is all there is to adding one.

A check module has `CODE`, `NAME`, a docstring (its documentation for users: the question it asks, what agrees, what differs,
what it cannot see), and either `KINDS` with `read(question, proposal)`, which reads one passage for a claim and returns an
`Answer`, a `Passed` that says why it reads nothing there, or None for a claim it does not read; or `outliers(evidence)`, which
looks over all that one source says. Checks of drafts alone (`attribution`, `derived`) are made by `compare.drafting` and have neither.
The families of a scan (`compare.scanning`) are checks too: a module there has `CODE`, `NAME`, a docstring and `find(read)`; they are
found by the name of their folder, since this floor knows none above it.
Codes: SRC1xx dates and figures, SRC2xx quotes and names, SRC3xx positions and wording, SRC4xx inside and across sources,
without claims, SRC9xx what could not be checked. A code is never given twice.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from claims.model import Kind
from compare.evidence.basis import Passed
from compare.evidence.model import Answer, Evidence
from compare.facts.asked_claim import Question
from compare.search.index import Proposal

SCANNING = "scanning"
"""The folder of the checks that read sources without claims."""
Read = Callable[[Question, Proposal], Answer | Passed | None]
Find = Callable[[Any], Iterable[Any]]
"""What a family of a scan finds in all observations; both are known to floors above only."""
Outliers = Callable[[Sequence[Evidence]], tuple[Evidence, ...]]


class Check(NamedTuple):
    """One check: its code and name, its documentation, the kinds of claim it reads, and how."""

    code: str
    name: str
    explanation: str
    kinds: frozenset[Kind] = frozenset()
    read: Read | None = None
    outliers: Outliers | None = None
    find: Find | None = None


def all_checks() -> tuple[Check, ...]:
    """Every check, by code, with the families of a scan."""
    scans = [str(Path(path).parent / SCANNING) for path in __path__]
    return tuple(sorted((*_checks(*__path__), *_checks(*scans)), key=lambda check: check.code))


def claim_checks() -> tuple[Check, ...]:
    """The checks that read passages for a claim, by code; no family of a scan is loaded for them."""
    return _checks(*__path__)


@lru_cache(maxsize=2)
def _checks(*folders: str) -> tuple[Check, ...]:
    """The checks in these folders, by code."""
    modules = [
        module
        for folder in folders
        for found in pkgutil.iter_modules([folder])
        if hasattr(module := importlib.import_module(f"compare.{Path(folder).name}.{found.name}"), "CODE")
    ]
    return tuple(sorted(map(_check, modules), key=lambda check: check.code))


def _check(module: ModuleType) -> Check:
    return Check(
        module.CODE,
        module.NAME,
        inspect.getdoc(module) or "",
        frozenset(getattr(module, "KINDS", ())),
        getattr(module, "read", None),
        getattr(module, "outliers", None),
        getattr(module, "find", None),
    )


@lru_cache(maxsize=16)
def readers_of(kind: Kind) -> tuple[tuple[str, Read], ...]:
    """The checks that read passages for claims of a kind, in the order they are tried."""
    return tuple((check.code, check.read) for check in claim_checks() if check.read and kind in check.kinds)
