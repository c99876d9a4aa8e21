"""Word and PowerPoint files are zip archives: their bounds, their locks, and one message for whatever is broken in them."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seeds.errors import InputError
from seeds.readers.limits import MAX_MEMBERS, MAX_UNPACKED, MAX_XML

DECLARATIONS = 2_000
"""Bytes at the start of a part in which a document type would stand."""
XML = (".xml", ".rels")
STRICT = b"http://purl.oclc.org/ooxml/"
NAMES = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/-]+)")
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
            if member.filename.lower().endswith(XML) and _declares(archive.open(member).read(DECLARATIONS)):
                raise InputError(
                    f"{path}: declares entities, which no office program does; open it there and save it again"
                )


def _declares(head: bytes) -> bool:
    """True when a part begins with a document type, in whatever encoding."""
    return any("<!DOCTYPE".encode(encoding) in head for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))


def _check_sizes(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    xml = sum(member.file_size for member in members if member.filename.lower().endswith(XML))
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or xml > MAX_XML:
        raise InputError(
            f"{path}: unpacks to {unpacked:,} bytes in {len(members):,} parts, more than a document needs; "
            "save its text as a file of its own"
        )


def transitional(data: bytes) -> bytes:
    """The archive with the names of Strict Open XML as those of the common form, which the libraries know; others as they are.

    What the names stand for is the same in both forms (ISO/IEC 29500, parts 1 and 4).
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if not any(STRICT in archive.read(member) for member in members if member.filename.lower().endswith(XML)):
            return data
        parts = [(member, archive.read(member)) for member in members]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in parts:
            archive.writestr(member.filename, NAMES.sub(_common, content) if STRICT in content else content)
    return out.getvalue()


def parsed(etree: Any, part: bytes) -> Any:
    """The root of a part of XML; nothing outside it is fetched, no entity replaced. etree: the module of lxml."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _common(found: re.Match[bytes]) -> bytes:
    kind, rest = found[1], found[2]
    rest = rest.replace(b"extendedProperties", b"extended-properties").replace(
        b"customProperties", b"custom-properties"
    )
    return b"http://schemas.openxmlformats.org/" + kind + b"/2006/" + rest


@contextmanager
def broken(path: Path) -> Iterator[None]:
    """Turns whatever a library raises on a damaged file into InputError.

    python-docx and python-pptx let errors of zipfile, lxml and their own lookups through; which one depends on the damage.
    """
    try:
        yield
    except (InputError, MemoryError):
        raise
    except Exception as error:
        words = " ".join(str(error).split())[:100] or type(error).__name__
        raise InputError(
            f"{path}: is damaged or no {path.suffix.lower()} file ({words}); open it in its program and save it again"
        ) from None
