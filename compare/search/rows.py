"""Rows of numbers and sorted words as arrays: what can lie in a file and be looked into without being read whole."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
"""Numbers of passages, words or forms."""
Ends = NDArray[np.int64]
Bytes = NDArray[np.uint8]
LAST = chr(0x10FFFF)


class Rows:
    """Rows of numbers, one behind the other. ends: where each ends, with a 0 before."""

    def __init__(self, all_: Numbers, ends: Ends) -> None:
        self.all, self.ends = all_, ends

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Rows":
        """These rows."""
        numbers = np.fromiter((number for row in rows for number in row), np.int32)
        return cls(numbers, ends_of(np.fromiter(map(len, rows), np.int64, len(rows))))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> Numbers:
        return self.all[self.ends[number] : self.ends[number + 1]]

    def lengths(self, numbers: NDArray[np.integer]) -> Ends:
        """The lengths of these rows."""
        found: Ends = self.ends[numbers + 1] - self.ends[numbers]
        return found

    def chosen(self, numbers: NDArray[np.integer]) -> Numbers:
        """These rows, one behind the other."""
        lengths = self.lengths(numbers)
        shift = self.ends[numbers] - (np.cumsum(lengths) - lengths)
        found: Numbers = self.all[np.arange(lengths.sum()) + np.repeat(shift, lengths)]
        return found

    def some(self, numbers: NDArray[np.integer]) -> "Rows":
        """These rows, as rows."""
        return Rows(self.chosen(numbers), ends_of(self.lengths(numbers)))

    def numbered(self) -> Numbers:
        """For each number in the rows the number of its row."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.ends))

    def renamed(self, names: Numbers) -> "Rows":
        """The rows with each number replaced by its name."""
        return Rows(names[self.all], self.ends)


def ends_of(lengths: NDArray[np.integer]) -> Ends:
    """Where rows of these lengths end, with a 0 before."""
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))


def inverted(keys: Numbers, of: Numbers, many: int, size: int) -> Rows:
    """For each of `many` keys the distinct ones of `size` that hold it, in order. of: who holds each of `keys`."""
    pairs = keys.astype(np.int64)
    pairs *= max(1, size)
    pairs += of
    pairs.sort()
    pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs
    ends = np.searchsorted(pairs, np.arange(many + 1, dtype=np.int64) * max(1, size))
    pairs %= max(1, size)
    return Rows(pairs.astype(np.int32), ends.astype(np.int64))


class Words(Sequence[str]):
    """Different words in the order of their characters, each with its number."""

    def __init__(self, letters: Bytes, ends: Ends) -> None:
        self.letters, self.ends = letters, ends
        self._known: dict[str, int] = {}

    @classmethod
    def of(cls, words: Iterable[str]) -> "Words":
        """These words, sorted."""
        written = [word.encode("utf-8", "surrogatepass") for word in sorted(set(words))]
        lengths = np.fromiter(map(len, written), np.int64, len(written))
        return cls(np.frombuffer(b"".join(written), np.uint8), ends_of(lengths))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self.letters[self.ends[number] : self.ends[number + 1]].tobytes().decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        letters, ends = self.letters.tobytes(), self.ends.tolist()
        for first, last in pairwise(ends):
            yield letters[first:last].decode("utf-8", "surrogatepass")

    def number(self, word: str) -> int:
        """The number of a word; -1 where it is none of them."""
        if word not in self._known:
            at = bisect_left(self, word)
            self._known[word] = at if at < len(self) and self[at] == word else -1
        return self._known[word]

    def begun(self, beginning: str) -> range:
        """The numbers of the words with a beginning."""
        return range(bisect_left(self, beginning), bisect_left(self, beginning + LAST))


def runs(values: NDArray[np.integer]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each run of equal values begins, and of each value how many of its run stand before it."""
    first = np.flatnonzero(np.concatenate((np.ones(min(1, len(values)), bool), values[1:] != values[:-1])))
    behind = np.arange(len(values)) - np.repeat(first, np.diff(np.append(first, len(values))))
    return first, behind
