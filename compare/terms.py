"""One number with its sign, currency, scale letter, unit and rate: "$18.9B", "28 million cubic meters per day", "−18 °C".

This module alone knows how those parts stand together around one number. Ranges, bounds and what is no amount at all are
judged in `compare.quantities`. It reads folded text and the original beside it.
"""

import re
from typing import NamedTuple

from claims.values import Bound
from compare.bounds import bound_after
from compare.counted_nouns import read_counted
from compare.number_leads import Lead, read_lead
from compare.number_words import PARTS, SMALL, TENS, Numeral, read_words
from compare.numerals import LETTER_SCALES, read_numeral, skip_glued
from compare.units import Measure, read_rate, read_unit


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


_LETTER_SCALE = re.compile(r" ?(mm|m|b|t)\b(?!['’/])")
_LENGTH_BEHIND = re.compile(
    r" (?:tall|long|wide|high|deep|thick|away|above|below|across|apart|from|north|south|east|west|radius|diameter|x|by|sprint|race|"
    r"freestyle|relay|hurdles|final|telescope|tower|mast)\b"
)
_LENGTH_BEFORE = re.compile(r"(?:length|width|height|depth|distance|altitude|elevation|radius|diameter|reach|span) (?:of|is|was|at|to)\D{0,14}$")
_CENTS = re.compile(r"(?: and|,)? (\d{1,2}|[a-z]+(?:-[a-z]+)?) (?:cents?|pence)\b|(?: and)? (\d\d)(?=[.!?;,]?$|[.!?;,] )")
_AND_A_PART = re.compile(r" and (?:a|one)[ -](half|quarter|third)\b")
_OLD = re.compile(r"[ -]old\b| of age\b")
MEASURES_WITH_ARTICLE = "minute|hour|day|week|fortnight|month|year|decade|century|millennium|mile|kilometer|kilometre"
_BEGINNERS = "|".join(sorted((*SMALL, *TENS), key=len, reverse=True))
_AFTER_A = "|".join((*PARTS, "hundred|thousand|million|billion|trillion|dozen|couple|few", MEASURES_WITH_ARTICLE))
TRIGGER = re.compile(
    rf"(?<![\w.])(?:\.?\d|[¼-¾⅐-⅞]|(?:{_BEGINNERS}|an?(?=[ -](?:{_AFTER_A})\b)|half|quarter|several|couple|hundred(?= thousand| million)"
    r"|(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of))\b)"
)
"""Where a number may start."""
_A_MEASURE = re.compile(rf"an?(?=[ -](?:{MEASURES_WITH_ARTICLE})\b(?!-(?:on|over|to|end|by|round|ahead|in|out)\b))")
_NO_MEASURE = re.compile(r"(?:once|twice|thrice|times?|per|many|such|what|each|quite|\w{3,}s) $")
_ONE_OF_SOME = re.compile(r"(?:only|just|exactly|least|most|than|single|about|nearly) $")
_OR_TWO = re.compile(r"(?: or | to |-to-)t(?:wo|hree)\b")
_NEXT_NOUN = re.compile(r" ([a-z]{3,})\b")
_NO_ZERO = re.compile(r"(?:ground|net|patient|absolute|day|near|sub) $")
_OF = re.compile(r" of (?=[a-z])")


def read_term(fold: str, text: str, pos: int, joined: bool = False) -> Term | int:
    """The number that starts at `pos` with what belongs to it, or where to read on when there is none.

    joined: it ends a range, so that a dash may stand before it.
    """
    lead = read_lead(fold, text, pos, joined)
    if lead is None:
        return skip_glued(fold, pos)
    if article := _A_MEASURE.match(fold, pos):
        if _NO_MEASURE.search(fold, max(0, pos - 20), pos):
            return article.end()
        numeral: Numeral | int = Numeral(pos, article.end(), 1.0, 1.0, 1.0)
    else:
        numeral = read_numeral(fold, text, pos)
    if isinstance(numeral, int):
        return numeral
    term = _with_unit(fold, text, _with_letter(fold, text, numeral, lead), lead)
    if term is None or _is_pronoun(fold, term):
        return skip_glued(fold, pos) if fold[pos].isdigit() else numeral.end
    return term._replace(low=-term.high, high=-term.low) if lead.negative else term


def _with_letter(fold: str, text: str, numeral: Numeral, lead: Lead) -> Numeral:
    """ "$4.6m", "$ 5 m", "4.6m people", "18.9B" are scaled; "1.8m tall", "100t" are lengths and weights."""
    match = _LETTER_SCALE.match(fold, numeral.end)
    if match is None or numeral.scale > 1 or not fold[numeral.end - 1].isdigit():
        return numeral
    letter, end = match[1], match.end()
    if not lead.currency:
        counts = read_unit(fold, text, end) or read_counted(fold, end)
        if match[0] != letter or (not counts and not _is_scale(fold, text, numeral, match)):
            return numeral
        if letter in ("t", "mm") and text[match.start(1)] != "T":
            return numeral
    times = LETTER_SCALES[letter]
    return numeral._replace(low=numeral.low * times, high=numeral.high * times, step=numeral.step * times, scale=times, end=end, plain=False)


def _is_scale(fold: str, text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    if match[1] == "m":
        near = _LENGTH_BEHIND.match(fold, match.end()) or _LENGTH_BEFORE.search(fold, max(0, numeral.start - 40), numeral.start)
        return text[match.start(1)] == "M" or near is None
    return text[match.start(1)].isupper() and (match[1] == "b" or "." in fold[numeral.start : numeral.end])


def _with_unit(fold: str, text: str, numeral: Numeral, lead: Lead) -> Term | None:
    """The number in the unit behind it (or the currency before it), with its rate; None when letters run on that are no unit."""
    bound, end = bound_after(fold, numeral.end) or (None, numeral.end)
    term = Term(lead.start, numeral.end, numeral.low, numeral.high, numeral.step, lead.currency, "currency" if lead.currency else "", numeral)
    of = _OF.match(fold, end) if numeral.vague else None
    measure = read_unit(fold, text, of.end() - 1 if of else end)
    if measure and measure.word == "second" and fold[end] == " " and numeral.low != 1:
        measure = None  # "the 2020 Second Karabakh War"
    if lead.currency:
        if measure and measure.unit == lead.currency:
            term = term._replace(end=measure.end)
    elif measure:
        term = _measured(fold, term, measure)
    elif counted := read_counted(fold, of.end() - 1 if of else end):
        term = term._replace(unit=counted[0], dimension="counted", end=counted[1])
    elif fold[numeral.end : numeral.end + 1].isalpha():
        return None
    if term.end > end or lead.currency:
        term = _rated(fold, term)
    behind = None if bound else bound_after(fold, term.end)
    if behind:
        bound, end = behind
    return term._replace(bound=bound, end=max(term.end, end) if bound else term.end)


def _measured(fold: str, term: Term, measure: Measure) -> Term:
    unit, factor, end = measure.unit, measure.factor, measure.end
    if unit == "pound" and term.numeral.scale >= 1e6:
        unit = "GBP"
    low, high, step = term.low, term.high, term.step
    if measure.dimension == "time":
        if part := _AND_A_PART.match(fold, end):
            low, high, step, end = low + 1 / PARTS[part[1]], high + 1 / PARTS[part[1]], 0.1, part.end()
        if old := _OLD.match(fold, end):
            end = old.end()
    elif measure.dimension == "currency" and (cents := _CENTS.match(fold, end)):
        if (added := _number_of_cents(cents)) is not None:
            low, high, step, end = low + added / 100, high + added / 100, 0.01, cents.end()
    return term._replace(low=low * factor, high=high * factor, step=step * factor, unit=unit, dimension=measure.dimension, end=end)


def _number_of_cents(cents: re.Match[str]) -> int | None:
    written = cents[1] or cents[2]
    if written.isdigit():
        return int(written)
    numeral = read_words(written + " ", 0) if written.partition("-")[0] in SMALL or written[-2:] == "ty" or "ty-" in written else 0
    return int(numeral.low) if isinstance(numeral, Numeral) and numeral.end == len(written) else None


def _rated(fold: str, term: Term) -> Term:
    rate = read_rate(fold, term.end)
    if rate is None or "/" in term.unit or (term.dimension in ("", "time", "share") and rate[0] not in ("year", "month", "day", "week", "hour")):
        return term
    per, factor, end = rate
    return term._replace(unit=f"{term.unit}/{per}", low=term.low / factor, high=term.high / factor, step=term.step / factor, end=end)


def _is_pronoun(fold: str, term: Term) -> bool:
    """ "one of them", "no one", "zero tolerance": words that count nothing here."""
    start, end = term.numeral.start, term.numeral.end
    word = fold[start:end]
    if word == "one" and term.dimension in ("", "counted") and term.start == start:
        return not _OR_TWO.match(fold, end)
    if word == "one" and fold.startswith(" day", end):
        return not _ONE_OF_SOME.search(fold, max(0, start - 10), start)
    return word == "zero" and ((term.dimension == "" and bool(_NEXT_NOUN.match(fold, end))) or fold[end : end + 2].lstrip()[:1] == "-" or bool(_NO_ZERO.search(fold, max(0, start - 10), start)))
