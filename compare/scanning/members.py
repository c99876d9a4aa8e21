"""Do two lists of the same names lack a member, or have another?

Looked at, by `sourcecheck scan`: lists of four names and more ("of France, Austria, Belgium and the Netherlands"), beside every other that
shares three of them at least and most of those of the longer. Told are two that are not the same, where both sentences also give the
same amount, or share three rare words outside of their lists.

Cannot see: lists that say they are not whole; members that are no names, or go by other names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claims.model import Severity
from claims.values import Amount
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import COMMON, Observations, values_of

CODE = "SRC421"
NAME = "members"

WORD = r"[A-ZÀ-Þ][\w’'.-]*\w"
PARTS = rf"(?:(?:of|in|from|the|for|to) ){{0,2}}{WORD}(?: (?:of (?:the )?)?{WORD}){{0,3}}"
LIST = re.compile(rf"{PARTS}(?:, {PARTS}){{2,}},? (?:and|or|as well as) {PARTS}")
MEMBER = re.compile(r"(?:, (?:and |or )?| and | or | as well as )(?:(?:of|in|from|the|for|to) ){0,2}")
FIRST = re.compile(r"(?:(?:of|in|from|the|for|to) ){1,2}")
OPEN = re.compile(r"\b(?:includ\w+|such as|among|like|e\.g\.?|for example)\b[^.;]{0,30}$", re.IGNORECASE)
MORE = re.compile(r"[^.;]{0,15}\b(?:others?|elsewhere|etc)\b", re.IGNORECASE)
SHARED, SHARE, BESIDE, LARGE = 3, 0.6, 3, 100
"""Members that two lists share at least, their share of the longer, the rare words their sentences share besides, and the least number
that tells one thing from others."""


class Listed(NamedTuple):
    """A list of a passage, by its number: its characters, its members with their words, what else the passage gives."""

    number: int
    start: int
    end: int
    members: Mapping[frozenset[str], str]
    amounts: frozenset[float]


def find(read: Observations) -> Iterator[Finding]:
    """The lists that differ."""
    where: dict[frozenset[str], list[Listed]] = defaultdict(list)
    for number, entry in enumerate(read.entries):
        for one in _listed(number, entry) if is_prose(entry) else ():
            met = {id(o): o for member in one.members for o in where[member] if len(where[member]) <= COMMON}
            for other in met.values():
                if other.number != number and _is_one_list(other, one, read):
                    yield _finding(other, one, read)
            for member in one.members:
                where[member].append(one)


def _listed(number: int, entry: Entry) -> Iterator[Listed]:
    text = entry.passage.text
    for match in LIST.finditer(text):
        if OPEN.search(text[: match.start()]) or MORE.match(text, match.end()):
            continue
        first = FIRST.match(text, match.start())
        bounds = [first.end() if first else match.start(), *(m.end() for m in MEMBER.finditer(text, *match.span()))]
        ends = [*(m.start() for m in MEMBER.finditer(text, *match.span())), match.end()]
        members = {_key(entry, a, b): text[a:b] for a, b in zip(bounds, ends, strict=True)}
        found = (r.value for r in values_of(entry) if isinstance(r.value, Amount))
        amounts = frozenset(value.low for value in found if value.low >= LARGE)
        if len(members) == len(bounds) and frozenset() not in members:
            yield Listed(number, *match.span(), members, amounts)


def _key(entry: Entry, start: int, end: int) -> frozenset[str]:
    words = (w for w in entry.folded.words if start <= w.start < end and w.form not in STOP)
    return frozenset(root(word.stem) for word in words)


def _is_one_list(one: Listed, other: Listed, read: Observations) -> bool:
    both = one.members.keys() & other.members.keys()
    differ = one.members.keys() != other.members.keys()
    if not differ or len(both) < max(SHARED, SHARE * max(len(one.members), len(other.members))):
        return False
    alone = [frozenset().union(*(o.members.keys() - both)) for o in (one, other)]
    if alone[0] & alone[1] or any(alone[i] & read.words[o.number] for i, o in ((0, other), (1, one))):
        return False
    inside = frozenset[str]().union(*one.members, *other.members)
    words = (read.words[one.number] & read.words[other.number]) - inside
    return bool(one.amounts & other.amounts) or sum(read.counts[key] <= COMMON for key in words) >= BESIDE


def _finding(one: Listed, other: Listed, read: Observations) -> Finding:
    places = tuple(place_at(read.entries[o.number], o.start, o.end) for o in (one, other))
    told = []
    for mine, theirs, place in ((one, other, places[0]), (other, one, places[1])):
        more = [words for key, words in mine.members.items() if key not in theirs.members]
        told.append(f"{place.document.source.id} names {len(mine.members)}{', with ' if more else ''}{', '.join(more)}")
    shared = len(one.members.keys() & other.members.keys())
    why = f"{shared} of the names are the same, and so is what the sentences say besides"
    return Finding(CODE, f"two lists of the same: {'; '.join(told)}", Severity.MEDIUM, places, why, shared)
