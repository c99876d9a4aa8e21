"""An index built, or brought up to date: only files whose content is new are read; the tables are made anew of all that is counted."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compare.search.counted import Counted, chosen, count, together
from compare.search.tables import Tables
from reports.indexing.folder import Folder
from reports.indexing.manifest import PARTS, Index, arrays_of, listed_as, unchanged_names
from reports.indexing.place import Place, laid, program_key
from reports.indexing.reading import Read, digest_of, read_all, stamp_of
from reports.indexing.record import Record, bare
from seeds.corpus import Listed, distinct, list_folder
from seeds.errors import InputError
from seeds.left_out import only_left_out
from seeds.registry import NAME

Progress = Callable[[int, int], None]
"""Is told how many more files are read, and how many there are to read."""


START = b"texts"
"""The first bytes of the file of texts, which is never empty."""
MADE = ("arrays", "aliases", "stores")
"""What of a manifest is true as long as the same documents are counted in the same order."""


@dataclass(frozen=True)
class Item:
    """A file of the new index: its record, its packed text, and where it was counted (of whom, as which document; -1: nowhere)."""

    record: Record
    text: bytes | memoryview
    part: int
    number: int


@dataclass(frozen=True)
class Built:
    """How many files were read, and how many were known."""

    read: int
    known: int


def build(place: Place, folder: Folder, old: Index | None, progress: Progress) -> Built:
    """Write the index of a folder. old: the one before, of which is taken what is still true.

    Raises InputError when nothing of the folder can be read, OSError when the index cannot be written; the old one is then untouched.
    """
    begun = time.time_ns()
    names, registry = folder.names(), digest_of(folder.path / NAME)
    listed = list_folder(folder.path, own_tables=folder.own)
    known = _known(listed, old) if old else {}
    paths = [path for path, _ in listed.matched if path.name not in known]
    read = read_all(paths, lambda many: progress(many, len(paths)))
    files = {**known, **_read_now(read)}
    items = list(_numbered([files[path.name] for path, _ in listed.matched], listed, folder))
    manifest: dict[str, Any] = {
        "program": program_key(),
        "written": begun,
        "own": folder.told(),
        "registry": registry,
        "others": unchanged_names(names, [item.record for item in items]),
        "listed": listed_as(listed),
        "records": [item.record.kept() for item in items],
    }
    if old and _is_same(items, old):
        place.write(manifest | {name: old.manifest[name] for name in MADE}, {})
    else:
        tables = [Tables(counted) for counted in _counted(items, old, read, folder)]
        made = list(zip(PARTS, tables, strict=True))
        manifest |= {"arrays": {}, "aliases": {part: _aliases(own.counted) for part, own in made}, "stores": {}}
        arrays = laid((array for part, own in made for array in arrays_of(part, own)), manifest["arrays"])
        place.write(manifest, {"texts": [START, *(item.text for item in items)], "arrays": arrays})
    return Built(len(paths), len(items) - len(paths))


def _is_same(items: Sequence[Item], old: Index) -> bool:
    """True when the texts and tables would be just those of the old index."""
    if len(items) != len(old.records):
        return False
    pairs = zip(items, old.records, strict=True)
    return all(i.part == 0 and i.number == i.record.number and i.record.text == record.text for i, record in pairs)


def _known(listed: Listed, old: Index) -> Mapping[str, Item]:
    """The files, by name, whose content the old index holds."""
    by_name = {record.name: record for record in old.records}
    by_content = {
        (record.sha256, Path(record.name).suffix.lower()): record for record in old.records if not record.error
    }
    found = {}
    for path, _ in listed.matched:
        record, stamp = by_name.get(path.name), stamp_of(path)
        if record is None or not old.is_sure(record, path):
            digest = digest_of(path)
            same = record if record and digest and record.sha256 == digest else None
            record = same or by_content.get((digest, path.suffix.lower()))
        if record:
            first, many = record.text
            renamed = replace(record, name=path.name, stamp=stamp)
            found[path.name] = Item(renamed, old.texts[first : first + many], 0, record.number)
    return found


def _read_now(read: Read) -> dict[str, Item]:
    """The files that were read, by name."""
    texts = iter(enumerate(read.texts))
    empty: tuple[int, bytes] = (-1, b"")
    items = ((record, empty if record.error else next(texts)) for record in read.records)
    return {record.name: Item(record, text, 1, number) for record, (number, text) in items}


def _numbered(items: Sequence[Item], listed: Listed, folder: Folder) -> Iterator[Item]:
    """The items with the sources that the folder says they are of, where their texts will lie, and as what they will be counted.

    Raises InputError when no file can be read.
    """
    named = []
    at = len(START)
    for item, (_, source) in zip(items, listed.matched, strict=True):
        place = (at, len(item.text))
        at += len(item.text)
        record = replace(item.record, source=source, known=source in listed.registered, text=place, number=-1)
        named.append(replace(item, record=record))
    readable = [item for item in named if not item.record.error]
    if not readable:
        raise InputError(named[-1].record.error)
    documents = [bare(item.record, folder.path, listed.name) for item in readable]
    counted = {id(document): n for n, document in enumerate(distinct(listed.corpus(documents, ())).documents)}
    numbers = {item.record.name: counted.get(id(d), -1) for item, d in zip(readable, documents, strict=True)}
    for item in named:
        yield replace(item, record=replace(item.record, number=numbers.get(item.record.name, -1)))


def _counted(items: Iterable[Item], old: Index | None, read: Read, folder: Folder) -> tuple[Counted, Counted]:
    """What is counted of the documents, and of what is left out of them, in their order."""
    wanted = [item for item in items if item.record.number >= 0]
    copies = [item for item in wanted if item.part == 0 and item.number < 0]
    before: tuple[Counted, Counted] = (old.read.counted, old.left.counted) if old else (read.counted, read.left)
    again = (count(()), count(()))
    if old and copies:
        names = {record.sha256: record for record in old.records}
        documents = [old.opened.document(names[item.record.sha256], folder.path, "") for item in copies]
        again = (count(documents), count(map(only_left_out, documents)))
    order = {id(item): n for n, item in enumerate(copies)}
    places = [(2, order[id(item)]) if id(item) in order else (item.part, item.number) for item in wanted]
    first, second = zip(before, (read.counted, read.left), again, strict=True)
    return _in_order(first, places), _in_order(second, places)


def _in_order(parts: Sequence[Counted], places: Sequence[tuple[int, int]]) -> Counted:
    """What is counted of documents: of each the part and its number there."""
    (first, *others) = {part for part, _ in places}
    if not others and [number for _, number in places] == list(range(len(parts[first].passages))):
        return parts[first]
    by_part = sorted(range(len(places)), key=lambda i: places[i][0])
    taken = [chosen(part, [n for of, n in places if of == number]) for number, part in enumerate(parts)]
    joined = together(taken)
    at = {i: n for n, i in enumerate(by_part)}
    return chosen(joined, [at[i] for i in range(len(places))])


def _aliases(counted: Counted) -> list[dict[str, list[str]]]:
    return [{short: sorted(long) for short, long in own.items()} for own in counted.aliases]
