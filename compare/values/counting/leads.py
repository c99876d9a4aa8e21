"""What stands right before a number and belongs to it: a sign, a currency's symbol or code; or a mark that forbids a number.

This module alone knows which characters may stand before a number ("COVID-19", "C5+1", "/2025" and "102-511" hold none) and how
currencies are written before it. It reads folded text (see `compare.values.quantities`) and the original beside it.
"""

import re
from typing import NamedTuple

from compare.values.counting.unit_names import UNITS


class Lead(NamedTuple):
    """Where the words of a number begin with its sign and currency; `currency` is an ISO 4217 code or ""."""

    start: int
    negative: bool = False
    currency: str = ""


_OPENERS = frozenset("\0 ([{\"“'‘—…;|,~≈∼≥≤⩾⩽<>¿¡•·")
_MONEY = {name: unit.name for name, unit in UNITS.items() if unit.dimension == "currency"}
_SYMBOLS = {name: code for name, code in _MONEY.items() if not name[0].isalpha() and len(name) == 1}
_CODES = {name: code for name, code in _MONEY.items() if len(name) == 3 and name.upper() == code} | {"rmb": "CNY"}
_SAFE_CODES = frozenset({"usd", "eur", "gbp", "jpy", "cny", "rmb", "inr", "azn", "chf", "aud", "cad"})
GLUED_CODE = rf"(?<=(?<!\w)(?:{'|'.join(sorted(_CODES))}))"
"""A place right behind the code of a currency ("USD34")."""
_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "usd": "USD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
}
_DOLLARS |= {
    "cad": "CAD",
    "nz": "NZD",
    "nzd": "NZD",
    "hk": "HKD",
    "hkd": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "sgd": "SGD",
    "nt": "TWD",
}
_DOLLARS |= {"r": "BRL", "mx": "MXN", "mex": "MXN", "mxn": "MXN"}
_WHOSE = re.compile(r"(?<![\w$'])(?:(u\.s\.|us|usd|aud?|can?|cad|nzd?|hkd?|sgd?|nt|mex|mxn?) ?|([acsr])|(c) )\$$")
_RUPEES = re.compile(r"(?<!\w)(rs\.?)$")
_SIGN_WORD = re.compile(r"(?<!\w)(?:minus|negative) $")


def read_lead(fold: str, text: str, pos: int, joined: bool) -> Lead | None:
    """What belongs to a number at `pos` and stands before it; None when a number cannot stand there.

    joined: the number ends a range, so that a dash before it is no obstacle ("$5–$6").
    """
    lead = _currency(fold, text, pos) or Lead(pos)
    if joined:
        return lead
    before = fold[lead.start - 1 : lead.start]
    if before in ("-", "−", "+"):
        return _signed(fold, lead, before != "+") if fold[pos].isdigit() or lead.currency else None
    if before == "–":
        return lead if fold[lead.start - 2 : lead.start - 1] in ("", " ") else None
    if before == ":":
        return None if fold[lead.start - 2 : lead.start - 1].isdigit() else lead
    if before == " " and (sign := _SIGN_WORD.search(fold, max(0, lead.start - 10), lead.start)):
        return lead._replace(start=sign.start(), negative=True)
    return lead if not before or before in _OPENERS else None


def _signed(fold: str, lead: Lead, negative: bool) -> Lead | None:
    """With the sign right before it, unless that joins it to a word ("COVID-19") or to another number ("75 -300 mm")."""
    sign = lead.start - 1
    if sign and fold[sign - 1] not in _OPENERS:
        return None
    joins = fold[max(0, sign - 1) : sign] == " " and fold[sign - 2 : sign - 1].isdigit()
    return lead if joins else lead._replace(start=sign, negative=negative)


def _currency(fold: str, text: str, pos: int) -> Lead | None:
    end = pos - 1 if fold[pos - 1 : pos] in (" ", "-", "−") else pos
    negative = end < pos and fold[end] != " "
    sign, code = fold[end - 1 : end], fold[end - 3 : end]
    if sign == "$":
        whose = _WHOSE.search(fold, max(0, end - 6), end)
        return (
            Lead(whose.start(), negative, _DOLLARS[whose[1] or whose[2] or whose[3]])
            if whose
            else Lead(end - 1, negative, "USD")
        )
    if rupees := _RUPEES.search(fold, max(0, end - 4), end):
        return Lead(rupees.start(1), negative, "INR")
    if sign in _SYMBOLS:
        return Lead(end - 1, negative, _SYMBOLS[sign])
    if (
        not negative
        and code in _CODES
        and not fold[end - 4 : end - 3].isalnum()
        and (code in _SAFE_CODES or text[end - 3 : end].isupper())
    ):
        return Lead(end - 3, currency=_CODES[code])
    return None
