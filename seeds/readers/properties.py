"""The properties that programs keep in office files and PDF: a title, and the day the file was made, which need not be the document's."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from seeds.days import day_of
from seeds.told import Fact, Standing, Told

TEMPLATES = frozenset(["2013-12-23", "2013-01-27"])
"""Days on which the empty files were made that python-docx and python-pptx begin with."""


def office_told(document: Any) -> tuple[Told, ...]:
    """What the core properties of a Word or PowerPoint document tell (ISO/IEC 29500-2); damaged ones tell nothing."""
    with suppress(Exception):  # the library raises whatever a damaged part makes it raise
        kept = document.core_properties
        return tuple(_told(str(kept.title or ""), str(kept.created or "")))
    return ()


def pdf_told(kept: Mapping[str, str]) -> tuple[Told, ...]:
    """What the document information of a PDF tells."""
    return tuple(_told(kept.get("Title", ""), kept.get("CreationDate", "")))


def _told(title: str, made: str) -> Iterator[Told]:
    day = day_of(made)
    if words := " ".join(title.split()):
        yield Told(Fact.TITLE, words, "the properties of the file (title)", Standing.OF_THE_FILE)
    if day and day not in TEMPLATES:
        yield Told(Fact.PUBLISHED, day, "the properties of the file (made)", Standing.OF_THE_FILE)
