"""Do parts add up to the whole that is given for them?

Looked at, by `sourcecheck scan`: a row of a table that is named a total, beside the rows above it, column by column; a number of things
in a sentence with the list of who has how many of them ("sixteen shares, of which A held 9, B 4 and C 4"); shares of one whole in one
sentence that pass a hundred per cent.

Cannot see: a list that is not meant to be whole and stays below it; parts in several sentences.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from claims.model import Severity
from claims.values import Amount, Bound, Reading
from compare.facts.folded_passage import Entry
from compare.scanning.finding import Finding, Place, place_at
from compare.scanning.observations import Observations
from compare.values.in_words import say
from seeds.model import PassageKind, Row

CODE = "SRC405"
NAME = "sum"

TOTAL = re.compile(r"\b(?:totals?|altogether|together|sum|overall)\b", re.IGNORECASE)
PARTIAL = re.compile(r"\b(?:sub-?totals?|of which|thereof|average|mean|including)\b", re.IGNORECASE)
"""Words of a row that make of the rows no plain sum."""
OPENED = re.compile(
    r"\b(?:of (?:which|whom|these|them)|(?:divided|split) (?:in)?to|namely|made up of|consist\w* of)\b|:"
)
"""What opens a list of the parts of a number before it."""
SHARED = re.compile(
    r"\b(?:shares?|split|divided|breakdown|consist\w*|made up|composition|accounted|the rest|remain\w*)\b",
    re.IGNORECASE,
)
"""What makes percentages of one sentence parts of one whole."""
STOPS, ENDS = re.compile(r"[.;?!]\s"), re.compile(r"[;?!]|\.\s*$|\.\s(?=[A-Z][a-z]+ [a-z])")
ITEM = re.compile(r"(?:(?!,\s|\band\b).)+")
NUMBER = re.compile(r"(?<![\w.,$€£])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w%]|[.,]\d| percent)")
Column = tuple[str, int]
FEWEST, MOST = 3, 12
"""How many parts a sum has at least, and how many of their places are shown."""


def find(read: Observations) -> Iterator[Finding]:
    """The sums that do not come out."""
    above: list[Entry] = []
    for entry in read.every:
        if entry.passage.row is None or not entry.passage.row.cells:
            above = []
        elif TOTAL.search(entry.passage.row.key):
            rows = [e.passage.row.key for e in (entry, *above) if e.passage.row]
            yield from _columns(entry, above) if not any(map(PARTIAL.search, rows)) else ()
            above = []
        else:
            above.append(entry)
        if entry.passage.kind not in (PassageKind.ROW, PassageKind.FOOTNOTE, PassageKind.HEADING):
            yield from _lists(entry)
            yield from _shares(entry)


def _columns(total: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    """The columns of a total of which every row above gives an amount, and the sum is another, rounding aside."""
    twice = {head for entry in (total, *parts) for head, n in Counter(_heads(entry)).items() if n > 1}
    for column, (reading, whole) in _by_column(total, twice).items():
        given = [(entry, *found) for entry in parts if (found := _by_column(entry, twice).get(column))]
        filled = [entry for entry in parts if column in _columns_of(entry, twice)]
        if not len(given) == len(filled) >= FEWEST or any(a.unit not in ("", whole.unit) for _, _, a in given):
            continue
        made, step = sum(a.low for _, _, a in given), max(a.step for _, _, a in given)
        if abs(made - whole.low) > (step / 2 * len(parts) if step != 1 else 0):
            places = [place_at(e, r.start, r.end) for e, r, _ in ((total, reading, whole), *given[:MOST])]
            yield _told(places, say(replace(whole, low=made, high=made)))


def _by_column(entry: Entry, twice: Collection[str]) -> dict[Column, tuple[Reading, Amount]]:
    """The exact amount of each column with a head; none of a cell with several."""
    found, row = {}, entry.passage.row or Row()
    for number, (column, cell) in enumerate(zip(_columns_of(entry, twice), row.cells, strict=True)):
        inside = [(r, a) for r, a in _exact(entry) if cell.start <= r.start < cell.end]
        if number not in row.keys and len(inside) == 1 and cell.head:
            found[column] = inside[0]
    return found


def _columns_of(entry: Entry, twice: Collection[str]) -> list[Column]:
    """The head of each cell with words; with it its place in the row where two columns have one head."""
    cells = (entry.passage.row or Row()).cells
    return [(c.head, entry.passage.text.count("|", 0, c.start) if c.head in twice else 0) for c in cells]


def _heads(entry: Entry) -> list[str]:
    return [cell.head for cell in (entry.passage.row or Row()).cells]


def _lists(entry: Entry) -> Iterator[Finding]:
    """A count with the list of its parts in the same sentence, one number in each item; a list that is open may be smaller."""
    text = entry.passage.text
    for reading, whole in _exact(entry):
        opened = OPENED.search(text, reading.end)
        if whole.low < FEWEST or opened is None or STOPS.search(text, reading.end, opened.start()):
            continue
        parts = _items(text, opened.end())
        made = sum(float(part[0].replace(",", "")) for part in parts)
        if len(parts) >= FEWEST and (made > whole.low or (opened[0] in (":", "namely") and made < whole.low)):
            places = [place_at(entry, reading.start, reading.end), *(place_at(entry, *p.span()) for p in parts[:MOST])]
            yield _told(places, f"{made:g}")
            return


def _items(text: str, start: int) -> list[re.Match[str]]:
    """The only number of each item of a list that begins at `start`; none when an item has none or several."""
    end = ENDS.search(text, start)
    items = ITEM.finditer(text, start, end.start() if end else len(text))
    numbers = [list(NUMBER.finditer(text, *item.span())) for item in items]
    return [found[0] for found in numbers] if all(len(found) == 1 for found in numbers) else []


def _shares(entry: Entry) -> Iterator[Finding]:
    """Percentages that are parts of one whole and pass a hundred together."""
    shares = [(r, a) for r, a in _exact(entry) if a.unit == "percent"]
    total = sum(a.low for _, a in shares)
    parted = len(shares) >= FEWEST and SHARED.search(entry.passage.text)
    if parted and 101 < total < 200 and all(a.low != 100 for _, a in shares):
        places = tuple(place_at(entry, r.start, r.end) for r, _ in shares)
        said = f"shares of {', '.join(p.value for p in places)}, together {total:g} percent"
        yield Finding(
            CODE, f"{entry.document.source.id} gives {said}", Severity.MEDIUM, places, "one whole has these parts"
        )


def _told(places: Sequence[Place], made: str) -> Finding:
    whole, *parts = (place.value for place in places)
    headline = f"{places[0].document.source.id} gives {whole} as the whole of {', '.join(parts)}, which make {made}"
    return Finding(CODE, headline, Severity.HIGH, tuple(places), "they are told as the parts of this whole")


def _exact(entry: Entry) -> Iterator[tuple[Reading, Amount]]:
    """The amounts of a passage that are one exact number."""
    for reading in entry.amounts:
        value = reading.value
        if isinstance(value, Amount) and value.low == value.high and value.bound is Bound.EXACT:
            yield reading, value
