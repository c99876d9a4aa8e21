"""Does a list name as many as the number before it says?

Looked at, by `sourcecheck scan`: a number with what it counts and, right behind it, a colon or "namely" and the list, which ends the
sentence ("in four towns: Arles, Nîmes and Avignon"). Where "and" may join two names to one, every reading of the list must miss.

Cannot see: lists that a verb leads to; those that say they are not whole; numbers above twelve.
"""

import re
from collections.abc import Iterator

from claims.model import Severity
from compare.scanning.figures import Figure, figures_of, is_prose
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations

CODE = "SRC412"
NAME = "list-count"

OPENED = re.compile(r"(?: (?:[a-z-]+ ){0,3}?[a-z-]+)?(?::|, namely,?|, viz\.,?)\s+")
"""From the counted noun to its list; the noun may be read with its number."""
BRACKETED = re.compile(r"\([^()]*\)")
CLOSED = re.compile(r"[.;]\s*$")
OPEN = re.compile(
    r"\b(?:includ\w+|such as|among|etc|for example|e\.g|others?|more|less|least|most|first|some)\b", re.IGNORECASE
)
"""Words of a list that need not be whole."""
QUANTITY = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|both|several|many)\b", re.IGNORECASE)
MOST, WORDS = 12, 7
"""The highest number that is told by a list, and the longest item."""


def find(read: Observations) -> Iterator[Finding]:
    """The lists that are longer or shorter than their number."""
    for entry in read.every:
        if not is_prose(entry):
            continue
        for figure in figures_of(entry):
            if figure.unit and 2 <= figure.number <= MOST and figure.number.is_integer():
                yield from _listed(figure)


def _listed(figure: Figure) -> Iterator[Finding]:
    text = figure.entry.passage.text
    opened = OPENED.match(text, figure.end)
    rest = text[opened.end() :] if opened else ""
    listed = BRACKETED.sub("", rest)
    if (
        not opened
        or not CLOSED.search(listed)
        or re.search(r"[.;:?!\"“]\s", listed)
        or OPEN.search(text[figure.start :])
    ):
        return
    items = [item.strip(" .;") for item in listed.split(",")]
    if len(items) < 2 or any(not item or len(item.split()) > WORDS or QUANTITY.search(item) for item in items):
        return
    names = [item for item in items if re.match(r"(?:and |the |The )*[A-Z]", item)]
    least, most = _bounds(items)
    if len(names) == len(items) and not least <= figure.number <= most:
        places = (figure.place, place_at(figure.entry, opened.end(), len(text.rstrip(" .;"))))
        count = f"{least}" if least == most else f"{least} or {most}"
        headline = f"{places[0].document.source.id} says {places[0].value} and names {count}: {places[1].value}"
        yield Finding(
            CODE, headline, Severity.HIGH, places, "the list stands right behind the number and ends the sentence"
        )


def _bounds(items: list[str]) -> tuple[int, int]:
    """The fewest and the most names that a list may hold: an "and" may part two or join one, but
    not within the items of a list whose last begins with it."""
    if items[-1].startswith("and "):
        return len(items), len(items) + len(re.findall(r" and ", items[-1]))
    joined = " and " in items[-1]
    return len(items) + joined, len(items) + sum(item.count(" and ") for item in items)
