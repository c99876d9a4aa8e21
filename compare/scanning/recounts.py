"""Is what was counted once counted otherwise where it is taken up again?

Looked at, by `sourcecheck scan`: in one source, the number of things that were named before ("all 38 volunteers", "the 84 stalls") beside
the only other number of these things, when they differ in one digit, or by two digits in the other order; of small numbers "all three
sites" behind the only other number of them, when that is larger.

Cannot see: things that the source counts in more than two ways; other mistakes than those of the pen.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.model import Severity
from compare.scanning.figures import Figure, figures_of, is_mistyped, is_prose
from compare.scanning.finding import Finding, said
from compare.scanning.observations import Observations
from compare.values.units import is_known

CODE = "SRC415"
NAME = "recount"

DEFINITE = re.compile(r"\b(?:all|the|all the|these|those|all these|its|their)\s+$", re.IGNORECASE)
ALL = re.compile(r"\ball (?:the |of the )?$", re.IGNORECASE)
NARROWED = re.compile(r" (?:of|in|on|at|from|for|that|which|who|with|by|were|had|to)\b")
"""What may make "all" of some the all of a few."""
LARGE = 10
"""From here a number is told by its digits."""
PART = re.compile(r"\b(?:other|another|remaining|first|last)\s+(?:the|these|those|its|their)\s+$", re.IGNORECASE)


def find(read: Observations) -> Iterator[Finding]:
    """The things that are counted twice, in one source."""
    counted: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for entry in read.every:
        for figure in figures_of(entry) if is_prose(entry) else ():
            if figure.unit and not is_known(figure.unit) and "/" not in figure.unit:
                counted[entry.document.source.id, figure.unit].append(figure)
    for (_, unit), figures in counted.items():
        yield from _recounted(unit, [figure for figure in figures if figure.number >= LARGE])
        yield from _fewer(figures)


def _recounted(unit: str, figures: list[Figure]) -> Iterator[Finding]:
    numbers = {f.number for f in figures}
    again = [f for f in figures if _is_definite(f)]
    if len(numbers) != 2 or not again or not is_mistyped(*numbers):
        return
    one = again[-1]
    others = [f for f in figures if f.number != one.number]
    if len({_counted(f) for f in (*others, one)}) == 1:
        places = (*(f.place for f in others), one.place)
        why = f"no other number of them is given, and the one takes up what was counted: {unit}"
        yield Finding(CODE, f"{said(places)}: the same are counted twice", Severity.HIGH, places, why)


def _fewer(figures: list[Figure]) -> Iterator[Finding]:
    """Things of which "all" are fewer than were counted before; a part of them would be fewer, and none is more."""
    if len(figures) != 2 or figures[0].number <= figures[1].number or figures[0].number >= LARGE:
        return
    before, text = figures[1].entry.passage.text[: figures[1].start], figures[1].entry.passage.text
    if ALL.search(before) and not NARROWED.match(text, figures[1].end) and len({_counted(f) for f in figures}) == 1:
        places = tuple(f.place for f in figures)
        why = "no other number of them is given, and the second says that it is all"
        yield Finding(CODE, f"{said(places)}: the same are counted twice", Severity.MEDIUM, places, why)


def _counted(figure: Figure) -> str:
    """The words behind the number ("pleasure boats")."""
    return figure.place.value.partition(" ")[2]


def _is_definite(figure: Figure) -> bool:
    before = figure.entry.passage.text[: figure.start]
    return bool(DEFINITE.search(before)) and not PART.search(before)
