"""The scan, top to bottom: what sources say against each other and against themselves, where nobody curated a claim.

Every passage is read once into observations; each family of checks holds those against each other that the index brings together;
what two families or two pairs find at one place is told once, the worst first.
"""

import gc
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from compare.checks import all_checks
from compare.scanning.finding import Finding, told_once
from compare.scanning.observations import Observations
from compare.search.index import Index
from seeds.corpus import Corpus


@dataclass(frozen=True)
class Scan:
    """The findings of a corpus, the worst first, and what was not compared.

    values: how many dates, amounts, days and hours were held against each other. crowded: passages of too many values to be read as a
    sentence. apart: headings and footnotes, of which only dates, names and quotations are read.
    """

    findings: tuple[Finding, ...]
    values: int = 0
    crowded: int = 0
    apart: int = 0


def scan(
    corpus: Corpus, codes: Collection[str] | None = None, progress: Callable[[str], None] = lambda code: None
) -> Scan:
    """What the sources of a corpus say against each other.

    codes: the families to use, None for all. progress: told the code of each family that is done.
    """
    with kept():
        read = Observations(Index(corpus).entries)
    found: list[Finding] = []
    for check in all_checks():
        if check.find and (codes is None or check.code in codes):
            found += check.find(read)
            progress(check.code)
    return Scan(told_once(found), len(read.all), read.crowded, len(read.every) - len(read.entries))


@contextmanager
def kept() -> Iterator[None]:
    """All that is made within stays to the end, so nothing of it is looked through for what may go: a third of the time of reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
