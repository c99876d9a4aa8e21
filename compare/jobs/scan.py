"""The scan, top to bottom: the discrepancies of a document that nobody curated, pairs of passages that cannot both be right.

Every mark of a passage (a date, an amount, a day, an hour) is held against those of other passages that stand among the same
words, and every two sentences that are nearly alike are put side by side. Similar is not the same: what the text itself tells
apart (another period, values that both stand elsewhere too, more than one difference) lowers the score.
"""

from collections.abc import Iterator
from itertools import product

from claims.values import Amount, When
from compare.facts.folded_passage import Entry, entries_of
from compare.scanning.findings import Scan, Skipped, gather
from compare.scanning.marked_passages import MarkedPassage, MarkedPassages, candidates, read_marked
from compare.scanning.marks import Hour, Mark
from compare.scanning.meeting import Meeting
from compare.scanning.pairs import Clash, Pair, Place
from compare.scanning.strength import score, strength_of_marks, strength_of_swap
from compare.scanning.swaps import find_swaps
from compare.search.aliases import find_aliases
from compare.values.in_words import say
from seeds.model import Document

LEAST = 1.0
"""Pairs with a lower score are none."""
REASONS = {
    Clash.NAME: "sentences alike but for the name: {} and {}",
    Clash.DENIAL: "one says what the other denies: {} and {}",
    Clash.OPPOSITE: "sentences alike but for words of opposite sense: {} and {}",
}


def scan(document: Document) -> Scan:
    """The findings of a document, the worst and surest first, and what was left out."""
    marked = _read(document)
    pairs = _pairs(marked)
    findings = gather(pairs)
    crowded = tuple(passage.entry.passage for passage in marked.all if passage.crowded)
    told = sum(len(finding.places) - 1 for finding in findings)
    return Scan(document, findings, Skipped(crowded, marked.apart, len(pairs) - told))


def find_contradictions(document: Document) -> tuple[Pair, ...]:
    """The pairs of passages of a document that cannot both be right, best first, one for each two passages, however unsure."""
    return _pairs(_read(document))


def _read(document: Document) -> MarkedPassages:
    return read_marked(tuple(entries_of(document, find_aliases(document.passages))))


def _pairs(marked: MarkedPassages) -> tuple[Pair, ...]:
    pairs = [best for here, there in candidates(marked) if (best := _best(here, there, marked))]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first.start, pair.second.start)))


def _best(here: MarkedPassage, there: MarkedPassage, marked: MarkedPassages) -> Pair | None:
    found = [*_by_marks(here, there, marked), *_by_swaps(here, there, marked)]
    best = max(found, key=lambda pair: pair.score, default=None)
    return best if best and best.score >= LEAST else None


def _by_marks(here: MarkedPassage, there: MarkedPassage, marked: MarkedPassages) -> Iterator[Pair]:
    for (kind, a), (other, b) in product(here.subjects, there.subjects):
        strength = strength_of_marks(Meeting(here, a, there, b, marked)) if kind == other else 0.0
        if strength:
            first, second = _place(a.mark), _place(b.mark)
            reason = f"{first.value} in one place and {second.value} in the other, among the same words"
            yield Pair(_kind(a.mark), first, second, score(strength), reason)


def _by_swaps(here: MarkedPassage, there: MarkedPassage, marked: MarkedPassages) -> Iterator[Pair]:
    for swap in find_swaps(here, there, marked.weights):
        first, second = _words(here.entry, swap.one), _words(there.entry, swap.other)
        reason = REASONS[swap.clash].format(first.value, second.value)
        yield Pair(swap.clash, first, second, score(strength_of_swap(here, there, swap, marked)), reason)


def _kind(mark: Mark) -> Clash:
    if isinstance(mark.value, Amount):
        return Clash.AMOUNT
    if isinstance(mark.value, When):
        return Clash.DATE
    return Clash.HOUR if isinstance(mark.value, Hour) else Clash.DAY


def _place(mark: Mark) -> Place:
    value = say(mark.value) if isinstance(mark.value, Amount | When) else mark.text
    return _at(mark.entry, mark.start, mark.end, value)


def _words(entry: Entry, span: tuple[int, int]) -> Place:
    start, end = entry.folded.span(*span)
    return _at(entry, start, end, entry.passage.text[start:end])


def _at(entry: Entry, start: int, end: int, value: str) -> Place:
    return Place(entry.document, entry.passage, *entry.passage.place(start, end), value)
