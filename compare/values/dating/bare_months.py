"""Whether a month or a weekday without a day or a year is a date: "in August" and "on Friday" are, "Theresa May" is not.

This module alone knows what words before and after a month or weekday say about it.
"""

import re

from compare.values.dating.tokens import Token

_ALSO_NAMES = ("03", "04", "05", "06")
"""March, April, May and June are also words and names of people."""
_FIRM = frozenset("in since until till during throughout between through early late mid".split())
_LOOSE = _FIRM | frozenset("by from before after to of for the and or every each a".split())
_NAMES = frozenset("revolution manifesto dossier surprise group uprising wilson fourth".split())
_BEFORE = re.compile(r"([a-z]+)[ -]$")
_AFTER = re.compile(r" ([^\W\d_]+)")
_VERB_AFTER = frozenset("of to on for through from toward towards in into".split())


def month_stands(text: str, folded: str, month: Token) -> bool:
    """Say whether a month alone is a date.

    A month written in full with a capital is, unless it begins a name; March to June and what is abbreviated or small need a
    preposition of time ("in May") or, but for May, "the" and the like ("the March talks").
    """
    word, capital = folded[month.start : month.end], text[month.start].isupper()
    before, after = (
        _word(_BEFORE.search(folded[max(0, month.start - 12) : month.start])),
        _word(_AFTER.match(text, month.end)),
    )
    named = month.value in _ALSO_NAMES
    short = not word.endswith(".") and len(word) < 5 and word not in ("june", "july", "may")
    if after.lower() in _NAMES or before == "black" or (short and after[:1].isupper()):
        return False
    if before in _FIRM or text[max(0, month.start - 3) : month.start] == "By ":
        return True
    if not capital or short or word == "may" or ((named or word == "august") and after[:1].isupper()):
        return False
    if before == "the" and word == "march" and after in _VERB_AFTER:
        return False
    return before in _LOOSE or not (named or word.endswith("."))


def weekday_stands(folded: str, weekday: Token) -> bool:
    """Say whether a weekday alone is a date: after "on", "since", "by", "until" or "early"."""
    return bool(
        re.search(
            r"\b(?:on|since|by|until|till) (?:early |late )?$", folded[max(0, weekday.start - 14) : weekday.start]
        )
    )


def _word(found: re.Match[str] | None) -> str:
    return found[1] if found else ""
