"""Which verb has a value of the passage, and whether it is the statement's: "was begun in 1874 and finished in 1881"."""

import re

from compare.relate.held import Held
from compare.text.arguments import JOINTS, arguments_of, governor_of
from compare.text.sentence import Sentence
from seeds.model import Span

CONTRASTING = frozenset("while whereas but".split())
"""What begins, behind a comma, what is said of another."""
WHEN = re.compile(r",? when\b")
"""What dates the verb behind it by the date before it ("was shut in June, when the mill burned")."""


def words_of(sentence: Sentence, span: Span) -> frozenset[int]:
    """The words of a value."""
    return frozenset(i for i, word in enumerate(sentence.folded.words) if span[0] <= word.start < span[1])


def verb_of(sentence: Sentence, value: Span) -> int | None:
    """The verb that a value belongs to; None without one."""
    inside = words_of(sentence, value)
    return governor_of(sentence, min(inside), max(inside)) if inside else None


def is_of_other_subject(held: Held, mine: Span, theirs: Span) -> bool:
    """True when a joint parts the passage's value from the subject or the verb of the statement's, and another one has it.

    "Passengers rose by 6 percent, while fares rose by 9", "returned once, in 1851, and died there ten years after".
    """
    verb, there = verb_of(held.mine, mine), verb_of(held.theirs, theirs)
    if verb is None or there is None:
        return False
    ours, others = (arguments_of(s, v).doer for s, v in ((held.mine, verb), (held.theirs, there)))
    subject = [j for k in ours if k in held.links for j in held.links[k].places]
    of_another = bool(others) and others.isdisjoint(held.linked)
    if of_another and subject and all(_are_parted(held.theirs, j, theirs, CONTRASTING) for j in subject):
        return True
    verbs = held.links[verb].places if verb in held.links else ()
    return there not in held.linked and bool(verbs) and all(_are_parted(held.theirs, j, theirs, JOINTS) for j in verbs)


def _are_parted(sentence: Sentence, j: int, value: Span, joints: frozenset[str]) -> bool:
    """True when a semicolon, or a comma and one of the words, stands between a word and a value."""
    inside = words_of(sentence, value)
    first, last = (j, min(inside)) if j < min(inside) else (max(inside), j)
    between = ((sentence.form(k) in joints, sentence.between(k)) for k in range(first + 1, last + 1))
    return any(";" in gap or (joins and "," in gap) for joins, gap in between)


def _is_bound(held: Held, theirs: Span) -> bool:
    """True when the verb that governs the passage's value is one the statement holds, or says nothing by itself."""
    governor = verb_of(held.theirs, theirs)
    if governor is None:
        return True
    return any(governor in held.links[i].places for i in range(len(held.mine.keys)) if i in held.links)


def is_of_other_verb(held: Held, theirs: Span) -> bool:
    """True when the passage holds a verb of the statement, and another one governs its value; "when" hands a date on to the next verb.

    An infinitive is one with the verb before it ("began to run in 1991").
    """
    values = ((r.start, r.end) for r in (*held.entry.dates, *held.entry.amounts))
    if WHEN.match(held.theirs.folded.text, theirs[1]) or theirs not in values:
        return False
    verbs = [i for i in held.predicates if i in held.mine.verbs and i in held.links]
    stands = any(j in held.theirs.verbs for i in verbs for j in held.links[i].places)
    governor = verb_of(held.theirs, theirs) or 0
    chained = held.theirs.form(governor - 1) == "to" and governor - 2 in held.linked
    return stands and not chained and not _is_bound(held, theirs)


def is_of_another_of_two_verbs(held: Held, mine: Span, theirs: Span) -> bool:
    """True when the value stands with one verb of the statement, and in the passage with another that the statement holds as well.

    "The author died in 1621, when it was performed" is not said by "first performed in 1621, eleven years after his death".
    """
    verb, there = verb_of(held.mine, mine), verb_of(held.theirs, theirs)
    own = held.links[verb].places if verb is not None and verb in held.links else ()
    others = {j for i in held.mine.verbs if i != verb and i in held.links for j in held.links[i].places}
    return bool(own) and there is not None and there not in own and there in others


def is_bound_worse(held: Held, theirs: Span) -> bool:
    """True when another date or amount of the passage stands with the statement's verb, and the value with another."""
    values = (*held.entry.dates, *held.entry.amounts)
    kind = next((type(r.value) for r in values if (r.start, r.end) == theirs), None)
    others = [(r.start, r.end) for r in values if type(r.value) is kind and (r.start, r.end) != theirs]
    bound = _has_verb(held, theirs) or verb_of(held.theirs, theirs) is None
    return kind is not None and not bound and any(_has_verb(held, other) for other in others)


def _has_verb(held: Held, theirs: Span) -> bool:
    """True when a verb of the statement governs a value of the passage."""
    governor = verb_of(held.theirs, theirs)
    verbs = [i for i in held.predicates if i in held.mine.verbs and i in held.links]
    return governor is not None and any(governor in held.links[i].places for i in verbs)


def is_only_around(held: Held, mine: Span, theirs: Span) -> bool:
    """True when another verb has the value, and no word that the statement says of its own stands in the passage, names aside.

    What is counted in two words ("twelve isolation rooms") says itself what it is.
    """
    governor = verb_of(held.theirs, theirs)
    counted = [i for i in words_of(held.mine, mine) if held.mine.form(i).isalpha() and i in held.links]
    said = [] if len(counted) > 2 else [i for i in held.asked if i not in held.mine.named]
    stands = any(i in held.links and held.links[i].places for i in said)
    if stands or not said or governor is None or governor in held.linked:
        return False
    inside = words_of(held.theirs, theirs)
    first, last = sorted((governor, min(inside) if governor < min(inside) else max(inside)))
    return not any("," in held.theirs.between(k) for k in range(first + 1, last + 1))
