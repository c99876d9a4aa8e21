"""Plain text and Markdown: the text is the file, and it is UTF-8.

`MAX_LINE` characters bound a line.
"""

from pathlib import Path

from seeds.errors import InputError
from seeds.model import LINE_END
from seeds.text import Text

MAX_LINE = 1_000_000


def read(path: Path, data: bytes) -> Text:
    """The file's text as decoded, line ends as they are.

    Raises InputError when the file is empty, binary, or not UTF-8.
    """
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
    return Text(text)


def _check_lines(path: Path, text: str) -> None:
    for number, line in enumerate(LINE_END.split(text), start=1):
        if len(line) > MAX_LINE:
            raise InputError(
                f"{path}:{number}: the line has {len(line):,} characters, more than the {MAX_LINE:,} allowed; "
                "break the text into lines"
            )
