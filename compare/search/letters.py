"""How alike two texts are letter by letter: the cosine of their character n-grams, each weighted by its rarity.

The n-grams of a passage are those of its words, so what is shared with a text is summed up word by word: a word of the corpus is held
against the text once, however many passages hold it.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from compare.fold import Folded

GRAM = 4
"""How many characters an n-gram has."""
AT_ONCE = 2_000
"""How many passages are counted at once."""
Numbers = NDArray[np.intp]
Weights = NDArray[np.float64]


class Letters:
    """The n-grams of passages. rarity: the weight of what so many passages hold."""

    def __init__(self, passages: Sequence[Folded], rarity: Callable[[int], float]) -> None:
        forms: dict[str, int] = {}
        self._unknown = rarity(0) ** 2
        self._words = _Rows([[forms.setdefault(w.form, len(forms)) for w in p.words] for p in passages])
        self._grams: dict[str, int] = {}
        listed = [[self._grams.setdefault(gram, len(self._grams)) for gram in _grams(form)] for form in forms]
        self._of_form = _Rows(listed)
        held = [self._counted(first, first + AT_ONCE) for first in range(0, len(passages), AT_ONCE)]
        found = sum(
            (np.bincount(grams, minlength=len(self._grams)) for _, grams, _ in held), np.zeros(len(self._grams))
        )
        self._weights = np.array([rarity(int(count)) ** 2 for count in found])
        sizes = (np.bincount(of, times * times * self._weights[grams], AT_ONCE) for of, grams, times in held)
        self._sizes = np.sqrt(np.concatenate([*sizes, np.zeros(0)]))

    def _counted(self, first: int, last: int) -> tuple[Numbers, Numbers, Weights]:
        """Of the passages from `first` to `last`: the number of each behind the first, each of its n-grams, and how often it holds it."""
        lengths = self._words.lengths[first:last]
        words = self._words.of(np.arange(first, first + len(lengths)))
        of = np.repeat(np.repeat(np.arange(len(lengths)), lengths), self._of_form.lengths[words])
        pairs, times = np.unique(of * len(self._grams) + self._of_form.of(words), return_counts=True)
        return pairs // max(1, len(self._grams)), pairs % max(1, len(self._grams)), times.astype(float)

    @cached_property
    def _holding(self) -> "_Rows":
        """For each n-gram the words that hold it, as often as they hold it."""
        words = np.repeat(np.arange(len(self._of_form.lengths)), self._of_form.lengths)
        order = np.argsort(self._of_form.all, kind="stable")
        return _Rows.of_all(words[order], np.bincount(self._of_form.all, minlength=len(self._grams)))

    def likeness(self, text: Folded, numbers: Numbers) -> Weights:
        """How alike a text and each of these passages are, 0 to 1."""
        grams = grams_of(text)
        shared, sizes = self._shared(grams, numbers), self._size(grams) * self._sizes[numbers]
        alike: Weights = np.divide(shared, sizes, out=np.zeros(len(numbers)), where=shared > 0).clip(max=1.0)
        return alike

    def _shared(self, grams: Counter[str], numbers: Numbers) -> Weights:
        by_word = np.zeros(len(self._of_form.lengths))
        for gram, count in grams.items():
            if gram in self._grams:
                number = self._grams[gram]
                np.add.at(by_word, self._holding.row(number), count * self._weights[number])
        of = np.repeat(np.arange(len(numbers)), self._words.lengths[numbers])
        return np.bincount(of, by_word[self._words.of(numbers)], len(numbers)).astype(np.float64)

    def _size(self, grams: Counter[str]) -> float:
        """The length of the vector of a text's n-grams."""
        weights = (self._weights[self._grams[g]] if g in self._grams else self._unknown for g in grams)
        return math.sqrt(sum(count * count * weight for count, weight in zip(grams.values(), weights, strict=True)))


class _Rows:
    """Rows of numbers, one behind the other. lengths: of each row."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self.all = np.array([number for row in rows for number in row], np.intp)
        self.lengths = np.array([len(row) for row in rows], np.intp)
        self._ends = np.cumsum(self.lengths)

    @classmethod
    def of_all(cls, numbers: Numbers, lengths: Numbers) -> "_Rows":
        """Rows of these lengths."""
        rows = cls(())
        rows.all, rows.lengths, rows._ends = numbers, lengths, np.cumsum(lengths)
        return rows

    def row(self, number: int) -> Numbers:
        """One row."""
        end = self._ends[number]
        return self.all[end - self.lengths[number] : end]

    def of(self, numbers: Numbers) -> Numbers:
        """These rows, one behind the other."""
        lengths = self.lengths[numbers]
        shift = self._ends[numbers] - np.cumsum(lengths)
        found: Numbers = self.all[np.arange(lengths.sum()) + np.repeat(shift, lengths)]
        return found


def grams_of(folded: Folded) -> Counter[str]:
    """The n-grams of a text's words, each word with a space before and behind it."""
    grams: Counter[str] = Counter()
    for word in folded.words:
        grams.update(_grams(word.form))
    return grams


def _grams(form: str) -> Iterator[str]:
    padded = f" {form} "
    return (padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))
