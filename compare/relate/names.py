"""Whether two written names can be one person's or body's: titles aside, no given name, initial, ordinal or "Jr" may differ.

A shorter form is the same name ("Brandt" and "Ilka Brandt"); "Karl Brandt" and "Emil Brandt" are two.
"""

import re
from functools import lru_cache

from compare.fold import STOP
from compare.lexicon import rivals, senses, titles
from compare.text.sentence import Sentence

ORDINAL = re.compile(r"[ivx]+|jr|sr|junior|senior|jnr|snr")
"""What tells two of one name apart."""

Name = tuple[int, ...]
"""The words of a name, as indices."""


def is_other(mine: Sentence, name: Name, theirs: Sentence, places: frozenset[int]) -> bool:
    """True when every name of the passage that holds one of some words is another than a name of the statement."""
    found = [run for run in theirs.runs if places.intersection(run)]
    return bool(found) and all(_differ(mine, name, theirs, run) for run in found)


def _differ(mine: Sentence, name: Name, theirs: Sentence, other: Name) -> bool:
    ours, others = _ordinals(mine, name), _ordinals(theirs, other)
    if ours and others and ours != others:
        return True
    here, there = _bare(mine, name), _bare(theirs, other)
    if len(here) < 2 or len(there) < 2:
        return False
    keys, others_keys = [mine.keys[i] for i in here], [theirs.keys[j] for j in there]
    if keys[-1] != others_keys[-1]:
        return False
    return bool(_unmatched(keys, others_keys)) and bool(_unmatched(others_keys, keys))


def _unmatched(words: list[str], others: list[str]) -> list[str]:
    """The words of a name that are none of another's, nor an initial of one, nor have one there."""
    return [word for word in words if not any(word == other or _initial(word, other) for other in others)]


def _initial(word: str, other: str) -> bool:
    return 1 in (len(word), len(other)) and word[0] == other[0]


def _ordinals(sentence: Sentence, name: Name) -> list[str]:
    return [sentence.form(i) for i in name[1:] if ORDINAL.fullmatch(sentence.form(i)) and len(sentence.form(i)) > 1]


def _bare(sentence: Sentence, name: Name) -> list[int]:
    """The words of a name without titles, callings and ordinals."""
    free = (i for i in name if sentence.form(i) not in STOP | titles() and not ORDINAL.fullmatch(sentence.form(i)))
    return [i for i in free if i == name[-1] or sentence.keys[i] not in _callings()]


@lru_cache(maxsize=1)
def _callings() -> frozenset[str]:
    """The keys of listed words: before a name they are callings ("Chemist Banu"), not given names."""
    return frozenset(phrase[0] for phrase in (*senses(), *rivals()) if len(phrase) == 1)
