"""Lists within a sentence: "a cup, a ham and a pair of boots". What its members are, and what noun tells what they all are."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.text.groups import LINKS
from compare.text.sentence import Sentence
from compare.text.small_words import DETERMINERS, NOUN_BEFORE, RELATORS

JOINING = frozenset(("and", "or"))
ENDING = NOUN_BEFORE | LINKS | RELATORS | frozenset(("through", "across"))
"""Small words before which a member ends, or behind which the first begins."""
MEMBERS = 3
"""How many members make a list: two things joined by "and" are hardly told as all there are."""
WORDS = 6
"""How many words a member has at most."""
OPEN = frozenset(
    "including include includes included such like among other others another some several many e.g".split()
)
"""Words before a list, or in it, that say there are more."""


class Enumeration(NamedTuple):
    """A list: the words of each member, those that carry meaning; noun: the plural right before it that says what they are."""

    members: tuple[tuple[int, ...], ...]
    noun: int | None


@lru_cache(maxsize=20_000)
def enumerations_of(sentence: Sentence) -> tuple[Enumeration, ...]:
    """The lists of a sentence that name at least `MEMBERS` things and do not say that there are more."""
    return tuple(_enumerations_of(sentence))


def _enumerations_of(sentence: Sentence) -> Iterator[Enumeration]:
    for at in (i for i, form in enumerate(sentence.forms) if form in JOINING):
        last = _last(sentence, at + 1)
        bounds = _bounds(sentence, at)
        if not last or len(bounds) < MEMBERS - 1:
            continue
        parts = [range(a, b) for a, b in zip(bounds, [*bounds[1:], at], strict=True)]
        first = _opening(sentence, parts[0])
        members = [_content(sentence, part) for part in (first, *parts[1:], last)]
        if not all(members) or _is_open(sentence, first.start, last.stop):
            continue
        if _is_plural(sentence, members[0][-1]) and all(sentence.named.issuperset(m) for m in members[1:]):
            if len(members) > MEMBERS:
                yield Enumeration(tuple(members[1:]), members[0][-1])
        else:
            noun = first.start - 1 if _is_plural(sentence, first.start - 1) else None
            yield Enumeration(tuple(members), noun)


def _bounds(sentence: Sentence, at: int) -> list[int]:
    """Where the members before "and" begin, that before the first comma reaching back as far as one can."""
    commas: list[int] = []
    k = at if "," in sentence.between(at) else at - 1
    while k > 0 and at - k <= WORDS * (len(commas) + 1):
        if "," in sentence.between(k) and k != at:
            commas.insert(0, k)
        if k != at and (k in sentence.verbs or any(mark in sentence.between(k) for mark in ";:")):
            break
        k -= 1
    return [max(0, commas[0] - WORDS), *commas] if commas else []


def _opening(sentence: Sentence, part: range) -> range:
    """The first member: what stands behind the last verb, preposition, colon or article before the first comma."""
    start = part.stop - 1
    while start > part.start and _belongs(sentence, start - 1) and sentence.between(start).strip() in ("", "“", '"'):
        start -= 1
    run = next((run for run in sentence.runs if start <= run[0] and run[-1] < part.stop), None)
    if run and run[0] > start and _is_plural(sentence, run[0] - 1):
        start = run[0]
    return range(start, part.stop)


def _belongs(sentence: Sentence, i: int) -> bool:
    return i not in sentence.verbs and sentence.form(i) not in ENDING and (i in sentence.content or i in sentence.named)


def _last(sentence: Sentence, start: int) -> range:
    """The last member: what stands behind "and", up to a mark, a verb or a small word."""
    end = start + 1 if sentence.form(start) in DETERMINERS else start
    first = end
    while end < len(sentence.forms) and _belongs(sentence, end) and (end == first or not sentence.between(end).strip()):
        end += 1
    return range(start, end) if end > first else range(0)


def _content(sentence: Sentence, part: range) -> tuple[int, ...]:
    """The words of a member that carry meaning; none where it is too long or holds a verb."""
    if len(part) > WORDS or any(i in sentence.verbs for i in part):
        return ()
    return tuple(i for i in part if i in sentence.content or i in sentence.named)


def _is_open(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.form(i) in OPEN for i in range(max(0, start - 4), end + 1))


def _is_plural(sentence: Sentence, i: int) -> bool:
    """True for a common noun in the plural."""
    form = sentence.form(i)
    is_noun = i in sentence.content and i not in sentence.verbs and i not in sentence.named
    return i >= 0 and is_noun and form.endswith("s") and not form.endswith("ss")
