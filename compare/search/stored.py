"""Documents that an index keeps: their texts are read when first asked for, and they know the tables they are counted in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from compare.search.counted import count
from compare.search.tables import Tables
from seeds.corpus import Content
from seeds.left_out import only_left_out
from seeds.model import Document, Passage
from seeds.places import Places

READ = ("text", "passages", "places")
"""What of a document is read when first asked for."""


@dataclass(frozen=True, eq=False)
class Kept:
    """Tables of documents, and how many documents they count."""

    tables: Tables
    many: int


class StoredDocument(Document):
    """A document that an index keeps; made by `stored`, anything else is an ordinary document.

    kept, number: the tables that count it, as which of their documents. left: what is left out of it, kept as a document too.
    """

    read: Callable[[], Content]
    kept: Kept | None = None
    number: int = -1
    left: Document | None = None

    @cached_property
    def _content(self) -> Content:
        return self.read()

    @cached_property
    def text(self) -> str:
        """The text."""
        return self._content.text

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages."""
        return self._content.passages

    @cached_property
    def places(self) -> Places:
        """What its places are counted in."""
        return self._content.places


def stored(
    like: Document,
    wording: str,
    read: Callable[[], Content],
    kept: Kept | None,
    number: int,
    left: Document | None = None,
) -> StoredDocument:
    """A document as another one, but for what is read when it is first asked for. wording: as of a document."""
    one: StoredDocument = object.__new__(StoredDocument)
    told = {field.name: vars(like)[field.name] for field in fields(Document) if field.name not in READ}
    vars(one).update(told, wording=wording, read=read, kept=kept, number=number, left=left)
    return one


def tables_of(documents: Sequence[Document]) -> Tables:
    """What documents are searched by: kept where an index counts these and no others, else made of them."""
    kept = documents[0].kept if documents and isinstance(documents[0], StoredDocument) else None
    if kept and kept.many == len(documents) and all(_is_counted(d, kept, i) for i, d in enumerate(documents)):
        return kept.tables
    return Tables(count(documents))


def left_out_of(document: Document) -> Document:
    """What is left out of a document, as a document."""
    kept = document.left if isinstance(document, StoredDocument) else None
    return kept or only_left_out(document)


def _is_counted(document: Document, kept: Kept, number: int) -> bool:
    return isinstance(document, StoredDocument) and document.kept is kept and document.number == number
