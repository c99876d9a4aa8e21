"""HTML pages: paragraphs, headings, items and table rows as blocks, or, of a plain text served as a page, its lines."""

from collections.abc import Iterator
from pathlib import Path

from seeds.places import Places, Unit
from seeds.readers.charsets import decode
from seeds.readers.files import usable
from seeds.readers.page import Page
from seeds.readers.page_told import page_told
from seeds.text import Text

PLAIN_SHARE = 4
"""How many times the other words of a page the preformatted ones must be to be the text itself and not its examples."""
NO_WORDS = "a page built by scripts has to be saved as it is shown"


def read(path: Path, data: bytes) -> Text:
    """The page's prose in blocks; comments beside it; code inside a sentence masked.

    Raises InputError when the encoding cannot be told or the page holds no words.
    """
    page = Page(decode(path, data))
    page.read()
    if page.preformatted > PLAIN_SHARE * (page.woven.length - page.kept):
        return _plain(path, page.source)
    text = page.woven.text()
    read = "".join(text[slice(*block.spans[0])] for block in page.woven.blocks if not block.reason)
    usable(path, read, NO_WORDS)
    starts = tuple(block.spans[0][0] for block in page.woven.blocks if not block.reason)
    places = Places(Unit.PARAGRAPH, starts, page.woven.origins(page.lines))
    blocks, rows = tuple(page.woven.blocks), page.tables.told(text)
    return Text(
        text,
        places,
        blocks,
        tuple(page.masked),
        tuple(page.comments),
        rows,
        tuple(_notes(page)),
        page_told(page.source),
        tuple(page.links),
    )


def _notes(page: Page) -> Iterator[str]:
    if page.formulas:
        yield f"{page.formulas} formula{'s' if page.formulas > 1 else ''} not read"


def _plain(path: Path, source: str) -> Text:
    """A plain text served as a page, as parliaments and archives do: its lines are kept and have to tell its blocks."""
    page = Page(source, plain=True)
    page.read()
    text = usable(path, page.woven.text(), NO_WORDS)
    places = Places(Unit.LINE, (), page.woven.origins(page.lines))
    return Text(text, places, None, (), tuple(page.comments), told=page_told(source))
