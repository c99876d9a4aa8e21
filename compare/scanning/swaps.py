"""Swaps: two sentences alike but for a word or two, put side by side word by word.

An edited copy is the surest sign that one of two sentences is wrong; what differs tells what it is about: a name, a negation, or a
word and its opposite. Values that differ are found as marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, Word
from compare.scanning.marked_passages import MarkedPassage
from compare.scanning.marks import WEEKDAYS
from compare.scanning.pairs import Clash
from compare.scanning.subjects import Weights, content
from compare.text.opposites import opposites
from compare.text.patterns import NEGATIONS
from compare.values.in_words import MONTHS

FLANK = 6
"""How many words to each side of a swap tell what it is about."""
LONGEST = 3
"""How many words may be swapped for others."""
LEAST = 4
"""How many content words the two sentences must share around a swap, one of them on each side where the sentence goes on."""
DAYS = frozenset((*WEEKDAYS, *(month.lower() for month in MONTHS)))
"""Capitalised words that are no names but marks."""
OPENS = (":", ".", "!", "?", '"', "“", "…")
"""Marks behind which any word has a capital."""


@dataclass(frozen=True)
class Swap:
    """Words of one passage where another has other words, both between the same words.

    one, other: the indices of the first and last word, of each passage. weight: of the words around them that are the same.
    """

    clash: Clash
    one: tuple[int, int]
    other: tuple[int, int]
    weight: float


def find_swaps(here: MarkedPassage, there: MarkedPassage, weights: Weights) -> Iterator[Swap]:
    """The swaps between two passages that make one of them wrong, if both speak of the same thing."""
    if len(here.words & there.words) < LEAST:
        return
    one, other = here.entry, there.entry
    a, b = one.folded.words, other.folded.words
    codes = SequenceMatcher(None, [root(w.stem) for w in a], [root(w.stem) for w in b], autojunk=False).get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(codes):
        if kind == "equal" or max(j - i, m - k) > LONGEST:
            continue
        before, behind = _flank(codes[:at][-1:], a, -1), _flank(codes[at + 1 :][:1], a, 1)
        flanks = before + behind
        if len(flanks) < LEAST or not before or not (behind or len(codes) == at + 1):
            continue
        clash = _clash(one, other, (i, j), (k, m))
        if clash:
            weight = weights.total(root(a[w].stem) for w in flanks)
            yield Swap(clash, _span(i, j, len(a)), _span(k, m, len(b)), weight)


def _span(first: int, end: int, count: int) -> tuple[int, int]:
    """The first and last of some words; of none, the word before which they are missing."""
    return min(first, count - 1), min(max(first, end - 1), count - 1)


def _flank(codes: Sequence[tuple[str, int, int, int, int]], words: Sequence[Word], side: int) -> list[int]:
    """The content words next to a swap on one side that are the same in both sentences."""
    run = [w for kind, i, j, *_ in codes if kind == "equal" for w in range(i, j)]
    near = run[-FLANK:] if side < 0 else run[:FLANK]
    return [w for w in near if words[w].form not in STOP]


def _clash(one: Entry, other: Entry, here: tuple[int, int], there: tuple[int, int]) -> Clash | None:
    a, b = one.folded.words[slice(*here)], other.folded.words[slice(*there)]
    if _denies(a) != _denies(b):
        return Clash.DENIAL if not [w for w in (*a, *b) if w.form not in STOP and not _denies([w])] else None
    if any(_are_opposite(x, y) for x in a for y in b):
        return Clash.OPPOSITE
    if _is_name(one, a) and _is_name(other, b) and not _is_told(a, other) and not _is_told(b, one):
        return None if _abbreviates(a, b) or _abbreviates(b, a) else Clash.NAME
    return None


def _denies(words: Sequence[Word]) -> bool:
    return any(word.form in NEGATIONS or word.form.endswith("n't") for word in words)


def _is_name(entry: Entry, words: Sequence[Word]) -> bool:
    """True for words of which all that carry meaning begin with a capital, the sentence's first word aside."""
    telling = [word for word in words if word.form not in STOP]
    text = entry.passage.text
    before = text[: words[0].start].rstrip() if words else ""
    if not telling or not before or before.endswith(OPENS):
        return False
    return all(text[word.start].isupper() and word.form.isalpha() and word.form not in DAYS for word in telling)


def _abbreviates(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """True for a word that is made of the first letters of the others ("UN", "United Nations")."""
    return len(long) > len(short) == 1 and short[0].form == "".join(
        word.form[0] for word in long if word.form not in STOP
    )


def _is_told(words: Sequence[Word], entry: Entry) -> bool:
    """True when the other passage holds these words as well."""
    return bool({root(word.stem) for word in words if word.form not in STOP} & content(entry))


def _are_opposite(one: Word, other: Word) -> bool:
    return other.stem in opposites().get(one.stem, ())
