"""Is what was counted once counted otherwise where it is taken up again?

Looked at, by `sourcecheck scan`: in one source, the number of things that were named before ("all 38 volunteers", "the 84 stalls") beside
the only other number of these things, when they differ in one digit, or by two digits in the other order.

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
PART = re.compile(r"\b(?:other|another|remaining|first|last)\s+(?:the|these|those|its|their)\s+$", re.IGNORECASE)


def find(read: Observations) -> Iterator[Finding]:
    """The things that are counted twice, in one source."""
    counted: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for entry in read.every:
        for figure in figures_of(entry) if is_prose(entry) else ():
            if figure.unit and not is_known(figure.unit) and figure.number >= 10 and "/" not in figure.unit:
                counted[entry.document.source.id, figure.unit].append(figure)
    for (_, unit), figures in counted.items():
        yield from _recounted(unit, figures)


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


def _counted(figure: Figure) -> str:
    """The words behind the number ("pleasure boats")."""
    return figure.place.value.partition(" ")[2]


def _is_definite(figure: Figure) -> bool:
    before = figure.entry.passage.text[: figure.start]
    return bool(DEFINITE.search(before)) and not PART.search(before)
