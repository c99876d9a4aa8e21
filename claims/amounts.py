"""Amounts as a claims table writes them: `~19e9 USD`, `>=99 year`, `20..30 year`, `1/3`, `300 company`.

This module alone knows that notation and what precision a written number carries.
"""

import re

from claims.values import CLOCK, Amount, Bound

_NUMBER = r"[+-]?(?:\d{1,3}(?:[,_]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?(?:/\d{1,4})?"
_NOTATION = re.compile(
    rf"(?P<bound><~|>=|<=|[~><≥≤≈]?) ?(?P<low>{_NUMBER})(?: ?\.\. ?(?P<high>{_NUMBER}))?"
    r"(?: ?(?P<percent>%)| (?P<unit>[^\W\d][\w-]*(?:/[^\W\d][\w-]*)?|1/[^\W\d]\w*))?"
)
TIME = re.compile(r"(\d{1,2}):(\d{2})")
"""A time of day as a claims table writes it, or tries to."""
_SIGNS = {"≥": Bound.AT_LEAST, "≤": Bound.AT_MOST, "≈": Bound.ABOUT}
_HOW = "write a bound, a number and a unit in one word, such as ~19e9 USD, >=99 year, 20..30 year or 40 percent"


def fraction_step(denominator: float) -> float:
    """How finely a fraction speaks: 0.1 for halves to fifths, then half a part ("an eighth": 1/16, "1/40": 1/80).

    "A third" is said of anything from 30 to 37 percent, so its last digit is not its step.
    """
    return min(0.1, 0.5 / denominator)


def written_number(text: str) -> tuple[float, float]:
    """The number and the step it was written to: `18.9e9` is (18.9e9, 1e8), `1,768` is (1768, 1), `1/3` is (0.333, 0.1).

    Raises ValueError when `text` is no number or divides by zero.
    """
    numerator, _, denominator = text.replace(",", "").replace("_", "").partition("/")
    if denominator:
        if not int(denominator):
            raise ValueError(f"'{text}' divides by zero")
        return float(numerator) / int(denominator), fraction_step(int(denominator))
    mantissa, _, exponent = numerator.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(numerator), float(f"1e{int(exponent or 0) - decimals}")


def parse_amount(text: str) -> Amount:
    """The amount written in the notation of a claims table.

    A bound (`~` about, `<~` nearly, `>`, `>=`, `<`, `<=`, or none), a number or `low..high`, and a unit in one word: an ISO
    4217 code, `percent` or `%`, a unit such as `kilometer` or `cubic_meter/year`, a counted noun in the singular, or none.
    The exponent says how precisely the number is meant: `19e9` to a billion, `30` to one, `3e1` to ten.

    Raises ValueError with a sentence that says how to write it when `text` cannot be read, or when low is above high.
    """
    match = _NOTATION.fullmatch(" ".join(text.split()))
    if match is None:
        raise ValueError(f"'{text}' is not a figure; {_HOW}")
    sign = match["bound"]
    low, step = written_number(match["low"])
    high, step_of_high = written_number(match["high"] or match["low"])
    if low > high:
        raise ValueError(f"'{text}' runs from the larger number to the smaller; write the smaller one first")
    unit = "percent" if match["percent"] else match["unit"] or ""
    return Amount(low, high, unit, _SIGNS.get(sign) or Bound(sign), min(step, step_of_high))


def parse_time(text: str) -> Amount:
    """A time of day as a curator writes it ("17:25"): minutes since midnight. Raises ValueError for anything else."""
    match = TIME.fullmatch(text.strip())
    hours, past = (int(match[1]), int(match[2])) if match else (24, 60)
    if hours > 23 or past > 59:
        raise ValueError(f"{text!r} is no time of day; write hours and minutes such as 17:25")
    minutes = float(hours * 60 + past)
    return Amount(minutes, minutes, CLOCK)
