"""Whether a scanner misread a text: frequent words with letters that make no word, and figures inside of words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from compare.fold import STOP, stem_of
from compare.values.quoting.alignment import Step
from compare.values.quoting.shapes import READ_FOR, shape_of
from compare.values.quoting.text import Text
from compare.values.quoting.words import Word, joined

COMMON = "the and have been were will when shall".split()
LONELY = (
    "that with this from their would should could there these other into which about after first people before because "
    "through between against under where"
).split()
"""Frequent words that few words are like."""
LIKE_LONELY = frozenset(
    "hat chat than what thai thaw wit wish wits pith kith his thin thus tis chis frog fro prom heir wound world mould gould "
    "wold cold here those thee theme three ether otter info onto unto indo abut bout abort alter aster fist hirst though udder "
    "were whore hove".split()
)
"""Those few, one letter away."""
HYPHENS = frozenset("-\u00ad\u2010\u2011")
STRAY = re.compile(r"[a-z](?:[015]|,)[a-z]|\b[015][a-z]{3}")
"""Figures and commas inside of words."""
DAMAGED = 0.002
"""The share of visibly damaged words from which on a text is badly scanned; clean prose has next to none."""
AROUND = 5000
"""How many characters on each side of a place show whether its text is badly scanned."""


def is_scanned_badly(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> bool:
    """True when the words around the place, or several of its own, show that a scanner misread the text."""
    first, last = steps[0].j, steps[-1].j_end - 1
    low, high = source.word_at(source.spans[first][0] - AROUND), source.word_at(source.spans[last][1] + AROUND)
    signs = sum(_is_damaged(source, j) for j in [*range(low, first), *range(last + 1, high)])
    signs += len(STRAY.findall(source.text, source.spans[low][0], source.spans[high - 1][1]))
    for step in steps:
        if step.differs:
            given = source.joined(step.j, step.j_end)
            signs += _looks_misread(joined(words, step.i, step.i_end), given, signs > 0 and source.counts[given] < 2)
    return signs > 1 and signs >= DAMAGED * (high - low)


def _is_damaged(source: Text, j: int) -> bool:
    """True when word `j` is a frequent one misread, and not a part of a hyphened one."""
    start, end = source.spans[j]
    beside = source.text[max(0, start - 1) : start] + source.text[end : end + 1]
    return source.forms[j] in _damaged_words() and not HYPHENS.intersection(beside)


def _looks_misread(quoted: str, given: str, unknown: bool) -> bool:
    """True when two words differ only in letters that look alike (or one of them is no word), and in no ending."""
    alike = unknown or shape_of(quoted) == shape_of(given)
    return alike and not any(c.isdigit() for c in quoted) and given not in STOP and stem_of(quoted) != stem_of(given)


@lru_cache(maxsize=1)
def _damaged_words() -> frozenset[str]:
    """Frequent words with one letter misread; those that few words are like with any other letter or none."""
    misread = {_with(word, i, c) for word in COMMON for i, letter in enumerate(word) for c in READ_FOR.get(letter, "")}
    anything = [*"abcdefghijklmnopqrstuvwxyz0135", ""]
    misread |= {_with(word, i, c) for word in LONELY for i in range(len(word)) for c in anything}
    return frozenset(misread) - LIKE_LONELY.union(COMMON, LONELY)


def _with(word: str, i: int, letter: str) -> str:
    return word[:i] + letter + word[i + 1 :]
