"""What a reader made of a file as plain data and back: it crosses from the child process, which met hostile files, as JSON only."""

from typing import Any

from seeds.blocks import Block
from seeds.grids import GridRow, Slot
from seeds.model import PassageKind
from seeds.places import Places, Unit
from seeds.text import Text
from seeds.told import Fact, Standing, Told


def to_plain(text: Text) -> dict[str, Any]:
    """A text as lists, numbers and strings. Formats read in a child process have no lines of their own, so no origins."""
    return {
        "text": text.text,
        "unit": str(text.places.unit),
        "starts": list(text.places.starts),
        "names": [list(name) for name in text.places.names],
        "blocks": None if text.blocks is None else [_plain(block) for block in text.blocks],
        "masked": list(text.masked),
        "comments": list(text.comments),
        "rows": [[r.table, [[s.start, s.end, s.column, s.width, s.head] for s in r.slots]] for r in text.rows],
        "notes": list(text.notes),
        "links": list(text.links),
        "told": [[str(told.fact), told.value, told.where, int(told.standing)] for told in text.told],
    }


def from_plain(plain: dict[str, Any]) -> Text:
    """The text again. Raises KeyError, TypeError or ValueError for anything else."""
    names = tuple((str(sheet), str(cell)) for sheet, cell in plain["names"])
    return Text(
        str(plain["text"]),
        Places(Unit(plain["unit"]), tuple(map(int, plain["starts"])), None, names),
        None if plain["blocks"] is None else tuple(_block(*block) for block in plain["blocks"]),
        tuple((int(a), int(b)) for a, b in plain["masked"]),
        tuple((int(a), int(b), str(words)) for a, b, words in plain["comments"]),
        tuple(GridRow(int(table), tuple(_slot(*slot) for slot in slots)) for table, slots in plain["rows"]),
        tuple(map(str, plain["notes"])),
        tuple(_told(*told) for told in plain["told"]),
        tuple((int(a), int(b), str(words)) for a, b, words in plain["links"]),
    )


def _plain(block: Block) -> list[Any]:
    return [str(block.kind), block.spans, block.original_lines, block.reason]


def _block(kind: str, spans: list[list[int]], lines: list[int] | None, reason: str) -> Block:
    cited = (lines[0], lines[1]) if lines else None
    return Block(PassageKind(kind), tuple((int(a), int(b)) for a, b in spans), cited, str(reason))


def _told(fact: str, value: str, where: str, standing: int) -> Told:
    return Told(Fact(fact), str(value), str(where), Standing(standing))


def _slot(start: int, end: int, column: int, width: int, head: bool) -> Slot:
    return Slot(int(start), int(end), int(column), int(width), bool(head))
