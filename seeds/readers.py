"""One reader per file format: from a file's bytes to its text.

Bounds keep a hostile file from taking the machine: `MAX_BYTES` for a file, `MAX_LINE` characters for a line.
"""

from collections.abc import Callable
from pathlib import Path

from seeds.errors import InputError
from seeds.model import LINE_END

MAX_BYTES = 50_000_000
MAX_LINE = 1_000_000


def read_text(path: Path) -> str:
    """The file's text as decoded, line ends as they are.

    Raises InputError when the file is missing, empty, too large, binary, or not UTF-8.
    """
    data = _bytes(path)
    if b"\0" in data:
        raise InputError(f"{path}: is a binary file, not text; give a plain text or Markdown file")
    try:
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
    if not text.strip():
        raise InputError(f"{path}: is empty; remove it or give its text")
    _check_lines(path, text)
    return text


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{path}: has {size:,} bytes, more than the {MAX_BYTES:,} allowed; split it into parts")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check the path and its rights") from None


def _check_lines(path: Path, text: str) -> None:
    for number, line in enumerate(LINE_END.split(text), start=1):
        if len(line) > MAX_LINE:
            raise InputError(
                f"{path}:{number}: the line has {len(line):,} characters, more than the {MAX_LINE:,} allowed; "
                "break the text into lines"
            )


READERS: dict[str, Callable[[Path], str]] = {".txt": read_text, ".md": read_text}
"""File name ending to reader; a format is added here."""

MARKDOWN = frozenset({".md"})
"""Endings whose text is read by its Markdown structure."""
