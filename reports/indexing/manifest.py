"""An index as it lies in its folder: what it says of the files of a folder of sources, and the corpus it gives."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from compare.search.counted import Aliases, Counted
from compare.search.rows import Rows, Words
from compare.search.stored import Kept
from compare.search.tables import Tables
from reports.indexing.folder import Folder
from reports.indexing.place import Array, BrokenError, Place, arrays_in, program_key
from reports.indexing.reading import digest_of, stamp_of
from reports.indexing.record import Opened, Record, record_of
from seeds.corpus import Corpus, Listed
from seeds.registry import NAME

COUNTED = ("passages", "said", "heads", "headings")
PARTS = ("read", "left")
SURE = 2_000_000_000
"""Nanoseconds; a file written so shortly before it was read may have been written again at what counts as the same time."""


class Changes(NamedTuple):
    """How many files of a folder, or of what is known of it, are others than the index knows; touched: how many were only touched."""

    many: int
    touched: int

    def __str__(self) -> str:
        return f"{self.many} change{'s' if self.many != 1 else ''}"


class Index:
    """An index that was opened. program: which one may have made it, "" for this.

    Raises BrokenError for one that does not hold together.
    """

    def __init__(self, place: Place, program: str = "") -> None:
        self.place, self.manifest = place, place.read()
        if self.manifest.get("program") != (program or program_key()):
            raise BrokenError("another version of the program, or of its word lists, made it")
        try:
            self.records = tuple(map(record_of, self.manifest["records"]))
            self.texts = place.opened(self.manifest, "texts")
            self.written = int(self.manifest["written"])
            arrays = arrays_in(place.opened(self.manifest, "arrays"), self.manifest["arrays"])
            self.read, self.left = (self._tables(part, arrays) for part in PARTS)
        except (LookupError, ValueError, TypeError, OSError) as error:
            raise BrokenError(f"it does not hold together ({error})") from None

    def _tables(self, part: str, arrays: Mapping[str, Array]) -> Tables:
        own = {name.removeprefix(f"{part}/"): array for name, array in arrays.items() if name.startswith(f"{part}/")}
        rows = (Rows(own[f"{name}.all"].view(np.int32), own[f"{name}.ends"].view(np.int64)) for name in COUNTED)
        passages, said, heads, headings = rows
        words = Words(own["words.letters"].view(np.uint8), own["words.ends"].view(np.int64))
        aliases: list[Aliases] = [
            {short: frozenset(long) for short, long in of.items()} for of in self.manifest["aliases"][part]
        ]
        return Tables(Counted(words, passages, said, heads, headings, tuple(aliases)), own)

    def changes(self, folder: Folder) -> "Changes":
        """What is no more as it was when the index was written."""
        names, known = folder.names(), {record.name: record for record in self.records}
        others = frozenset(self.manifest["others"])
        unsure = [name for name in sorted(names & known.keys()) if not self.is_sure(known[name], folder.path / name)]
        changed = [name for name in unsure if digest_of(folder.path / name) != known[name].sha256]
        told = [folder.told() != self.manifest["own"], digest_of(folder.path / NAME) != self.manifest["registry"]]
        return Changes(len(changed) + len(names ^ (known.keys() | others)) + sum(told), len(unsure) - len(changed))

    def is_sure(self, record: Record, path: Path) -> bool:
        """True when nothing can have changed in a file since it was read."""
        stamp = stamp_of(path)
        return bool(stamp) and stamp == record.stamp and max(stamp[1:]) < self.written - SURE

    @cached_property
    def opened(self) -> Opened:
        """What its documents are read from."""
        many = len(self.read.counted.passages)
        return Opened(self.texts, Kept(self.read, many), Kept(self.left, many))

    def corpus(self, folder: Folder) -> Corpus:
        """The corpus of the folder, its texts read when they are asked for."""
        told = self.manifest["listed"]
        skipped, absent, tables = (tuple(told[name]) for name in ("skipped", "absent", "tables"))
        listed = Listed(told["name"], (), frozenset(), skipped, absent, tables)
        readable = (record for record in self.records if not record.error)
        documents = (self.opened.document(record, folder.path, listed.name) for record in readable)
        return listed.corpus(documents, [record.error for record in self.records if record.error])

    @property
    def documents(self) -> int:
        """How many files can be read."""
        return sum(not record.error for record in self.records)

    @property
    def passages(self) -> int:
        """How many passages are searched."""
        return len(self.read)


def arrays_of(part: str, tables: Tables) -> Iterator[tuple[str, Array]]:
    """The arrays of a part by the names they are kept under."""
    counted, words = tables.counted, Words.of(tables.counted.words)
    yield from ((f"{part}/words.letters", words.letters), (f"{part}/words.ends", words.ends))
    rows = (counted.passages, counted.said, counted.heads, counted.headings)
    for name, row in zip(COUNTED, rows, strict=True):
        yield from ((f"{part}/{name}.all", row.all), (f"{part}/{name}.ends", row.ends))
    yield from ((f"{part}/{name}", array) for name, array in tables.arrays())


def listed_as(listed: Listed) -> Mapping[str, Any]:
    """What is kept of the files of a folder beside those that hold sources."""
    return {name: getattr(listed, name) for name in ("name", "skipped", "absent", "tables")}


def unchanged_names(names: Collection[str], records: Sequence[Record]) -> list[str]:
    """The files that hold no source."""
    return sorted(frozenset(names) - {record.name for record in records})
