"""How alike two texts are letter by letter: the cosine of their character n-grams, each weighted by its rarity.

The n-grams of a passage are those of its words, so what is shared with a text is summed up word by word: a word of the corpus is held
against the text once, however many passages hold it.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.fold import Folded
from compare.search.rows import Rows, Words, ends_of

GRAM = 4
"""How many characters an n-gram has."""
AT_ONCE = 2_000
"""How many passages are counted at once."""
Numbers = NDArray[np.integer]
Weights = NDArray[np.float64]


class Letters:
    """The n-grams of passages.

    said: for each passage the numbers of its words. grams: the n-grams of the corpus; grams_of: those of each word; with_gram: for
    each n-gram the words that hold it, as often as they do. weights: of each n-gram, unknown: of one of no passage.
    sizes: of each passage the length of its vector.
    """

    def __init__(
        self,
        said: Rows,
        grams: Words,
        grams_of: Rows,
        with_gram: Rows,
        weights: Weights,
        unknown: float,
        sizes: Weights,
    ) -> None:
        self.said, self.grams, self.grams_of, self.with_gram = said, grams, grams_of, with_gram
        self.weights, self.unknown, self.sizes = weights, unknown, sizes

    @classmethod
    def of(cls, said: Rows, forms: Sequence[str], rarity: Callable[[int], float]) -> "Letters":
        """The n-grams of passages. forms: of each word. rarity: the weight of what so many passages hold."""
        listed = [list(_grams(form)) if form else [] for form in forms]
        grams = Words.of(gram for own in listed for gram in own)
        known = {gram: number for number, gram in enumerate(grams)}
        grams_of = Rows.of([[known[gram] for gram in own] for own in listed])
        many = np.zeros(len(grams), np.int64)
        for held, _, _ in _counted(said, grams_of, len(grams)):
            many += np.bincount(held, minlength=len(grams))
        weights = np.array([rarity(count) ** 2 for count in many.tolist()], np.float64)
        squares: list[Weights] = [np.zeros(0)]
        for held, of, times in _counted(said, grams_of, len(grams)):
            squares.append(np.bincount(of, times * times * weights[held], AT_ONCE).astype(np.float64))
        sizes = np.sqrt(np.concatenate(squares)[: len(said)])
        order = np.argsort(grams_of.all, kind="stable")
        with_gram = Rows(grams_of.numbered()[order], ends_of(np.bincount(grams_of.all, minlength=len(grams))))
        return cls(said, grams, grams_of, with_gram, weights, rarity(0) ** 2, sizes)

    def likeness(self, text: Folded, numbers: Numbers) -> Weights:
        """How alike a text and each of these passages are, 0 to 1."""
        grams = grams_of(text)
        shared, sizes = self._shared(grams, numbers), self._size(grams) * self.sizes[numbers]
        alike: Weights = np.divide(shared, sizes, out=np.zeros(len(numbers)), where=shared > 0).clip(max=1.0)
        return alike

    def _shared(self, grams: Counter[str], numbers: Numbers) -> Weights:
        by_word = np.zeros(len(self.grams_of))
        for gram, count in grams.items():
            number = self.grams.number(gram)
            if number >= 0:
                np.add.at(by_word, self.with_gram[number], count * self.weights[number])
        of = np.repeat(np.arange(len(numbers)), self.said.lengths(numbers))
        return np.bincount(of, by_word[self.said.chosen(numbers)], len(numbers)).astype(np.float64)

    def _size(self, grams: Counter[str]) -> float:
        """The length of the vector of a text's n-grams."""
        numbers = map(self.grams.number, grams)
        weights = (float(self.weights[number]) if number >= 0 else self.unknown for number in numbers)
        return math.sqrt(sum(count * count * weight for count, weight in zip(grams.values(), weights, strict=True)))


def _counted(said: Rows, grams_of: Rows, grams: int) -> Iterator[tuple[Numbers, Numbers, Weights]]:
    """Of `AT_ONCE` passages: their n-grams, which of them holds each, counted from the first, and how often."""
    for first in range(0, len(said), AT_ONCE):
        passages = np.arange(first, min(first + AT_ONCE, len(said)))
        words, lengths = said.chosen(passages), said.lengths(passages)
        of = np.repeat(np.repeat(np.arange(len(passages)), lengths), grams_of.lengths(words))
        pairs, times = np.unique(of * grams + grams_of.chosen(words), return_counts=True)
        yield pairs % max(1, grams), pairs // max(1, grams), times.astype(np.float64)


def grams_of(folded: Folded) -> Counter[str]:
    """The n-grams of a text's words, each word with a space before and behind it."""
    grams: Counter[str] = Counter()
    for word in folded.words:
        grams.update(_grams(word.form))
    return grams


def _grams(form: str) -> Iterator[str]:
    padded = f" {form} "
    return (padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))
