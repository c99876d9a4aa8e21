"""Corrections: a source's own words in place of those it contradicts, where they can stand in the draft as they are.

They can where both are read as values of one kind: a date as exact ("August 8, 2025" for "August 8, 2028"), a figure in the same unit
and the same noun ("99 years", and not "99-year"), a name of as many words, or the words of a quotation. Everything else is for the writer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.values import Amount, Reading, When
from compare.checks.date import CODE as DATE
from compare.checks.figure import CODE as FIGURE
from compare.checks.name import CODE as NAME
from compare.checks.quote import CODE as QUOTATION
from compare.drafting.model import Finding, Stance
from compare.evidence.place import Place
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from reports.places import unwrap

MARKUP = re.compile(r"[*_`\[\]<>{}|\\~&\x00-\x08\x0b-\x1f\x7f]")
"""What words may not hold on either side: it could open or close markup of the draft."""
BROKEN = re.compile(r"[-\u00ad‐–—][ \t]*[\r\n]")
"""A word broken at a line end: whether its hyphen belongs to it is not known."""
SCALES = frozenset(["hundred", "thousand", "million", "billion", "trillion"])
SIGNS = re.compile(r"[$€£¥₺₼₽%]")
STOPS = ".,;:!?"


@dataclass(frozen=True)
class Correction:
    """Words to stand in the place of a finding's, and the source's place they come from."""

    words: str
    place: Place


def corrections(finding: Finding, written: str) -> tuple[Correction, ...]:
    """The corrections of a finding, one for each value the sources give, the best first; none where they would not fit.

    written: its words as they stand in the draft's file.
    """
    if MARKUP.search(unwrap(written)):
        return ()
    found: dict[str, Correction] = {}
    for place in finding.places:
        words = _words(finding, place, written)
        if words:
            found.setdefault(words.casefold(), Correction(words, place))
    return tuple(_first_of_each(list(found.values())))


def _first_of_each(found: Sequence[Correction]) -> Iterator[Correction]:
    """Of the same value in several wordings the first."""
    values: set[str] = set()
    for correction in found:
        if correction.place.value not in values:
            values.add(correction.place.value)
            yield correction


def _words(finding: Finding, place: Place, written: str) -> str:
    """The words of a source's place as they may stand for those written, "" when they may not."""
    raw = place.document.text[slice(*place.focus)]
    words, written = unwrap(raw).strip(), unwrap(written)
    if not words or not place.value or BROKEN.search(raw) or MARKUP.search(words):
        return ""
    if finding.code == QUOTATION:
        return _quotation(finding, place, words, written)
    return words if finding.stance is Stance.CONTRADICTED and _is_of_a_kind(finding.code, written, words) else ""


def _quotation(finding: Finding, place: Place, words: str, written: str) -> str:
    """The source's words with the stop the draft ends in; none where a note or a page break stands inside them."""
    if finding.stance is not Stance.ALTERED_QUOTE or "".join(words.split()) != "".join(place.value.split()):
        return ""
    return words.rstrip(STOPS) + written[len(written.rstrip(STOPS)) :]


def _is_of_a_kind(code: str, written: str, words: str) -> bool:
    if code == DATE:
        return _exactness(written) == _exactness(words) != ()
    if code == FIGURE:
        return _measure(written) == _measure(words) != ()
    return code == NAME and _is_name(written) and _is_name(words) and len(written.split()) == len(words.split())


def _is_name(text: str) -> bool:
    return text[0].isupper() and not re.search(rf"[{STOPS}]\s", text)


def _exactness(text: str) -> tuple[str, ...]:
    """How exact a date is, the digits of its EDTF as zeros, and how it is written; () unless the text is one date only.

    "9/11" is as exact as "26 August 2025", and no date to put in its place.
    """
    value = _only(find_dates(text), text)
    if not isinstance(value, When):
        return ()
    written = "year" * bool(re.search(r"\d{4}", text)), "words" * bool(re.search(r"[^\W\d]", text))
    return re.sub(r"\d", "0", value.edtf), "about" * value.approximate, *written


def _measure(text: str) -> tuple[str, ...]:
    """Unit, signs and last word of an amount; () unless the text is one amount and nothing else."""
    value = _only(find_quantities(text), text)
    if not isinstance(value, Amount):
        return ()
    last = re.findall(r"[^\W\d]+(?:-\w+)*|\d", text.casefold())[-1:]
    return (
        value.unit,
        "".join(SIGNS.findall(text)),
        *("" if word in SCALES or word.isdigit() else word for word in last),
    )


def _only(readings: Sequence[Reading], text: str) -> object:
    """The value a text is, when it holds one and begins and ends with its words."""
    if len(readings) != 1 or text[: readings[0].start].strip() or text[readings[0].end :].strip(" .,"):
        return None
    return readings[0].value
