"""Values in words: how a date or an amount is written for a reader, the same value always the same way."""

import re

from claims.values import Amount, Bound, Reading, Resolution, Value, When
from compare.values.counting.clocks import DAY, HALF, say_clock

MONTHS = "January February March April May June July August September October November December".split()
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"} | {33 + i: f"quarter {i + 1} of" for i in range(4)}
BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.OVER: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.UNDER: "less than ",
    Bound.AT_MOST: "at most ",
}
PLURALS = {"life": "lives", "person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet"}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def say_read(reading: Reading, text: str) -> str:
    """A value that was read, in words; a vague one ("the early 1990s", "millions") in the words it was read from."""
    value = reading.value
    vague_date = isinstance(value, When) and value.approximate and "/" in value.edtf
    vague_amount = isinstance(value, Amount) and value.bound is Bound.ABOUT and value.low < value.high
    return text[reading.start : reading.end] if vague_date or vague_amount else say(value)


def say(value: Value) -> str:
    """The value in words: "7–8 August 2025", "spring 2026", "nearly 19 billion USD", "at least 99 years".

    A year that was inferred, not written, stands in brackets: "22 August (2025)".
    """
    return _say_date(value) if isinstance(value, When) else _say_amount(value)


def _say_date(when: When) -> str:
    start, slash, end = when.edtf.partition("/")
    if not slash:
        said = _say_edtf(start)
    elif start in ("", ".."):
        said = f"until {_say_edtf(end)}"
    elif end in ("", ".."):
        said = f"since {_say_edtf(start)}"
    else:
        said = _say_range(start, end)
    if when.resolution is Resolution.INFERRED:
        return re.sub(r" (\d{4})$", r" (\1)", said)
    return f"about {said}" if when.approximate and not slash else said


def _say_range(start: str, end: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", start) and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_say_edtf(end)}"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{_say_edtf(start)} to {_say_edtf(end)}"


def _say_edtf(text: str) -> str:
    year, *rest = text.split("-")
    if year.endswith("XX") and not rest:
        return _say_open_year(year)
    year = year.replace("X", "0") + "s" if year.endswith("X") and year != "XXXX" else year
    named = "" if year == "XXXX" else f" {year}"
    if not rest or rest[0] == "XX":
        return named.strip()
    part = int(rest[0])
    if part > 12:
        return f"{SEASONS.get(part, rest[0])}{named}"
    day = f"{int(rest[1])} " if len(rest) > 1 and rest[1] != "XX" else ""
    return f"{day}{MONTHS[part - 1]}{named}"


def _say_open_year(year: str) -> str:
    if year == "XXXX":
        return "an unknown year"
    if year.endswith("XXX"):
        return f"the {year[0]}000s"
    century = int(year[:2]) + 1
    ending = {1: "st", 2: "nd", 3: "rd"}.get(century % 10, "th") if century // 10 != 1 else "th"
    return f"the {century}{ending} century"


def _say_amount(amount: Amount) -> str:
    if amount.unit in (DAY, HALF):
        return BOUNDS[amount.bound] + say_clock(amount)
    number = _say_number(amount.low, amount.step)
    if amount.high != amount.low:
        number += f"–{_say_number(amount.high, amount.step)}"
    return BOUNDS[amount.bound] + number + _say_unit(amount.unit, amount.high)


def _say_number(number: float, step: float) -> str:
    for scale, word in SCALES:
        if abs(number) >= scale:
            return f"{_digits(number / scale)} {word}"
    return _digits(number)


def _digits(number: float) -> str:
    return f"{number:,.6f}".rstrip("0").rstrip(".")


def _say_unit(unit: str, number: float) -> str:
    if not unit:
        return ""
    if unit in ("percent", "fold"):
        return {"percent": " percent", "fold": " times"}[unit]
    top, _, per = unit.partition("/")
    plural = top if top.isupper() or abs(number) == 1 else _plural(top)
    said = " " + plural.replace("oil_bbl", "barrel").replace("metric_ton", "tonne").replace("_", " ")
    return said + (f" per {per.replace('_', ' ')}" if per else "")


def _plural(noun: str) -> str:
    if noun in PLURALS:
        return PLURALS[noun]
    if noun in ("personnel", "people", "percent", "staff") or noun.endswith("s"):
        return noun
    if noun.endswith(("x", "z", "ch", "sh")):
        return f"{noun}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", noun) + "s"
