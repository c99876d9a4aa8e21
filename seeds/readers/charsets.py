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
    if b"\0" in data:
        raise InputError(f"{path}: is not text in an encoding that can be told; save it as UTF-8")
    return data.decode(likely(path, data), "replace")


def likely(path: Path, data: bytes) -> str:
    """The encoding that bytes look most like. Raises InputError when it cannot be told."""
    found = list(library("charset_normalizer", path).from_bytes(data))
    if not found:
        raise InputError(f"{path}: is not text in an encoding that can be told; save it as UTF-8")
    if not found[0].coherence and _decodes(data, USUAL):
        return USUAL
    best = (found[0].chaos, found[0].coherence)
    as_good = [match.encoding for match in found if (match.chaos, match.coherence) == best]
    return USUAL if USUAL in as_good else str(as_good[0])


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def wide_encoding(data: bytes) -> str:
    """The UTF-16 that bytes are in, by their mark or since half of them are 0 as in western text; "" for none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[: 2 * LOOKED_AT]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if min(odd, even) or 2 * max(odd, even) < len(sample) // 2:
        return ""
    return "utf-16-le" if odd else "utf-16-be" if even else ""


def wide_text(path: Path, data: bytes, encoding: str) -> str:
    """The characters of a file in UTF-16. Raises InputError when it is cut short or damaged."""
    try:
        return data.decode(encoding)
    except UnicodeError:
        raise InputError(f"{path}: begins as UTF-16 but is not; save it as UTF-8") from None


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
