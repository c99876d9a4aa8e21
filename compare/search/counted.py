"""What is counted of documents so that their passages can be found: the words of each, as numbers.

It hangs on nothing but the documents themselves, so that what was counted of one stays true whatever stands beside it; what a corpus
makes of it (`compare.search.tables`) is made of all that was counted.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from compare.facts.cells import context_of
from compare.fold import content_stems, fold
from compare.search.aliases import find_aliases
from compare.search.rows import Rows, ends_of
from seeds.model import Document, Passage, PassageKind

Aliases = dict[str, frozenset[str]]
"""For each abbreviation (its stem) the stems of its long form."""
NO_FORM = ""
"""The form of a stem that stands in no passage itself, such as one of the head of a column."""


@dataclass(frozen=True)
class Counted:
    """The words of the passages that can speak to a claim, document by document.

    words: each different word as its stem and its form with a blank between. passages: for each document the numbers of these
    passages in it. said, heads, headings: for each passage its words in order, the stems of the heads of a table row, those of the
    heading it stands under. aliases: the abbreviations each document defines.
    """

    words: Sequence[str]
    passages: Rows
    said: Rows
    heads: Rows
    headings: Rows
    aliases: tuple[Aliases, ...]

    def __len__(self) -> int:
        return len(self.said)


def count(documents: Iterable[Document]) -> Counted:
    """What is counted of documents."""
    known: dict[str, int] = {}
    passages: list[list[int]] = []
    said, heads, headings = _Gathered(), _Gathered(), _Gathered()
    aliases: list[Aliases] = []
    for document in documents:
        numbers = list(speaking(document.passages))
        passages.append(numbers)
        aliases.append(dict(find_aliases(document.passages)))
        under: dict[str, list[int]] = {}
        for number in numbers:
            passage = document.passages[number]
            said.add([known.setdefault(f"{w.stem} {w.form}", len(known)) for w in fold(passage.text).words])
            heads.add(_stems(context_of(passage.row), known) if passage.row else ())
            if passage.section not in under:
                under[passage.section] = _stems(content_stems(fold(passage.section)), known)
            headings.add(under[passage.section])
    for word in _of_aliases(aliases):
        known.setdefault(word, len(known))
    return Counted(tuple(known), Rows.of(passages), said.rows(), heads.rows(), headings.rows(), tuple(aliases))


def speaking(passages: Sequence[Passage]) -> Iterator[int]:
    """The numbers of the passages that can speak to a claim, as `compare.facts.folded_passage.entries_of` chooses them."""
    return (i for i, p in enumerate(passages) if p.kind is not PassageKind.BOILERPLATE and p.text)


def together(parts: Sequence[Counted]) -> Counted:
    """What was counted of documents, as if all had been counted at once, but for the numbers of words."""
    used = [_used(part) for part in parts]
    words = sorted(set(chain.from_iterable(used)))
    known = {word: number for number, word in enumerate(words)}
    names = [np.fromiter((known.get(word, -1) for word in part.words), np.int32, len(part.words)) for part in parts]
    own = list(zip(parts, names, strict=True))
    return Counted(
        tuple(words),
        joined([part.passages for part in parts]),
        joined([part.said.renamed(name) for part, name in own]),
        joined([part.heads.renamed(name) for part, name in own]),
        joined([part.headings.renamed(name) for part, name in own]),
        tuple(chain.from_iterable(part.aliases for part in parts)),
    )


def _used(part: Counted) -> list[str]:
    """The words that stand in the passages still, or in an abbreviation."""
    held = np.zeros(len(part.words), bool)
    for rows in (part.said, part.heads, part.headings):
        held[rows.all] = True
    return [
        *(word for word, stands in zip(part.words, held.tolist(), strict=True) if stands),
        *_of_aliases(part.aliases),
    ]


def _of_aliases(aliases: Iterable[Aliases]) -> list[str]:
    stems = {stem for own in aliases for short, long in own.items() for stem in (short, *long)}
    return [f"{stem} {NO_FORM}" for stem in sorted(stems)]


def chosen(counted: Counted, documents: Sequence[int]) -> Counted:
    """What was counted of some of the documents, in the order they are given."""
    wanted = np.array(documents, np.int64)
    starts, many = counted.passages.ends[wanted], counted.passages.lengths(wanted)
    entries = np.repeat(starts - ends_of(many)[:-1], many) + np.arange(many.sum())
    passages = Rows(counted.passages.chosen(wanted), ends_of(many))
    said, heads, headings = (rows.some(entries) for rows in (counted.said, counted.heads, counted.headings))
    return Counted(counted.words, passages, said, heads, headings, tuple(counted.aliases[i] for i in documents))


def joined(parts: Sequence[Rows]) -> Rows:
    """The rows of all parts, one behind the other."""
    if not parts:
        return Rows.of(())
    lengths = np.concatenate([np.diff(part.ends) for part in parts])
    return Rows(np.concatenate([part.all for part in parts]), ends_of(lengths))


def _stems(stems: Iterable[str], known: dict[str, int]) -> list[int]:
    return [known.setdefault(f"{stem} {NO_FORM}", len(known)) for stem in sorted(stems)]


class _Gathered:
    """Rows that are still being added."""

    def __init__(self) -> None:
        self._all = array("i")
        self._lengths = array("q")

    def add(self, row: Sequence[int]) -> None:
        self._all.extend(row)
        self._lengths.append(len(row))

    def rows(self) -> Rows:
        return Rows(np.array(self._all, np.int32), ends_of(np.array(self._lengths, np.int64)))
