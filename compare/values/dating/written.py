"""A text with its date words side by side: which date stands at a place, and which of its words and numbers are its own.

This module alone knows how a place among the letters of `dating.tokens` is a place in the text, and where a date ends before a
number that counts something.
"""

import re
from typing import NamedTuple

from compare.values.dating.bare_years import counts
from compare.values.dating.forms import DATE, OWNS_ARTICLE
from compare.values.dating.points import Point, point
from compare.values.dating.tokens import Token, letters, plain, tokens


class Mention(NamedTuple):
    """A date or a range as it stands in a text (characters, end exclusive).

    right: the other end of a range. open: a range up to now. joined: followed by "and", "or" or a comma and another date.
    """

    start: int
    end: int
    left: Point
    right: Point | None = None
    open: bool = False
    joined: bool = False


class Written(NamedTuple):
    """A text with its tokens and their letters. A place in `signs` is twice the number of the token."""

    text: str
    folded: str
    found: list[Token]
    signs: str

    @classmethod
    def of(cls, text: str) -> "Written":
        """A text cut into tokens."""
        folded = plain(text)
        found = tokens(text, folded)
        return cls(text, folded, found, letters(found, folded) if found else "")

    def date_at(self, at: int) -> re.Match[str] | None:
        """The date at a place, without a last number that counts something: "In May 7 soldiers" is "In May"."""
        match = DATE.match(self.signs, at)
        while match and self._ends_in_count(match):
            match = DATE.match(self.signs, at, match.end() - 1)
        return None if match and self._runs_backward(match) else match

    def start(self, match: re.Match[str]) -> int:
        """Where a date's words begin, with an article that is its own."""
        start = self.found[match.start() // 2].start
        owned = OWNS_ARTICLE.search(match[0]) and self.folded.endswith("the ", max(0, start - 4), start)
        return start - 4 if owned else start

    def last(self, match: re.Match[str]) -> Token:
        """The last word or number of a date."""
        return self.found[(match.end() - 1) // 2]

    def tokens(self, match: re.Match[str]) -> list[Token]:
        """The words and numbers of a date."""
        return self.found[match.start() // 2 : (match.end() + 1) // 2]

    def days(self, match: re.Match[str]) -> list[Token]:
        """Its days of the month."""
        return [token for token in self.tokens(match) if token.letter in "DT"]

    def point(self, match: re.Match[str]) -> Point:
        """What a date says, not yet completed."""
        return point(self.tokens(match))

    def _ends_in_count(self, match: re.Match[str]) -> bool:
        last = self.last(match)
        if last.letter == "D":
            return self.signs[match.end()] == "|" and counts(self.text, last.end, last.value)
        round_year = last.letter == "Y" and match[2] != "Y" and last.value.endswith("00")
        return round_year and counts(self.text, last.end, last.value)

    def _runs_backward(self, match: re.Match[str]) -> bool:
        """Whether the days of a range do: "Session 15 - 6 July 1415"."""
        days = [int(token.value) for token in self.days(match)]
        return len(days) > 1 and "M" in match[2] and days != sorted(days)


def holds_year(match: re.Match[str]) -> bool:
    """True for a date with its year written."""
    return re.search("[YIEC]", match[2]) is not None
