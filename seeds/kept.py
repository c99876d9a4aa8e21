"""What was read of a file as plain data and back, so that a later run need not read it again: JSON, and the places of characters.

What does not hold together (places outside the text, other kinds of values) is refused: nothing kept is trusted.
"""

import json
import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from seeds.corpus import Content
from seeds.model import Cell, Passage, PassageKind, Row, Span
from seeds.places import Origins, Places, Stretch, Unit
from seeds.told import Fact, Standing, Told

WORD = "L"
"""The kind of number (of `array`) that a character's place is kept as."""
MACHINE = f"{sys.byteorder} {array(WORD).itemsize}"
"""How numbers are laid out here; what was kept elsewhere is read anew."""


def packed(content: Content) -> bytes:
    """The content as bytes."""
    places = array(WORD)
    for passage in content.passages:
        places.extend(passage.offsets)
    data = {
        "machine": MACHINE,
        "text": content.text,
        "places": _of_places(content.places),
        "passages": [_of_passage(passage) for passage in content.passages],
        "notes": content.notes,
        "told": [[told.fact, told.value, told.where, int(told.standing)] for told in content.told],
    }
    head = json.dumps(data, separators=(",", ":")).encode()
    return len(head).to_bytes(8, "big") + head + places.tobytes()


def unpacked(data: bytes) -> Content:
    """The content again. Raises ValueError, TypeError, KeyError, IndexError or RecursionError for anything else."""
    end = 8 + int.from_bytes(data[:8], "big")
    kept = json.loads(data[8:end])
    if kept["machine"] != MACHINE:
        raise ValueError("kept on another machine")
    where = array(WORD)
    where.frombytes(data[end:])
    text = _words(kept["text"])
    passages = tuple(_passages(kept["passages"], where, len(text)))
    told = tuple(Told(Fact(f), _words(v), _words(w), Standing(s)) for f, v, w, s in kept["told"])
    return Content(text, _places(kept["places"]), passages, tuple(map(_words, kept["notes"])), told)


def _of_places(places: Places) -> list[Any]:
    origins = places.origins
    return [places.unit, places.starts, origins and [origins.stretches, origins.starts, origins.lines], places.names]


def _places(kept: list[Any]) -> Places:
    unit, starts, origins, names = kept
    told = None
    if origins is not None:
        stretches, begins, lines = origins
        told = Origins(tuple(Stretch(*_numbers(s, 4)) for s in stretches), _numbers(begins), _numbers(lines))
    return Places(Unit(unit), _numbers(starts), told, tuple((_words(sheet), _words(cell)) for sheet, cell in names))


def _of_passage(passage: Passage) -> list[Any]:
    """The passage without the places of its characters, which are as many as its characters."""
    return [
        passage.kind,
        passage.spans,
        passage.text,
        passage.paragraph,
        passage.section,
        passage.original_lines,
        passage.row,
        passage.reason,
    ]


def _passages(kept: Iterable[list[Any]], where: "array[int]", length: int) -> Iterator[Passage]:
    kinds = {kind.value: kind for kind in PassageKind}
    at = 0
    for kind, spans, text, paragraph, section, lines, row, reason in kept:
        end = at + len(text)
        offsets = where[at:end]
        if len(offsets) != len(text) or (offsets and not (offsets[0] < length and offsets[-1] < length)):
            raise ValueError("the places of a passage do not fit")
        at = end
        cited = _pair(lines) if lines is not None else None
        whole = tuple([_span(span, length) for span in spans])
        if not whole or not type(text) is type(section) is type(reason) is str or type(paragraph) is not int:
            raise TypeError("no passage")
        cells = None if row is None else _row(row, len(text))
        yield Passage(kinds[kind], whole, text, offsets, paragraph, section, cited, cells, reason)
    if at != len(where):
        raise ValueError("there are more places than characters")


def _row(kept: list[Any], length: int) -> Row:
    cells, keys, key, caption = kept
    found = tuple(Cell(*_span(cell[:2], length), _words(cell[2])) for cell in cells)
    if not all(0 <= number < len(found) for number in _numbers(keys)):
        raise ValueError("a row is named by a cell that it has not")
    return Row(found, _numbers(keys), _words(key), _words(caption))


def _span(kept: list[Any], length: int) -> Span:
    start, end = kept
    if not (type(start) is int and type(end) is int and 0 <= start <= end <= length):
        raise ValueError("a place lies outside the text")
    return start, end


def _pair(kept: list[Any]) -> tuple[int, int]:
    first, last = _numbers(kept, 2)
    return first, last


def _numbers(kept: list[Any], count: int | None = None) -> tuple[int, ...]:
    if not all(type(number) is int for number in kept) or (count is not None and len(kept) != count):
        raise TypeError("no numbers")
    return tuple(kept)


def _words(kept: Any) -> str:
    if type(kept) is not str:
        raise TypeError("no words")
    return kept
