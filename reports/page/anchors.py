"""The names of places in the page: what a link leads to.

This module alone knows how ids are written, so that no id of a claim, topic or source can meet that of another thing.
"""

import re

from seeds.model import Document


def claim_anchor(claim: str) -> str:
    """The id of a claim's card."""
    return f"claim:{_plain(claim)}"


def topic_anchor(topic: str) -> str:
    """The id of a topic's section."""
    return f"topic:{_plain(topic)}"


def source_anchor(source: str) -> str:
    """The id of a source's reading view."""
    return f"source:{_plain(source)}"


def place_anchor(document: Document, start: int) -> str:
    """The id of the evidence that begins at `start` of a document's text: `001-12345`."""
    return f"{_plain(document.source.id)}-{start}"


def _plain(text: str) -> str:
    """The text with every character that may not stand in an id, or that ids are built with, as `~` and its number."""
    return re.sub(r"[^\w.-]", lambda found: f"~{ord(found[0]):x}~", text)
