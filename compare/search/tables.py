"""What a corpus is searched by: for every stem, form and root the passages that hold it, and the n-grams of its words.

All of it is arrays, each made when first asked for, or kept from an earlier run and looked into where it lies. Which of the two
makes no difference to what is found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from compare.search.counted import Aliases, Counted
from compare.search.letters import Letters
from compare.search.rarity import rarity
from compare.search.rows import Numbers, Rows, Words, inverted
from compare.text.roots import root_of

Array = NDArray[np.generic]
Arrays = Mapping[str, Array]
"""Arrays by name: `stems.letters`, `by_stem.all`, `by_stem.ends` ..."""


class Tables:
    """The passages of a corpus by what they hold. kept: arrays that need not be made."""

    def __init__(self, counted: Counted, kept: Arrays | None = None) -> None:
        self.counted = counted
        self._kept = kept or {}

    def __len__(self) -> int:
        return len(self.counted)

    @cached_property
    def documents(self) -> Numbers:
        """For each passage the number of its document."""
        return self.counted.passages.numbered()

    @cached_property
    def aliases(self) -> Aliases:
        """The abbreviations the corpus defines; of one that two documents define, the first."""
        found: dict[str, frozenset[str]] = {}
        for own in self.counted.aliases:
            for short, long in own.items():
                found.setdefault(short, long)
        return found

    def of_stem(self, stem: str) -> Numbers:
        """The passages that hold a stem, or the other form of an abbreviation."""
        return _row(self.by_stem, self.stems.number(stem))

    def of_root(self, root: str) -> Numbers:
        """The passages that hold a root."""
        return _row(self.by_root, self.roots.number(root))

    def under(self, root: str) -> Numbers:
        """The passages under a heading that holds a root."""
        return _row(self.by_heading, self.roots.number(root))

    def begun(self, beginning: str) -> Numbers:
        """The passages that hold a form with a beginning."""
        numbers, rows = self.forms.begun(beginning), self.by_form
        found: Numbers = np.unique(rows.all[rows.ends[numbers.start] : rows.ends[numbers.stop]])
        return found

    @cached_property
    def stems(self) -> Words:
        """The stems of the words, of heads and headings, and of abbreviations."""
        return self._words("stems", lambda: (stem for stem, _ in self._pairs))

    @cached_property
    def forms(self) -> Words:
        """The forms of the words that stand in passages."""
        return self._words("forms", lambda: (form for _, form in self._pairs if form))

    @cached_property
    def roots(self) -> Words:
        """The roots of the stems."""
        return self._words("roots", lambda: map(root_of, self.stems))

    @cached_property
    def by_stem(self) -> Rows:
        """For each stem the passages that hold it, its form in abbreviations with it."""
        return self._rows("by_stem", self._by_stem)

    @cached_property
    def by_form(self) -> Rows:
        """For each form the passages that hold it."""
        said = self.counted.said
        return self._rows("by_form", lambda: self._inverted(self._form_of_word[said.all], said.numbered(), self.forms))

    @cached_property
    def by_root(self) -> Rows:
        """For each root the passages that hold it."""
        held = self.by_stem
        return self._rows("by_root", lambda: self._inverted(self._root_of_stem[held.numbered()], held.all, self.roots))

    @cached_property
    def by_heading(self) -> Rows:
        """For each root the passages under a heading that holds it."""
        headings = self.counted.headings
        return self._rows(
            "by_heading",
            lambda: self._inverted(
                self._root_of_stem[self._stem_of_word[headings.all]], headings.numbered(), self.roots
            ),
        )

    @cached_property
    def letters(self) -> Letters:
        """The n-grams of the passages."""
        if "sizes" not in self._kept:
            return Letters.of(self.counted.said, [form for _, form in self._pairs], rarity(len(self)))
        grams, grams_of, with_gram = (
            self._words("grams", tuple),
            self._kept_rows("grams_of"),
            self._kept_rows("with_gram"),
        )
        weights, sizes = self._kept["weights"].astype(np.float64), self._kept["sizes"].view(np.float64)
        return Letters(self.counted.said, grams, grams_of, with_gram, weights, rarity(len(self))(0) ** 2, sizes)

    def arrays(self) -> Iterator[tuple[str, Array]]:
        """Everything that is searched by, to be kept. What no other array is made of is let go of once it was given."""
        for name, listed in (("stems", self.stems), ("forms", self.forms), ("roots", self.roots)):
            yield from ((f"{name}.letters", listed.letters), (f"{name}.ends", listed.ends))
        for name in ("by_form", "by_root", "by_heading", "by_stem"):
            rows: Rows = getattr(self, name)
            yield from ((f"{name}.all", rows.all), (f"{name}.ends", rows.ends))
            del rows, vars(self)[name]
        letters = self.letters
        yield from (("grams.letters", letters.grams.letters), ("grams.ends", letters.grams.ends))
        for name, rows in (("grams_of", letters.grams_of), ("with_gram", letters.with_gram)):
            yield from ((f"{name}.all", rows.all), (f"{name}.ends", rows.ends))
        yield from (("weights", letters.weights), ("sizes", letters.sizes))

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The stem and the form of each word."""
        parted = (word.partition(" ") for word in self.counted.words)
        return [(stem, form) for stem, _, form in parted]

    @cached_property
    def _stem_of_word(self) -> Numbers:
        return _numbers((stem for stem, _ in self._pairs), self.stems)

    @cached_property
    def _form_of_word(self) -> Numbers:
        return _numbers((form for _, form in self._pairs), self.forms)

    @cached_property
    def _root_of_stem(self) -> Numbers:
        return _numbers(map(root_of, self.stems), self.roots)

    def _by_stem(self) -> Rows:
        said, heads = self.counted.said, self.counted.heads
        keys = [self._stem_of_word[said.all], self._stem_of_word[heads.all]]
        of = [said.numbered(), heads.numbered()]
        own = self._inverted(np.concatenate(keys), np.concatenate(of), self.stems)
        keys, of = [own.numbered()], [own.all]
        for short, long in self.aliases.items():
            named, spelled = self.stems.number(short), [self.stems.number(stem) for stem in sorted(long)]
            held = all_of([own[number] for number in spelled])
            for number, passages in ((named, held), *((number, own[named]) for number in spelled)):
                keys.append(np.full(len(passages), number, np.int32))
                of.append(passages)
        return self._inverted(np.concatenate(keys), np.concatenate(of), self.stems) if self.aliases else own

    def _inverted(self, keys: Numbers, of: Numbers, words: Words) -> Rows:
        return inverted(keys, of, len(words), len(self))

    def _words(self, name: str, make: Callable[[], Iterable[str]]) -> Words:
        if f"{name}.letters" not in self._kept:
            return Words.of(make())
        return Words(self._kept[f"{name}.letters"].view(np.uint8), self._kept[f"{name}.ends"].view(np.int64))

    def _rows(self, name: str, make: Callable[[], Rows]) -> Rows:
        return self._kept_rows(name) if f"{name}.all" in self._kept else make()

    def _kept_rows(self, name: str) -> Rows:
        return Rows(self._kept[f"{name}.all"].view(np.int32), self._kept[f"{name}.ends"].view(np.int64))


def all_of(rows: Sequence[Numbers]) -> Numbers:
    """The passages that stand in every one of the rows."""
    rarest, *others = sorted(rows, key=len)
    for other in others:
        rarest = rarest[np.isin(rarest, other, assume_unique=True)]
    return rarest


def _row(rows: Rows, number: int) -> Numbers:
    return rows[number] if number >= 0 else rows.all[:0]


def _numbers(words: Iterable[str], among: Words) -> Numbers:
    known = {word: number for number, word in enumerate(among)}
    return np.fromiter((known.get(word, -1) for word in words), np.int32)
