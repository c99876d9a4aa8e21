"""The checks. Each is a module of this folder; what it defines is all there is to adding one.

A check module has `CODE`, `NAME`, a docstring (its documentation for users: the question it asks, what agrees, what differs,
what it cannot see), and either `KINDS` with `read(question, proposal)`, which reads one passage for a claim and returns an
`Answer`, a `Passed` that says why it reads nothing there, or None for a claim it does not read; or `outliers(evidence)`, which
looks over all that one source says.
Codes: SRC1xx dates and figures, SRC2xx quotes and names, SRC3xx positions and wording, SRC4xx inside one source, SRC9xx what
could not be checked. A code is never given twice.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.model import Kind
from compare.evidence.basis import Passed
from compare.evidence.model import Answer, Evidence
from compare.facts.asked_claim import Question
from compare.search.index import Proposal

Read = Callable[[Question, Proposal], Answer | Passed | None]
Outliers = Callable[[Sequence[Evidence]], tuple[Evidence, ...]]


class Check(NamedTuple):
    """One check: its code and name, its documentation, the kinds of claim it reads, and how."""

    code: str
    name: str
    explanation: str
    kinds: frozenset[Kind] = frozenset()
    read: Read | None = None
    outliers: Outliers | None = None


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check, by code."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple(
        sorted(
            (
                Check(
                    module.CODE,
                    module.NAME,
                    inspect.getdoc(module) or "",
                    frozenset(getattr(module, "KINDS", ())),
                    getattr(module, "read", None),
                    getattr(module, "outliers", None),
                )
                for module in modules
            ),
            key=lambda check: check.code,
        )
    )


@lru_cache(maxsize=16)
def readers_of(kind: Kind) -> tuple[tuple[str, Read], ...]:
    """The checks that read passages for claims of a kind, in the order they are tried."""
    return tuple((check.code, check.read) for check in all_checks() if check.read and kind in check.kinds)
