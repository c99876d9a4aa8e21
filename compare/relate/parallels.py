"""Values told in a row with the verb said once: "rents rose by 5 per cent and wages by 3", "born in 1900, Lowe in 1902".

Each value belongs to what stands with it in its part of the row.
"""

from claims.values import Amount, Value
from compare.relate.held import Held
from compare.text.groups import LINKS
from compare.text.sentence import Sentence
from compare.text.small_words import BE
from seeds.model import Span

JOINTS = frozenset(("and", "but", "while", "against"))


def is_of_parallel(held: Held, theirs: Span) -> bool:
    """True when the passage gives a value of another in a row, and what the statement speaks of stands with another value."""
    mine = next((r for r in (*held.entry.dates, *held.entry.amounts) if (r.start, r.end) == theirs), None)
    if mine is None:
        return False
    sentence = held.theirs
    values = sorted(
        {(r.start, r.end) for r in (*held.entry.dates, *held.entry.amounts) if _is_alike(mine.value, r.value)}
    )
    at = values.index(theirs)
    if at + 1 < len(values) and _is_apart(held, *_parts(sentence, theirs, values[at + 1])):
        return True
    return at > 0 and _is_apart(held, *reversed(_parts(sentence, values[at - 1], theirs)))


def _is_alike(one: Value, other: Value) -> bool:
    """True for two dates, or two amounts of one unit."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.unit == other.unit
    return type(one) is type(other)


def _parts(sentence: Sentence, first: Span, second: Span) -> tuple[frozenset[int], frozenset[int]]:
    """The content words that stand with each of two values, the second part opened by a comma or "and"; empty where it has a verb."""
    words = sentence.folded.words
    between = [i for i, word in enumerate(words) if first[1] <= word.start < second[0]]
    joint = next((i for i in reversed(between) if sentence.form(i) in JOINTS or "," in sentence.between(i)), None)
    if joint is None:
        return frozenset(), frozenset()
    ends = next(
        (i for i in range(joint + 1, len(words)) if words[i].start >= second[1] and _is_marked(sentence, i)), len(words)
    )
    last = frozenset(range(joint, ends))
    if any(i in sentence.verbs or sentence.form(i) in BE for i in last):
        return frozenset(), frozenset()
    opens = next((i for i in range(joint - 1, 0, -1) if ";" in sentence.between(i)), 0)
    return _meaning(sentence, frozenset(range(opens, joint)), first), _meaning(sentence, last, second)


def _is_marked(sentence: Sentence, i: int) -> bool:
    return bool(sentence.between(i).strip()) or sentence.form(i) in JOINTS


def _meaning(sentence: Sentence, places: frozenset[int], value: Span) -> frozenset[int]:
    words = sentence.folded.words
    inside = {i for i in places if value[0] <= words[i].start < value[1]}
    return frozenset(i for i in places if i in sentence.content and i not in sentence.verbs) - inside


def _is_apart(held: Held, own: frozenset[int], other: frozenset[int]) -> bool:
    """True when what tells the statement's subject stands with the other value only, and something else with this one."""
    linked = {k: held.links[k].places for k in held.asked if k in held.links and k not in held.mine.verbs}
    there = [k for k, places in linked.items() if places and other.issuperset(places)]
    here = [k for k, places in linked.items() if own.intersection(places) and k not in held.predicates]
    named = [k for k in here if k in held.mine.named]
    strange = own - held.linked
    crossed = any(_same_preposition(held.theirs, j, k) for i in there for j in linked[i] for k in strange)
    return (
        bool(there)
        and bool(strange)
        and (not here or crossed or (not named and any(k in held.mine.named for k in there)))
    )


def _same_preposition(sentence: Sentence, j: int, k: int) -> bool:
    """True for two words behind one preposition ("by ship", "by pipeline")."""
    return sentence.form(j - 1) == sentence.form(k - 1) in LINKS
