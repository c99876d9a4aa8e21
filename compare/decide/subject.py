"""What a finding is about: the statement with its own value left out, wherever what is left still reads as English."""

from claims.model import Kind
from compare.evidence.model import Comparison, told_once
from compare.fold import STOP

CUT = "…"
ARTICLES = frozenset("a an the".split())
BE = frozenset("is are was were be been being".split())
BEING = BE | {"has", "have", "had", "to"}
NAMING = frozenset("called named spelled spelt titled termed dubbed styled".split())
"""Behind a form of "be" these ask for a name, which stands behind a colon as it stands in a sentence."""
BOUNDS = frozenset("after before between by during over since under until within".split())
"""Words before a date that are part of what is said of it: "opened by 1951" is not "opened in 1951"."""
RELATIONS = BOUNDS | frozenset("about as at for from in into of on per to upon with without".split())
"""Words before a figure without which it says another thing, or nothing: "rose to", "rose by", "is put at"."""


def whole(comparison: Comparison) -> str:
    """The statement without its full stop."""
    return comparison.claim.statement.strip().removesuffix(".")


@told_once
def subject(comparison: Comparison) -> str:
    """What stands before the colon: the statement without its value, or all of it where nothing can be left out."""
    text, asked = whole(comparison), comparison.asked
    if asked.value:
        return _without_value(text, asked.place, _binding(comparison))
    return _without_position(text, asked.place)


def _without_value(text: str, place: tuple[int, int], binding: frozenset[str]) -> str:
    """A date or figure is left out wherever it stands; what binds it to the sentence stays, unless the value or any date has it."""
    before, after = text[: place[0]].rstrip(), text[place[1] :].strip()
    if place[0] >= place[1] or not before:
        return text
    if after:
        return f"{before} {CUT}{'' if after[0] in ',;' else ' '}{after}"
    return " ".join(_bare(before.split(" "), STOP - binding))


def _binding(comparison: Comparison) -> frozenset[str]:
    """Words that stay before a value; a date that is open to one side ("since 1960") says itself to which."""
    if comparison.claim.kind is not Kind.DATE:
        return RELATIONS
    return frozenset() if comparison.asked.value.split(" ")[0] in BOUNDS else BOUNDS


def _without_position(text: str, place: tuple[int, int]) -> str:
    """A position is left out where it is all that is said of the subject: its label says it again, in other words than the gap asks for."""
    before, after = text[: place[0]].rstrip(), text[place[1] :].strip()
    if place[0] >= place[1] or after:
        return text
    words = _bare(before.split(" "), ARTICLES)
    if words[-1].lower() in NAMING:
        return " ".join(words)
    named = _bare(words, BEING)
    is_said_to_be = not BE.isdisjoint(word.lower() for word in words[len(named) :])
    return " ".join(named) if is_said_to_be and named[-1].lower() not in STOP else text


def _bare(words: list[str], small: frozenset[str]) -> list[str]:
    """The words without small ones at their end."""
    end = len(words)
    while end > 1 and words[end - 1].lower() in small:
        end -= 1
    return words[:end]
