"""Text of sources and tables as Markdown shows it."""

import re

from reports.printable import printable

MARKUP = re.compile(r"([\\`*_\[\]<>|~]|^#|^(?=[-+]\s))")


def code(text: object) -> str:
    """Text between strokes that Markdown shows as it is, whatever strokes it holds itself."""
    shown = printable(str(text).replace("\n", " "))
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if "`" in shown else f"{fence}{shown}{fence}"


def escape(text: object) -> str:
    """Text that Markdown shows as it is: no markup, no table cell ends, no line breaks."""
    return MARKUP.sub(r"\\\1", printable(str(text).replace("\n", " ")))
