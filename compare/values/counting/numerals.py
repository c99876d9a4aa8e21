"""Numerals written in digits: "1,768", "1 234", "1.5 billion", "$18.9B" (its 18.9B), "10bn", "2 1/2", "2½", "1e10".

This module alone knows how digits, separators, fractions and scale words make one number. It reads folded text
(see `compare.values.quantities`) and says nothing of what is counted.

Separators: a comma parts thousands, a full stop decimals; "1.234.567" and "1.234,5" are read the continental way, and "3,5" is
a list unless a currency stands before it or a scale word, a share or a unit behind it. "1971,13" without either is no number. A
space parts thousands where it is a no-break or thin space in the original, behind a currency, or where the groups say so ("10 000",
"1 234 567", "1 234,56"). An apostrophe parts them too.
"""

import re
import unicodedata

from claims.amounts import fraction_step, written_number
from compare.text.number_words import SMALL, TENS
from compare.values.counting.leads import read_lead
from compare.values.counting.unit_phrases import read_unit
from compare.values.counting.vocabulary import PARTS, SCALES, Numeral
from compare.values.counting.words import read_words

_NUMBER = re.compile(
    r"(?P<grouped>\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d{1,9})?)"
    r"|(?P<continental>\d{1,3}(?:\.\d{3}){1,6},\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,6}(?!\d))"
    r"|(?P<spaced>\d{1,3}(?: \d{3}){1,6}(?!\d)(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?P<apostrophe>\d{1,3}(?:'\d{3}){1,6}(?![\d'])(?:\.\d{1,2}(?!\d))?)"
    r"|(?P<comma>\d{1,3},\d{1,2}(?= ?(?:%|per ?cent|m(?:illion|illiard)|billion|trillion|thousand)))"
    r"|(?P<power>\d{1,9}(?:\.\d{1,9})?(?:e[+-]?\d{1,2}\b| ?[×x·⋅] ?10(?:\^?[−-]\d{1,2}\b|\^\d{1,2}\b|[⁻⁰¹²³⁴-⁹]{1,3}))"
    r"|10(?:\^[−-]?\d{1,2}\b|⁻?[⁰¹²³⁴-⁹]{1,2}(?![⁰¹²³⁴-⁹])))"
    r"|(?P<plain>\d{1,18}(?:\.\d{1,9})?|\.\d{1,9})"
)
_LINE_SPACES = " \t\n\r\x0b\x0c"
_VULGAR = "[¼-¾⅐-⅞]"
_PART = re.compile(rf"[ -]{{0,2}}(?:({_VULGAR})|(?<=[ -])(\d{{1,3}})/(\d{{1,4}})(?![\d/]))")
_SLASH = re.compile(r"/(\d{1,4})(?![\d/.-])")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 30, 32, 40, 50, 60, 64, 100, 1000})
_SCALE = re.compile(
    r"(?:[ -]{0,2}(hundred|thousand|million|billion|trillion|milliards?|lakhs?|crores?|dozens?|dozs?|dzs?|mln|mn|bln|bn|trn|tn)|(k))\b"
)
_ABBREVIATED = {"k": 1e3, "mln": 1e6, "mn": 1e6, "bln": 1e9, "bn": 1e9, "trn": 1e12, "tn": 1e12}
_AND_A_PART = re.compile(r" and (?:a|one)[ -](half|third|quarter)\b")
_AND_REST = re.compile(r" and ([1-9]\d?)\b(?![\d.,/%–-])")
_NEXT_SCALED = re.compile(r" (\d{1,3}(?:\.\d)?) (hundred|thousand|million)\b")
_ERROR = re.compile(r" ?(?:±|\+/[-−]) ?(\d{1,9}(?:\.\d{1,9})?(?:e[+-]?\d{1,2})?)")
_RATIO = re.compile(r" (out of|over|in)(?: every)? (?=[\da-z])")
_STARTS = re.compile(rf"\d|(?:an? (?:hundred|thousand)|{'|'.join((*SMALL, *TENS))})\b")
_CLOSES = re.compile(r" ?(?:$|[.,;:)])")
_ROUND = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})
_GLUED = re.compile(r"[\w.,:/\\+=&#@%~^*–-]*\w")
_RUNS_ON = re.compile(r"\d|[.:_@\\]\w|/\d|°(?:\d|[nsew]\b)")
_POWER = re.compile(r"(?:([\d.]+) ?[×x·⋅] ?)?10\^?(-?\d+)")
_COMMA_PART = re.compile(r",\d{1,2}(?![\d,])")
_PLAIN_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def read_numeral(fold: str, text: str, pos: int) -> Numeral | int:
    """The numeral in digits or words that starts at `pos`, or where to read on when none does; "one in five" is 0.2."""
    numeral = read_words(fold, pos) if fold[pos].isalpha() else read_digits(fold, text, pos)
    if isinstance(numeral, int) or numeral.scale > 1 or numeral.low != int(numeral.low):
        return numeral
    ratio = _RATIO.match(fold, numeral.end)
    return (ratio and _ratio(fold, text, numeral, ratio)) or numeral


def _ratio(fold: str, text: str, part: Numeral, ratio: re.Match[str]) -> Numeral | None:
    """ "two out of three", "one in five", "one over three"; not "12 in six boxes" nor "3 in 2010"."""
    if not _STARTS.match(fold, ratio.end()):
        return None
    whole = read_words(fold, ratio.end()) if fold[ratio.end()].isalpha() else read_digits(fold, text, ratio.end())
    if (
        isinstance(whole, int)
        or not 0 < part.low < whole.low * (100 if ratio[1] == "over" else 1)
        or whole.low != int(whole.low)
    ):
        return None
    if (ratio[1] == "over" and not _CLOSES.match(fold, whole.end)) or (
        ratio[1] == "in" and (whole.low not in _ROUND or part.low > 9)
    ):
        return None
    if ratio[1] == "in" and read_unit(fold, text, whole.end):
        return None
    value = part.low / whole.low
    return Numeral(part.start, whole.end, value, value, fraction_step(whole.low), ratio=True)


def read_digits(fold: str, text: str, pos: int) -> Numeral | int:
    """The numeral in digits that starts at `pos`, or where to read on when it is none (a version, a time, "9/11")."""
    vulgar = re.match(_VULGAR, fold[pos])
    value, step, end, plain = _vulgar(fold, pos) if vulgar else _written(fold, text, pos)
    if not vulgar and plain:
        if slash := _SLASH.match(fold, end):
            return _slash_fraction(fold, pos, value, slash)
        if (part := _PART.match(fold, end)) and (fraction := _fraction(part)):
            value, step, end, plain = value + fraction[0], fraction[1], part.end(), False
    if error := _ERROR.match(fold, end):
        step, end, plain = written_number(error[1])[0], error.end(), False
    if _RUNS_ON.match(fold, end) or (plain and end - pos > 3 and _COMMA_PART.match(fold, end)):
        return skip_glued(fold, pos)
    return _scaled(fold, Numeral(pos, end, value, value, step, plain=plain))


def skip_glued(fold: str, pos: int) -> int:
    """Where the unbroken run of letters, digits and their joints ends ("596-82-39", "/2025/07", "102nd")."""
    glued = _GLUED.match(fold, pos)
    return glued.end() if glued else pos + 1


def _written(fold: str, text: str, pos: int) -> tuple[float, float, int, bool]:
    """Value, step, end, and whether it is digits only."""
    match = _NUMBER.match(fold, pos)
    assert match is not None  # the caller found a digit here, or a point before one
    kind, end = match.lastgroup, match.end()
    written = fold[pos:end]
    if kind == "spaced" and not (_parts_thousands(text[pos:end]) or _is_money(fold, text, pos)):
        kind, written = "plain", written.partition(" ")[0]
        end = pos + len(written)
    if kind == "plain" and (comma := _decimal_comma(fold, text, pos, end)):
        kind, written, end = "comma", fold[pos:comma], comma
    if kind == "continental":
        written = written.replace(".", "").replace(",", ".")
    elif kind == "power":
        written = _as_exponent(written)
    elif kind in ("comma", "spaced", "apostrophe"):
        written = written.replace(" ", "").replace("'", "").replace(",", ".")
    value, step = written_number(written)
    return value, step, end, kind == "plain" and written.isdigit()


def _decimal_comma(fold: str, text: str, pos: int, end: int) -> int | None:
    """Where a whole number with a decimal comma ends ("12,50 euros", "€12,50"); None where the comma parts a list."""
    comma = _COMMA_PART.match(fold, end) if fold[pos:end].isdigit() else None
    return comma.end() if comma and (_is_money(fold, text, pos) or read_unit(fold, text, comma.end())) else None


def _is_money(fold: str, text: str, pos: int) -> bool:
    lead = read_lead(fold, text, pos, joined=True)
    return bool(lead and lead.currency)


def _as_exponent(written: str) -> str:
    """ "2.48 × 10−5" as "2.48e-5", "10⁶" as "1e6"."""
    if "e" in written:
        return written
    power = _POWER.fullmatch(written.translate(_PLAIN_POWERS))
    assert power is not None  # the pattern of numbers found it
    return f"{power[1] or 1}e{power[2]}"


def _parts_thousands(written: str) -> bool:
    spaces = [char for char in written if not char.isdigit() and char not in ".,"]
    ends = written[-4].isspace() and written.endswith("000")
    return spaces[0] not in _LINE_SPACES or len(spaces) > 1 or ends or "," in written


def _vulgar(fold: str, pos: int) -> tuple[float, float, int, bool]:
    numerator, _, denominator = unicodedata.normalize("NFKC", fold[pos]).partition("⁄")
    return int(numerator) / int(denominator), fraction_step(int(denominator)), pos + 1, False


def _fraction(part: re.Match[str]) -> tuple[float, float] | None:
    if part[1]:
        return _vulgar(part[1], 0)[:2]
    numerator, denominator = int(part[2]), int(part[3])
    return (
        (numerator / denominator, fraction_step(denominator))
        if numerator < denominator and denominator in _DENOMINATORS
        else None
    )


def _slash_fraction(fold: str, pos: int, numerator: float, slash: re.Match[str]) -> Numeral | int:
    denominator = int(slash[1])
    if denominator not in _DENOMINATORS or not 0 < numerator < denominator:
        return skip_glued(fold, pos)
    value = numerator / denominator
    return _scaled(fold, Numeral(pos, slash.end(), value, value, fraction_step(denominator)))


def _scaled(fold: str, numeral: Numeral) -> Numeral:
    """The numeral with the scale words behind it, and what may follow those: "3 million and a half", "4 thousand 3 hundred"."""
    value, step, scale, end = numeral.low, numeral.step, 1.0, numeral.end
    while match := _SCALE.match(fold, end):
        word = match[1] or match[2]
        times = SCALES.get(word) or _ABBREVIATED.get(word) or 12.0
        value, step, scale, end = value * times, step * times, scale * times, match.end()
    if scale == 1:
        return numeral
    if part := _AND_A_PART.match(fold, end):
        value, step, end = value + scale / PARTS[part[1]], scale * 0.1, part.end()
    while (more := _NEXT_SCALED.match(fold, end)) and SCALES[more[2]] < scale:
        added, times = written_number(more[1])[0], SCALES[more[2]]
        value, step, end = value + added * times, times, more.end()
    if step == 100 and (rest := _AND_REST.match(fold, end)):
        value, step, end = value + int(rest[1]), 1.0, rest.end()
    return numeral._replace(
        low=value, high=value, step=step, scale=scale if scale >= 1e3 else 1.0, end=end, plain=False
    )
