"""Roots: one key for words derived from each other ("sign" and "signature", "dissolve" and "dissolution", "Turkish" and "Turkey").

Stems keep these apart, rightly: they say different things. A search only asks whether two words may speak of the same (`root_of`).
Whether one may stand for the other is asked of their sense (`sense_of`): "mill" and "million" have one root and two senses.
"""

import re
from functools import cache, lru_cache

from compare.lexicon import set_apart, stem_behind
from compare.text.countries import peoples

SHORTEST = 4
"""How many letters a root has at least; a shorter one is shared by words that have nothing to do with each other."""
LONGEST = 40
"""Letters; what is longer is no word."""
WITHOUT = "less"
"""The ending that says that what stands before it is missing."""
CHANGES = (
    (re.compile(r"olut$"), "olv"),
    (re.compile(r"(?:ipt|ib)$"), "ib"),
    (re.compile(r"(?<=[uai])ct$"), "c"),
    (re.compile(r"(?<=mi)ss$"), "t"),
    (re.compile(r"(?<=[naieu])[ds]$"), "d"),
)
"""Last sounds that change with the ending: dissolve, dissolution; describe, description; produce, production; permit, permission;
extend, extension; decide, decision."""


@lru_cache(maxsize=50_000)
def root_of(stem: str) -> str:
    """The root of a stem; of a people's name the country; the stem itself where no rule applies."""
    if not stem.isalpha() or len(stem) > LONGEST or stem in _countries():
        return stem
    return peoples().get(stem) or _bare(stem)


@lru_cache(maxsize=50_000)
def sense_of(key: str) -> str:
    """The root of a key, kept apart from words of that root that say another thing; "harmless" is no "harm"."""
    return key if key.endswith(WITHOUT) else set_apart().get(key) or root_of(stem_behind(key))


def _bare(stem: str) -> str:
    """`stem` without its endings, one after the other, as long as a root is left."""
    found = _endings().search(stem, SHORTEST)
    return _bare(stem[: found.start()]) if found else _changed(stem)


def _changed(stem: str) -> str:
    if len(stem) > SHORTEST:
        for pattern, replacement in CHANGES:
            stem = pattern.sub(replacement, stem)
    return stem


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(peoples().values())


@cache
def _endings() -> re.Pattern[str]:
    """Endings that make a word of another, as the stemmer leaves them."""
    return re.compile(
        r"(?:iz|ific|ifi|at|ation|ition|ution|ion|ement|ment|ship|hood|ness|less|ful|ism|ist|ur|i?an[ct]|i?en[ct]|i?ens|anci|enci"
        r"|enti|iv|or|er|ar|ari|eri|ori|abl|ibl|iti|ti|i?al|ual|i?an|ean|ish|ic|i?ous|i|a|y|ag|th)$"
    )
