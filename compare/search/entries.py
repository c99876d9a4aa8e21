"""The passages of a corpus as searching and reading see them, made when they are asked for.

Of a corpus that can be held a document is made at once; of a larger one each passage by itself, of what stands before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import overload

from claims.errors import InputError
from compare.facts.cells import context_of
from compare.facts.folded_passage import BEFORE, Entry, entries_of
from compare.fold import Folded, fold
from compare.search.counted import Aliases
from compare.search.tables import Tables
from seeds.model import Document, Passage, PassageKind

MOST = 50_000
"""How many passages are held folded, and with what was read in them, by jobs that ask one claim after the other."""
BEHIND = 2
"""How many passages are made with the one before them, since a proposal takes them along."""
NOT_RUNNING = (PassageKind.HEADING, PassageKind.FOOTNOTE, PassageKind.ROW)
"""Kinds that are no running text."""


class Entries(Sequence[Entry]):
    """The passages that can speak to a claim, in the order of the documents.

    numbers: of every passage that was given out its number, by its identity.
    """

    def __init__(self, documents: Sequence[Document], tables: Tables, most: int = MOST) -> None:
        self._documents, self._tables, self._most = documents, tables, most
        self._whole: dict[int, tuple[Entry, ...]] = {}
        self._single: dict[int, Entry] = {}
        self._starts = tables.counted.passages.ends.tolist()
        self.numbers: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._tables)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(at, slice):
            return tuple(self._entry(i) for i in range(*at.indices(len(self))))
        return self._entry(range(len(self))[at])

    def __iter__(self) -> Iterator[Entry]:
        for document in range(len(self._documents)):
            yield from self.of(document)

    def folded(self, number: int) -> Folded:
        """The words of a passage."""
        document = int(self._tables.documents[number])
        return fold(self._passage(document, number).text)

    def of(self, document: int) -> tuple[Entry, ...]:
        """The passages of a document. Raises InputError when they are not those that the tables count."""
        if document not in self._whole:
            own, (first, last) = self._documents[document], self._starts[document : document + 2]
            entries = list(entries_of(own, self._aliases(own.passages)))
            if len(entries) != last - first:
                raise _other_than_counted(own)
            for number, entry in enumerate(entries, start=first):
                entries[number - first] = self._single.pop(number, entry)
            self.numbers.update((id(entry), first + i) for i, entry in enumerate(entries))
            self._whole[document] = tuple(entries)
        return self._whole[document]

    def drop(self) -> None:
        """Let go of all passages where more are held than may be; they are made again when asked for.

        For those who remember no passage by its identity.
        """
        if len(self.numbers) > self._most:
            self._whole.clear()
            self._single.clear()
            self.numbers.clear()

    def _entry(self, number: int) -> Entry:
        document = int(self._tables.documents[number])
        first: int = self._starts[document]
        if len(self) <= self._most or document in self._whole:
            return self.of(document)[number - first]
        if number not in self._single:
            self._make(document, number)
        return self._single[number]

    def _make(self, document: int, number: int) -> None:
        """Make a passage, and those behind it that are asked for with it, of the text before it."""
        own, last = self._documents[document], self._starts[document + 1]
        start = self._start(document, number)
        end = min(number + 1 + BEHIND, last)
        passages = tuple(self._passage(document, i) for i in range(start, end))
        piece = Document(own.source, own.path, "", passages, own.corpus)
        for i, entry in enumerate(entries_of(piece, self._aliases(passages)), start=start):
            if i >= number and i not in self._single:
                self._single[i] = replace(entry, document=own)
                self.numbers[id(self._single[i])] = i

    def _start(self, document: int, number: int) -> int:
        """The first passage of those that tell all that is kept of what stands before one."""
        first: int = self._starts[document]
        start, length = number, 0
        while start > first and length <= BEFORE:
            start -= 1
            passage = self._passage(document, start)
            length += len(passage.text) if passage.kind not in NOT_RUNNING else 0
        return max(first, start - 1)

    def _passage(self, document: int, number: int) -> Passage:
        own, at = self._documents[document], int(self._tables.counted.passages.all[number])
        if at >= len(own.passages):
            raise _other_than_counted(own)
        return own.passages[at]

    def _aliases(self, passages: Sequence[Passage]) -> Aliases:
        """The abbreviations of the corpus that one of the passages can hold in either form."""
        aliases = self._tables.aliases
        own = set[str]()
        for passage in passages if aliases else ():
            own.update(fold(passage.text).stems, context_of(passage.row) if passage.row else ())
        return {short: long for short, long in aliases.items() if short in own or long <= own}


def _other_than_counted(document: Document) -> InputError:
    what = f"{document.source.id}: the index counts other passages than its text holds"
    return InputError(f"{what}; `sourcecheck index verify` looks, and removes a damaged one")
