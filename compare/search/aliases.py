"""Abbreviations a corpus defines itself: "Trump Route for International Peace and Prosperity (TRIPP)".

A passage that holds one form is found by the other as well.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from compare.fold import STOP, Word, fold
from seeds.model import Passage

DEFINED = re.compile(r"\(([A-Z][A-Z0-9&]{1,9})s?\)")
LONGEST = 12
"""How many words before the brackets may hold the long form."""


def find_aliases(passages: Iterable[Passage]) -> Mapping[str, frozenset[str]]:
    """For each abbreviation (its stem) the stems of the content words of its long form."""
    found: dict[str, frozenset[str]] = {}
    for passage in passages:
        for match in DEFINED.finditer(passage.text) if "(" in passage.text else ():
            long_form = _long_form(match[1].lower(), fold(passage.text[: match.start()]).words[-LONGEST:])
            if long_form:
                found.setdefault(fold(match[1]).words[0].stem, long_form)
    return found


def _long_form(letters: str, words: Sequence[Word]) -> frozenset[str]:
    """The stems of the last words whose initials spell `letters`, small words skipped; empty when they do not."""
    at, stems = len(letters) - 1, []
    for word in reversed(words):
        if word.form[0] == letters[at]:
            at -= 1
            stems.append(word.stem)
        elif word.form not in STOP:
            break
        if at < 0:
            return frozenset(stems)
    return frozenset()
