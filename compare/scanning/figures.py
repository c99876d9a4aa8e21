"""The exact numbers of a passage, in figures and in words, as what arithmetic in prose is done with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.values import Amount, Bound, When
from compare.facts.folded_passage import Entry
from compare.scanning.finding import Place, place_at
from seeds.model import PassageKind

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        start=1,
    )
}
"""Numbers that are written as one word."""
WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(NUMBERS)})(?![\w-])", re.IGNORECASE)
PROSE = (PassageKind.BODY, PassageKind.LIST_ITEM)


@dataclass(frozen=True)
class Figure:
    """An exact number of a passage: its characters, the number, its unit or counted noun, its smallest written step."""

    entry: Entry
    start: int
    end: int
    number: float
    unit: str = ""
    step: float = 1.0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_at(self.entry, self.start, self.end)

    def goes_with(self, other: "Figure") -> bool:
        """True for two numbers of one unit, or of which one names none."""
        return self.unit == other.unit or not (self.unit and other.unit)


def figures_of(entry: Entry) -> tuple[Figure, ...]:
    """The exact numbers of a passage in order; a bound, a range and what is part of a date are none."""
    found = [
        Figure(entry, r.start, r.end, r.value.low, r.value.unit, r.value.step)
        for r in entry.amounts
        if isinstance(r.value, Amount) and r.value.low == r.value.high and r.value.bound is Bound.EXACT
    ]
    taken = [(r.start, r.end) for r in (*entry.amounts, *entry.dates)]
    for match in WORD.finditer(entry.passage.text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(Figure(entry, *match.span(), float(NUMBERS[match[0].lower()])))
    return tuple(sorted(found, key=lambda f: f.start))


def is_prose(entry: Entry) -> bool:
    """True for a sentence that states something: no heading, note or row of a table."""
    return entry.passage.kind in PROSE and entry.passage.row is None


def paragraphs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Sequence[Entry]]]:
    """Every sentence of prose with those of its paragraph that stand before it."""
    before: list[Entry] = []
    for entry in entries:
        if before and (entry.document, entry.passage.paragraph) != (before[-1].document, before[-1].passage.paragraph):
            before = []
        if is_prose(entry):
            yield entry, tuple(before)
            before.append(entry)


def is_mistyped(one: float, other: float) -> bool:
    """True for two whole numbers of two digits or more that differ in one digit, or by two neighbouring digits in the other order."""
    a, b = f"{one:.10g}", f"{other:.10g}"
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or sum(map(str.isdigit, a)) < 2:
        return False
    swapped = len(differing) == 2 and a[differing[0]] == b[differing[1]] and a[differing[1]] == b[differing[0]]
    return len(differing) == 1 or swapped


def told_year(value: object) -> int | None:
    """The year of a date that is written with its year; None for a range and what is counted from another."""
    if (
        not isinstance(value, When)
        or value.resolution.value != "written"
        or not re.fullmatch(r"\d{4}(-\d\d){0,2}", value.edtf)
    ):
        return None
    return int(value.edtf[:4])
