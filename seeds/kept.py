"""What was read of a file as plain data and back, so that a later run need not read it again: JSON.

What does not hold together (places outside the text, other kinds of values) is refused: nothing kept is trusted.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from seeds.corpus import Content
from seeds.model import Cell, Passage, PassageKind, Row, Span
from seeds.places import Origins, Places, Stretch, Unit
from seeds.told import Fact, Standing, Told

WORD = "L"
"""The kind of number (of `array`) that a character's place is told as."""


def packed(content: Content) -> bytes:
    """The content as bytes."""
    ramp = array(WORD, range(len(content.text)))
    data = {
        "text": content.text,
        "places": _of_places(content.places),
        "passages": [_of_passage(passage, ramp) for passage in content.passages],
        "notes": content.notes,
        "told": [[told.fact, told.value, told.where, int(told.standing)] for told in content.told],
    }
    return json.dumps(data, separators=(",", ":")).encode()


def unpacked(data: bytes) -> Content:
    """The content again. Raises ValueError, TypeError, KeyError, IndexError or RecursionError for anything else."""
    kept = json.loads(data)
    text = _words(kept["text"])
    passages = tuple(_passages(kept["passages"], len(text)))
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


def _of_passage(passage: Passage, ramp: "array[int]") -> list[Any]:
    """The passage; the places of its characters as runs of neighbours."""
    return [
        passage.kind,
        passage.spans,
        passage.text,
        _runs(passage.offsets, ramp),
        passage.paragraph,
        passage.section,
        passage.original_lines,
        passage.row,
        passage.reason,
    ]


def _runs(offsets: Sequence[int], ramp: "array[int]") -> list[int]:
    """Where each run of neighbouring characters begins, and how long it is: first, length, first, length ... ramp: 0, 1, 2 ..."""
    runs: list[int] = []
    where, at = array(WORD, offsets), 0
    while at < len(where):
        many = _neighbours(where[at:], ramp[where[at] : where[at] + len(where) - at])
        runs += [where[at], many]
        at += many
    return runs


def _neighbours(where: "array[int]", ramp: "array[int]") -> int:
    """How many of the first characters were read one behind the other: all in most passages, so whole stretches are compared."""
    found, behind = 1, len(where) + 1
    tried = len(where)
    while found < behind - 1:
        if where[:tried].tobytes() == ramp[:tried].tobytes():
            found = tried
        else:
            behind = tried
        tried = (found + behind) // 2
    return found


def _offsets(runs: list[int], length: int) -> "array[int]":
    """The places that runs stand for, all of them in a text of this length."""
    offsets = array(WORD)
    for first, many in zip(_numbers(runs[::2]), _numbers(runs[1::2]), strict=True):
        if not 0 <= first < first + many <= length:
            raise ValueError("the places of a passage do not fit")
        offsets.extend(range(first, first + many))
    return offsets


def _passages(kept: Iterable[list[Any]], length: int) -> Iterator[Passage]:
    kinds = {kind.value: kind for kind in PassageKind}
    for kind, spans, text, runs, paragraph, section, lines, row, reason in kept:
        offsets = _offsets(runs, length)
        if len(offsets) != len(text):
            raise ValueError("there are not as many places as characters")
        cited = _pair(lines) if lines is not None else None
        whole = tuple([_span(span, length) for span in spans])
        if not whole or not type(text) is type(section) is type(reason) is str or type(paragraph) is not int:
            raise TypeError("no passage")
        cells = None if row is None else _row(row, len(text))
        yield Passage(kinds[kind], whole, text, offsets, paragraph, section, cited, cells, reason)


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
