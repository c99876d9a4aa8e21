"""The values a claim asserts and a passage states: a time (`When`) or an amount (`Amount`).

This module alone knows what the two hold; reading them out of prose is done elsewhere.
Both keep the precision and the bound they were written with, since "at least 99" is not "at most 99"
and "2025" is not "8 August 2025".
"""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a value was qualified; the text of each member is how it is written in a claims table."""

    EXACT = ""
    ABOUT = "~"
    """about, around, approximately, roughly, some, circa"""
    NEARLY = "<~"
    """nearly, almost, close to: a little below"""
    OVER = ">"
    """more than, over, exceeding, above"""
    AT_LEAST = ">="
    """at least, no less than, a minimum of"""
    UNDER = "<"
    """less than, under, fewer than, below"""
    AT_MOST = "<="
    """at most, up to, no more than, a maximum of"""


class Resolution(StrEnum):
    """Where the year of a `When` comes from."""

    WRITTEN = "written"
    INFERRED = "inferred"
    """day and month are written, the year was taken from the surroundings or the reference date"""
    RELATIVE = "relative"
    """counted from the reference date: "last August", "the following day", "this week" """


@dataclass(frozen=True)
class When:
    """A date or a span of time.

    edtf: EDTF (ISO 8601-2, level 1) text: `2025-08-08`, `2025-08`, `2025`, `2025-21` (spring), `2025-33` (first
        quarter), `199X`, `2025-08-07/2025-08-08`, `2001/..`, `2020-10/2020-12` with `approximate` for "late 2020".
    first, last: proleptic Gregorian ordinals (`datetime.date.toordinal`) of the first and last day covered, both inclusive;
        0 for an open start, 3_652_059 (9999-12-31) for an open end.
    approximate: "around 1990", "late 2020", "early February", "mid-2018".
    """

    edtf: str
    first: int
    last: int
    approximate: bool = False
    resolution: Resolution = Resolution.WRITTEN


CLOCK = "clock"
"""The unit of a time of day: minutes since midnight."""


@dataclass(frozen=True)
class Amount:
    """A number with its unit.

    low, high: the number, in `unit`; equal unless a range was written ("20-30 years").
    unit: canonical unit: an ISO 4217 code (`USD`), `percent`, a pint name (`kilometer`, `year`, `cubic_meter`, `oil_bbl`,
        `metric_ton`), a rate with `/` (`cubic_meter/year`), or the singular stem of the counted noun (`company`); "" when bare.
    bound: how the number was qualified.
    step: the smallest step the number was written to, in `unit` ("18.9 billion": 1e8; "19 billion": 1e9; "1,768": 1).
    """

    low: float
    high: float
    unit: str = ""
    bound: Bound = Bound.EXACT
    step: float = 1.0


Value = When | Amount


@dataclass(frozen=True)
class Reading:
    """A value found in a text: `text[start:end]` are the words it was read from (characters, end exclusive)."""

    start: int
    end: int
    value: Value
