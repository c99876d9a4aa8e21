"""What leaves the program is text that shows as it is: to no terminal, page or log does it say anything but its words."""

import json
import re
from typing import Any

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, marks of direction, what is half a character (names of files that are not UTF-8), tags that do not show."""
ORDER = re.compile(r"^(\s*):(?=:)|##(?=\[|vso\[)", re.MULTILINE)
"""What the runners of GitHub and Azure take for an order in a log."""


def printable(text: str) -> str:
    """Text for a terminal or a page: what does not show, or changes how the rest shows, is a replacement character."""
    return CONTROL.sub("\ufffd", text)


def harmless(text: str) -> str:
    """Text for a log, in which no line is an order to the program that keeps it."""
    return ORDER.sub(lambda found: f"{found[1]}: " if found[1] is not None else "## ", text)


def json_text(data: Any, indent: int | None = 1) -> str:
    """The data as JSON, the same to whoever reads it: what does not show is written by its number."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return CONTROL.sub(lambda found: _numbered(found[0]), text).replace("##[", "#\\u0023[").replace("##v", "#\\u0023v")


def _numbered(char: str) -> str:
    return json.dumps(char)[1:-1]
