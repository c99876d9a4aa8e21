"""The years of which a source speaks: what a day without a year, or a length without an end, is held against."""

from collections import defaultdict
from collections.abc import Mapping

from claims.values import When
from compare.scanning.figures import told_year
from compare.scanning.observations import Observations

SPREAD, FEWEST = 2, 3
"""Years between the first and the last of the days a source names that make it speak of one time, and how many such days it must name."""


def years_spoken_of(read: Observations) -> Mapping[str, range]:
    """By source the years of its full dates; an empty range where they are far apart or few."""
    years: dict[str, list[int]] = defaultdict(list)
    for entry in read.every:
        full = (r.value for r in entry.citation_dates if isinstance(r.value, When) and len(r.value.edtf) == 10)
        years[entry.document.source.id] += [year for value in full if (year := told_year(value))]
    found: dict[str, range] = defaultdict(lambda: range(0))
    for source, named in years.items():
        if len(named) >= FEWEST and max(named) - min(named) <= SPREAD:
            found[source] = range(min(named), max(named) + 1)
    return found
