"""Does a share, a rate or a product told beside its numbers come out?

Looked at, by `sourcecheck scan`: "A, or P per cent of the B" in one sentence; a share of more than a hundred per cent of a counted whole
("of the 40 seats 120 per cent"); "each pays A, so that the N pay T"; and "of every hundred, A, B and C".

Cannot see: shares whose whole stands in another sentence; what only some of those counted pay.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from claims.model import Severity
from compare.scanning.figures import Figure, figures_of, paragraphs
from compare.scanning.finding import Finding
from compare.scanning.observations import Observations

CODE = "SRC409"
NAME = "proportion"

OR = re.compile(r"[^.;]{0,40}?(?:, or|\(|, that is,?|, i\.e\.,?|,) (?:about |some |roughly )?$", re.IGNORECASE)
OF_THE = re.compile(r"\s*of (?:the|its|all|their|these|those)(?: total)?(?: of)?(?: some)? $", re.IGNORECASE)
OF_WHOLE = re.compile(r"^(?:[A-Z]\w+ \w+, )?Of (?:the|these|those|all|its|their) ", re.IGNORECASE)
EACH = re.compile(r"\b(?:each|every one|apiece)\b", re.IGNORECASE)
MADE = re.compile(
    r"\b(?:came to|comes? to|amount(?:s|ed)? to|total(?:s|led|ed|ling)?|mak(?:es|ing)|made|in all|altogether|brought in"
    r"|yield(?:s|ed)?)(?: a total of)? $",
    re.IGNORECASE,
)
"""What stands before a product."""
EVERY = re.compile(r"\bof (?:every|each) (hundred|ten|thousand)\b", re.IGNORECASE)
BASES = {"ten": 10, "hundred": 100, "thousand": 1000}
FEWEST = 3
"""Parts from which those of "every hundred" are taken to be all."""
PLENTY = 0.85
"""How much of the whole such parts make at least when none is missing."""


def find(read: Observations) -> Iterator[Finding]:
    """The shares and products that do not come out."""
    for entry, before in paragraphs(read.every):
        here = figures_of(entry)
        if here:
            earlier = [f for e in before[-1:] for f in figures_of(e)]
            yield from (*_shares(here), *_over(here), *_each(here, earlier), *_of_every(here))


def _shares(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "A, or P per cent of the B"."""
    for a, p, b in zip(here, here[1:], here[2:], strict=False):
        text = a.entry.passage.text
        if p.unit != "percent" or "percent" in (a.unit, b.unit) or not a.goes_with(b) or not 0 < a.number < b.number:
            continue
        if OR.fullmatch(text[a.end : p.start]) and OF_THE.fullmatch(text[p.end : b.start]):
            made = 100 * a.number / b.number
            if (
                abs(made - p.number)
                > max(p.step, 1.0) * 0.6 + 100 * sum(f.step / 2 for f in (a, b) if f.step != 1) / b.number
            ):
                yield _told(p, (a, b), f"{made:.3g} per cent")


def _over(here: Sequence[Figure]) -> Iterator[Finding]:
    """More than all of a counted whole."""
    for whole, p in itertools.pairwise(here):
        text = p.entry.passage.text
        opened = OF_WHOLE.match(text)
        if (
            p.unit == "percent"
            and p.number > 100
            and opened
            and opened.end() == whole.start
            and len(text[whole.end : p.start]) < 60
        ):
            yield _told(p, (whole,), "100 per cent at most")


def _each(here: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """ "each pays A, so that the N pay T": the only amount of the total's unit, and the only count of things."""
    text = here[0].entry.passage.text
    each = EACH.search(text)
    totals = [f for f in here if each and f.start > each.end() and MADE.search(text[: f.start])]
    if len(totals) != 1:
        return
    total = totals[0]
    base = total.unit
    rates = [f for f in here if f is not total and base and f.unit.partition("/")[0] == base]
    counts = [f for f in here if f is not total and f not in rates and f.number >= 2]
    counts = counts or [f for f in earlier if f.unit and f.unit.partition("/")[0] != base and f.number >= 2]
    if len(rates) == len(counts) == 1 and counts[0].unit:
        made = rates[0].number * counts[0].number
        if (
            abs(made - total.number)
            > counts[0].number * (rates[0].step / 2 if rates[0].step != 1 else 0) + total.step / 2
        ):
            yield _told(total, (rates[0], counts[0]), f"{made:,.10g}")


def _of_every(here: Sequence[Figure]) -> Iterator[Finding]:
    """The parts of "every hundred", which make it up."""
    text = here[0].entry.passage.text
    said = EVERY.search(text)
    if said is None:
        return
    parts = [f for f in here if f.start > said.end()]
    base, made = BASES[said[1].lower()], sum(f.number for f in parts)
    even = len({f.unit for f in parts}) == 1
    slack = sum(f.step / 2 for f in parts)
    if even and len(parts) >= FEWEST and PLENTY * base <= made and abs(made - base) > slack:
        whole = Figure(here[0].entry, said.start(1), said.end(1), base)
        yield _told(whole, parts, f"{made:,.10g}")


def _told(given: Figure, others: Sequence[Figure], made: str) -> Finding:
    places = (given.place, *(f.place for f in others))
    named = ", ".join(p.value for p in places[1:])
    headline = f"{places[0].document.source.id} says {places[0].value} beside {named}, which make {made}"
    return Finding(CODE, headline, Severity.HIGH, places, "the one is told as what comes of the others")
