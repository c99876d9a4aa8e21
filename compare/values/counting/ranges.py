"""Two numbers that share a unit: ranges ("20–30 years", "between 40 and 50 percent"), changes ("from 18 to 14 days"), lists.

This module alone knows which joined numbers are one range and which are two amounts, and when a number without a unit takes the
unit or the scale of its neighbour. "From X to Y" is two amounts, "ranging from X to Y" a range. It reads folded text.
"""

import re

from compare.values.counting.labels import is_year
from compare.values.counting.terms import TRIGGER, Term, read_term

_JOINT = re.compile(r" {1,2}(to|or|and|through) {1,2}|(-)to-|(-) to |([–-])| ([–-]) ")
_SIGN = re.compile(r"(?:(?:[a-z.]{0,4}[$€£¥₹₽₺₼₾₩₪₴₸] ?)|[-−](?=\d)|[a-z]{3} (?=\d))?")
_RANGES = re.compile(r"(?:rang|vary|vari|fluctuat|anywhere|somewhere|span)\w*$")
_CHANGED = frozenset(
    "rose fell dropped gained jumped climbed slid down up increased declined grew decreased lost surged sank cut raised by".split()
)
_LIST_GAP = re.compile(r"(?:, |,? and |,? or | & )")
_CARRIED = frozenset(
    {"time", "length", "area", "volume", "mass", "share", "temperature", "power", "energy", "counted", "data", "speed"}
)


def read_joined(fold: str, text: str, term: Term, before: list[str], bounded: bool) -> list[Term] | None:
    """The range, or the two amounts of a change, that `term` makes with the number joined to it; None when there is none.

    before: up to two words in front of the amount. bounded: whether the amount has a bound.
    """
    joint = _JOINT.match(fold, term.end) or _JOINT.match(fold, term.numeral.end)
    second = _second(fold, text, term, joint) if joint else None
    if joint is None or second is None:
        return None
    word = joint[1] or ("to" if joint[2] or joint[3] else "–")
    change = word in ("to", "through") and before[-1:] == ["from"] and not _RANGES.match(before[0])
    own_units = bool(term.unit and second.unit)
    pair = _in_one_unit(term, second)
    if pair is None or (not change and not _is_range(word, *pair, before, bounded, own_units)):
        return None
    return list(pair) if change else [_range(*pair)]


def _second(fold: str, text: str, term: Term, joint: re.Match[str]) -> Term | None:
    sign = _SIGN.match(fold, joint.end())
    start = TRIGGER.match(fold, sign.end() if sign else joint.end())
    dash = bool(joint[4] or joint[5])
    second = read_term(fold, text, start.start(), joined=dash) if start else None
    if not isinstance(second, Term) or second.start < joint.end():
        return None
    if "times" in (term.dimension, second.dimension):
        return None
    return None if second.numeral.low > 100 and is_year(fold, second.numeral, False, second.dimension) else second


def _is_range(word: str, first: Term, second: Term, before: list[str], bounded: bool, own_units: bool) -> bool:
    ranging = len(before) > 1 and before[1] == "from" and bool(_RANGES.match(before[0]))
    if first.low >= second.high and not ranging:
        return False
    if word == "and":
        return before[-1:] == ["between"]
    if word == "–":
        return bool(second.unit or bounded or not first.numeral.plain)
    return not (word == "to" and own_units and before[-1:] and before[-1] in _CHANGED)


def _range(first: Term, second: Term) -> Term:
    low, high = sorted((first.low, second.high))
    return second._replace(
        start=first.start, low=low, high=high, step=min(first.step, second.step), numeral=first.numeral
    )


def _in_one_unit(first: Term, second: Term) -> tuple[Term, Term] | None:
    """Both with a unit, where one has it from the other; None when they have different units."""
    if first.unit == second.unit:
        return _scaled_like(second, first), second
    if not first.unit or second.unit.startswith(f"{first.unit}/"):  # "18 to 14 days", "$350 to $680 per kg"
        return _with_unit_of(second, _scaled_like(second, first)), second
    if second.unit or (
        second.numeral.scale > first.numeral.scale and first.dimension != "currency"
    ):  # "5% to 10 million"
        return None
    if first.numeral.scale > 1 and second.numeral.scale == 1:  # "$5 million to 20": of what, it does not say
        return None
    return _scaled_like(second, first), _with_unit_of(first, second)


def _scaled_like(scaled: Term, term: Term) -> Term:
    """ "5 to 6 million": the first in millions too, unless it has a scale or would be far larger then."""
    times = scaled.numeral.scale
    if (
        times == 1
        or term.numeral.scale != 1
        or not term.low < 1000
        or term.numeral.high * times > scaled.numeral.high * 10
    ):
        return term
    return term._replace(low=term.low * times, high=term.high * times, step=term.step * times)


def _with_unit_of(model: Term, term: Term) -> Term:
    """The term in the unit of another; its number is turned into that unit unless it had one ("$350" beside "$680 per kg")."""
    factor = 1.0 if term.unit or not model.numeral.low else abs(model.low / model.numeral.low)
    low, high, step = term.low * factor, term.high * factor, term.step * factor
    return term._replace(low=low, high=high, step=step, unit=model.unit, dimension=model.dimension)


def _is_listed(fold: str, terms: list[Term], index: int) -> bool:
    """True for a number with another before it in its list: of two alone a comma parts the clauses ("cost 210, and six men came")."""
    return index > 0 and bool(_LIST_GAP.fullmatch(fold, terms[index - 1].end, terms[index].start))


def carry_back(fold: str, terms: list[Term]) -> list[Term]:
    """The terms, with the unit of the last in a list given to those before it: "10, 20 and 30 percent", "45 and 50 cases"."""
    for index in range(len(terms) - 2, -1, -1):
        term, following = terms[index], terms[index + 1]
        if following.dimension not in _CARRIED or term.unit:
            continue
        gap = _LIST_GAP.fullmatch(fold, term.end, following.start)
        if gap and not (gap[0] == ", and " and not _is_listed(fold, terms, index)):
            terms[index] = _with_unit_of(following, _scaled_like(following, term))
    return terms
