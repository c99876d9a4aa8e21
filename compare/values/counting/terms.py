"""One number with its sign, currency, scale letter, unit and rate: "$18.9B", "28 million cubic meters per day", "−18 °C".

This module alone knows how those parts stand together around one number. Ranges, bounds and what is no amount at all are
judged in `compare.values.quantities`. It reads folded text and the original beside it.
"""

import re
from typing import NamedTuple

from claims.values import Bound
from compare.text.number_words import SMALL, TENS
from compare.values.counting.bounds import bound_after
from compare.values.counting.folds import TIMES, read_fold
from compare.values.counting.leads import GLUED_CODE, Lead, read_lead
from compare.values.counting.letter_scales import with_letter
from compare.values.counting.nouns import read_counted
from compare.values.counting.numerals import read_numeral, skip_glued
from compare.values.counting.unit_phrases import Measure, read_rate, read_unit
from compare.values.counting.vocabulary import ANY_SCALE, PARTS, VAGUE, Numeral
from compare.values.counting.words import read_words


class Term(NamedTuple):
    """A number with its unit: `fold[start:end]` are the words; `low`, `high` and `step` are in `unit` ("" when bare).

    dimension: that of the unit ("time", "currency"), "counted" for a noun, "" when bare.
    bound: one that stands inside or behind it ("300+ companies").
    """

    start: int
    end: int
    low: float
    high: float
    step: float
    unit: str
    dimension: str
    numeral: Numeral
    bound: Bound | None = None


_ARTICLE_MEASURES = "minute|hour|day|week|fortnight|month|year|decade|century|millennium|mile|kilometer|kilometre"
_AFTER_ARTICLE = "|".join((*PARTS, ANY_SCALE, "couple|few", _ARTICLE_MEASURES))
_WORDS = "|".join(sorted((*SMALL, *TENS), key=len, reverse=True))
TRIGGER = re.compile(
    rf"{GLUED_CODE}\d|(?<![\w.])(?:\.?\d|[¼-¾⅐-⅞]|(?:{_WORDS}|an?(?=[ -](?:{_AFTER_ARTICLE})\b)|half|quarter|several|couple"
    rf"|{'|'.join(TIMES)}|hundred(?= thousand| million)|(?:{'|'.join(VAGUE)})(?= of))\b)"
)
"""Where a number may start."""
_ARTICLE = re.compile(rf"an?(?=[ -](?:{_ARTICLE_MEASURES})\b(?!-(?:on|over|to|end|by|round|ahead|in|out)\b))")
_NO_ARTICLE = re.compile(
    r"\b(?:once|twice|thrice|times?|per|many|such|what|each|quite"
    r"|(?!(?:takes|lasts|spends|needs|was|adds|passes|serves|perhaps|plus|across|less|this|its|his|unless|towards)\b)\w{3,}s) $"
)
_AND_A_PART = re.compile(r" and (?:a|one)[ -](half|quarter|third)\b")
_OLD = re.compile(r"[ -]olds?\b| of age\b")
_CENTS = re.compile(
    r"(?: and|,)? (\d{1,2}|[a-z]+(?:-[a-z]+)?) (?:cents?|pence)\b|(?: and)? (\d\d)(?=[.!?;,]?$|[.!?;,] )"
)
_OF = re.compile(r" of(?= [a-z])")
_PERIODS = frozenset({"year", "month", "week", "day", "hour"})
_OR_TWO = re.compile(r"(?: or | to |-to-)t(?:wo|hree)\b")
_SURELY_ONE = re.compile(r"\b(?:only|just|exactly|least|most|than|single|about|nearly) $")
_NOT_ZERO = re.compile(r"\b(?:ground|net|patient|absolute|day|near|sub) $")
_ZERO_WHAT = re.compile(r" ?-| [a-z]{3,}\b")


def read_term(fold: str, text: str, pos: int, joined: bool = False) -> Term | int:
    """The number that starts at `pos` with what belongs to it, or where to read on when there is none.

    joined: it ends a range, so that a dash may stand before it.
    """
    lead = read_lead(fold, text, pos, joined)
    if lead is None:
        return skip_glued(fold, pos)
    if times := read_fold(fold, pos):
        return Term(lead.start, times.end, times.low, times.high, times.step, "fold", "times", times)
    numeral = _article(fold, pos) or read_numeral(fold, text, pos)
    if isinstance(numeral, int):
        return numeral
    numeral = with_letter(fold, text, numeral, bool(lead.currency))
    term = _with_unit(fold, text, numeral, lead)
    if term is None or _is_pronoun(fold, term):
        return skip_glued(fold, pos) if fold[pos].isdigit() else numeral.end
    return term._replace(low=-term.high, high=-term.low) if lead.negative else term


def _article(fold: str, pos: int) -> Numeral | int | None:
    """ "a week" is one week, but not in "once a week" or "barrels a day"."""
    article = _ARTICLE.match(fold, pos)
    if article is None:
        return None
    if _NO_ARTICLE.search(fold, max(0, pos - 20), pos):
        return article.end()
    return Numeral(pos, article.end(), 1.0, 1.0, 1.0)


def _with_unit(fold: str, text: str, numeral: Numeral, lead: Lead) -> Term | None:
    """The number in the unit behind it or the currency before it, with its rate; None when letters run on that are no unit."""
    _, number_end, low, high, step, *_ = numeral
    term = Term(lead.start, number_end, low, high, step, lead.currency, "currency" if lead.currency else "", numeral)
    if numeral.ratio:
        return term
    bound, end = bound_after(fold, number_end) or (None, number_end)
    of = _OF.match(fold, end) if numeral.vague else None
    with_unit = _find_unit(fold, text, term, of.end() if of else end)
    if with_unit is None:
        return None
    if with_unit.unit:
        term = _rated(fold, with_unit)
    if bound is None:
        bound, end = bound_after(fold, term.end) or (None, term.end)
    return term._replace(bound=bound, end=max(term.end, end))


def _find_unit(fold: str, text: str, term: Term, pos: int) -> Term | None:
    """The term in the unit or the counted noun at `pos`; a currency before the number may be named again behind it."""
    measure = read_unit(fold, text, pos)
    if term.unit:
        return term._replace(end=measure.end) if measure and measure.unit == term.unit else term
    if measure and not (
        measure.word == "second" and fold[pos] == " " and term.low != 1
    ):  # "the 2020 Second Karabakh War"
        return _measured(fold, term, measure)
    if counted := read_counted(fold, pos, some_of=term.low >= 1):  # "a quarter of the patients" counts none
        return term._replace(unit=counted[0], dimension="counted", end=counted[1])
    return None if fold[term.end : term.end + 1].isalpha() else term


def _measured(fold: str, term: Term, measure: Measure) -> Term:
    """The term in a unit: "a year and a half", "thirteen dollars forty-five cents" and "35 years old" are one amount."""
    unit, factor, dimension, end, _ = measure
    added, step = 0.0, term.step
    if dimension == "time" and (part := _AND_A_PART.match(fold, end)):
        added, step, end = 1 / PARTS[part[1]], 0.1, part.end()
    elif dimension == "currency" and (cents := _CENTS.match(fold, end)):
        hundredths = _hundredths(cents)
        added, step, end = (hundredths / 100, 0.01, cents.end()) if hundredths else (added, step, end)
    if dimension == "time" and (old := _OLD.match(fold, end)):
        end = old.end()
    if unit == "pound" and term.numeral.scale >= 1e6:
        unit, dimension = "GBP", "currency"
    low, high = ((number + added) * factor for number in (term.low, term.high))
    return term._replace(low=low, high=high, step=step * factor, unit=unit, dimension=dimension, end=end)


def _hundredths(cents: re.Match[str]) -> float | None:
    written = cents[1] or cents[2]
    if written.isdigit():
        return float(written)
    numeral = read_words(f"{written} ", 0)
    return numeral.low if isinstance(numeral, Numeral) and numeral.end == len(written) else None


def _rated(fold: str, term: Term) -> Term:
    rate = None if "/" in term.unit else read_rate(fold, term.end)
    if rate is None or (term.dimension in ("time", "share") and rate[0] not in _PERIODS):
        return term
    per, factor, end = rate
    low, high, step = term.low / factor, term.high / factor, term.step / factor
    return term._replace(unit=f"{term.unit}/{per}", low=low, high=high, step=step, end=end)


def _is_pronoun(fold: str, term: Term) -> bool:
    """ "one of them", "no one", "one day", "zero tolerance", "net zero": words that count nothing here."""
    start, end = term.numeral.start, term.numeral.end
    word, near = fold[start:end], max(0, start - 10)
    if word == "one" and term.dimension in ("", "counted") and term.start == start:
        return not _OR_TWO.match(fold, end)
    if word == "one" and fold.startswith(" day", end):
        return not _SURELY_ONE.search(fold, near, start)
    bare_noun = term.dimension == "" and _ZERO_WHAT.match(fold, end)
    return word == "zero" and bool(bare_noun or fold.startswith("-", end) or _NOT_ZERO.search(fold, near, start))
