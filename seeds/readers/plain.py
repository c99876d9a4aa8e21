"""Plain text and Markdown: the text is the file, in UTF-8 or in an encoding that can be told, which is said then.

`MAX_LINE` characters bound a line.
"""

from pathlib import Path

from seeds.errors import InputError
from seeds.front_matter import front_told
from seeds.model import LINE_END
from seeds.readers.charsets import likely, wide_encoding, wide_text
from seeds.readers.limits import MAX_LINE
from seeds.text import Text


def read(path: Path, data: bytes) -> Text:
    """The file's text as decoded, line ends as they are.

    Raises InputError when the file is empty or binary, or its encoding cannot be told.
    """
    text, notes = _decoded(path, data)
    if not text.strip():
        raise InputError(f"{path}: is empty; remove it or give its text")
    _check_lines(path, text)
    return Text(text, notes=notes, told=tuple(front_told(text)) if path.suffix.lower() == ".md" else ())


def _decoded(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters, and a note where they are not in UTF-8."""
    if wide := wide_encoding(data):
        return wide_text(path, data, wide), ("read as UTF-16",)
    if b"\0" in data:
        raise InputError(f"{path}: is a binary file, not text; give a plain text or Markdown file")
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"), ()
    except UnicodeDecodeError as error:
        if _is_damaged(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise InputError(
                f"{path}:{line}: byte {error.start} is not UTF-8, as the rest is; save the file as UTF-8"
            ) from None
        encoding = likely(path, data)
        return data.decode(encoding, "replace"), (f"not UTF-8, read as {encoding}",)


def _is_damaged(data: bytes) -> bool:
    """True for UTF-8 with some wrong bytes: read in another encoding, all its other letters would be wrong."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) >= 2 * wrong


def _check_lines(path: Path, text: str) -> None:
    for number, line in enumerate(LINE_END.split(text), start=1):
        if len(line) > MAX_LINE:
            raise InputError(
                f"{path}:{number}: the line has {len(line):,} characters, more than the {MAX_LINE:,} allowed; "
                "break the text into lines"
            )
