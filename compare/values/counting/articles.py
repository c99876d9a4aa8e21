"""A thing told by its article: "a sailor", "no sailors". Only who asks for sailors may take it for a number of them."""

import re
from collections.abc import Iterator

from claims.values import Amount, Reading
from compare.values.counting.nouns import same_noun, singular

_TOLD = re.compile(r"\b(an?|one|no) ([a-z-]+)(?: ([a-z-]+))?", re.IGNORECASE)


def read_articles(text: str, noun: str) -> Iterator[Reading]:
    """One or none of what `noun` names, wherever an article says so, with at most one word between the two."""
    for told in _TOLD.finditer(text):
        end = next((told.end(i) for i in (2, 3) if told[i] and same_noun(singular(told[i].lower()), noun)), None)
        if end is not None:
            number = 0.0 if told[1].lower() == "no" else 1.0
            yield Reading(told.start(), end, Amount(number, number, noun))
