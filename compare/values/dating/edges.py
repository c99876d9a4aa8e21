"""The word before a date that makes it the beginning or the end of a time: "since late 2022", "until", "before the end of".

This module alone knows these words and which of them exclude each other.
"""

import re

from compare.fold import STOP

_EDGE = re.compile(
    r"\b(since|until|till|before|after|by)"
    r"(?: (?:the|late|early|mid|start of|end of|beginning of|about|around|at least|as late as|as early as))* $",
    re.IGNORECASE,
)
_NAMING = re.compile(r"the \d{4}s? ([a-z]\w+)")
"""A year that names a thing: "after the 1953 flood" tells when something was, not when a time began."""
_REACH = 40
"""Characters before a date in which such a word stands."""
_BEGIN, _END = frozenset(("since", "after")), frozenset(("until", "till", "before"))


def edge_of(text: str, start: int) -> str:
    """The word before a date at `start` that makes it an edge, in small letters; "" for none."""
    named = _NAMING.match(text, max(0, start - len("the ")))
    if named and named[1] not in STOP:
        return ""
    found = _EDGE.search(text[max(0, start - _REACH) : start])
    return found[1].lower() if found else ""


def excludes(one: str, other: str) -> bool:
    """True for two edges of which one begins a time and the other ends one ("since 2018", "until 2018")."""
    return (one in _BEGIN and other in _END) or (one in _END and other in _BEGIN)


def ends(edge: str) -> bool:
    """True for an edge that ends a time: what is said to be over by then may have been at any time before."""
    return edge in _END or edge == "by"
