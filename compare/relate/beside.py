"""What stands right beside a value: which end of a change it is, what it measures, and whether it only will be so."""

from itertools import pairwise

from compare.relate.held import Held
from compare.text.sentence import Sentence
from seeds.model import Span

ENDS = frozenset(("from", "to", "by"))
WILL = ("will", "be")
SET = frozenset("set scheduled planned slated due fixed booked billed earmarked".split())
"""With "for" they say when or for how much something was to be."""
MEASURES = {
    "high": "height",
    "tall": "height",
    "long": "length",
    "wide": "width",
    "broad": "breadth",
    "deep": "depth",
    "thick": "thickness",
    "old": "age",
}
"""The noun for what an adjective behind a number measures."""


def is_other_end(held: Held, mine: Span, theirs: Span) -> bool:
    """True for a value that is the beginning, the end or the size of a change on one side and another of these on the other."""
    ours, there = (_word_before(side, at[0]) for side, at in ((held.mine, mine), (held.theirs, theirs)))
    return ours != there and ours in ENDS and there in ENDS


def _word_before(sentence: Sentence, start: int) -> str:
    return next((w.form for w in reversed(sentence.folded.words) if w.end <= start), "")


def is_to_be(held: Held, theirs: Span) -> bool:
    """True when the passage says of a value that it will be so, or was to be, and the statement that it is."""
    near = [w.form for w in held.theirs.folded.words if w.end <= theirs[0]][-4:]
    if WILL in pairwise(near) and "will" not in held.mine.forms:
        return True
    return near[-1:] == ["for"] and bool(SET.intersection(near)) and SET.isdisjoint(held.mine.forms)


def measures(held: Held, theirs: Span) -> bool:
    """True when all that is missing is the noun for what the adjective behind the value measures ("a height of 92 m", "92 m high")."""
    behind = next((w.form for w in held.theirs.folded.words if w.start >= theirs[1]), "")
    missing = {held.mine.form(i) for i in held.missing if i in held.predicates or i not in held.mine.verbs}
    return behind in MEASURES and missing == {MEASURES[behind]}
