"""Raised figures of a formatted text: the power of a number, the measure of an area, or the mark of a note, which is no word of it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
POWER = re.compile(r"(?<![\d.,])10$")
"""What stands before a power ("10⁶")."""
MEASURE = re.compile(r"(?<![^\W\d_])(?:[kcdmµ]?m|ft|in|yd|mi|s)$")
"""What stands before the square or cube of a measure ("km²")."""
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|ème|eme)\b", re.IGNORECASE)
CARET = re.compile(r"\^([-+−]?\d{1,2})(?![.,]?\d)\^?")
"""A power written on a line: "10^6", "km^2"."""


def raised(words: str, before: str, behind: str = "") -> str:
    """What raised `words` are read as between `before` and `behind`: a power or a measure in raised figures, an ordinal, a word or
    the upper half of a fraction as it is, "" for the mark of a note."""
    bare = words.strip()
    if bare.isdecimal() and behind.lstrip().startswith(("/", "⁄")):
        return bare if not before[-1:].isdigit() else f" {bare}"
    if re.fullmatch(r"[-+−]?\d+", bare) and POWER.search(before):
        return bare.replace("−", "-").translate(RAISED)
    if bare in ("2", "3") and MEASURE.search(before):
        return bare.translate(RAISED)
    if ORDINAL.fullmatch(bare) and before[-1:].isdigit():
        return words
    return "" if _mark().fullmatch(words) else words


def caret_powers(copy: str, offsets: array[int]) -> tuple[str, array[int]]:
    """The copy with powers of ten and measures behind a caret in raised figures, each at the place of its own figure."""
    if "^" not in copy:
        return copy, offsets
    letters = list(copy)
    for found in CARET.finditer(copy):
        read = raised(found[1], copy[max(0, found.start() - 20) : found.start()])
        if read and read != found[1]:
            letters[found.start() : found.end()] = ["", *read, *[""] * (found.end() - found.end(1))]
    kept = array("L", (offset for letter, offset in zip(letters, offsets, strict=True) if letter))
    return "".join(letters), kept


def with_raised(pieces: Iterable[tuple[str, bool]]) -> str:
    """The words of a paragraph from its pieces, each with whether it is raised; neighbours of one height are one."""
    parts = [(high, "".join(words for words, _ in group)) for high, group in groupby(pieces, key=itemgetter(1))]
    found = ""
    for i, (high, words) in enumerate(parts, start=1):
        behind = parts[i][1] if i < len(parts) else ""
        found += raised(words, found, behind) if high else words
    return found


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"[\s\[(]*(?:\d{1,3}|[a-z]|[*†‡§¶]+)(?:[\s,;–-]+(?:\d{1,3}|[a-z]))*[\s\])]*", re.IGNORECASE)
