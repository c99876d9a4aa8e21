"""Does the difference told between two numbers come out?

Looked at, by `sourcecheck scan`: in one sentence, "A, D more than the B"; "rose from A to B, by D", or by D per cent, by a third or
half, or doubled; "A, up D per cent from B"; and, with the two numbers that stand before it in its paragraph, what is called a surplus,
a loss, an additional sum, or by how much something grew to what it is. Rounding is allowed for.

Cannot see: numbers parted by other numbers of their unit; differences whose two ends stand in another paragraph or source.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from claims.model import Severity
from compare.scanning.figures import Figure, figures_of, paragraphs
from compare.scanning.finding import Finding
from compare.scanning.observations import Observations

CODE = "SRC408"
NAME = "difference"

UP = r"up|more|higher|rose|risen|rise|rises|grew|grown|growth|increased?s?|gain(?:ed)?|climbed"
DOWN = r"down|fewer|less|lower|fell|fallen|falls|dropped|drop|declined?|decreased?|shrank|shrunk|went down|came down|cut|lost"
MORE = re.compile(
    r"\s*(?:\w+ )?(more|higher|fewer|less|lower) than (?:(?:the|its|their|in) )*(\d[\d,.]*\d)", re.IGNORECASE
)
"""Behind a difference: the number it is counted from."""
CHANGED = re.compile(rf"\b(?:({UP}|doubled|trebled|tripled|quadrupled|halved)|({DOWN}))\b", re.IGNORECASE)
FROM, TO = re.compile(r"\bfrom (?:some |about |the )?$", re.IGNORECASE), re.compile(r"\s*to\s*$")
BY = re.compile(
    r"\bby (?:a |an )?$|\b(?:rise|fall|increase|decrease|drop|growth|gain|loss|decline) of (?:a |an )?$|[,(] (?:or )?$",
    re.IGNORECASE,
)
AGAINST = re.compile(rf"\b(?:{UP}|{DOWN}) (?:by )?$", re.IGNORECASE)
FROM_WHAT = re.compile(r"\s*(?:from|on|over|compared with|against)\s+(?:the |some |about )?$", re.IGNORECASE)
FRACTION = re.compile(
    r"\bby (?:about |almost |nearly |over |more than )?(a third|a quarter|a half|half|two thirds|a fifth)\b",
    re.IGNORECASE,
)
FRACTIONS = {
    "a third": 1 / 3,
    "a quarter": 1 / 4,
    "a half": 1 / 2,
    "half": 1 / 2,
    "two thirds": 2 / 3,
    "a fifth": 1 / 5,
}
TIMES = {"doubled": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0, "halved": 0.5}
CALLED = re.compile(
    r"\b(?:surplus|deficit|shortfall|profit|loss|difference|margin|balance|additional|extra|excess|overrun|saving)"
    r"(?: (?:was|is|of|came to|amounted to|thus|then|therefore|only|that))* $",
    re.IGNORECASE,
)
"""What a number is called that is the difference of two others."""
GROWN = re.compile(rf"\b(?:({UP})|({DOWN})) by $", re.IGNORECASE)
ENDED = re.compile(r"\b(?:to|at|reached|numbered|stood at|was) $", re.IGNORECASE)
BACK, AWAY = 3, 0.5
"""Sentences of a paragraph before a difference that may hold its ends; the share of the larger end that a difference is at most."""
WIDE = 0.1
"""How far a fraction in words ("by a third", "doubled") may lie beside what was measured."""


def find(read: Observations) -> Iterator[Finding]:
    """The differences that do not come out."""
    for entry, before in paragraphs(read.every):
        here = figures_of(entry)
        if here:
            earlier = [f for e in before[-BACK:] for f in figures_of(e)]
            found = (*_more(here), *_from_to(here), *_up(here), *_called(here, earlier), *_grown(here, earlier))
            yield from found[:1]


def _between(one: Figure, other: Figure) -> str:
    return one.entry.passage.text[one.end : other.start]


def _more(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "A, D more than the B"; the number compared with may be read with its bound."""
    for a, d in itertools.pairwise(here):
        text = a.entry.passage.text
        said = MORE.match(text, d.end)
        if said is None or _between(a, d).count(",") > 1 or not a.goes_with(d):
            continue
        if any(r.start <= said.start(2) < r.end for r in a.entry.dates):
            continue  # "4,800 more than in 2022"
        number = float(said[2].replace(",", ""))
        b = Figure(a.entry, said.start(2), said.end(2), number)
        sign = 1 if said[1].lower() in ("more", "higher") else -1
        if _scale(a, d) and a.number > d.number and re.search(r"\d", text[a.start : a.end]):
            yield from _told(d, sign * (a.number - number), (a, b), _rounding(a, d))


def _scale(*figures: Figure) -> bool:
    """True where no number is written with a word of scale, which another would lack."""
    return all(not re.search(r"illion|thousand", f.entry.passage.text[f.start : f.end]) for f in figures)


def _from_to(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "from A to B", with how much that is."""
    for a, b in itertools.pairwise(here):
        text = a.entry.passage.text
        if not (FROM.search(text[: a.start]) and TO.search(_between(a, b)) and a.goes_with(b) and a.number > 0):
            continue
        changed = CHANGED.search(text[: a.start])
        wording = _words_of_change(text, a, b)
        if changed and wording:
            yield from _worded(text, wording, a, b)
        for d in here:
            if d in (a, b) or d.number < 1 or not changed or not BY.search(text[: d.start]):
                continue
            behind = d.start > b.end
            if (behind and re.search(r"\band\b|.{40}", text[b.end : d.start])) or (
                not behind and len(text[d.end : a.start]) > 30
            ):
                continue
            if d.unit == "percent" and a.unit != "percent":
                yield from _told(
                    d,
                    100 * abs(b.number / a.number - 1),
                    (a, b),
                    max(1.0, d.step) * 0.6 + 100 * _rounding(a, b) / a.number,
                )
            elif (
                d.goes_with(b)
                and (behind or text[: d.start].lower().endswith("by "))
                and d.number < max(a.number, b.number)
            ):
                yield from _told(d, abs(b.number - a.number), (a, b), _rounding(a, b, d))


def _words_of_change(text: str, a: Figure, b: Figure) -> tuple[int, int, float] | None:
    """The words that tell how much a change is as a fraction, and the ratio they make, where they stand beside both ends."""
    multiple = re.compile(rf"\b({'|'.join(TIMES)})\b[^.;,]{{0,30}}$", re.IGNORECASE).search(text[: a.start])
    if multiple and "than" not in multiple[0]:
        return multiple.start(1), multiple.end(1), TIMES[multiple[1].lower()]
    part = next(
        (m for m in FRACTION.finditer(text) if abs(m.start() - b.end) < 30 or abs(a.start - m.end()) < 30), None
    )
    if part is None:
        return None
    falls = re.search(rf"\b(?:{DOWN})\b", text[: max(a.start, part.start())], re.IGNORECASE)
    share = FRACTIONS[part[1].lower()]
    return part.start(1), part.end(1), 1 - share if falls else 1 + share


def _worded(text: str, wording: tuple[int, int, float], a: Figure, b: Figure) -> Iterator[Finding]:
    start, end, ratio = wording
    vague = re.search(r"\b(?:more than|over|almost|nearly|about) $", text[:start])
    if abs(b.number / a.number - ratio) > WIDE * ratio * (3 if vague else 1):
        yield from _told(Figure(a.entry, start, end, ratio), b.number / a.number, (a, b), 0.0, "times")


def _up(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "A, up D per cent from B"."""
    for a, d, b in zip(here, here[1:], here[2:], strict=False):
        text = a.entry.passage.text
        led = AGAINST.search(text[: d.start])
        if (
            led is None
            or d.unit != "percent"
            or not FROM_WHAT.match(_between(d, b))
            or a.unit == "percent"
            or not a.goes_with(b)
        ):
            continue
        if b.number > 0 and len(_between(a, d)) < 60:
            slack = max(1.0, d.step) * 0.6 + 100 * _rounding(a, b) / b.number
            yield from _told(d, 100 * abs(a.number / b.number - 1), (a, b), slack)


def _called(here: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """What is called a surplus, a loss or the like, with the only two larger numbers of its unit that stand before it."""
    for at, d in enumerate(here):
        if not d.unit or not CALLED.search(d.entry.passage.text[: d.start]):
            continue
        ends = [f for f in (*earlier, *here[:at]) if f.unit == d.unit and f.number > d.number]
        if len(ends) == 2 and abs(ends[0].number - ends[1].number) < AWAY * max(f.number for f in ends):
            yield from _told(d, abs(ends[0].number - ends[1].number), ends, _rounding(*ends, d))


def _grown(here: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """ "grew by D and stood at B", with the only number before it that is of the size of B."""
    for d, b in itertools.pairwise(here):
        text = d.entry.passage.text
        said = GROWN.search(text[: d.start])
        if said is None or d.unit == "percent" or not ENDED.search(_between(d, b)) or not d.goes_with(b):
            continue
        ends = [f for f in earlier if f.goes_with(b) and b.number / 2 < f.number < b.number * 2 and f.number > d.number]
        if len(ends) == 1 and d.number < AWAY * b.number:
            made = ends[0].number + (d.number if said[1] else -d.number)
            yield from _told(b, made, (ends[0], d), _rounding(b, d, ends[0]))


def _rounding(*figures: Figure) -> float:
    return sum(f.step / 2 for f in figures if f.step != 1)


def _told(given: Figure, made: float, ends: Sequence[Figure], slack: float, unit: str = "") -> Iterator[Finding]:
    """A finding where a number is not what the others make, rounding aside."""
    if abs(made - given.number) <= slack + 1e-9 * abs(made):
        return
    places = (given.place, *(f.place for f in ends))
    others = " and ".join(p.value for p in places[1:])
    makes = f"{made:,.2f}".rstrip("0").rstrip(".") + (f" {unit}" if unit else "")
    headline = f"{places[0].document.source.id} says {places[0].value} beside {others}, which make {makes}"
    yield Finding(CODE, headline, Severity.HIGH, places, "the one is told as what lies between or comes of the others")
