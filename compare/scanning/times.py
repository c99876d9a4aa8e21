"""The years of which a source speaks: what a day without a year, or a length without an end, is held against; and whether a sentence
tells of days to come."""

from collections import defaultdict
from collections.abc import Mapping

from claims.values import When
from compare.facts.folded_passage import Entry
from compare.scanning.figures import told_year
from compare.scanning.observations import Observations
from compare.text.frames import frames_of
from compare.text.sentence import sentence_of
from seeds.model import PassageKind

SPREAD, FEWEST = 2, 3
"""Years between the first and the last of the days a source names that make it speak of one time, and how many such days it must name."""
TO_COME = frozenset(
    "will shall would plan plans planned planning schedule scheduled expect expected expects expires expire due "
    "forecast forecasts target targets projected proposed next upcoming future valid deadline set aim aims goal intends ahead "
    "beyond should may might could if anticipated estimated prospective hopes".split()
)
"""Words of a sentence that may tell of days to come."""


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


def tells_of_days_to_come(entry: Entry) -> bool:
    """True for a sentence that holds a word of the future, or no verb; a note needs none."""
    sentence = sentence_of(entry.passage.text)
    tells = entry.passage.kind is PassageKind.FOOTNOTE or sentence.verbs
    small = {w.form for w in sentence.folded.words if sentence.folded.text[w.start].islower()}
    return not tells or bool(TO_COME & small) or any(frame.mode for frame in frames_of(sentence))
