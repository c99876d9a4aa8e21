"""Dates found in prose, read into `When` values.

This is where to begin reading: a text is cut into tokens (`dating.tokens`), the grammar finds the dates among them
(`dating.mentions`), and each is completed from what stands before it (`dating.points`, `dating.relative`).
"""

from collections.abc import Iterable
from datetime import date

from claims.values import Reading, When
from compare.values.dating.impossible import find_impossible
from compare.values.dating.mentions import mentions
from compare.values.dating.points import open_ended, settle, settle_range, with_next_year
from compare.values.dating.relative import Surroundings
from compare.values.dating.written import Mention

__all__ = ["find_dates", "find_impossible"]


def find_dates(text: str, reference: date | None = None) -> tuple[Reading, ...]:
    """Return the dates and spans of time read in a text, in order, not overlapping; `text[start:end]` are their words.

    The words hold modifiers ("early", "the end of") but not the preposition before ("in", "since", "between").
    A day, month or season written without its year takes the year written last before it in the text (not one after the
    reference), else that of the latest such day up to `reference`; its resolution is INFERRED. Without either it keeps
    `XXXX` for the year in `edtf`, with `first` 0 and `last` 3_652_059: it may be any time.
    A relative date is counted from `reference` ("last August", "a year ago", "on Friday") or from the date read before it
    ("the following day", "two years later", "that summer"), and is left out when that is missing.
    Numeric dates are read month first (8/12/2025) unless the first number is above 12 or dots separate them (8.12.2025).
    In web addresses only whole numeric dates are read. Dates no calendar has are left out; `find_impossible` lists them.
    """
    around, readings = Surroundings(reference), []
    for mention in _with_shared_years(mentions(text)):
        when = _when(mention, around)
        if when:
            readings.append(Reading(mention.start, mention.end, when))
            around = around.after(when, text[mention.start : mention.end])
    return tuple(readings)


def _when(mention: Mention, around: Surroundings) -> When | None:
    if mention.right:
        return settle_range(mention.left, mention.right, around)
    return open_ended(mention.left, around) if mention.open else settle(mention.left, around)


def _with_shared_years(found: Iterable[Mention]) -> list[Mention]:
    """Give the dates of a list the year written after the last: "April 2, May 16 and June 3, 2019"."""
    listed: list[Mention] = []
    for mention in reversed(list(found)):
        if mention.joined and listed and not mention.right:
            mention = mention._replace(left=with_next_year(mention.left, listed[-1].left))
        listed.append(mention)
    return listed[::-1]
