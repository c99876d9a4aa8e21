"""Do two sentences say the same but for a name, a denial, or a word of opposite sense?

Looked at, by `sourcecheck scan`: every two sentences, of one source or of two, that share most of their words, put side by side word by
word. Told are names in each other's place, "not" on one side, and words that exclude each other ("minimum" and "maximum"); values that
differ are another check's. Two names that both stand in many sentences may well have one each, and count for less.

Cannot see: the same said in other words.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, Word
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import Observations
from compare.text.opposites import opposites
from compare.text.patterns import NEGATIONS

CODE = "SRC403"
NAME = "swap"

FLANK, LONGEST, LEAST = 6, 3, 4
"""Words to each side of a swap that tell what it is about, words that may be swapped, and words that must be the same around it."""
ALIKE, COPIED, PASSAGE = 0.6, 3.0, 0.15
"""The share of the shorter sentence's weight that the other must hold, how much it counts, and what a shared word farther off counts."""
KNOWN, KNOWN_IN = 0.4, 4
"""What is left where both names are known from so many passages."""
MEDIUM, HIGH = 0.6, 0.93
"""The strength from which a swap is told, and from which it is grave."""
OPENS = (":", ".", "!", "?", '"', "“", "…")
"""Marks behind which any word has a capital."""
NAMES, DENIED, OPPOSED = (
    "the sentences are alike but for the name",
    "one says what the other denies",
    "the sentences are alike but for words of opposite sense",
)
Words = tuple[int, int]
"""The first of some words of a sentence, and the one behind them."""
Side = tuple[Entry, frozenset[str], Words]
"""A sentence, the roots of its words, and the words of it that are swapped."""


def find(read: Observations, least: float = MEDIUM) -> Iterator[Finding]:
    """The swaps between the sentences of all sources; least: the strength from which they are told."""
    for here, there in read.sharing(LEAST):
        common = read.total(read.words[here] & read.words[there])
        overlap = common / min(read.total(read.words[here]), read.total(read.words[there]))
        for why, a, b, weight in _swaps(here, there, read) if overlap >= ALIKE else ():
            sides = ((read.entries[here], a), (read.entries[there], b))
            strength = (weight + PASSAGE * common) * overlap**COPIED
            if strength >= least and why is NAMES:
                known = all(read.counts[key] >= KNOWN_IN for e, span in sides for key in _content(e, span))
                strength *= KNOWN if known else 1.0
            if strength >= least:
                places = tuple(place_at(entry, *_place(entry, span)) for entry, span in sides)
                severity = Severity.HIGH if strength >= HIGH else Severity.MEDIUM
                yield Finding(CODE, f"{said(places)}: {why}", severity, places, why, round(strength, 3))


def _swaps(here: int, there: int, read: Observations) -> Iterator[tuple[str, Words, Words, float]]:
    """What makes one of two sentences wrong, if both speak of the same: why, the words of each, the weight of those around."""
    one, other = read.entries[here], read.entries[there]
    a, b = ([root(word.stem) for word in entry.folded.words] for entry in (one, other))
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(codes):
        before, behind = codes[at - 1][1:3] if at else (0, 0), codes[at + 1][1:3] if at + 1 < len(codes) else None
        runs = (range(*before)[-FLANK:], range(*behind)[:FLANK] if behind else ())
        flanks = [[w for w in run if one.folded.words[w].form not in STOP] for run in runs]
        if kind == "equal" or max(j - i, m - k) > LONGEST or not flanks[0] or not (flanks[1] or behind is None):
            continue
        around = [*flanks[0], *flanks[1]]
        if len(around) >= LEAST and (
            why := _clash((one, read.words[here], (i, j)), (other, read.words[there], (k, m)))
        ):
            yield why, (i, j), (k, m), sum(read.weights.get(a[w], 0.0) for w in around)


def _clash(mine: Side, theirs: Side) -> str:
    (one, words, here), (other, others, there) = mine, theirs
    a, b = one.folded.words[slice(*here)], other.folded.words[slice(*there)]
    if _denies(a) != _denies(b):
        return DENIED if all(word.form in STOP or _denies([word]) for word in (*a, *b)) else ""
    if any(y.stem in opposites().get(x.stem, ()) for x in a for y in b):
        return OPPOSED
    names = _is_name(one, a) and _is_name(other, b) and not _abbreviates(a, b) and not _abbreviates(b, a)
    return NAMES if names and not words & _content(other, there) | others & _content(one, here) else ""


def _content(entry: Entry, span: Words) -> frozenset[str]:
    words = entry.folded.words[slice(*span)]
    return frozenset(root(word.stem) for word in words if word.form not in STOP and len(word.form) > 1)


def _place(entry: Entry, span: Words) -> tuple[int, int]:
    """The characters of some words; of none, of the word before which they are missing."""
    first = min(span[0], len(entry.folded.words) - 1)
    return entry.folded.span(first, max(first, span[1] - 1))


def _denies(words: Sequence[Word]) -> bool:
    return any(word.form in NEGATIONS or word.form.endswith("n't") for word in words)


def _is_name(entry: Entry, words: Sequence[Word]) -> bool:
    """True for words of which all that carry meaning begin with a capital, the sentence's first word aside."""
    telling, text = [word for word in words if word.form not in STOP], entry.passage.text
    before = text[: words[0].start].rstrip() if words else ""
    capitals = all(text[word.start].isupper() and word.form.isalpha() for word in telling)
    return bool(telling and before) and not before.endswith(OPENS) and capitals


def _abbreviates(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """True for a word that is made of the first letters of the others ("UN", "United Nations")."""
    letters = "".join(word.form[0] for word in long if word.form not in STOP)
    return len(long) > len(short) == 1 and short[0].form == letters
