"""What was read on both sides and how it relates, in words a person can read.

This module alone turns the records of a decision into words; it compares nothing by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.values import Amount, Bound, Reading, Resolution, Value, When
from compare.evidence.basis import Basis
from compare.relate.held import Held
from compare.relate.links import Likeness
from compare.relate.relation import Related
from compare.relate.relation import Relation as Says
from compare.text.frames import Frame
from compare.text.sentence import Sentence
from compare.values.in_words import say, say_read
from compare.values.relations import Relation


class Told(StrEnum):
    """How a passage relates to a statement."""

    SAME = "same"
    FINER = "finer"
    """inside the statement's value, and more precise"""
    COARSER = "coarser"
    OTHER = "other"
    PLANNED = "planned"
    """planned, asked for, alleged or possible on one side, done on the other"""
    DENIED = "denied"
    SWAPPED = "swapped"
    CANNOT_TELL = "cannot tell"
    SILENT = "silent"
    """no passage was proposed"""


SAID = {
    Says.DENIED: Told.DENIED,
    Says.PLANNED: Told.PLANNED,
    Says.SWAPPED: Told.SWAPPED,
    Says.OTHER: Told.OTHER,
    Says.CANNOT_TELL: Told.CANNOT_TELL,
}
FACT = "said as a fact"
LIKE = {
    Likeness.CONVERSE: " (the same from the other side)",
    Likeness.SENSE: " (of the same sense)",
}
MOST = 8
"""How many words of a kind are listed."""


@dataclass(frozen=True)
class Trace:
    """The trace of one place: what was read on both sides, how it relates and why, the words missing, and what weighed."""

    relation: Told
    reason: str
    statement: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    weighed: tuple[str, ...] = ()


def relation_of(basis: Basis | None) -> Told:
    """The relation that a basis holds."""
    if basis is None:
        return Told.CANNOT_TELL
    if basis.related and basis.related.relation in SAID:
        return SAID[basis.related.relation]
    if basis.values is None:
        return Told.SAME if basis.related else Told.CANNOT_TELL
    if basis.values is not Relation.SAME:
        return Told.COARSER if basis.values is Relation.COARSER else Told.OTHER
    return Told.FINER if isinstance(basis.read, Reading) and _is_finer(basis.asked, basis.read.value) else Told.SAME


def _is_finer(asked: Value | str, read: Value) -> bool:
    if isinstance(asked, When) and isinstance(read, When):
        return asked.first <= read.first and read.last <= asked.last and asked.edtf != read.edtf
    if isinstance(asked, Amount) and isinstance(read, Amount):
        return read.step < asked.step or (asked.bound is not Bound.EXACT and read.bound is Bound.EXACT)
    return False


def statement_lines(asked: Value | str, label: str, related: Related | None) -> Iterator[str]:
    """What was read in a statement: its value, and the words, mode, names and time that were compared."""
    if asked:
        yield f"{label}: {_value(asked)}"
    if related and related.held:
        held = related.held
        yield from _said(held.mine, held.frames[0], held.predicates)
        yield from _listed("names", [name for name in _names(held) if name != asked])
        yield from _listed("time", _times(held, asked))


def source_lines(basis: Basis, label: str, words: str) -> Iterator[str]:
    """What was read in a passage in its place. words: those that were read, as the source has them."""
    if isinstance(basis.read, Reading):
        said = say_read(Reading(0, len(words), basis.read.value), words)
        yield f"{label}: {said}{_in_words(said, words)}{_year(basis.read.value)}{_among(basis.among)}"
    elif basis.read:
        yield f"{label}: {basis.read}{_in_words(basis.read, words)}"
    elif basis.asked and basis.values:
        yield f"{label}: {words}"
    if basis.related and basis.related.held:
        held = basis.related.held
        yield from _told(held)
        yield from list(_stand_ins(held))[:MOST]
        yield from _around(held)
        yield from _listed(
            "time", [held.theirs.folded.text[r.start : r.end] for r in held.entry.event_dates if not _is(r, basis)]
        )


def missing_words(related: Related | None) -> tuple[str, ...]:
    """The words of a statement that the passage does not hold, as the statement writes them."""
    if related is None or related.held is None:
        return ()
    held = related.held
    lost = sorted(held.missing.union(*held.strangers))
    return tuple(dict.fromkeys(_written(held.mine, i) for i in lost))


def share_line(related: Related | None) -> Iterator[str]:
    """How much of a statement's weight a passage does not hold, and how much it may miss."""
    if related and related.held and related.limit:
        gap = related.held.gap(related.without)
        part = "the statement" if related.held.scope is None else "the clause"
        yield (
            f"{gap:.0%} of the weight of {part} is missing (limit {related.limit:.0%})"
            if gap
            else f"all of {part} is held"
        )


def _year(value: Value) -> str:
    inferred = isinstance(value, When) and value.resolution is Resolution.INFERRED
    return " (its year is not written there)" if inferred else ""


def _in_words(said: str, words: str) -> str:
    return "" if said.casefold() == words.casefold() else f", in the words “{words}”"


def _value(asked: Value | str) -> str:
    return asked if isinstance(asked, str) else say(asked)


def _among(count: int) -> str:
    return f"; of the {count} in the passage it stands nearest to the statement's words" if count > 1 else ""


def _is(reading: Reading, basis: Basis) -> bool:
    return isinstance(basis.read, Reading) and (reading.start, reading.end) == (basis.read.start, basis.read.end)


def _said(sentence: Sentence, frames: Sequence[Frame], predicates: Sequence[int]) -> Iterator[str]:
    """The words of what a sentence says, by how it says them."""
    modes = dict.fromkeys(frames[i].told for i in predicates)
    for mode in modes:
        words = [f"“{_written(sentence, i)}”" for i in predicates if frames[i].told == mode]
        yield f"says {', '.join(words[:MOST])}, {_mode(mode)}"


def _told(held: Held) -> Iterator[str]:
    """The words of a passage that stand for what the statement says, by how they are said."""
    for i in held.predicates:
        link = held.links.get(i)
        if link is None or not link.places:
            continue
        words = _words(held.theirs, link.places)
        yield f"says “{words}”{LIKE.get(link.likeness, '')}, {_mode(held.frames[1][link.places[0]].told)}"


def _stand_ins(held: Held) -> Iterator[str]:
    """The words of a passage that stand for other ones of a statement, its verbs aside."""
    for i in held.asked:
        link = held.links.get(i)
        if link is None or not link.places or i in held.predicates or link.likeness is Likeness.SAME:
            continue
        words = _words(held.theirs, link.places)
        yield f"“{words}” for “{_written(held.mine, i)}”"


def _around(held: Held) -> Iterator[str]:
    """The words of a statement that stand around the passage only: in the sentence before, the heading or the title."""
    asked = sorted({*held.asked, *held.predicates})
    words = [
        f"“{_written(held.mine, i)}”" for i in asked if i in held.links and held.links[i].likeness is Likeness.AROUND
    ]
    if words:
        yield f"{', '.join(words[:MOST])} only in the text around it"


def _mode(told: str) -> str:
    return "as a fact" if told == FACT else told.replace("unknown", "asked or left open")


def _names(held: Held) -> list[str]:
    return [held.mine.folded.text[slice(*held.mine.folded.span(run[0], run[-1]))] for run in held.runs]


def _times(held: Held, asked: Value | str) -> list[str]:
    text = held.mine.folded.text
    return [text[r.start : r.end] for r in held.statement.dates if r.value != asked]


def _listed(label: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"{label}: {', '.join(dict.fromkeys(words[:MOST]))}"


def _words(sentence: Sentence, places: Sequence[int]) -> str:
    """Words of a sentence, each once."""
    return " … ".join(dict.fromkeys(_written(sentence, j) for j in places))


def _written(sentence: Sentence, i: int) -> str:
    word = sentence.folded.words[i]
    return sentence.folded.text[word.start : word.end]
