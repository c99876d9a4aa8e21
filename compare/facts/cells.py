"""Cells of tables: which cell of a row a statement asks for, and what amount it holds with the unit of its head.

A cell is a value of its row and its column. It is asked for when the statement holds the words that name the row, all of them,
and of the heads more words than of any other column; words that all heads share tell nothing. Where several columns could
answer and none is named, none does. A column without a head answers only alone; so does one of the asked unit.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from claims.values import Amount, Reading
from compare.fold import content_stems, fold
from compare.text.roots import sense_of
from compare.values.quantities import find_quantities
from compare.values.units import is_measure
from seeds.model import Cell, Passage, Row

BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
PHRASE = re.compile(r"(?:,|\bin|:)\s+([^,:()]+)$", re.IGNORECASE)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "000": 1e3, "mn": 1e6, "m": 1e6, "bn": 1e9, "k": 1e3}
SMALL = re.compile(
    r"^(?:amounts?|figures?|values?|all|shown|expressed|are|is|in|of|us(?= dollar)|\s|[-–:])+", re.IGNORECASE
)
COUNT = re.compile(r"\b(?:number|no\.|count|employees|people|persons|year|rank|shares?|ratio|per)\b|%", re.IGNORECASE)
LONGEST = 6
"""Words of a line above a table that tells nothing but a unit."""
DIGITS = re.compile(r"\d{4}")
UNSCALED = re.compile(r"thousand|million|billion|trillion|\d\s?(?:mn|bn|m|k)\b", re.IGNORECASE)
UNITS_OF_TIME = frozenset("second minute hour day week month year decade century".split())


def context_of(row: Row) -> frozenset[str]:
    """The stems of what stands over a row's cells: heads, caption, group."""
    return frozenset(content_stems(fold(". ".join([*(cell.head for cell in row.cells), row.caption]))))


def amounts_in(passage: Passage, row: Row, dates: Sequence[tuple[int, int]]) -> tuple[Reading, ...]:
    """The amounts of a row's cells in order, each with the unit and the scale of its head or caption where it has none itself.

    dates: what is read as a date; four digits are an amount all the same, since the column tells which is asked for.
    """
    return tuple(
        reading
        for i, cell in enumerate(row.cells)
        if i not in row.keys
        for reading in _amounts(passage, row, cell, dates)
    )


def answering(
    readings: Sequence[Reading], stems: Iterable[str], row: Row, agrees: Callable[[Reading], bool]
) -> tuple[Reading, ...]:
    """Those of the readings that stand in the cell that `stems` ask for; none where no cell is asked for.

    agrees: whether a reading is the asked value; one whose column is told by its unit alone has to be. So has one of the cells
    that name the row ("2019"), where a column is named beside it.
    """
    asked = frozenset(sense_of(stem) for stem in stems)
    named = _named(row, asked) if row.cells else None
    if naming := tuple(r for r in readings if named is not None and _cell_of(row, r) is None and agrees(r)):
        return naming
    if not row.cells or not _roots(row.key) or not _roots(row.key) <= asked:
        return ()
    if named is None:
        places = {_cell_of(row, reading) for reading in readings}
        named = next(iter(places)) if len(places) == 1 and _alone(readings, row, agrees) else None
    return tuple(reading for reading in readings if named is not None and _cell_of(row, reading) == named)


def _alone(readings: Sequence[Reading], row: Row, agrees: Callable[[Reading], bool]) -> bool:
    """True for the only value of a row that has no head, or the only one of its unit where it agrees."""
    values = [i for i in range(len(row.cells)) if i not in row.keys]
    bare = not any(row.cells[i].head for i in values) and len(values) == 1
    measured = all(isinstance(r.value, Amount) and _is_unit(r.value.unit) for r in readings)
    return bare or (measured and any(agrees(reading) for reading in readings))


def _cell_of(row: Row, reading: Reading) -> int | None:
    return next((i for i, c in enumerate(row.cells) if i not in row.keys and c.start <= reading.start < c.end), None)


def _named(row: Row, asked: frozenset[str]) -> int | None:
    """The number of the cell whose head the asked words name best, more of them than of any other; None where none is."""
    heads = {i: _roots(cell.head) for i, cell in enumerate(row.cells) if i not in row.keys}
    shared = frozenset.intersection(*heads.values()) if len(heads) > 1 else frozenset[str]()
    scores = []
    for i, words in heads.items():
        telling = words - shared
        held = telling & asked
        if held and all(word in asked for word in telling if word[0].isdigit()):
            scores.append((len(held), len(held) / len(telling), i))
    scores.sort(reverse=True)
    if not scores or (len(scores) > 1 and scores[0][:2] == scores[1][:2]):
        return None
    return scores[0][2]


@lru_cache(maxsize=10_000)
def _roots(words: str) -> frozenset[str]:
    """The roots of a head or a name, what stands in brackets left out unless it is all."""
    plain = BRACKETS.sub(" ", words)
    return frozenset(sense_of(stem) for stem in content_stems(fold(plain if plain.strip() else words)))


def _amounts(passage: Passage, row: Row, cell: Cell, dates: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    text = passage.text[cell.start : cell.end]
    if DIGITS.fullmatch(text):
        found: Sequence[Reading] = [Reading(0, 4, Amount(float(text), float(text)))]
    else:
        found = find_quantities(
            text, [(a - cell.start, b - cell.start) for a, b in dates if cell.start <= a < cell.end]
        )
    unit, scale = unit_of(cell.head, row.caption)
    for reading in found:
        value = reading.value
        if len(found) == 1 and isinstance(value, Amount):
            value = _in_unit(value, unit, 1.0 if UNSCALED.search(text) else scale)
        yield Reading(reading.start + cell.start, reading.end + cell.start, value)


def _in_unit(value: Amount, unit: str, scale: float) -> Amount:
    if value.unit and value.unit != unit:
        return value
    return replace(value, low=value.low * scale, high=value.high * scale, step=value.step * scale, unit=unit)


@lru_cache(maxsize=10_000)
def unit_of(head: str, caption: str) -> tuple[str, float]:
    """The unit and the scale that the head of a column tells, else what stands over the table; "" and 1 where neither does."""
    unit, scale = _told(head, whole=True)
    if COUNT.search(head) or (unit and not _is_money(unit)):
        return unit, scale
    for line in reversed(caption.split("\n")):
        over, times = _told(line, whole=False)
        if (over or times != 1.0) and (not unit or over in ("", unit)):
            return unit or over, scale if scale != 1.0 else times
    return unit, scale


def _told(words: str, whole: bool) -> tuple[str, float]:
    """The unit and the scale of a head, or of a line above. whole: all of it may be the unit ("Tonnes")."""
    phrases = [match[1].split(",")[0] for match in BRACKETS.finditer(words)]
    plain = BRACKETS.sub("", words).strip()
    short = whole or (_scale().search(plain) is not None and len(plain.split()) <= LONGEST)
    phrases += [plain] if short else []
    phrases += [match[1] for match in PHRASE.finditer(plain)]
    read = [(*_parsed(phrase), phrase) for phrase in phrases]
    for unit, scale, phrase in read:
        if _is_unit(unit) or (unit and (scale != 1.0 or (phrase is not plain and len(phrase.split()) == 1))):
            return unit, scale
    return "", next((scale for _, scale, _ in read if scale != 1.0), 1.0)


def _parsed(phrase: str) -> tuple[str, float]:
    scaled = _scale().search(phrase)
    scale = SCALES[next(group for group in scaled.groups() if group).lower()] if scaled else 1.0
    rest = SMALL.sub("", (phrase[: scaled.start()] + " " + phrase[scaled.end() :] if scaled else phrase).strip())
    rest = re.sub(r"\s+in$|^in\s+", "", rest.strip(), flags=re.IGNORECASE).strip()
    for written in (f"7 {rest}", f"{rest}7", f"7{rest}") if rest and not rest[0].isdigit() else ():
        found = find_quantities(written)
        if len(found) == 1 and found[0].end - found[0].start == len(written) and isinstance(found[0].value, Amount):
            return found[0].value.unit, scale * found[0].value.low / 7
    return "", scale


def _is_unit(unit: str) -> bool:
    return is_measure(unit) or unit.partition("/")[0] in UNITS_OF_TIME or unit.startswith("percent")


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(
        r"\b(thousand|million|billion)s?\b(?: of)?|(?<=[$€£¥])\s?(000|mn|bn|m|k)s?\b|(?<=(?-i:[A-Z]{3}) )(000|mn|bn|m|k)\b"
        r"|\b(mn|bn)\b|['’](000)s?\b",
        re.IGNORECASE,
    )
