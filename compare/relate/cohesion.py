"""Whether the words of a statement stand together in the passage, or in parts of it that "and", "but" or a comma set against each other.

"The soup was cold and the fish excellent" says neither that the fish was cold nor that the soup was excellent.
"""

from collections.abc import Sequence

from compare.relate.held import Held
from compare.text.arguments import governor_of
from compare.text.enumerations import enumerations_of
from compare.text.order import order_of
from compare.text.scopes import RELATIVE
from compare.text.sentence import Sentence
from compare.text.small_words import BE, DETERMINERS
from seeds.model import Span

JOINTS = frozenset(("and", "but", "while", "whereas"))
POSSESSIVES = frozenset("his her its their whose".split())
NAMING = frozenset("called named titled entitled known styled".split())
MARKS = (",", ";", "–", "—")


def is_scattered(held: Held) -> bool:
    """True when a word of the statement stands in another part of the passage than the predicate it belongs to, with words of its own."""
    parts = parts_of(held.theirs)
    placed = {i: held.links[i].places for i in held.predicates if i in held.links and held.links[i].places}
    placed = {i: places for i, places in placed.items() if i in held.mine.verbs} or placed
    if not placed:
        return False
    for k in held.asked:
        places = held.links[k].places if k in held.links and k not in placed else ()
        verb = governor_of(held.mine, k, k)
        own = placed[verb] if verb in placed else tuple(j for found in placed.values() for j in found)
        if places and all(_is_elsewhere(held, parts, j, own) for j in places):
            return True
    return False


def parts_of(sentence: Sentence) -> Sequence[int]:
    """For each word the number of its part; a list is one part."""
    listed = {
        i for found in enumerations_of(sentence) for i in range(found.members[0][0] + 1, found.members[-1][-1] + 1)
    }
    parts, part = [], 0
    for i, form in enumerate(sentence.forms):
        joins = form in JOINTS and not {i - 1, i + 1} <= sentence.named  # "the merger of Norvik and Sund"
        opens = joins or any(mark in sentence.between(i) for mark in MARKS)
        part += opens and i not in listed and i > 0 and sentence.form(i - 1) not in JOINTS
        parts.append(part)
    return parts


def _is_elsewhere(held: Held, parts: Sequence[int], j: int, predicate: tuple[int, ...]) -> bool:
    if any(parts[p] == parts[j] for p in predicate):
        return False
    if parts[j] > max(parts[p] for p in predicate):
        own = [i for i in _verbs(held.theirs, parts, j) if i < j and i in held.theirs.content and i not in held.linked]
        opens = min(predicate) == min(held.theirs.content, default=0) and not own
        return not opens and not _is_relative(held.theirs, parts, j) and bool(_strange(held, parts, j))
    first = min(predicate)
    if any(held.theirs.form(i) in POSSESSIVES for i in range(len(parts)) if parts[i] == parts[first]):
        return False  # "he stood down and his deputy took his place"
    if any(i not in held.linked and held.theirs.form(i) not in NAMING for i in _verbs(held.theirs, parts, j) if i < j):
        return True
    return not any(i < j for i in _verbs(held.theirs, parts, j)) and _has_subject(held, parts, first)


def _is_relative(sentence: Sentence, parts: Sequence[int], j: int) -> bool:
    """True for a part that "who" or the like opens: it goes on about what stands before it."""
    return sentence.form(parts.index(parts[j])) in RELATIVE


def _strange(held: Held, parts: Sequence[int], j: int) -> list[int]:
    """The words of a part that carry meaning and that the statement does not hold, but for what stands right before word `j`."""
    sentence = held.theirs
    group = {j}
    while min(group) - 1 in sentence.content and not sentence.between(min(group)).strip():
        group.add(min(group) - 1)
    run = next((run for run in sentence.runs if j in run), ())
    dated = {
        i for i, w in enumerate(sentence.folded.words) if any(r.start <= w.start < r.end for r in held.entry.dates)
    }
    free = set(sentence.content) - held.linked - group - set(run) - dated
    return [i for i in free if parts[i] == parts[j] and not sentence.form(i)[:1].isdigit()]


def _verbs(sentence: Sentence, parts: Sequence[int], j: int) -> list[int]:
    return [i for i in range(len(parts)) if parts[i] == parts[j] and (i in sentence.verbs or sentence.form(i) in BE)]


def _has_subject(held: Held, parts: Sequence[int], p: int) -> bool:
    """True when a part has a subject of its own before its predicate, which the statement does not hold."""
    before = [i for i in range(p) if parts[i] == parts[p] and held.theirs.form(i) not in JOINTS]
    if not before or not (held.theirs.form(before[0]) in DETERMINERS or before[0] in held.theirs.named):
        return False
    nouns = [i for i in before if i in held.theirs.content and i not in held.theirs.verbs]
    return bool(nouns) and not held.linked.intersection(nouns)


def is_after(held: Held, theirs: Span) -> bool:
    """True when all that is said of a value stands behind "after" or "before", and the value does not ("a year after the first run")."""
    order = order_of(held.theirs)
    inside = {i for i, word in enumerate(held.theirs.folded.words) if theirs[0] <= word.start < theirs[1]}
    if order is None or not inside:
        return False
    hung = order.earlier if min(order.earlier) > order.at else order.later
    linked = {j for k in held.asked if k in held.links for j in held.links[k].places if k not in held.mine.verbs}
    return bool(linked) and linked <= hung and not inside & hung
