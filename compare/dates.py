"""Dates found in prose, read into `When` values.

This module alone knows the grammar: which words and numbers, in which order, make a date, a range or a list of dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from claims.values import Reading, When
from compare.bare_months import month_stands, weekday_stands
from compare.bare_years import before_christ, counted, counts, is_year, labelled, stands_alone, word_after
from compare.date_points import Point, open_ended, point, settle, settle_range, with_next_year
from compare.date_tokens import Token, letters, plain, tokens
from compare.impossible_dates import find_impossible
from compare.relative_dates import Surroundings

__all__ = ["find_dates", "find_impossible"]

_DAY = "[DT]"
_DAYS = rf"{_DAY}(?:,{_DAY})*[-ta]{_DAY}"
_FORMS = (
    rf"(?:W[_,0])?M[_h0]{_DAYS}(?:[_,o]Y)?(?![_o]M)",
    rf"(?:W[_,0])?{_DAYS}[_o]M(?:[_,o]Y)?",
    rf"(?:W[_,0h])?(?:M[_h0s-]{_DAY}|MhO|M_O(?=[_,]Y)|M,{_DAY}(?=,Y))(?:[_,0os-]Y|[_,o]R)?",
    rf"(?:W[_,0h])?(?:{_DAY}[_o0s-]M|OoM)(?:[_,0os-]Y|[_,o]R)?",
    r"(?:W[_,0])?I",
    rf"Y[-s]D[-s]M|Y[_,s-]M[_s-]{_DAY}(?!,Y)|Y[-s]M",
    r"M(?:[_,os-]Y|[_o]Z|[_,o]R)",
    r"S[_,o](?:Y(?:[-s][DN])?|Z|R)",
    r"H[_,o]Y|(?:Q[_,o]|[OT]_V[_,o])Y|Y[_-]Q|[OT]_V[_o]R",
    r"E|[OT][_-]C",
    r"Y_D_D|Y[-s][DN](?![_o]M)",
    r"L_(?:M[_h][DT]|M|S|W)",
    r"[MSWRY]",
)
_MODIFIERS = r"(?:A[_0h]|B_(?=[YRMDIPF]))?(?:(?:P[ts-])?P[_i-]|F[o-]|Fu(?=[ESPR]|[OT][_-]C))?(?:A[_0h])?"
_DATE = re.compile(rf"({_MODIFIERS})({'|'.join(_FORMS)})")
"""One date in letters of `date_tokens` and signs of `date_words.GAPS`: modifiers, and the longest form that fits."""
_OF_A_WHOLE = re.compile(r"[ECFV]|^[OT]|So")
"""Dates that own the article before them: "the end of 2021", "the 8th of August", "the spring of 2025"."""
_SEPTEMBER_11 = Point("XXXX-09-11")
_ATTACKS = re.compile(r" (?:terror(?:ist)? )?attacks?\b")


@dataclass(frozen=True)
class _Mention:
    """A date or range as it stands in the text; `joined` to the next one by "and", "or" or a comma."""

    start: int
    end: int
    left: Point
    right: Point | None = None
    open: bool = False
    joined: bool = False

    def when(self, around: Surroundings) -> When | None:
        if self.right:
            return settle_range(self.left, self.right, around)
        return open_ended(self.left, around) if self.open else settle(self.left, around)


def find_dates(text: str, reference: date | None = None) -> tuple[Reading, ...]:
    """Return the dates and spans of time read in a text, in order, not overlapping; `text[start:end]` are their words.

    The words hold modifiers ("early", "the end of") but not the preposition before ("in", "since", "between").
    A day, month or season written without its year takes the year written last before it in the text (not one after the
    reference), else that of the latest such day up to `reference`; its resolution is INFERRED. Without either it keeps
    `XXXX` for the year in `edtf`, with `first` 0 and `last` 3_652_059: it may be any time.
    A relative date is counted from `reference` ("last August", "a year ago", "on Friday") or from the date read before it
    ("the following day", "two years later", "that summer"), and is left out when that is missing.
    Numeric dates are read month first (8/12/2025) unless the first number is above 12 or dots separate them (8.12.2025).
    Dates no calendar has are left out; `find_impossible` lists them.
    """
    folded = plain(text)
    found = tokens(text, folded)
    if not found:
        return ()
    around, readings = Surroundings(reference), []
    for mention in _with_shared_years(list(_Scanner(text, folded, found, letters(found, folded)).mentions())):
        when = mention.when(around)
        if when:
            readings.append(Reading(mention.start, mention.end, when))
            around = around.after(when, text[mention.start : mention.end])
    return tuple(readings)


def _with_shared_years(mentions: list[_Mention]) -> list[_Mention]:
    """Give the dates of a list the year written after the last: "April 2, May 16 and June 3, 2019"."""
    for i in range(len(mentions) - 2, -1, -1):
        if mentions[i].joined and not mentions[i].right:
            mentions[i] = replace(mentions[i], left=with_next_year(mentions[i].left, mentions[i + 1].left))
    return mentions


@dataclass(frozen=True)
class _Scanner:
    """A text with its tokens and their letters, read from left to right. Places in `signs` are twice the token's number."""

    text: str
    folded: str
    found: list[Token]
    signs: str

    def mentions(self) -> Iterator[_Mention]:
        at, before = 0, -1
        while match := _DATE.search(self.signs, at):
            at = match.start() + 2
            date_here = self._match(match.start())
            if date_here is None:
                continue
            ranged = self._range(date_here)
            if ranged:
                mention, at = ranged
                yield mention
            elif self._stands(date_here, before == date_here.start()):
                yield from self._listed(date_here)
                at = date_here.end() + 1
            before = at if self.signs[at - 1] in "ar," else -1

    def _match(self, at: int) -> re.Match[str] | None:
        """The date at a place of `signs`, without a last number that counts something: "In May 7 soldiers"."""
        match = _DATE.match(self.signs, at)
        while match and self._ends_in_count(match):
            match = _DATE.match(self.signs, at, match.end() - 1)
        return match

    def _ends_in_count(self, match: re.Match[str]) -> bool:
        last = self._last(match)
        if last.letter == "D":
            return self.signs[match.end()] == "|" and counts(self.text, last.end, last.value)
        lone = match[2] == "Y"
        return last.letter == "Y" and not lone and last.value.endswith("00") and counts(self.text, last.end, last.value)

    def _range(self, left: re.Match[str]) -> tuple[_Mention, int] | None:
        """The range that begins with a date, and the place after it: "May 2020 to June 2021", "between 2020 and 2024"."""
        sign, after = self.signs[left.end()], left.end() + 1
        start = self._start(left)
        if sign not in "-t" and not (sign == "a" and self.folded.endswith(("between ", "between the "), 0, start)):
            return None
        if self.found[after // 2].letter == "G" and self._holds_year(left):
            return _Mention(start, self.found[after // 2].end, self._point(left), open=True), after + 2
        right = self._match(after)
        if not right or not self._range_fits(left, right):
            return None
        mention = _Mention(start, self._last(right).end, self._point(left), self._point(right))
        return mention, right.end() + 1

    def _range_fits(self, left: re.Match[str], right: re.Match[str]) -> bool:
        first, last = left[2], right[2]
        if "W" in (first, last) or ("R" in (first, last) and self.signs[left.end()] == "-"):
            return False
        if first == "S":
            return self._holds_year(right)
        start = self._last(left).start
        if first == "Y" and (labelled(self.folded, start) or not stands_alone(self.folded, start, self._last(right).end)):
            return False
        if first == last == "Y":
            after = word_after(self.text, self._last(right).end)
            ordered = self._last(left).value < self._last(right).value
            return ordered and (after == "years" or not counted(after))
        return True

    def _stands(self, match: re.Match[str], joined: bool) -> bool:
        """Whether a date that is no part of a range is one: full dates are, a lone year or month needs the words around it."""
        one, modified = self._token(match, match.start(2)), bool(re.search("[PF]", match[1]))
        if match[2] == "Y":
            labelled_here = labelled(self.folded, one.start)
            return not labelled_here if modified else is_year(self.text, self.folded, one.start, one.end)
        if match[2] == "M":
            return modified or joined or month_stands(self.text, self.folded, one)
        if match[2] == "W":
            return weekday_stands(self.folded, one)
        if match[2][0] == "Y" and match[2][-1] in "DN":
            short = len(self._last(match).value) < 3
            return short and self._alone(match) and not labelled(self.folded, one.start)
        if match[2][-1] == "C":
            return not before_christ(self.text, self._last(match).end)
        return match[2] != "S"

    def _listed(self, match: re.Match[str]) -> Iterator[_Mention]:
        """One mention, or one for each day of a list that is no range: "April 2 and 16, 2019"."""
        chosen = self._tokens(match)
        days = [token for token in chosen if token.letter in "DT"]
        joined = self.signs[match.end()] in "ar,"
        start, end = self._start(match), chosen[-1].end
        numbers = [int(day.value) for day in days]
        if "M" not in match[2] or len(days) < 2 or numbers == list(range(numbers[0], numbers[0] + len(days))):
            yield _Mention(start, end, self._september_11(self._point(match), end), joined=joined)
            return
        if re.search(rf"{_DAY}[-t]{_DAY}", match[2]) or self.folded.endswith("between ", 0, start):
            yield _Mention(start, end, self._point(match), joined=joined)
            return
        for i, day in enumerate(days):
            others = [token for token in chosen if token.letter not in "DT"]
            first = start if i == 0 else day.start
            yield _Mention(first, end if i == len(days) - 1 else day.end, point([*others, day]))

    def _september_11(self, one: Point, end: int) -> Point:
        attacks = one == _SEPTEMBER_11 and _ATTACKS.match(self.folded, end)
        return Point("2001-09-11") if attacks else one

    def _start(self, match: re.Match[str]) -> int:
        start = self._token(match).start
        owned = _OF_A_WHOLE.search(match[0]) and self.folded.endswith("the ", max(0, start - 4), start)
        return start - 4 if owned else start

    def _alone(self, match: re.Match[str]) -> bool:
        return stands_alone(self.folded, self._token(match).start, self._last(match).end)

    def _holds_year(self, match: re.Match[str]) -> bool:
        return bool(re.search("[YIEC]", match[2]))

    def _point(self, match: re.Match[str]) -> Point:
        return point(self._tokens(match))

    def _tokens(self, match: re.Match[str]) -> list[Token]:
        return self.found[match.start() // 2 : (match.end() + 1) // 2]

    def _token(self, match: re.Match[str], at: int | None = None) -> Token:
        return self.found[(match.start() if at is None else at) // 2]

    def _last(self, match: re.Match[str]) -> Token:
        return self.found[(match.end() - 1) // 2]
