"""What a document is called: what it says itself, its first heading, the title its program kept, or the name of its file."""

from reports.printable import printable
from seeds.model import Document, PassageKind
from seeds.titles import is_title
from seeds.told import Fact, Standing

BEGINNING = 8
"""Passages at the start of a document among which its title is looked for."""


def title_of(document: Document, taken: frozenset[str] = frozenset()) -> str:
    """The document's title in one line. A heading of one word ("Analysis") is rarely one; what another source is called is none."""
    headings = [p.text for p in document.passages[:BEGINNING] if p.kind is PassageKind.HEADING]
    told = [each for each in document.told if each.fact is Fact.TITLE]
    sure = [each.value for each in told if each.standing is Standing.SURE]
    kept = [each.value for each in told if each.standing is not Standing.SURE]
    longer = [words for words in headings if " " in words]
    for found in (*sure, *longer, *kept, document.path.stem.replace("_", " ")):
        title = _plain(found)
        if is_title(title) and title not in taken:
            return title
    return document.path.stem


def _plain(words: str) -> str:
    """The words in one line, and not what a spreadsheet would run as a formula."""
    return printable(" ".join(words.split())).lstrip("=+-@' ")
