"""Colours of a terminal for what a line says of a finding: its severity, or the outcome of a fact. Nowhere else is anything coloured.

They are put on last, behind everything that keeps a text from acting on a terminal, and only where a person looks: not into a pipe
or file, nor where `NO_COLOR` is set (no-color.org) or the terminal takes none.
"""

import os
import re
from typing import TextIO

RED, YELLOW, BLUE, GREEN, DIM = "31", "33", "34", "32", "2"
SEVERITIES = {"high": RED, "medium": YELLOW, "low": BLUE}
OUTCOMES = {
    "contradicted": RED,
    "altered quotation": RED,
    "disputed": YELLOW,
    "not found": YELLOW,
    "not checkable": DIM,
    "supported": GREEN,
}
LEADS = re.compile(rf"^(?:{'|'.join(SEVERITIES)})(?=  |:| \()", re.MULTILINE)
"""A severity where a line begins with it."""
TOLD = re.compile(rf"(?<=: )(?:{'|'.join(OUTCOMES)})(?=(?: \(known\))?: )")
"""An outcome behind the code and name of a check."""


def takes_colour(stream: TextIO) -> bool:
    """True for a terminal that may be coloured."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") != "dumb"


def coloured(text: str) -> str:
    """A text with its severities and outcomes in colour."""
    text = LEADS.sub(lambda found: _in(SEVERITIES[found[0]], found[0]), text)
    lines = (TOLD.sub(lambda found: _in(OUTCOMES[found[0]], found[0]), line, 1) for line in text.split("\n"))
    return "\n".join(lines)


def _in(colour: str, words: str) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m"
