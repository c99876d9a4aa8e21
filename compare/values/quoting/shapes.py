"""Letters that scanners confuse: which are read for which, and which look alike, alone or together."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

READ_FOR: Mapping[str, str] = dict(
    pair.split(":") for pair in "a:o b:h c:eo e:co f:t h:b i:1l l:1i n:u o:0c r:t s:5 t:fl u:n".split()
)
"""Letters and what scanners read for them."""
SHAPES = {ord(letter): shape[0] for shape in "oace lijtfr hb6 nuv s gq9 z2".split() for letter in shape}
"""Letters that look alike as one."""
RUNS: Mapping[str, str] = {"rn": "m", "cl": "d", "vv": "w", "ii": "u", "li": "h"}
"""Letters that together look like one."""
LETTERS = str.maketrans("015", "ols")
"""Figures read for letters."""


@lru_cache(maxsize=100_000)
def shape_of(form: str) -> str:
    """A form with the letters that scanners confuse made one."""
    return _spelled_out(form).translate(SHAPES)


@lru_cache(maxsize=100_000)
def _spelled_out(form: str) -> str:
    """A form with letters for figures, and one letter for those that together look like it."""
    return re.sub("|".join(RUNS), lambda run: RUNS[run[0]], form.translate(LETTERS))


def letters_apart(one: str, other: str) -> int:
    """How many letters differ, letters that together look like one as one."""
    return Levenshtein.distance(_spelled_out(one), _spelled_out(other))
