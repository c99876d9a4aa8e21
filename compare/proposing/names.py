"""Positions of a claim about a name: how the passages found write it."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from claims.model import Position
from compare.checks.name import name_of
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry
from compare.fold import STOP, fold
from compare.text.names_and_negation import QUOTATION, names

ALIKE, WORD = 75.0, 80.0
"""How like a name (0 to 100) another must be to be the same in another spelling or form, and how like a word of it one of its words."""


def name_positions(question: Question, passages: Sequence[Entry]) -> tuple[Position, ...]:
    """The ways in which passages write the claim's name, its own first; none where all write it alike, or none as the claim."""
    own = _written(question)
    if not own:
        return ()
    forms = tuple(word.form for word in fold(own).words)
    found: dict[tuple[str, ...], str] = {}
    for entry in passages:
        for name in _names(entry):
            other = tuple(word.form for word in fold(name).words)
            if other == forms or _is_variant(forms, other):
                found.setdefault(other, name)
    if forms not in found or len(found) < 2:
        return ()
    order = [forms, *sorted(key for key in found if key != forms)]
    return tuple(Position(own if key == forms else found[key], (" ".join(key),)) for key in order)


def _written(question: Question) -> str:
    """The claim's name as it writes it: in quotation marks, or as its own words."""
    text = question.claim.statement
    marked = next((m[0][1:-1] for m in QUOTATION.finditer(text)), "")
    if marked and any(c.isupper() for c in marked):
        return marked
    forms = name_of(question)
    spans = [(w.start, w.end) for w in question.folded.words if w.form in forms]
    return " ".join(text[a:b] for a, b in spans) if forms else ""


def _names(entry: Entry) -> Iterator[str]:
    """The names in a passage, titles aside, and what stands in quotation marks with a capital."""
    text, words = entry.passage.text, entry.folded.words
    yield from (m[0][1:-1] for m in QUOTATION.finditer(text) if len(m[0].split()) <= 6 and m[0][1:2].isupper())
    for run in names(entry.folded):
        yield from (" ".join(text[words[i].start : words[i].end] for i in run[k:]) for k in range(len(run)))


def _is_variant(own: Sequence[str], other: Sequence[str]) -> bool:
    """True for a name written nearly alike, its first and its last word each nearly those of the other, or one of them more."""
    if min(len(own), len(other)) < 2 or "".join(own) == "".join(other):
        return False
    ends = all(fuzz.ratio(own[k], other[k]) >= WORD for k in (0, -1))
    quoted = (
        fuzz.ratio(" ".join(own), " ".join(other)) >= ALIKE
        and own[-1] == other[-1]
        and _small(own) == _small(other) != ()
    )
    return ends or quoted


def _small(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if form in STOP)
