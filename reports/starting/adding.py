"""`seeds add FILE...`: documents taken into a project, each with a row in its `sources.csv`.

A file is copied, never moved. Either all files are taken in or, when one cannot be read, none.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path

import seeds.errors
from claims.errors import InputError
from reports.files import ABSENT, discard, write_unchanged
from reports.owned import owned
from reports.printable import printable
from reports.settings import Settings
from reports.sources import measure, passages_read
from reports.starting.scans import scan_line
from reports.starting.shelf import Shelf, named_id, shelf_of
from reports.starting.titles import title_of
from seeds.corpus import is_source_file, read_document
from seeds.model import Document, Source
from seeds.readers import READERS
from seeds.readers.files import read_bytes
from seeds.registry import ID, PUBLISHED, named_source, with_sources
from seeds.told import Fact, Standing, best, others


@dataclass(frozen=True)
class Taken:
    """A document to be taken in: its row, its bytes, and where its file belongs; it may lie there already."""

    document: Document
    data: bytes
    target: Path


def add(files: Sequence[Path], settings: Settings, given: Source) -> Iterator[str]:
    """Take the documents in; a line for each. given: what the user says of them, "" for what is to be found out.

    Raises InputError with a line for each problem; nothing is changed then.
    """
    _check(given, len(files))
    with owned(settings.project):
        shelf = shelf_of(settings)
        taken, said, problems = _plan(files, shelf, given)
        if problems:
            raise InputError("\n".join(problems))
        if taken:
            _write(taken, shelf)
    yield from said
    for each in taken:
        yield from _told(each)
    yield from _hints(taken, shelf)


def add_readable(given: Mapping[Path, Source], settings: Settings) -> tuple[list[str], list[str]]:
    """Take in what can be read of some files: a line for each that is taken in, and the problems of those that are not.

    given: what is known of each file, "" for what is to be found out.
    """
    taken: list[Taken] = []
    told: list[str] = []
    problems: list[str] = []
    with owned(settings.project):
        shelf = shelf_of(settings)
        for file, known in given.items():
            some, said, wrong = _plan([file], shelf, known)
            told += said
            problems += wrong
            if not wrong:
                taken += some
                shelf = next((shelf.with_source(each.document.source, each.target) for each in some), shelf)
        if taken:
            _write(taken, shelf)
    told += [line for each in taken for line in _told(each)]
    return told, problems


def _plan(files: Sequence[Path], shelf: Shelf, given: Source) -> tuple[list[Taken], list[str], list[str]]:
    """What is to be taken in, a line for each file that is not, and every problem."""
    taken: list[Taken] = []
    said: list[str] = []
    problems: list[str] = []
    for file in files:
        try:
            found = _take(file, shelf, given)
        except (InputError, seeds.errors.InputError) as error:
            problems.append(str(error))
            continue
        if isinstance(found, str):
            said.append(found)
        else:
            taken.append(found)
            shelf = shelf.with_source(found.document.source, found.target)
    return taken, said, [*problems, *shelf.crowded(frozenset(each.document.source.id for each in taken))]


def _check(given: Source, count: int) -> None:
    if count > 1 and (given.id or given.title):
        raise InputError("--id and --title are of one document; add the others by themselves")
    if given.id and not ID.fullmatch(given.id):
        raise InputError(f"--id {given.id!r} must be letters, digits, '.', '-' or '_'")
    if given.published and not PUBLISHED.fullmatch(given.published):
        raise InputError(
            f"--published {given.published!r} is no date; write 2025-10-05, 2025-10 or 2025, ~ behind for about"
        )


def _take(file: Path, shelf: Shelf, given: Source) -> Taken | str:
    """What taking in the file means, or the line that says why there is nothing to do."""
    if file.is_dir():
        raise InputError(f"{file}: is a folder; give the files in it")
    if not is_source_file(file):
        raise InputError(f"{file}: is none of the formats that are read ({', '.join(sorted(READERS))})")
    data = read_bytes(file)
    sha256 = hashlib.sha256(data).hexdigest()
    known, twin = shelf.registered(file, sha256), shelf.twin(file, sha256)
    if twin and not known and shelf.is_left_behind(twin, file, given.id):
        return _take(twin, shelf, given)
    if known:
        changed = known.sha256 not in ("", sha256)
        more = f", though with other bytes; if these are right, write sha256 {sha256} into its row" if changed else ""
        return f"{printable(str(file))}: is registered already, as {known.id}{more}; nothing changed"
    if twin:
        return f"{printable(str(file))}: holds the same as {twin.name} in {relpath(shelf.folder)}; nothing changed"
    found = replace(given, id=_id(file, shelf, given.id), sha256=sha256, size=len(data))
    document = read_document(file, found, shelf.folder.name)
    taken = frozenset(source.title for source in shelf.sources)
    published = best(document.told, Fact.PUBLISHED, Standing.LIKELY)
    day = given.published or (published.value if published else "")
    found = replace(found, title=given.title or title_of(document, taken), published=day)
    name = file.name if shelf.holds(file) else f"{found.id}{file.suffix.lower()}"
    return Taken(replace(document, source=found), data, shelf.folder / name)


def _id(file: Path, shelf: Shelf, wanted: str) -> str:
    """The id of a new source. Raises InputError when the wanted one is taken, or is not what the file's name begins with."""
    if not wanted:
        return named_id(file) if shelf.holds(file) else shelf.free_id(file)
    if any(source.id == wanted for source in shelf.sources):
        raise InputError(f"--id {wanted!r} is another source's already; give one of its own")
    if shelf.holds(file) and not named_source(file.name, [Source(wanted, "")]):
        raise InputError(f"{file}: lies among the sources, so its name has to begin with {wanted!r}; rename it")
    return wanted


def _write(taken: Sequence[Taken], shelf: Shelf) -> None:
    """Copy the files, then write the table; when that fails, what was copied is taken back."""
    text = with_sources(shelf.table, [each.document.source for each in taken])
    copied: list[Path] = []
    try:
        for each in taken:
            if not shelf.holds(each.document.path):
                if each.target.exists():
                    raise InputError(f"{each.target}: stands there already; give another --id")
                write_unchanged({each.target: each.data}, {each.target: ABSENT})
                copied.append(each.target)
        write_unchanged({shelf.table: text}, {shelf.table: shelf.seen})
    except InputError:
        discard(copied)
        raise


def _told(taken: Taken) -> Iterator[str]:
    document = taken.document
    source, format_ = document.source, document.path.suffix.lower().removeprefix(".")
    count = passages_read(document)
    passages = f"{count} passage{'s' * (count != 1)}"
    yield f"{source.id}: {format_}, {measure(document)}, {passages}: {source.title}"
    yield from _said_of_itself(document)
    warning = scan_line(document)
    if warning:
        yield f"  warning: {warning}"


def _said_of_itself(document: Document) -> Iterator[str]:
    """Where the day and the title in the row were found, and what else the document tells of them."""
    title = next((t for t in document.told if t.fact is Fact.TITLE and t.value == document.source.title), None)
    day = next((t for t in document.told if t.fact is Fact.PUBLISHED and t.value == document.source.published), None)
    yield from (f"  {printable(str(told))}" for told in (title, day) if told)
    surest = day or best(document.told, Fact.PUBLISHED, Standing.SURE)
    if surest:
        differ = [told for told in (surest, *others(document.told, surest)) if told.value != document.source.published]
        yield from (f"  but {printable(str(told))}" for told in differ)
    made = best(document.told, Fact.PUBLISHED, Standing.OF_THE_FILE)
    if made and not document.source.published:
        yield f"  perhaps published {made.value}, says {printable(made.where)}; if so: --published {made.value}, or the table"


def _hints(taken: Sequence[Taken], shelf: Shelf) -> Iterator[str]:
    dateless = [each.document.source.id for each in taken if not each.document.source.published]
    if taken:
        yield f"Registered in {relpath(shelf.table)}; titles and dates may be changed there."
    if dateless:
        yield f"Published when? Not known of {', '.join(dateless)}: “last August” cannot be dated there (--published, or the table)."
