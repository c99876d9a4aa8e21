"""A text as tokens: the date words and numbers in it, each with a letter for its kind.

This module alone knows how numbers in dates are written: 8th, 1994, 1990s, '90s, 2025-08-08, 8/12/2015. Which tokens make a
date is read by `compare.dates`.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from compare.date_words import GAPS, MONTHS, ONLY_CAPITAL, SEASONS, WEEKDAYS, words
from compare.relative_dates import PHRASE, POINTERS

FIRST_YEAR, LAST_YEAR = 1000, 2199
_NUMERIC = (
    r"(?:\d{4}(?P<ymd>[-/.])\d{1,2}(?P=ymd)\d{1,2}|\d{1,2}(?P<mdy>[-/.])\d{1,2}(?P=mdy)\d{4}|\d{1,2}/\d{1,2}/\d\d)"
    r"(?![-/.]?\d)|9/11(?![/.]?\d)"
)
_NUMBER = r"(?<!\w)'\d\ds?+(?!\w)|\d++(?:[.:]\d++|,\d{3}(?!\d))*+(?:st|nd|rd|th|'?s)?+"
_SIGNS = {
    **dict.fromkeys("\xa0\u2009\u202f\u2007\t\n\r", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2212", "–"),
    "\u2015": "—",
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
}
_LONGEST_GAP = max(map(len, GAPS))
_BEFORE_SHORT_DECADE = ("the ", "early ", "late ", "mid-", "mid ")


class Token(NamedTuple):
    """One word or number: its letter, its value, and its place (characters, end exclusive).

    Letters of `date_words.words`, and: D day, I numeric date, L pointer ("last"), N other number, R relative phrase, T ordinal
    in digits (8th), Y year, Z short year ('99).
    """

    letter: str
    value: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text of the same length in lower case with plain spaces and apostrophes, and with dashes of `DASHES` only."""
    for sign, ascii_sign in _SIGNS.items():
        text = text.replace(sign, ascii_sign)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(text: str, folded: str) -> list[Token]:
    """Return the date words and numbers of a text in order; `folded` is `plain(text)`."""
    found: list[Token] = []
    for match in _lexer().finditer(folded):
        kind, word, (start, end) = match.lastgroup, match[0], match.span()
        if kind == "word":
            letter, value = words()[word]
            if letter in "MW" and word in ONLY_CAPITAL and not text[start].isupper():
                continue
            if letter == "E" and not _after_the(folded, start):
                continue
        elif kind == "I":
            letter, value = _numeric(folded, word, start)
        elif kind == "number":
            letter, value = _number(folded, word, start, end)
            if start and folded[start - 1].isalpha() and not (found and found[-1].end == start):
                letter = "N"
        else:
            letter, value = kind or "", word
        possessive = letter == "Y" and end - start > 4
        found.append(Token(letter, value, start, start + 4 if possessive else end))
    return found


def letters(found: list[Token], folded: str) -> str:
    """Return the letters of the tokens, each followed by the sign of the gap after it (`date_words.GAPS`, `|` for a break).

    Token i is at place 2 * i.
    """
    signs = []
    for token, following in zip(found, found[1:], strict=False):
        near = following.start - token.end <= _LONGEST_GAP
        signs.append(token.letter + (GAPS.get(folded[token.end : following.start], "|") if near else "|"))
    return "".join(signs) + (found[-1].letter + "|" if found else "")


@cache
def _lexer() -> re.Pattern[str]:
    """Words are grouped by their first letter, which makes the search twice as fast."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words(), key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    spelled = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    pointers = "|".join(sorted(POINTERS, key=len, reverse=True))
    targets = "|".join((*MONTHS, *WEEKDAYS, *SEASONS))
    end = r"(?![^\W\d_])"
    return re.compile(
        rf"\b(?:(?P<L>{pointers})(?= (?:{targets})\b)|(?P<R>{PHRASE}){end}|(?P<word>{spelled}){end})|(?P<I>{_NUMERIC})|(?P<number>{_NUMBER})"
    )


def _after_the(folded: str, start: int) -> bool:
    """Whether a decade without its century is one: "the 90s", "mid-90s", but not "in her 90s"."""
    return folded.endswith(_BEFORE_SHORT_DECADE, max(0, start - 6), start)


def _numeric(folded: str, word: str, start: int) -> tuple[str, str]:
    """A date in digits; month before day unless it cannot be or dots separate them (8.12.2015), and 69 to 99 are 19xx."""
    if folded[max(0, start - 2) : start][-1:] in ("-", "/", ".") and folded[start - 2 : start - 1].isdigit():
        return "N", word
    if word == "9/11":
        return "I", "2001-09-11"
    first, second, third = (int(part) for part in re.split(r"[-/.]", word))
    if first >= FIRST_YEAR:
        year, month, day = first, second, third
    else:
        year = third if third > 99 else third + (1900 if third > 68 else 2000)
        month, day = (second, first) if first > 12 or ("." in word and second <= 12) else (first, second)
    return _day(year, month, day) or ("N", word)


def _day(year: int, month: int, day: int) -> tuple[str, str] | None:
    try:
        return ("I", date(year, month, day).isoformat()) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _number(folded: str, word: str, start: int, end: int) -> tuple[str, str]:
    digits = word.strip("'snrdth")
    suffix, short = word[len(digits) + word.startswith("'") :], word.startswith("'")
    if len(digits) > 8 or not digits.isdigit() or folded[end : end + 1].isalnum() or _glued(folded, start, end):
        return "N", word
    number = int(digits)
    if suffix == "'s" and not (number % 10 == 0 and _after_the(folded, start)):
        return ("Y", digits) if len(digits) == 4 and FIRST_YEAR <= number <= LAST_YEAR else ("N", word)
    if suffix in ("s", "'s"):
        return _decade(number, len(digits), short or _after_the(folded, start)) or ("N", word)
    if suffix:
        return ("T", str(number)) if 1 <= number <= 31 else ("N", word)
    if short:
        return "Z", str(number + (1900 if number > 68 else 2000))
    if len(digits) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return "Y", digits
    if len(digits) == 8:
        return _day(number // 10000, number // 100 % 100, number % 100) or ("N", word)
    return ("D", digits) if len(digits) < 3 and 1 <= number <= 31 else ("N", word)


def _glued(folded: str, start: int, end: int) -> bool:
    before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
    return before in ("$", "€", "£", "¥", "#", "§", "_", "=") or after in ("%", "°", "$", "€", "£", "_", "=")


def _decade(number: int, width: int, short: bool) -> tuple[str, str] | None:
    """199X for the 1990s and the '90s, 18XX for the 1800s, 200X for the 2000s."""
    if number % 10 or width not in (2, 4) or (width == 2 and not short):
        return None
    if width == 2:
        return "E", f"{19 if number > 20 else 20}{number // 10}X"
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    return "E", f"{number // 100}XX" if number % 100 == 0 and number != 2000 else f"{number // 10}X"
