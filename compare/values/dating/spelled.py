"""Days and years written as words: "May twenty-one", "fifteen August nineteen hundred ninety-three", "two thousand and ten".

This module alone knows how speech and treaties spell numbers in dates. Ordinals ("the first of May") are date words.
"""

import re
from functools import cache

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: n for n, word in enumerate([*_ONES, *_TEENS], 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
CENTURIES = [*_TEENS[5:], "twenty"]
"""First words of years from 1500: "fifteen", ... "nineteen", "twenty"."""
_LINK = "[ -]"


def year_at(folded: str, start: int) -> tuple[int, int] | None:
    """Return the year spelled from a place on, and where it ends; None when there is none."""
    found = _year().match(folded, start)
    if not found:
        return None
    century = 2000 if found["thousand"] else 100 * _VALUES[found["century"]]
    return century + _value(
        found["after_thousand"] or found["rest"] or found["after_hundred"] or found["unit"]
    ), found.end()


def day_after(folded: str, end: int) -> tuple[int, int, int] | None:
    """Return day, start and end of a day spelled after a month ("May twenty-one"), where no noun follows that it counts."""
    found = _day_after().match(folded, end)
    day = _value(found[1]) if found else 0
    return (day, *found.span(1)) if found and day <= 31 else None


def day_before(folded: str, start: int) -> tuple[int, int, int] | None:
    """Return day, start and end of a day spelled before a month ("fifteen August")."""
    found = _day_before().search(folded, max(0, start - 14), start)
    day = _value(found[1]) if found else 0
    return (day, *found.span(1)) if found and day <= 31 else None


@cache
def _year() -> re.Pattern[str]:
    ones, small = "|".join(_ONES), _small()
    rest = rf"(?P<rest>{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})(?:{_LINK}(?:{ones})\b)?)"
    hundred = rf"hundred(?:(?: and)? (?P<after_hundred>{small}))?"
    return re.compile(
        rf"(?:(?P<thousand>two thousand)(?:(?: and)? (?P<after_thousand>{small}))?"
        rf"|(?P<century>{'|'.join(CENTURIES)}){_LINK}(?:{hundred}|(?:oh|zero){_LINK}(?P<unit>{ones})|{rest}))(?![\w-])"
    )


@cache
def _day_after() -> re.Pattern[str]:
    return re.compile(rf" (?:the )?({_small()})(?=[.,;:)]|$| (?:{'|'.join(CENTURIES)}|two thousand) | \d{{4}}\b)")


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(rf"\b({_small()}) $")


def _small() -> str:
    """Pattern of a number up to ninety-nine in words."""
    return rf"(?:(?:{'|'.join(_TENS)})(?:{_LINK}(?:{'|'.join(_ONES)})\b)?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})\b"


def _value(words: str | None) -> int:
    return sum(_VALUES[word] for word in re.split(_LINK, words)) if words else 0
