"""What an index keeps of each file: what is known without its text, and where its text lies."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from claims.errors import InputError
from compare.search.stored import Kept, stored
from reports.indexing.place import BrokenError, Span, unpacked_text
from reports.terminal import say
from seeds.corpus import Content, as_told, read_document
from seeds.kept import unpacked
from seeds.left_out import only_left_out
from seeds.model import Document, Source
from seeds.told import Fact, Standing, Told

BROKEN = (BrokenError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


NOBODY = Source("", "")


@dataclass(frozen=True)
class Record:
    """A file of the folder.

    stamp: size and times of the file when it was read. error: why it cannot be read, or "". wording, notes, told: as of a document.
    text: where its text lies. number: as which of their documents the tables count it; -1 for a copy of another. source: what it is
    a file of, known: where a registry says so.
    """

    name: str
    stamp: tuple[int, ...]
    sha256: str
    error: str = ""
    wording: str = ""
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    text: Span = (0, 0)
    number: int = -1
    source: Source = NOBODY
    known: bool = False

    def kept(self) -> list[Any]:
        """As plain data."""
        told = [[t.fact, t.value, t.where, int(t.standing)] for t in self.told]
        return [*(getattr(self, name) for name in PLAIN), told, list(asdict(self.source).values())]


PLAIN = tuple(field.name for field in fields(Record) if field.name not in ("told", "source"))


def record_of(kept: list[Any]) -> Record:
    """A record of plain data. Raises BrokenError when it is none."""
    try:
        *plain, told, source = kept
        values: dict[str, Any] = dict(zip(PLAIN, plain, strict=True))
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        facts = tuple(Told(Fact(f), v, w, Standing(s)) for f, v, w, s in told)
        return Record(**values, told=facts, source=Source(*source))
    except (ValueError, TypeError):
        raise BrokenError("a record of it does not hold together") from None


def bare(record: Record, folder: Path, corpus: str) -> Document:
    """The document of a record without its text, of which it knows the wording."""
    path = folder / record.name
    document = Document(record.source, path, "", (), corpus, record.sha256, notes=record.notes, told=record.told)
    like = document if record.known else as_told(document)
    vars(like)["wording"] = record.wording
    return like


@dataclass(frozen=True)
class Opened:
    """What the documents of an index are read from: its texts, and the tables of what is read and of what is left out."""

    texts: memoryview
    read: Kept
    left: Kept

    def document(self, record: Record, folder: Path, corpus: str) -> Document:
        """The document of a record."""
        like = bare(record, folder, corpus)
        read = self._reader(record, like)
        if record.number < 0:
            return stored(like, record.wording, read, None, -1)
        left = stored(like, record.wording, lambda: _left(document), self.left, record.number)
        document: Document = stored(like, record.wording, read, self.read, record.number, left)
        return document

    def _reader(self, record: Record, like: Document) -> Callable[[], Content]:
        def read() -> Content:
            try:
                return unpacked(unpacked_text(self.texts, record.text))
            except BROKEN:
                return _read_again(record, like)

        return read


def _left(document: Document) -> Content:
    return Content(document.text, document.places, only_left_out(document).passages)


def _read_again(record: Record, like: Document) -> Content:
    """What a text of the index should have been. Raises InputError when its file is another by now."""
    say(
        f"sourcecheck: index: the text of {record.name} is damaged, so its file is read; `sourcecheck index verify`",
        err=True,
    )
    again = read_document(like.path, like.source, like.corpus)
    if again.sha256 != record.sha256:
        raise InputError(f"{like.path}: was changed by another program in the meantime; run this again")
    return Content(again.text, again.places, again.passages)
