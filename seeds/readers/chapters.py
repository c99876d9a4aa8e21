"""Several texts as one, as books and messages hold them: one behind the other, each block and cell where it then stands."""

from collections.abc import Iterable

from seeds.blocks import Block, plain_blocks
from seeds.grids import GridRow
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.readers.joining import BETWEEN
from seeds.text import Text
from seeds.told import Told


def chained(texts: Iterable[Text], told: Iterable[Told] = ()) -> Text:
    """The texts as one whose places are counted in paragraphs. Where in their files they stood is lost.

    told: what the whole tells of itself; what its parts tell of themselves is dropped.
    """
    pieces, blocks, rows, notes = list[str](), list[Block](), list[GridRow](), list[str]()
    masked, comments = [], []
    at = tables = 0
    for text in texts:
        blocks += [_moved(block, at) for block in (plain_blocks(text.text) if text.blocks is None else text.blocks)]
        rows += [GridRow(row.table + tables, tuple(slot.moved(at) for slot in row.slots)) for row in text.rows]
        tables = max((row.table + 1 for row in rows), default=0)
        masked += [(start + at, end + at) for start, end in text.masked]
        comments += [(start + at, end + at, words) for start, end, words in text.comments]
        notes += [note for note in text.notes if note not in notes]
        pieces.append(text.text)
        at += len(text.text) + len(BETWEEN)
    places = Places(Unit.PARAGRAPH, tuple(block.spans[0][0] for block in blocks))
    told = tuple(told)
    return Text(
        BETWEEN.join(pieces), places, tuple(blocks), tuple(masked), tuple(comments), tuple(rows), tuple(notes), told
    )


def heading(words: str) -> Text:
    """A text that is nothing but a heading."""
    return Text(words, blocks=(Block(PassageKind.HEADING, ((0, len(words)),)),))


def _moved(block: Block, by: int) -> Block:
    return block._replace(spans=tuple((start + by, end + by) for start, end in block.spans))
