"""What sources say, value by value: each date and amount with the words it stands among, found by the rare ones.

No parser tells what a figure measures. But two figures of one thing stand among the same rare words and beside the same other values,
and near to them; so the other values of a passage count among the words of each.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.values import Amount, Bound, Reading, Resolution, Value, When
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, content_stems, fold
from compare.values.counting.unit_names import UNITS
from compare.values.units import is_known
from seeds.model import PassageKind, Row, Span

NUMERALS = frozenset(
    "million billion trillion thousand hundred dozen half around approximately roughly nearly almost least old exceed exceeding "
    "surpass below above one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy "
    "eighty ninety third thirds fourth quarter quarters fifth".split()
)
"""Words of an amount that are number or bound."""
HALF, CLAUSE = 3.0, 3.0
"""How many words away a word counts half, and how many words a clause mark counts for."""
CROWDED = 15
"""A passage of more values is a list: which of them are of one thing with another's, its words do not tell."""
COMMON = 50
"""A word that more passages hold, or that stands near more values of a kind, brings no two of them together."""
TRIED = 10
"""With how many others a value is compared, those first that share the rarest words."""
PARTNERS = 6
"""With how many passages before it one is put side by side."""
UNNAMED = frozenset("other more less time thing one".split())
"""Counted nouns that do not say what is counted ("70 others")."""
SMALL = 20
"""Up to here a bare number is too common to tell a passage by."""


@dataclass(frozen=True, eq=False)
class Observation:
    """A value of a passage; equal to itself only.

    span: its characters in the passage's text; first, last: the indices of its words. near: the weight of each word (root) or other
    value around it, the nearer the more. kind: only values of one kind can clash. number: of its passage.
    """

    entry: Entry
    value: Value
    span: Span
    first: int
    last: int
    near: Mapping[str, float]
    kind: str
    number: int

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.entry.document.source.id

    @property
    def text(self) -> str:
        """The text of its passage."""
        return self.entry.passage.text

    @property
    def before(self) -> str:
        """What stands before it in its passage."""
        return self.text[: self.span[0]]

    def named(self, key: str) -> str:
        """The word or value of the passage that stands for a key of `near`, "" where it stands in the heads of a table only."""
        readings = values_of(self.entry) if key.startswith("=") else ()
        found = [self.text[r.start : r.end] for r in readings if key in tokens(r.value)]
        found += [self.text[w.start : w.end] for w in self.entry.folded.words if root(w.stem) == key]
        return " ".join(found[0].split()) if found else ""


class Observations:
    """The observations of a corpus. entries: the passages that state something; every: headings and footnotes with them.

    words: the roots of each passage. counts: how many passages hold a root or a value; weights: how rare it is, 0 to 1. crowded: how
    many passages are lists of values.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.every = tuple(entries)
        self.entries = tuple(e for e in entries if e.passage.kind not in (PassageKind.HEADING, PassageKind.FOOTNOTE))
        self.words = [words_of(entry) for entry in self.entries]
        readings = [values_of(entry) for entry in self.entries]
        self.crowded = sum(len(found) > CROWDED for found in readings)
        kept = [found if len(found) <= CROWDED else () for found in readings]
        keys = [held.union(*(tokens(r.value) for r in found)) for held, found in zip(self.words, kept, strict=True)]
        most = math.log(1 + max(1, len(self.entries)))
        self.counts = Counter(key for held in keys for key in held)
        self.weights = {key: math.log(1 + len(self.entries) / count) / most for key, count in self.counts.items()}
        self.by_passage = [tuple(self._observe(i, found)) for i, found in enumerate(kept)]
        self.all = tuple(o for passage in self.by_passage for o in passage)
        self._places: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for o in self.all:
            for key in o.near:
                self._places[o.kind, key].append(o)

    def weigh(self, stem: str) -> float:
        """The weight of a word by its stem, 0 to 1; the most for one no passage holds."""
        return self.weights.get(root(stem), 1.0)

    def beside(self, one: Observation) -> Iterator[Observation]:
        """The observations of one's kind in other passages that share the rarest words with it, the best first."""
        shared: Counter[Observation] = Counter()
        for key, weight in one.near.items():
            if len(places := self._places[one.kind, key]) <= COMMON:
                shared.update({o: weight for o in places if o.number != one.number})
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0].number, item[0].span))
        yield from (o for o, _ in best[:TRIED])

    def sharing(self, least: int) -> Iterator[tuple[int, int]]:
        """Two passages that share so many words that are not too common, by their numbers; no rows of tables.

        Each is given with the `PARTNERS` before it that share most.
        """
        where: dict[str, list[int]] = defaultdict(list)
        for number, (entry, held) in enumerate(zip(self.entries, self.words, strict=True)):
            if entry.passage.kind is PassageKind.ROW:
                continue
            met = Counter(i for key in held if len(where[key]) <= COMMON for i in where[key])
            best = sorted(((-shared, i) for i, shared in met.items() if shared >= least))[:PARTNERS]
            yield from ((i, number) for _, i in sorted(best, key=lambda pair: pair[1]))
            for key in held:
                where[key].append(number)

    def total(self, keys: frozenset[str]) -> float:
        """The weight of several roots."""
        return sum(self.weights.get(key, 0.0) for key in keys)

    def _observe(self, number: int, readings: Sequence[Reading]) -> Iterator[Observation]:
        entry = self.entries[number]
        starts = [word.start for word in entry.folded.words]
        placed = [(r, bisect_left(starts, r.start), bisect_left(starts, r.end) - 1) for r in readings]
        for reading, first, last in placed:
            if first < len(starts) and not _names_row(entry, reading):
                last = max(first, last)
                others = [(r, i) for r, i, _ in placed if r is not reading and i < len(starts)]
                taken = {i for r, a, b in placed if r is not reading for i in range(a, b + 1)}
                weights = self._in_row(entry, reading, others) if entry.passage.row else None
                near = self._near(entry, reading, (first, last), taken, others) if weights is None else weights
                kind = (
                    "date"
                    if isinstance(reading.value, When)
                    else "measure"
                    if is_known(reading.value.unit)
                    else "count"
                )
                yield Observation(entry, reading.value, (reading.start, reading.end), first, last, near, kind, number)

    def _near(
        self, entry: Entry, reading: Reading, own: Span, taken: set[int], others: Sequence[tuple[Reading, int]]
    ) -> dict[str, float]:
        """The words around a value, those it counts with them, and the other values of the passage."""
        words, clauses, near = entry.folded.words, entry.folded.clauses, dict[str, float]()
        units = UNITS if isinstance(reading.value, Amount) else {w.form for w in words[own[0] : own[1] + 1]}
        free = (i for i, w in enumerate(words) if i not in taken and _tells(w.form))
        told = [(i, root(words[i].stem)) for i in free if not own[0] <= i <= own[1] or words[i].form not in units]
        for i, key in (*told, *((i, token) for r, i in others for token in tokens(r.value))):
            edge = min(max(i, own[0]), own[1])
            away = abs(edge - i) + CLAUSE * abs(clauses[edge] - clauses[i])
            near[key] = max(near.get(key, 0.0), self.weights[key] / (1 + away / HALF))
        return near

    def _in_row(self, entry: Entry, reading: Reading, others: Sequence[tuple[Reading, int]]) -> dict[str, float]:
        """What a value in a table is about: the words that name its row, the heads of these and of its column, the row's other values."""
        row = entry.passage.row or Row()
        heads = [c.head for i, c in enumerate(row.cells) if i in row.keys or c.start <= reading.start < c.end]
        words = content_stems(fold(". ".join([row.key, *heads, row.caption])))
        keys = [root(word) for word in words if not word.isdigit()] + [t for r, _ in others for t in tokens(r.value)]
        return {key: self.weights.get(key, 0.0) for key in keys}


def values_of(entry: Entry) -> tuple[Reading, ...]:
    """The dates and amounts of a passage that another could contradict, in order: none that is vague ("several")."""
    found = list(_with_years(entry))
    for reading in entry.amounts:
        value = reading.value
        if isinstance(value, Amount) and not (value.low < value.high and value.bound is Bound.ABOUT):
            bare = replace(value, unit="") if value.unit in UNNAMED else value
            found.append(replace(reading, value=bare))
    return tuple(sorted(found, key=lambda r: (r.start, r.end)))


def _with_years(entry: Entry) -> Iterator[Reading]:
    """The dates of a passage; one without a year is as sure as if it had it, where the passage writes that year before it."""
    for reading in entry.dates:
        if year_beside(entry, (reading.start, reading.end)) and isinstance(reading.value, When):
            yield replace(reading, value=replace(reading.value, resolution=Resolution.WRITTEN))
        else:
            yield reading


def year_beside(entry: Entry, span: Span) -> Reading | None:
    """The date of a passage that gives one behind it, without a year, its year; None for one that has it or takes it from elsewhere."""
    written: dict[str, Reading] = {}
    for reading in entry.dates:
        when = reading.value
        if not isinstance(when, When) or reading.start > span[0]:
            continue
        if reading.start == span[0]:
            return written.get(when.edtf[:4]) if when.resolution is Resolution.INFERRED else None
        if when.resolution is Resolution.WRITTEN:
            written[when.edtf[:4]] = reading
    return None


def _names_row(entry: Entry, reading: Reading) -> bool:
    """True in the cells of a table row that tell it from the others."""
    row = entry.passage.row
    return row is not None and any(row.cells[i].start <= reading.start < row.cells[i].end for i in row.keys)


def words_of(entry: Entry) -> frozenset[str]:
    """The roots of the words of a passage that carry meaning, of a table row with its heads."""
    own = frozenset(root(w.stem) for w in entry.folded.words if w.form not in STOP and len(w.form) > 1)
    return own | {root(stem) for stem in entry.aliases}


def spelled(entry: Entry, keys: Collection[str]) -> str:
    """The words of a passage that have one of these roots, in order, each once."""
    words = (w for w in entry.folded.words if root(w.stem) in keys)
    return ", ".join(dict.fromkeys(entry.passage.text[w.start : w.end] for w in words))


def _tells(form: str) -> bool:
    return form not in STOP and form not in NUMERALS and form.isalpha() and len(form) > 1


def tokens(value: Value) -> tuple[str, ...]:
    """The names by which a value is looked up as a word beside others: equal values share one; none of what is too common."""
    if isinstance(value, Amount):
        common = value.low != value.high or (not value.unit and abs(value.low) <= SMALL)
        return () if common else (f"={value.low:g} {value.unit.partition('/')[0]}",)
    year, _, rest = value.edtf.partition("-")
    if "/" in value.edtf or value.resolution is Resolution.RELATIVE:
        return ()
    written = value.resolution is Resolution.WRITTEN and year != "XXXX"
    parts = (year if written else "", value.edtf if written and rest else "", rest and f"-{rest}")
    return tuple(f"={part}" for part in parts if part)
