"""Pages of a PDF that are pictures of words: they hold next to no text, and nothing on them is found."""

from itertools import pairwise

from seeds.model import Document
from seeds.places import Unit

FEW = 20
"""Words; a page with fewer is an end of a chapter, a title page, or a picture."""
SHARE = 4
"""More than one page in so many with few words is more than title pages."""
NAMED = 10


def scan_line(document: Document) -> str:
    """What is said when many pages of a PDF hold few words, "" when they do not."""
    if document.places.unit is not Unit.PAGE:
        return ""
    edges = [*document.places.starts, len(document.text)]
    thin = [n for n, (a, b) in enumerate(pairwise(edges), start=1) if len(document.text[a:b].split()) < FEW]
    if len(thin) * SHARE <= len(edges) - 1:
        return ""
    pages = ", ".join(map(str, thin[:NAMED])) + (", …" if len(thin) > NAMED else "")
    return (
        f"few words on {len(thin)} of {len(edges) - 1} pages ({pages}); "
        "if they are scanned, turn them into text (OCR) and add that file"
    )
