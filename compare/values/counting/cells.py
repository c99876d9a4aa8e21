"""Numbers between numbers, with one plain space around each: the cells of a table.

This module alone knows that such a number has no bound, no label, no unit and no joint, so that none of these need be asked for:
half a million numbers are read in two seconds by that, not in sixteen. It reads folded text (see `compare.values.quantities`) and the
original beside it, for the tabs that are spaces in the fold.
"""

import re

from claims.values import Amount, Reading
from compare.values.counting.terms import Term

_CELL = re.compile(r" (?!\d{1,3} \d{3}(?!\d))(\d{1,3}|\d{5,18})(?= \d{1,18} )")
"""A number before another one that does not part its thousands; one of four digits may be a year, and is asked."""


def read_cells(fold: str, text: str, opener: Term) -> list[Reading]:
    """The cells behind a bare number that opens a row of a table, up to the last but one; none behind another number."""
    cells: list[Reading] = []
    pos = opener.end
    if not _is_bare(fold, opener):
        return cells
    while (cell := _CELL.match(fold, pos)) and text[pos] == " " == text[cell.end()]:
        start, pos = cell.span(1)
        value = float(cell[1])
        cells.append(Reading(start, pos, Amount(value, value)))
    return cells


def _is_bare(fold: str, term: Term) -> bool:
    """Digits with nothing to them, and a space or nothing before them."""
    bare = term.numeral.plain and not term.unit and term.bound is None and term.end == term.numeral.end
    return bare and fold[term.numeral.start - 1 : term.numeral.start] in ("", " ")
