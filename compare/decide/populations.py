"""Whether two figures that differ may count different things: "700,000 Azerbaijanis" and "more than a million people".

What a figure counts are the words behind its number: the noun, and what qualifies it. Two figures count different things when their nouns
differ, or when each is qualified by a word that the other lacks ("wooden houses", "stone houses"); one that is not qualified may
count the same.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.values import Amount, Reading
from compare.evidence.model import OTHERWISE, Comparison, Evidence, Stance, told_once
from compare.fold import STOP, fold
from compare.text.countries import peoples
from compare.text.number_words import SMALL, TENS
from compare.text.roots import sense_of
from compare.values.counting.nouns import same_noun
from compare.values.counting.vocabulary import SCALES, VAGUE
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from compare.values.units import is_known

NUMBERS = frozenset((*SMALL, *TENS, *SCALES, *VAGUE))


class Counted(NamedTuple):
    """What a figure counts: its noun, the keys of what qualifies it, and the words as written."""

    noun: str
    qualified: frozenset[str]
    words: str


@told_once
def counted_apart(comparison: Comparison) -> tuple[str, ...]:
    """The words that tell apart what the figures of a comparison count; none where two that differ may count the same."""
    read = [(e, list(_of_passage(e))) for t in comparison.testimonies for e in t.evidence]
    own = [counted for e, found in read if e.stance is Stance.SUPPORTS for counted in found]
    own = own or list(_counted(comparison.claim.statement))
    against = [found for e, found in read if e.stance in OTHERWISE]
    others = [counted for found in against for counted in found]
    if not own or not others or not all(against) or not all(_are_apart(a, b) for a in own for b in others):
        return ()
    return tuple(dict.fromkeys(counted.words for counted in (*own, *others)))


def _are_apart(one: Counted, other: Counted) -> bool:
    if not same_noun(one.noun, other.noun):
        return True
    return bool(one.qualified - other.qualified and other.qualified - one.qualified)


def _of_passage(evidence: Evidence) -> Iterator[Counted]:
    """What is counted by the figures in the words that were read."""
    answer = evidence.answer
    return _counted(evidence.passage.text, answer.start, answer.end)


def _counted(text: str, start: int = 0, end: int | None = None) -> Iterator[Counted]:
    end = len(text) if end is None else end
    readings = find_quantities(text, [(r.start, r.end) for r in find_dates(text)])
    near = (r for r in readings if r.start < end and start < r.end)
    return (counted for reading in near if (counted := _thing(text, reading)))


def _thing(text: str, reading: Reading) -> Counted | None:
    """What a figure counts; None for a measure, a time, money, a share and a bare number."""
    value = reading.value
    if not isinstance(value, Amount) or not value.unit or is_known(value.unit):
        return None
    said = fold(text[reading.start : reading.end])
    number = max((i for i, word in enumerate(said.words) if _is_number(word.form)), default=-1)
    words = [word for word in said.words[number + 1 :] if word.form not in STOP]
    if not words:
        return None
    keys = frozenset(_keys(word.form for word in words[:-1]))
    return Counted(value.unit, keys, said.text[words[0].start : words[-1].end])


def _is_number(form: str) -> bool:
    return form[0].isdigit() or form in NUMBERS


def _keys(forms: Iterable[str]) -> Iterator[str]:
    """What qualifying words are compared by: a country for its people, else the root of the word."""
    for form in forms:
        stem = fold(form).words[0].stem
        yield peoples().get(stem) or sense_of(stem)
