"""How much a word of a claim weighs by how many passages hold it."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from compare.search.tables import Tables


class Weights(Mapping[str, float]):
    """The idf of every stem that stands in a passage."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def __getitem__(self, stem: str) -> float:
        held = len(self._tables.of_stem(stem))
        if not held:
            raise KeyError(stem)
        return math.log(1 + len(self._tables) / held)

    def __iter__(self) -> Iterator[str]:
        lengths = np.diff(self._tables.by_stem.ends).tolist()
        return (stem for stem, held in zip(self._tables.stems, lengths, strict=True) if held)

    def __len__(self) -> int:
        return int(np.count_nonzero(np.diff(self._tables.by_stem.ends)))
