"""Whether one word is another misread: the letters say it may be, the meaning and the rest of the text that it is not.

A misreading taken for a change is a false alarm; a change taken for a misreading is a silent miss.
"""

from collections.abc import Mapping

from rapidfuzz.distance import LCSseq, Levenshtein

from compare.fold import STOP, stem_of
from compare.values.quoting.shapes import READ_FOR, letters_apart, shape_of

NEGATIONS = frozenset("no not never none nor neither nothing nobody nowhere without cannot".split())
SCALES = frozenset("hundred thousand million billion trillion".split())
PREFIXES = frozenset("un in im il ir dis non mis".split())
FIGURES = str.maketrans("oilszbgq", "01152899")
"""Letters read for figures."""


def is_misread(quoted: str, given: str, counts: Mapping[str, int]) -> bool:
    """True when, in a badly scanned text, `given` is `quoted` misread and no other word.

    Another figure, a negation, a scale or a prefix is never taken for a misreading, nor is a word the text has elsewhere.
    """
    if any(c.isdigit() for c in quoted):
        return quoted == given.translate(FIGURES)
    if _means_other(quoted, given):
        return False
    if _lacks_a_letter(quoted, given, counts) or (len(quoted) < 4 and _one_letter_misread(quoted, given)):
        return True
    same_shape = shape_of(quoted) == shape_of(given)
    if given in STOP or counts[given] >= (max(3, counts[quoted] / 4) if same_shape else 2):
        return False
    if same_shape:
        return letters_apart(quoted, given) <= 1 + len(quoted) // 3
    return Levenshtein.distance(quoted, given) <= (len(quoted) + 3) // 4 and stem_of(quoted) != stem_of(given)


def _means_other(quoted: str, given: str) -> bool:
    """True for words so near and yet so far: "not" and "now", "ever" and "never", "million" and "billion", "legal" ..."""
    if given in NEGATIONS and quoted not in NEGATIONS:
        return True
    if quoted in NEGATIONS and given not in NEGATIONS and (given in STOP or quoted.endswith(given)):
        return True
    short, long = sorted((quoted, given), key=len)
    return {quoted, given} <= SCALES or (long.endswith(short) and long[: -len(short)] in PREFIXES)


def _lacks_a_letter(quoted: str, given: str, counts: Mapping[str, int]) -> bool:
    """True when one letter was lost, and that made no other form of the word the text has elsewhere."""
    if len(given) != len(quoted) - 1 or LCSseq.similarity(quoted, given) != len(given):
        return False
    return counts[given] < 2 or stem_of(quoted) != stem_of(given)


def _one_letter_misread(quoted: str, given: str) -> bool:
    """True when one letter was read as another that scanners take for it."""
    other = [(a, b) for a, b in zip(quoted, given, strict=False) if a != b]
    return len(quoted) == len(given) and len(other) == 1 and other[0][1] in READ_FOR.get(other[0][0], "")
