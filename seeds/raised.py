"""Raised figures of a formatted text: the power of a number, the measure of an area, or the mark of a note, which is no word of it."""

import re

RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
POWER = re.compile(r"(?<![\d.,])10$")
"""What stands before a power ("10⁶")."""
MEASURE = re.compile(r"(?<![^\W\d_])(?:[kcdmµ]?m|ft|in|yd|mi|s)$")
"""What stands before the square or cube of a measure ("km²")."""
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|o|a)\b", re.IGNORECASE)
MARK = re.compile(r"[\s\[(]*(?:\d{1,3}|[a-z]|[*†‡§¶]+)(?:[\s,;–-]+(?:\d{1,3}|[a-z]))*[\s\])]*", re.IGNORECASE)


def raised(words: str, before: str) -> str:
    """What raised `words` are read as behind `before`: a power or a measure in raised figures, an ordinal or a word as it is, "" for
    the mark of a note."""
    bare = words.strip()
    if re.fullmatch(r"[-+−]?\d+", bare) and POWER.search(before):
        return bare.replace("−", "-").translate(RAISED)
    if bare in ("2", "3") and MEASURE.search(before):
        return bare.translate(RAISED)
    if ORDINAL.fullmatch(bare) and before[-1:].isdigit():
        return words
    return "" if MARK.fullmatch(words) else words
