"""Word and PowerPoint files are zip archives: their bounds, their locks, and one message for whatever is broken in them."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from seeds.errors import InputError

MAX_MEMBERS = 10_000
MAX_UNPACKED = 300_000_000
MAX_XML = 60_000_000
"""Bytes of XML in all, as declared; zipfile stops at what is declared, so a false declaration gains nothing."""
DECLARATIONS = 2_000
"""Bytes at the start of a part in which a document type would stand."""
XML = (".xml", ".rels")
OLE = b"\xd0\xcf\x11\xe0"


def check_archive(path: Path, data: bytes) -> None:
    """Raises InputError when the file is locked, of the old binary format, no archive, unpacks to too much, or holds
    a document type, whose entities no text could be told from."""
    suffix = path.suffix.lower()
    if data.startswith(OLE):
        raise InputError(
            f"{path}: is locked by a password or in the old binary format; save it as {suffix} without a password"
        )
    with broken(path), zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check_sizes(path, archive.infolist())
        for member in archive.infolist():
            if member.filename.lower().endswith(XML) and b"<!DOCTYPE" in archive.open(member).read(DECLARATIONS):
                raise InputError(
                    f"{path}: declares entities, which no office program does; open it there and save it again"
                )


def _check_sizes(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    xml = sum(member.file_size for member in members if member.filename.lower().endswith(XML))
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or xml > MAX_XML:
        raise InputError(
            f"{path}: unpacks to {unpacked:,} bytes in {len(members):,} parts, more than a document needs; "
            "save its text as a file of its own"
        )


@contextmanager
def broken(path: Path) -> Iterator[None]:
    """Turns whatever a library raises on a damaged file into InputError.

    python-docx and python-pptx let errors of zipfile, lxml and their own lookups through; which one depends on the damage.
    """
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        words = " ".join(str(error).split())[:100] or type(error).__name__
        raise InputError(
            f"{path}: is damaged or no {path.suffix.lower()} file ({words}); open it in its program and save it again"
        ) from None
