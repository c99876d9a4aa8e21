"""Do the parts told in prose make the whole they are told of?

Looked at, by `sourcecheck scan`: the things a sentence or the one before it counts, with how many of them did or were what ("fifteen
members; seven of them ..., five ... and four ..."; "of these 30 passed and three failed"; "the other 40"), with the two kinds they
fall into ("28 volunteers, nine women and 19 men"), and the votes of all beside those cast; of the last two only what would come out
with one number written otherwise in one digit, or with two digits in the other order.

Cannot see: parts that need not be all and stay below the whole; parts in several paragraphs.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from claims.model import Severity
from compare.scanning.figures import Figure, figures_of, is_mistyped, paragraphs
from compare.scanning.finding import Finding
from compare.scanning.observations import Observations

CODE = "SRC410"
NAME = "parts"

OF_THEM = re.compile(r"\bof (?:these|them|those|which|whom)\b", re.IGNORECASE)
OF_THE = re.compile(r"\bof the $", re.IGNORECASE)
REST = re.compile(r"\b(?:the (?:other|remaining|rest,?)|the rest:) $", re.IGNORECASE)
"""What stands before the last part of a whole."""
PAIRS = (
    ("man", "woman"),
    ("boy", "girl"),
    ("adult", "child"),
    ("male", "female"),
    ("goal", "behind"),
    ("officer", "soldier"),
)
"""Kinds into which all that is counted falls."""
OPPOSED = re.compile(
    r"\b(?:passed|failed|won|drew|drawn|lost|for|against|survived|died|abstained|men|women|boys|girls)\b", re.IGNORECASE
)
"""What one of two or three parts did, where the others did the opposite."""
FEWEST, GAP = 2, 70
"""How many parts a whole has at least, and characters from one part to the next."""


def find(read: Observations) -> Iterator[Finding]:
    """The parts that do not make their whole."""
    for entry, before in paragraphs(read.every):
        here = figures_of(entry)
        earlier = figures_of(before[-1]) if before else ()
        found = (*_of_them(here, earlier), *_the_other(here), *_kinds(here), *_slips(here, earlier))
        yield from found[:1]


def _of_them(here: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """The parts behind "of these", or of which the first is one "of them"; more than the whole, or opposites that are not all of it."""
    text = here[0].entry.passage.text if here else ""
    said = OF_THEM.search(text)
    if said is None:
        return
    inside = [f for f in here if f.end < said.start() and f.unit and f.number > 2]
    wholes = inside or [f for f in earlier if f.unit and f.number > 2]
    end = re.compile(r"[;.]\s|[;.]$").search(text, said.end())
    behind = [f for f in here if f.start > said.start() and (end is None or f.end <= end.start())]
    first = [f for f in here if f not in inside and f.end < said.start() and said.start() - f.end < 3]
    parts = [*first, *behind]
    if (
        len(wholes) != 1
        or len(parts) < FEWEST
        or not _in_one_run(parts)
        or any(f.unit not in ("", wholes[0].unit) for f in parts)
    ):
        return
    made, whole = sum(f.number for f in parts), wholes[0]
    opposites = len({m.lower() for m in OPPOSED.findall(text[said.start() :])}) >= len(parts)
    if made > whole.number or (opposites and made != whole.number):
        yield _told(whole, parts, made)


def _in_one_run(parts: Sequence[Figure]) -> bool:
    """True for numbers that follow each other, the last after "and" or "while", none of them told of another ("six of them")."""
    text = parts[0].entry.passage.text
    between = [text[a.end : b.start] for a, b in itertools.pairwise(parts)]
    sub = any(re.match(r" of (?:them|these|those|whom|which)\b", text[f.end :]) for f in parts[1:])
    closed = re.search(r"\b(?:and|while|but)\b[^,;]*$", between[-1]) if between else None
    return bool(closed) and not sub and all(len(words) <= GAP and ";" not in words for words in between)


def _the_other(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "of the N things A did this; the other B that"."""
    for at, rest in enumerate(here):
        text = rest.entry.passage.text
        wholes = [f for f in here[:at] if OF_THE.search(text[: f.start]) and f.unit]
        if REST.search(text[: rest.start]) and len(wholes) == 1:
            parts = [f for f in here[:at] if f.start > wholes[0].end and f.unit in ("", wholes[0].unit)]
            made = sum(f.number for f in (*parts, rest))
            if len(parts) == 1 and made != wholes[0].number:
                yield _told(wholes[0], (*parts, rest), made)


def _kinds(here: Sequence[Figure]) -> Iterator[Finding]:
    """ "28 volunteers, nine women and 19 men"."""
    for whole, a, b in zip(here, here[1:], here[2:], strict=False):
        text = whole.entry.passage.text
        paired = any({a.unit, b.unit} == set(pair) for pair in PAIRS) and whole.unit not in (a.unit, b.unit, "")
        beside = re.fullmatch(r"(?:,| \(|:| –| —)? ?", text[whole.end : a.start]) and re.fullmatch(
            r",? and ", text[a.end : b.start]
        )
        led, made = re.search(r"\band $|,\s*$", text[: whole.start]), a.number + b.number
        if paired and beside and not led and made != whole.number and _one_slip(whole, (a, b), made):
            yield _told(whole, (a, b), made)


def _slips(here: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Finding]:
    """ "A of the N votes", and in the next sentence the others' votes, which make N but for one slip."""
    for wanted in earlier:
        text = wanted.entry.passage.text
        first = [f for f in earlier if f.end < wanted.start and text[f.end : wanted.start] == " of the "]
        parts = [*first, *(f for f in here if f.unit == wanted.unit)]
        made = sum(f.number for f in parts)
        if first and wanted.unit and len(parts) >= 3 and made != wanted.number and _one_slip(wanted, parts, made):
            yield _told(wanted, parts, made)


def _one_slip(whole: Figure, parts: Sequence[Figure], made: float) -> bool:
    """True where the sum would come out with one of the numbers written otherwise in one digit, or two digits the other way round."""
    return is_mistyped(whole.number, made) or any(is_mistyped(f.number, f.number + whole.number - made) for f in parts)


def _told(whole: Figure, parts: Sequence[Figure], made: float) -> Finding:
    places = (whole.place, *(f.place for f in parts))
    named = ", ".join(p.value for p in places[1:])
    headline = f"{places[0].document.source.id} says {places[0].value} and, of them, {named}, which make {made:,.10g}"
    return Finding(CODE, headline, Severity.HIGH, places, "they are told as the parts of this whole")
