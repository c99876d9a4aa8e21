"""Whether a value read in a passage is the statement's own: a value supports only where the passage says of it what the statement says.

"Appears somewhere in the sentence" is no support: the names, the verb and most words of the value's clause must stand in the passage,
said as the statement says them. Another value contradicts only where the passage says the same of it in the same period: it must
hold the verb too. What a sentence says besides, in other clauses, is another fact.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.edtf import overlaps
from claims.values import Amount, Resolution, When
from compare.facts.folded_passage import Entry
from compare.facts.statement import Statement
from compare.relate.ages import is_age_of_another, is_age_of_same
from compare.relate.beside import is_other_end, is_to_be, measures
from compare.relate.cohesion import is_after
from compare.relate.governing import (
    is_bound_worse,
    is_of_another_of_two_verbs,
    is_of_other_subject,
    is_of_other_verb,
    is_only_around,
    words_of,
)
from compare.relate.held import Held, Weigh
from compare.relate.links import Likeness
from compare.relate.parallels import is_of_parallel
from compare.relate.parties import is_of_other_thing, verb_pairs
from compare.relate.relation import Related, Relation
from compare.relate.statement import relate
from compare.text.frames import Clash
from compare.text.sentence import Sentence
from compare.values.dating.edges import edge_of
from compare.values.relations import Relation as Values
from compare.values.relations import relate_amounts
from compare.values.units import comparable
from compare.weights import WEIGHTS
from seeds.model import Span

PART_BEHIND = re.compile(r" (?:of (?:it|them|these|those|which|whom)|each|apiece|more|less|fewer)\b")
PART_BEFORE = re.compile(
    r"\b(?:of (?:whom|which|these|those|them),?|including|includes|(?:an)?other|a further|an additional) (?:\w+ )?$"
)
"""What makes a value one of a part, or one beside another."""
WHOLE_BEFORE = re.compile(
    r"\b(?:majority|minority|most|many|some|half|thirds?|quarters?|fifths?|per ?cent|few|none|one|two|three|four|five|six|\d+)"
    r" of (?:the|its|his|her|their|those|these) $",
    re.IGNORECASE,
)
"""What makes a value the whole of which another part is told ("a majority of the 90")."""
HUNG = re.compile(r" (?:in|during|for|by|of|on)(?: the)? ", re.IGNORECASE)
"""What hangs a date on the value before it."""
UNKNOWN = "XXXX"
LEAST = 2
"""How many words besides its value a clause must hold to say of what it is; a shorter one is read with its neighbour."""


def relate_value(statement: Statement, mine: Span, entry: Entry, theirs: Span, weigh: Weigh) -> Related:
    """How a passage that gives the value of a statement relates to what the statement says of it.

    mine, theirs: where the value stands in the statement and in the passage, characters, end exclusive.
    """
    held = Held(statement, entry, weigh, scope_of(statement, mine))
    related = relate(held)
    if related.relation in (Relation.CANNOT_TELL, Relation.SAME):
        lacks = _unsaid(held, mine, theirs)
        relation = Relation.CANNOT_TELL if lacks else Relation.SAME
        return replace(
            related, relation=relation, reason=lacks or "says of it what the statement says", limit=WEIGHTS.value_gap
        )
    return related


def _unsaid(held: Held, mine: Span, theirs: Span) -> str:
    """Why a passage that gives the value does not say of it what the statement says; "" where it does."""
    if is_age_of_same(held, mine, theirs):
        return ""
    if is_age_of_another(held, mine, theirs):
        return "says it of another"
    if lacks := _unspoken(held, WEIGHTS.value_gap):
        return lacks
    if _misses_predicate(held) and not measures(held, theirs):
        return "does not say what the statement says of it"
    if is_of_other_thing(held) or is_of_parallel(held, theirs) or is_after(held, theirs):
        return "says it of another thing"
    if not same_period(held.statement, mine, held.entry, theirs):
        return "speaks of another time"
    if _is_of_part(held, mine, theirs):
        return "gives it of a part only"
    if is_other_end(held, mine, theirs):
        return "gives it as another end"
    if is_to_be(held, theirs):
        return "says it is planned"
    return _said_with_another(held, mine, theirs)


def _said_with_another(held: Held, mine: Span, theirs: Span) -> str:
    """Why a value belongs to another verb or subject of the passage; "" where it does not."""
    other_verb = is_of_another_of_two_verbs(held, mine, theirs) or is_bound_worse(held, theirs)
    if other_verb or is_only_around(held, mine, theirs):
        return "gives it with another verb"
    return "says it of another thing" if is_of_other_subject(held, mine, theirs) else ""


def relate_other(
    statement: Statement, mine: Span, entry: Entry, theirs: Span, weigh: Weigh, slip: bool = False
) -> Related:
    """How a passage that gives another value relates to the statement: it says another thing of it, or nothing can be told.

    slip: the other is the statement's own but for one figure, its unit or its scale; then the verb need not be the same.
    """
    held = Held(statement, entry, weigh, scope_of(statement, mine) - _with_edge(statement.sentence, mine), near=1.0)
    if is_age_of_same(held, mine, theirs):
        return Related(Relation.OTHER, "gives another age", held=held, limit=WEIGHTS.slip_gap)
    bracketed = held.theirs.folded.text[: theirs[0]].rstrip().endswith("(")
    free = bracketed or slip
    limit = WEIGHTS.slip_gap if slip else WEIGHTS.value_gap
    lacks = _unspoken(held, limit, besides=_counted(held, mine) if slip else ())
    if not lacks and not free and _misses_predicate(held) and not measures(held, theirs):
        lacks = "does not say what the statement says of it"
    if not lacks and not bracketed and is_of_other_verb(held, theirs):
        lacks = "gives it with another verb"
    if not lacks and not same_period(statement, mine, entry, theirs):
        lacks = "speaks of another time"
    if not lacks and is_of_parallel(held, theirs):
        lacks = "says it of another thing"
    if not lacks and _is_of_part(held, mine, theirs):
        lacks = "gives it of a part only"
    if not lacks and _is_whole(held, mine, theirs):
        lacks = "gives the whole of which the statement tells a part"
    if not lacks and _all_other(held, mine):
        lacks = "has another value in every place"
    relation = Relation.CANNOT_TELL if lacks else Relation.OTHER
    return Related(relation, lacks or "says the same of another value", held=held, limit=limit)


def relate_termed(
    statement: Statement, mine: Span, entry: Entry, theirs: Span, weigh: Weigh, narrow: bool, slip: bool
) -> Related:
    """The same of a passage that a curator's terms found; narrow: they bind by themselves, so only another time parts it."""
    limit = WEIGHTS.slip_gap if slip else WEIGHTS.termed_gap
    held = Held(statement, entry, weigh, scope_of(statement, mine) - _with_edge(statement.sentence, mine), near=1.0)
    lacks = "" if narrow else _unspoken(held, limit, held.mine.verbs)
    if not lacks and not narrow and _is_of_stranger(held):
        lacks = "says it of another"
    if not lacks and not same_period(statement, mine, entry, theirs):
        lacks = "speaks of another time"
    relation = Relation.CANNOT_TELL if lacks else Relation.OTHER
    return Related(relation, lacks or "says the same of another value", held=held, limit=limit)


def _is_of_stranger(held: Held) -> bool:
    """True when a named subject of the statement stands around the passage only, and its verb has another subject there."""
    for _, ours, theirs in verb_pairs(held):
        mine, there = ours.doer | ours.near, theirs.doer | theirs.near
        named = mine & held.mine.named
        away = named and not any(k in held.links and held.links[k].places for k in named)
        if away and there and not there & held.linked:
            return True
    return False


def _counted(held: Held, mine: Span) -> frozenset[int]:
    """The words of a value that the passage holds: what it counts ("9,000 approved permits"), its number in another unit."""
    words = (i for i in words_of(held.mine, mine) if i in held.links and held.links[i].places)
    return frozenset(i for i in words if i in held.mine.content)


def _unspoken(held: Held, most: float, without: tuple[int, ...] = (), besides: Collection[int] = ()) -> str:
    """Why a passage does not speak of a clause: a name of it is missing, more than `most` of it is, or a word is said otherwise."""
    if held.strangers:
        return "does not hold a name of the statement"
    if held.gap(without, besides) > most:
        return "holds too little of the statement"
    clashing = [i for i in held.clashing if not besides or _is_denied(held, i)]
    return f"says “{held.mine.form(clashing[0])}” otherwise" if clashing else ""


def _is_denied(held: Held, i: int) -> bool:
    """True for a word that the passage denies, or the statement does: of a slip of the pen a plan or a condition says as much."""
    clashes = [held.clash(i, j) for j in held.links[i].places]
    return any(clash is not None and clash[0] is Clash.DENIED for clash in clashes)


def _misses_predicate(held: Held) -> bool:
    """True when none of the clause's verbs stands in the passage; without a verb, when a word of what it says is missing."""
    verbs = [i for i in held.predicates if i in held.mine.verbs and i in held.asked]
    if verbs:
        return not any(i in held.links and held.links[i].likeness > Likeness.AROUND for i in verbs)
    return any(i in held.missing for i in held.predicates or held.asked)


def _all_other(held: Held, mine: Span) -> bool:
    """True when the statement gives other amounts too, and the passage has another in the place of each: it speaks of another time."""
    ours = [r.value for r in held.statement.amounts if (r.start, r.end) != mine and isinstance(r.value, Amount)]
    found = [r.value for r in held.entry.amounts if isinstance(r.value, Amount)]
    pairs = [both for amount in ours for other in found if (both := comparable(amount, other))]
    return bool(pairs) and all(relate_amounts(*both) is Values.OTHER for both in pairs)


def _is_of_part(held: Held, mine: Span, theirs: Span) -> bool:
    """True for a value the passage gives of a part only ("£6 million of it this year", "of whom 103 ...")."""
    text, own = held.theirs.folded.text, held.mine.folded.text
    part = PART_BEHIND.match(text, theirs[1]) or PART_BEFORE.search(text[: theirs[0]])
    return bool(part) and not (PART_BEHIND.match(own, mine[1]) or PART_BEFORE.search(own[: mine[0]]))


def _is_whole(held: Held, mine: Span, theirs: Span) -> bool:
    """True for a value of which the passage tells a part ("a majority of the 90 members")."""
    text, own = held.theirs.folded.text, held.mine.folded.text
    return bool(WHOLE_BEFORE.search(text[: theirs[0]])) and not WHOLE_BEFORE.search(own[: mine[0]])


def same_period(statement: Statement, mine: Span, entry: Entry, theirs: Span) -> bool:
    """False when statement and passage date what they say, and the date that belongs to the passage's value is none of the statement."""
    ours = [r.value for r in statement.dates if (r.start, r.end) != mine and isinstance(r.value, When)]
    text = entry.passage.text
    dates = sorted(entry.event_dates, key=lambda r: _distance(text, (r.start, r.end), theirs))
    other = (r.value for r in dates if (r.start, r.end) != theirs and isinstance(r.value, When))
    found = next((when for when in other if when.resolution is not Resolution.RELATIVE), None)
    return not ours or found is None or not all(_apart(when, found) for when in ours)


def _distance(text: str, date: Span, value: Span) -> int:
    """How many characters part a date from a value; none where it is hung on it ("290 barrels in 2014")."""
    if HUNG.fullmatch(text, value[1], max(value[1], date[0])):
        return 0
    return max(date[0] - value[1], value[0] - date[1])


def _apart(one: When, other: When) -> bool:
    """True for two times that share no day; of a year that is not written only month and day are asked."""
    if Resolution.WRITTEN is one.resolution is other.resolution and UNKNOWN not in (one.edtf[:4], other.edtf[:4]):
        return not overlaps(one, other)
    if "/" in one.edtf + other.edtf or any(edtf[5:7] > "12" for edtf in (one.edtf, other.edtf)):
        return False
    return any(a != b for a, b in zip(one.edtf.split("-")[1:], other.edtf.split("-")[1:], strict=False))


def _with_edge(sentence: Sentence, span: Span) -> frozenset[int]:
    """The words of a value, with the word before it that makes a date the beginning or end of a time ("until 2007")."""
    inside = words_of(sentence, span)
    return inside | {min(inside) - 1} if inside and edge_of(sentence.folded.text, span[0]) else inside


def scope_of(statement: Statement, span: Span) -> frozenset[int]:
    """The words of the clause of a value, with those of the neighbouring clauses while it says too little by itself."""
    sentence = statement.sentence
    clauses = sentence.folded.clauses
    inside = {clauses[i] for i in words_of(sentence, span)} or set(clauses)
    said = sorted(clauses[i] for i in sentence.content if i not in statement.valued)
    verbs = sorted(clauses[i] for i in sentence.verbs)
    first, last = min(inside), max(inside)
    while (_within(said, first, last) < LEAST or not _within(verbs, first, last)) and (first or last < clauses[-1]):
        first, last = (first - 1, last) if first else (first, last + 1)
    return frozenset(i for i, clause in enumerate(clauses) if first <= clause <= last)


def _within(numbers: Sequence[int], first: int, last: int) -> int:
    """How many of the numbers, which are in order, lie between two of them, both included."""
    return bisect_right(numbers, last) - bisect_left(numbers, first)
