"""One reader per file format: from a file's bytes to its text and, where the format tells, its blocks.

A module per format, loaded when a file of the format is met; it holds `read(path, data)`, which raises InputError with one
line when the file cannot be used.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from seeds.readers.files import read_bytes
from seeds.text import Text

READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "markup",
    ".htm": "markup",
    ".docx": "word",
    ".pptx": "slides",
    ".pdf": "pdf",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".xlsx": "workbook",
    ".ods": "workbook",
    ".rtf": "rich",
    ".odt": "open_document",
    ".epub": "book",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
}
"""File name ending to the module of this package that reads it; a format is added here."""

CONVERT = {
    ".doc": ".docx",
    ".dot": ".docx",
    ".wpd": ".docx",
    ".pages": ".docx",
    ".ppt": ".pptx",
    ".key": ".pptx",
    ".xls": ".xlsx",
    ".numbers": ".xlsx",
    ".djvu": ".pdf",
    ".ps": ".pdf",
}
"""Endings that are not read, and what their program can save them as."""

TABLES = frozenset({".csv", ".tsv", ".xlsx", ".ods"})
"""Endings of tables; claims and reviews are kept in such files too."""

MARKDOWN = frozenset({".md"})
"""Endings whose text is read by its Markdown structure."""


BOUNDED = frozenset({"pdf", "word", "slides", "workbook", "rich", "open_document", "book", "mail"})
"""Readers whose parsers are not ours: they run in a child process under limits (`seeds.readers.bounded`)."""


def read(path: Path) -> Text:
    """The file as its ending says it is to be read.

    Raises InputError when it is missing, empty, too large, broken, locked by a password, or needs what is not installed.
    """
    return read_data(path, read_bytes(path))


def read_data(path: Path, data: bytes) -> Text:
    """As `read`, of bytes at hand; `path` gives the ending and the name for messages."""
    name = READERS[path.suffix.lower()]
    if name in BOUNDED:
        from seeds.readers.bounded import read_bounded

        return read_bounded(path, name, data)
    reader: Callable[[Path, bytes], Text] = import_module(f"{__name__}.{name}").read
    return reader(path, data)
