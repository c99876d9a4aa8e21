"""A text as tokens: the date words and numbers in it, each with a letter for its kind.

This module alone cuts a text into tokens. Which tokens make a date is read by `compare.values.dates`.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from compare.values.dating.numbers import NUMBER, NUMERIC, after_the, number, numeric
from compare.values.dating.relative import PHRASE, POINTERS
from compare.values.dating.spelled import day_after, day_before, year_at
from compare.values.dating.words import GAPS, ONLY_CAPITAL, ROMANS, words

_SIGNS = {
    **dict.fromkeys("\xa0\u2009\u202f\u2007", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2212", "–"),
    "\u2015": "—",
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
}
_LONGEST_GAP = max(map(len, GAPS))
_LONGEST_PHRASE = 36
_URL = re.compile(r"(?:https?://|www\.)\S+")
_CENTURY = re.compile(r"(?:(?: or | and |-)[ivx]+)?[ -]centur")
_DATE_IN_URL = re.compile(rf"(?<!\d){NUMERIC}")


class Token(NamedTuple):
    """One word or number: its letter, its value, and its place (characters, end exclusive).

    Letters of `dating.words.words` and `dating.numbers.number`, and: K spelled day before a month, L pointer ("last"), R relative
    phrase ("two years ago"); Z is also a spelled year.
    """

    letter: str
    value: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text of the same length in lower case, with plain spaces, apostrophes, and dashes of `DASHES` only."""
    if not text.isascii():
        for sign, ascii_sign in _SIGNS.items():
            text = text.replace(sign, ascii_sign)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(text: str, folded: str) -> list[Token]:
    """Return the date words and numbers of a text in order, not overlapping; `folded` is `plain(text)`."""
    found: list[Token] = []
    end = 0
    if "://" in folded or "www." in folded:
        folded = _URL.sub(_address, folded)
    for match in _lexer().finditer(folded):
        if match.start() < end:
            continue
        read = _word(text, folded, match) if match.lastgroup == "word" else _figure(folded, match, end)
        for token in read:
            while found and found[-1].end > token.start:
                found.pop()
            found.append(token)
            end = token.end
    return found


def letters(found: list[Token], folded: str) -> str:
    """Return the letters of the tokens, each followed by the sign of the gap after it (`dating.words.GAPS`, `|` for a break).

    Token i is at place 2 * i.
    """
    signs = []
    for token, following in pairwise(found):
        near = following.start - token.end <= _LONGEST_GAP
        signs.append(token.letter + (GAPS.get(folded[token.end : following.start], "|") if near else "|"))
    return "".join(signs) + (found[-1].letter + "|" if found else "")


def _address(url: re.Match[str]) -> str:
    """A web address without its words; a whole date in its path stays."""
    kept = [(date.start(), date[0]) for date in _DATE_IN_URL.finditer(url[0])]
    blank = "_" * len(url[0])
    for start, digits in kept:
        blank = blank[:start] + digits + blank[start + len(digits) :]
    return blank


def _word(text: str, folded: str, match: re.Match[str]) -> tuple[Token, ...]:
    """A word as its token; with "two ... ago" around it a phrase, with "last" before it a pointer and itself."""
    word, (start, end) = match[0], match.span()
    letter, value = words()[word]
    if letter in "UGC" or (word.endswith(" week") and not folded.startswith(" of", end)):
        for phrase in _phrase().finditer(folded, max(0, start - _LONGEST_PHRASE), end + _LONGEST_PHRASE):
            if phrase.start() <= start < phrase.end():
                return (Token("R", phrase[0], *phrase.span()),)
    if letter == "X":
        spelled = year_at(folded, start)
        return (Token("Z", str(spelled[0]), start, spelled[1]),) if spelled else ()
    if letter == "U" or _is_another_word(text, folded, word, start):
        return ()
    if letter == "E" and not after_the(folded, start):
        return ()
    itself = Token(letter, value, start, end)
    if letter == "M" and (day := day_after(folded, end)):
        return itself, Token("T", str(day[0]), *day[1:])
    if letter == "M" and (day := day_before(folded, start)):
        return Token("K", str(day[0]), *day[1:]), itself
    if letter in "MSW" and (pointer := _pointer().search(folded, max(0, start - 16), start)):
        return Token("L", pointer[1], *pointer.span(1)), itself
    return (itself,)


def _is_another_word(text: str, folded: str, word: str, start: int) -> bool:
    """True for "may" in small letters, and for a Roman number that names no century."""
    if word in ROMANS:
        end = start + len(word)
        return not (text[start:end].isupper() and _CENTURY.match(folded, end))
    return word in ONLY_CAPITAL and not text[start].isupper()


def _figure(folded: str, match: re.Match[str], after: int) -> tuple[Token, ...]:
    """A number as its token; none when it is glued to letters that are no date word (COP29, but Dec31)."""
    start, end = match.span()
    if start and start != after and folded[start - 1].isalpha():
        return ()
    if match.lastgroup == "numeric":
        letter, value = numeric(folded, match[0], start)
    else:
        letter, value = number(folded, match[0], start, end)
    return (Token(letter, value, start, start + 4 if letter == "Y" else end),) if value else ()


@cache
def _lexer() -> re.Pattern[str]:
    """Words are grouped by their first letter, which makes the search twice as fast."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words(), key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    spelled = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    return re.compile(rf"\b(?P<word>{spelled})(?![^\W\d_])|(?P<numeric>{NUMERIC})|(?P<number>{NUMBER})")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{PHRASE})(?![^\W\d_])")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(POINTERS, key=len, reverse=True))}) $")
