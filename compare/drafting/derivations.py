"""How a draft's figure was worked out, told by the words around it, and what such a way makes of other figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from math import fsum

from claims.values import Amount, Bound
from compare.evidence.place import Place
from compare.scanning.differences import DOWN, UP
from compare.values.in_words import say
from compare.values.relations import Relation, relate_amounts
from compare.values.units import is_known
from seeds.model import Span


class Way(StrEnum):
    """How figures make another."""

    SUM = "sum"
    AVERAGE = "average"
    DIFFERENCE = "difference"
    GROWTH = "growth"
    SHARE = "share"


PAIRED = (Way.DIFFERENCE, Way.GROWTH)
"""Ways from an earlier figure to a later one."""
CUES = {
    Way.SUM: re.compile(
        r"\bin (?:all|total)\b|\baltogether\b|\ball told\b|\btogether\b(?! with)|\bbetween them\b|\ba total of\b|\btotall?(?:ed|ing)\b"
        r"|\bcombined(?=[,.;]|$| total\b)",
        re.IGNORECASE,
    ),
    Way.AVERAGE: re.compile(r"\bon average\b|\ban average of\b|\baverag(?:ed|ing|es)\b", re.IGNORECASE),
}
LED = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?:by|of))?(?: (?:some|an?))? $", re.IGNORECASE)
FOLLOWED = re.compile(
    r" ?(?:(?P<up>more|higher|increase|rise|growth)|(?P<down>fewer|less|lower|drop|decline|decrease|fall))\b",
    re.IGNORECASE,
)
"""What makes a figure a change, before it and behind it."""
OF = re.compile(r" of \w")
"""What makes a percentage a share."""
FRACTION = 5.0
"""Per cent: the step a fraction in words is taken to be written to."""


@dataclass(frozen=True)
class Derived:
    """A figure of a draft that was worked out: how, and of a change whether it is told as one up."""

    way: Way
    amount: Amount
    up: bool = True


@dataclass(frozen=True)
class Operand:
    """An exact figure that a source gives: the number, its unit, the smallest step it was written to, and where."""

    number: float
    unit: str
    step: float
    place: Place


@dataclass(frozen=True)
class Worked:
    """What figures make by a way: the number, the least and the most that their rounding allows, and all of it in words."""

    operands: tuple[Operand, ...]
    number: float
    least: float
    most: float
    said: str


def derived_of(text: str, at: Span, amount: Amount, alike: Sequence[Span]) -> Derived | None:
    """How the amount at `at` of a sentence was worked out, None where no word tells it. alike: the other amounts of its unit."""
    led, followed = LED.search(text[: at[0]]), FOLLOWED.match(text, at[1])
    changed = led or followed
    if changed:
        return Derived(Way.GROWTH if amount.unit == "percent" else Way.DIFFERENCE, amount, changed["up"] is not None)
    first = max((end for _, end in alike if end <= at[0]), default=0)
    last = min((start for start, _ in alike if start >= at[1]), default=len(text))
    for way, cue in CUES.items():
        if cue.search(text[first:last]):
            return Derived(way, amount)
    share = _as_share(amount)
    return Derived(Way.SHARE, share) if share and OF.match(text, at[1]) else None


def _as_share(amount: Amount) -> Amount | None:
    """A percentage, or a fraction ("a third") as one; None for anything else."""
    if amount.unit == "percent":
        return amount
    if amount.unit or not 0 < amount.low <= amount.high < 1:
        return None
    return replace(amount, low=100 * amount.low, high=100 * amount.high, unit="percent", step=FRACTION)


def work_out(derived: Derived, operands: Sequence[Operand]) -> Worked | None:
    """What operands make; of a change the earlier first, of a share the part first. None where they make nothing."""
    if derived.way in (Way.GROWTH, Way.SHARE) and not operands[derived.way is Way.SHARE].number:
        return None
    made = _made(derived.way, [o.number for o in operands])
    if derived.way in (Way.SUM, Way.AVERAGE):
        slack = fsum(_slack(o) for o in operands) / (len(operands) if derived.way is Way.AVERAGE else 1)
        ends = [made - slack, made + slack]
    else:
        ends = [_made(derived.way, pair) for pair in product(*map(_ends, operands))]
    return Worked(tuple(operands), made, min(ends), max(ends), _said(derived, operands, made))


def fits(derived: Derived, worked: Worked) -> bool:
    """True where the figure is what comes out, in the rounding and with the bound it is written with."""
    return _agrees(derived, worked.number)


def cannot_fit(derived: Derived, worked: Worked) -> bool:
    """True where it is not, whatever the figures were before they were rounded."""
    inside = worked.least <= _signed(derived, derived.amount.low) <= worked.most
    return not inside and not any(_agrees(derived, made) for made in (worked.least, worked.number, worked.most))


def _agrees(derived: Derived, made: float) -> bool:
    if derived.way in PAIRED and (made < 0) is derived.up:
        return False
    found = replace(derived.amount, low=abs(made), high=abs(made), bound=Bound.EXACT, step=derived.amount.step / 1000)
    return relate_amounts(derived.amount, found) is Relation.SAME


def _signed(derived: Derived, number: float) -> float:
    return number if derived.up or derived.way not in PAIRED else -number


def _ends(operand: Operand) -> tuple[float, float]:
    """The least and the most that a rounded figure may stand for."""
    return operand.number - _slack(operand), operand.number + _slack(operand)


def _slack(operand: Operand) -> float:
    return 0.0 if operand.step == 1 else operand.step / 2


def _made(way: Way, numbers: Sequence[float]) -> float:
    if way is Way.SUM:
        return fsum(numbers)
    if way is Way.AVERAGE:
        return fsum(numbers) / len(numbers)
    first, last = numbers
    if way is Way.SHARE:
        return 100 * first / last
    return 100 * (last / first - 1) if way is Way.GROWTH else last - first


def _said(derived: Derived, operands: Sequence[Operand], made: float) -> str:
    """The working in words: "from 100 visitors to 112 visitors is 12 percent more"."""
    unit = next((o.unit for o in operands if o.unit), "")
    number = round(abs(made), 1) if abs(made) < 1e6 else abs(made)
    result = say(Amount(number, number, "percent" if derived.way in (Way.GROWTH, Way.SHARE) else unit))
    *first, last = (say(Amount(o.number, o.number, o.unit, step=o.step)) for o in operands)
    if derived.way is Way.SHARE:
        return f"{first[0]} of {last} is {result}"
    if derived.way in PAIRED:
        less = "fewer" if derived.way is Way.DIFFERENCE and unit and not is_known(unit) else "less"
        return f"from {first[0]} to {last} is {result} {'more' if made >= 0 else less}"
    return f"{', '.join(first)} and {last} make {result}{' on average' * (derived.way is Way.AVERAGE)}"
