"""Deeds that deny each other in one sentence: a writer who put one for the other has turned the sentence round.

Wider than `compare.wordings.opposites`: "signed" and "rejected" may both be true of one paper, but where a passage says the rest of
a sentence with the one, the sentence with the other is another. Whole forms are listed, since "left" and "ended" say what their
stems do not.
"""

from collections.abc import Mapping
from functools import lru_cache

from compare.wordings.status_verbs import GROUPS, excludes, opposite

STAGED = (
    ("rejected", "signed initialled ratified adopted extended"),
    ("signed", "initialled"),
    ("ratified", "initialled"),
    ("cancelled", "signed adopted completed"),
)
"""Groups of `GROUPS`, each with those it is not said for."""
FORMS = """\
began started starts begins launched opened: ended ends closed finished concluded stopped ceased
established founded created formed: dissolved disbanded abolished closed closure ended
completed finished: abandoned cancelled scrapped halted suspended
joined entered: left quit
imposed introduced: lifted removed abolished
welcomed praised hailed endorsed: condemned criticised criticized denounced rejected
approved accepted backed: rejected vetoed opposed refused
signed initialled initialed: refused rejected abandoned
raised increased: cut lowered reduced
increase rise growth: fell dropped declined decreased fall drop decline decrease
increased rose grew: fall drop decline decrease
succeeded: failed
strengthened: weakened
"""
"""Forms on one side of a colon are not said for those on the other."""
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
"""Prefixes that deny a word."""
SHORTEST = 5
"""How many letters a stem has at least to be denied by a prefix: "come" and "income" are no opposites."""


@lru_cache(maxsize=1)
def reversals() -> Mapping[str, frozenset[str]]:
    """The forms each form is not said for."""
    found: dict[str, set[str]] = {}
    for one, other in _sides():
        for form in one:
            found.setdefault(form, set()).update(other)
        for form in other:
            found.setdefault(form, set()).update(one)
    return {form: frozenset(others - {form}) for form, others in found.items()}


def negatives_of(stem: str) -> frozenset[str]:
    """The stems that a prefix makes the opposite of a stem ("complet", "incomplet"), whether or not there is such a word."""
    bare = next((stem[len(p) :] for p in PREFIXES if stem.startswith(p) and len(stem) >= len(p) + SHORTEST), None)
    return (
        frozenset({p + stem for p in PREFIXES} | ({bare} if bare else set())) if len(stem) >= SHORTEST else frozenset()
    )


def _sides() -> list[tuple[list[str], list[str]]]:
    listed = [tuple(side.split() for side in line.split(":")) for line in FORMS.splitlines()]
    staged = [(one, other) for one, others in STAGED for other in others.split()]
    fields = [(one, other) for one in GROUPS for other in GROUPS if one < other and _deny(one, other)]
    return [(a, b) for a, b in listed] + [(GROUPS[a].split(), GROUPS[b].split()) for a, b in (*staged, *fields)]


def _deny(one: str, other: str) -> bool:
    return excludes(one, other) or opposite(one, other)
