"""Rows of text in columns, as a terminal shows them: names above a rule, two spaces between columns."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType


def in_columns(
    names: Sequence[str], rows: Iterable[Sequence[object]], widest: Mapping[int, int] = MappingProxyType({})
) -> str:
    """The rows below their names; a column of whole numbers stands flush right. widest: where to wrap a column's cells, by its number."""
    cells = list(rows)
    right = [bool(cells) and all(isinstance(row[i], int) for row in cells) for i in range(len(names))]
    lines = [line for row in cells for line in _lines(row, widest)]
    widths = [max([len(name) + 2, *(len(line[i]) for line in lines)]) for i, name in enumerate(names)]
    table = [names, ["-" * width for width in widths], *lines]
    return "\n".join(
        "  ".join(
            cell.rjust(w) if r else cell.ljust(w) for cell, w, r in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in table
    )


def _lines(row: Sequence[object], widest: Mapping[int, int]) -> Iterable[tuple[str, ...]]:
    """The lines that a row takes."""
    cells = [str(cell).strip() for cell in row]
    return zip_longest(
        *(textwrap.wrap(cell, widest[i]) if i in widest else [cell] for i, cell in enumerate(cells)), fillvalue=""
    )
