"""Which encoding an HTML file is in: a byte order mark, what it declares, UTF-8, or what its bytes look like, in this order."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from seeds.errors import InputError
from seeds.readers.files import library

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I
)
USUAL = "cp1252"
"""What browsers take for granted; wins where another encoding fits no better."""
LOOKED_AT = 4096
"""Bytes at the start of a file in which an encoding may be declared; the standard allows 1,024, real pages go beyond."""


def decode(path: Path, data: bytes) -> str:
    """The characters of an HTML file. Raises InputError when it is binary or its encoding cannot be told."""
    for encoding in _named(data):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    likely = list(library("charset_normalizer", path).from_bytes(data)) if b"\0" not in data else []
    if not likely:
        raise InputError(f"{path}: is not text in an encoding that can be told; save the page as UTF-8")
    best = (likely[0].chaos, likely[0].coherence)
    as_good = [match for match in likely if (match.chaos, match.coherence) == best]
    return str(next((match for match in as_good if match.encoding == USUAL), likely[0]))


def _named(data: bytes) -> Iterator[str]:
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "")
    if marked:
        yield marked
    if b"\0" in data:
        return
    declared = DECLARED.search(data[:LOOKED_AT])
    if declared and _is_of_text(declared[1].decode("ascii")):
        yield declared[1].decode("ascii")
    yield "utf-8"


def _is_of_text(encoding: str) -> bool:
    """False for Python's codecs that are no character sets, and for those a declaration in single bytes cannot mean."""
    try:
        return codecs.lookup(encoding)._is_text_encoding and not encoding.lower().startswith(
            ("utf-16", "utf-32", "utf-7")
        )
    except LookupError:
        return False
