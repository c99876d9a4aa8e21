"""How much of a claim a passage states, words of one root and of one country taken together.

A claim's bracketed words and its dates are optional, and of "backbone / foundation" one is enough: a passage need not hold them,
but where it gives a date, the date must be the claim's.
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from claims.edtf import overlaps
from claims.values import Reading, Resolution, When
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry
from compare.facts.statement import BRACKETS
from compare.fold import STOP, Folded
from compare.lexicon import set_apart
from compare.text.countries import capitals, peoples
from compare.text.modality import stances_by_stem
from compare.text.names_and_negation import names
from compare.text.status_verbs import groups_by_stem
from compare.values.dates import find_dates

SLASH = re.compile(r"([^\W\d_]+)\s*/\s*([^\W\d_]+)")
ENDINGS = ("ment", "ship", "ion", "ian", "or", "er", "al", "iv", "ant", "ent", "an", "i", "e")
LEAST = 5
"""How many letters a root must have."""


@lru_cache(maxsize=50_000)
def root(stem: str) -> str:
    """The stem without an ending that makes a noun or adjective ("investor", "invest"); of a people, its country.

    Words that only look derived keep a root of their own ("policy", "police").
    A listed verb stands for its group: "disband" and "dissolve" are one word.
    """
    stem = peoples().get(stem, stem)
    if stem in groups_by_stem() or stem in stances_by_stem():
        return groups_by_stem().get(stem) or stances_by_stem()[stem]
    if set_apart().get(stem):
        return set_apart()[stem]
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= LEAST:
            return stem[: -len(ending)]
    return stem


@lru_cache(maxsize=1_000)
def roots(stems: frozenset[str]) -> frozenset[str]:
    """The roots of a passage's stems, with the countries its capitals may stand for."""
    return frozenset(root(stem) for stem in stems) | {root(capitals()[stem]) for stem in stems if stem in capitals()}


def share(question: Question, entry: Entry) -> float:
    """The share of the claim's weighted words the passage holds, 0 to 1; optional words count only where it holds them."""
    held = {stem for stem in question.words if root(stem) in roots(entry.stems)}
    spared = spared_stems(question.folded, held)
    total = sum(weight for stem, weight in question.words.items() if stem in held or stem not in spared)
    return sum(question.words[stem] for stem in held) / total if total else 0.0


def spared_stems(folded: Folded, held: Set[str]) -> frozenset[str]:
    """The stems of the claim that need not be held: in brackets, in dates, or beside a slash whose other side is held."""
    return _optional(folded) | {
        stem for pair in _alternatives(folded) if pair & held for stem in pair if stem not in held
    }


def holds_names(question: Question, entry: Entry) -> bool:
    """True when the passage, with what stands around it, holds every name of the claim that is not optional."""
    named = name_stems(question)
    return all(root(stem) in roots(entry.stems | entry.context) for stem in named)


def name_stems(question: Question) -> frozenset[str]:
    """The stems of the claim's names, optional ones left out."""
    folded, optional = question.folded, _optional(question.folded)
    runs = [folded.words[i] for run in names(folded) for i in run]
    return frozenset(word.stem for word in runs if word.form not in STOP and word.stem not in optional)


def same_time(question: Question, entry: Entry, sure: bool = True) -> bool:
    """False when the claim and the passage give dates and no date of one overlaps one of the other.

    sure: dates of the passage whose year is inferred are left out, so that a misjudged year hides no support.
    """
    claimed = [r.value for r in _dates(question.folded)]
    dates = [r.value for r in entry.event_dates if isinstance(r.value, When)]
    found = [when for when in dates if when.resolution is Resolution.WRITTEN or not sure]
    return not claimed or not found or any(overlaps(a, b) for a in claimed if isinstance(a, When) for b in found)


def both_dated(question: Question, entry: Entry) -> bool:
    """True when both the claim and the passage give a date."""
    return bool(_dates(question.folded)) and bool(entry.event_dates)


@lru_cache(maxsize=1000)
def _optional(folded: Folded) -> frozenset[str]:
    spans = [match.span() for match in BRACKETS.finditer(folded.text)] + [(r.start, r.end) for r in _dates(folded)]
    return frozenset(word.stem for word in folded.words if any(a <= word.start < b for a, b in spans))


def _dates(folded: Folded) -> tuple[Reading, ...]:
    return _dates_of(folded.text)


@lru_cache(maxsize=1000)
def _dates_of(text: str) -> tuple[Reading, ...]:
    return tuple(r for r in find_dates(text) if isinstance(r.value, When))


def _alternatives(folded: Folded) -> Iterator[frozenset[str]]:
    for match in SLASH.finditer(folded.text):
        yield frozenset(word.stem for word in folded.words if word.start in (match.start(1), match.start(2)))
