"""Text of sources and tables as Markdown shows it."""

import re

from reports.places import printable

MARKUP = re.compile(r"([\\`*_\[\]<>|~]|^#|^(?=[-+]\s))")


def escape(text: object) -> str:
    """Text that Markdown shows as it is: no markup, no table cell ends, no line breaks."""
    return MARKUP.sub(r"\\\1", printable(str(text).replace("\n", " ")))
