"""Dates, ranges and lists of dates as they stand in a text, before what they leave unsaid is added.

This module alone knows how the dates found by `dating.forms` join to ranges and lists, and which of them are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.dating.bare_months import month_stands, weekday_stands
from compare.dating.bare_years import (
    before_christ,
    counted,
    counts,
    is_year,
    labelled,
    short_year_stands,
    stands_alone,
    word_after,
)
from compare.dating.forms import DATE, DAY, OWNS_ARTICLE
from compare.dating.points import Point, point
from compare.dating.tokens import Token, letters, plain, tokens

_BETWEEN = ("between ", "between the ")
_SEPTEMBER_11 = Point("XXXX-09-11")
_ATTACKS_AFTER = re.compile(r" (?:terror(?:ist)? )?attacks?\b")
_ATTACKS_BEFORE = re.compile(r"(?:attacks? of |post-|pre-|after |since )$")


@dataclass(frozen=True)
class Mention:
    """A date or a range as it stands in a text (characters, end exclusive).

    right: the other end of a range. open: a range up to now. joined: followed by "and", "or" or a comma and another date.
    """

    start: int
    end: int
    left: Point
    right: Point | None = None
    open: bool = False
    joined: bool = False


def mentions(text: str) -> Iterator[Mention]:
    """Yield the dates of a text in order, not overlapping and not yet completed with what they leave unsaid."""
    folded = plain(text)
    found = tokens(text, folded)
    if found:
        yield from _Scanner(text, folded, found, letters(found, folded)).mentions()


@dataclass(frozen=True)
class _Scanner:
    """A text with its tokens and their letters. A place in `signs` is twice the number of the token."""

    text: str
    folded: str
    found: list[Token]
    signs: str

    def mentions(self) -> Iterator[Mention]:
        at, joined_from = 0, -1
        while match := DATE.search(self.signs, at):
            at = match.start() + 2
            here = self._match(match.start())
            if here is None:
                continue
            if ranged := self._range(here):
                mention, at = ranged
                yield mention
            elif self._stands(here, joined_from == here.start()):
                yield from self._listed(here)
                at = here.end() + 1
            joined_from = at if self.signs[at - 1] in "ar," else -1

    def _match(self, at: int) -> re.Match[str] | None:
        """The date at a place, without a last number that counts something: "In May 7 soldiers" is "In May"."""
        match = DATE.match(self.signs, at)
        while match and self._ends_in_count(match):
            match = DATE.match(self.signs, at, match.end() - 1)
        return None if match and self._runs_backward(match) else match

    def _ends_in_count(self, match: re.Match[str]) -> bool:
        last = self._last(match)
        if last.letter == "D":
            return self.signs[match.end()] == "|" and counts(self.text, last.end, last.value)
        round_year = last.letter == "Y" and match[2] != "Y" and last.value.endswith("00")
        return round_year and counts(self.text, last.end, last.value)

    def _runs_backward(self, match: re.Match[str]) -> bool:
        """Whether the days of a range do: "Session 15 - 6 July 1415"."""
        days = [int(token.value) for token in self._days(match)]
        return len(days) > 1 and "M" in match[2] and days != sorted(days)

    def _range(self, left: re.Match[str]) -> tuple[Mention, int] | None:
        """The range that begins with a date, and the place after it: "May 2020 to June 2021", "between 2020 and 2024"."""
        sign, after, start = self.signs[left.end()], left.end() + 1, self._start(left)
        if sign not in "-ts" and not (sign == "a" and self.folded.endswith(_BETWEEN, 0, start)):
            return None
        if self.found[after // 2].letter == "G" and sign != "s" and self._holds_year(left):
            return Mention(start, self.found[after // 2].end, self._point(left), open=True), after + 2
        right = self._match(after)
        if right and self._makes_range(left, sign, right):
            return Mention(start, self._last(right).end, self._point(left), self._point(right)), right.end() + 1
        return None

    def _makes_range(self, left: re.Match[str], sign: str, right: re.Match[str]) -> bool:
        first, last = left[2], right[2]
        if "W" in (first, last) or "Z" in (first, last) or ("R" in (first, last) and sign == "-"):
            return False
        if first == "Y":
            return self._years_make_range(left, sign, right)
        return sign != "s" and (first != "S" or self._holds_year(right))

    def _years_make_range(self, left: re.Match[str], sign: str, right: re.Match[str]) -> bool:
        year, last = self._last(left), self._last(right)
        if labelled(self.folded, year.start) or not stands_alone(self.folded, year.start, last.end):
            return False
        if right[2] != "Y":
            return sign != "s"
        after = word_after(self.text, last.end)
        if before_christ(self.text, last.end) or (counted(after) and after != "years"):
            return False
        return year.value < last.value and (sign != "s" or int(year.value) + 1 == int(last.value))

    def _stands(self, match: re.Match[str], joined: bool) -> bool:
        """Whether a date that is no part of a range is one; a lone year, month or weekday needs the words around it."""
        form, modifiers, one = match[2], match[1], self.found[match.start(2) // 2]
        if form == "Y":
            if modifiers.endswith("0") or re.search("[PF]", modifiers):
                return not labelled(self.folded, one.start)
            return is_year(self.text, self.folded, one.start, one.end)
        if form == "Z":
            return short_year_stands(self.text, self.folded, one.start, one.end)
        if form == "M":
            named = bool(re.search("[PF]", modifiers)) or joined
            return named or month_stands(self.text, self.folded, one)
        if form == "W":
            return weekday_stands(self.folded, one)
        if form == "S":
            return self._shares_year(match)
        if form[-1] == "C":
            return word_after(self.text, self._last(match).end) != "Fox" and not before_christ(
                self.text, self._last(match).end
            )
        return form[0] != "Y" or form[-1] not in "DN" or self._short_range_stands(match, one)

    def _short_range_stands(self, match: re.Match[str], year: Token) -> bool:
        alone = stands_alone(self.folded, year.start, self._last(match).end)
        return alone and not labelled(self.folded, year.start)

    def _shares_year(self, season: re.Match[str]) -> bool:
        """Whether a season alone is joined to one with a year: "summer and fall of 2020"."""
        following = self._match(season.end() + 1) if self.signs[season.end()] in "ar" else None
        return following is not None and following[2][0] == "S" and self._holds_year(following)

    def _listed(self, match: re.Match[str]) -> Iterator[Mention]:
        """One mention, or one for each day of a list that is no range: "April 2 and 16, 2019"."""
        start, end, days = self._start(match), self._last(match).end, self._days(match)
        joined = self.signs[match.end()] in "ar,"
        if self._is_one(match, [int(day.value) for day in days]):
            yield Mention(start, end, self._september_11(self._point(match), start, end), joined=joined)
            return
        others = [token for token in self._tokens(match) if token.letter not in "DT"]
        for day in days:
            first, last = start if day is days[0] else day.start, end if day is days[-1] else day.end
            yield Mention(first, last, point([*others, day]))

    def _is_one(self, match: re.Match[str], days: list[int]) -> bool:
        if "M" not in match[2] or len(days) < 2 or days == list(range(days[0], days[0] + len(days))):
            return True
        ranged = re.search(rf"{DAY}[-t]{DAY}", match[2]) is not None
        return ranged or self.folded.endswith(_BETWEEN, 0, self._start(match))

    def _september_11(self, one: Point, start: int, end: int) -> Point:
        """The day of the attacks where they are named: "the September 11 attacks", "post-September 11"."""
        if one != _SEPTEMBER_11:
            return one
        named = _ATTACKS_AFTER.match(self.folded, end) or _ATTACKS_BEFORE.search(self.folded, max(0, start - 12), start)
        return Point("2001-09-11") if named else one

    def _start(self, match: re.Match[str]) -> int:
        start = self.found[match.start() // 2].start
        owned = OWNS_ARTICLE.search(match[0]) and self.folded.endswith("the ", max(0, start - 4), start)
        return start - 4 if owned else start

    def _holds_year(self, match: re.Match[str]) -> bool:
        return re.search("[YIEC]", match[2]) is not None

    def _point(self, match: re.Match[str]) -> Point:
        return point(self._tokens(match))

    def _days(self, match: re.Match[str]) -> list[Token]:
        return [token for token in self._tokens(match) if token.letter in "DT"]

    def _tokens(self, match: re.Match[str]) -> list[Token]:
        return self.found[match.start() // 2 : (match.end() + 1) // 2]

    def _last(self, match: re.Match[str]) -> Token:
        return self.found[(match.end() - 1) // 2]
