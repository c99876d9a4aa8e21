"""Candidates from deeds: one thing of which sources tell different deeds ("the waiver was extended", "... suspended")."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.edtf import overlaps
from claims.model import Claim, Kind, Position
from claims.values import Resolution, When
from compare.evidence.model import Verdict
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP
from compare.proposing.candidate import Candidate, Group
from compare.proposing.deeds_told import Done, by_thing
from compare.proposing.proving import Prover, read_in, speaking
from compare.proposing.statements import leaning_statement, statement_of
from compare.scanning.observations import Observations
from compare.text.status_verbs import excludes

COMMON = 40
"""A word with which more deeds stand names no one thing."""
SHARED = 2
"""Words that two deeds must both be done to, to be of one thing."""
CLOSE = 3
"""Words between a deed and the name of what it is done to, where that alone makes two of one thing."""
LABELS = 10
"""Positions of a claim."""


def candidates(read_once: Observations, prover: Prover) -> Iterator[Candidate]:
    """The things of which two sources tell deeds that exclude each other, of one time as far as they tell any."""
    told: list[frozenset[int]] = []
    for stem, done in sorted(by_thing(read_once, prover).items(), key=lambda item: (-len(item[1]), item[0])):
        if len({d.source for d in done}) < 2 or len(done) > COMMON:
            continue
        alike = _of_one_time(done)
        key = frozenset(d.number for d in alike)
        if alike and not any(len(key & other) * 2 > len(key) for other in told):
            found = _candidate(stem, alike, prover)
            if found:
                told.append(key)
                yield found


def _of_one_time(done: Sequence[Done]) -> list[Done]:
    """The deeds that exclude one another, of the time of the two of different sources that are surest to be of one; these first."""
    pairs = [(a, b) for a, b in combinations(done, 2) if _are_rivals(a, b)]
    if not pairs:
        return []
    best = max(
        pairs, key=lambda pair: (all(_dates(d.entry) for d in pair), _latest(pair), -pair[0].number, -pair[1].number)
    )
    rest = [d for d in done if d not in best and any(d.deed.group == b.deed.group or _excludes(d, b) for b in best)]
    near = [d for d in rest if all(_may_be_one_time(b, d) for b in best)]
    return [*best, *sorted(near, key=lambda d: not _dates(d.entry))]


def _are_rivals(one: Done, other: Done) -> bool:
    """True for two deeds of different sources that exclude each other, are done to the same words and may be of one time."""
    needed = 1 if _is_close(one) and _is_close(other) else SHARED
    alike = len(_roots(one) & _roots(other)) >= needed
    return one.source != other.source and _excludes(one, other) and alike and _may_be_one_time(one, other)


def _is_close(done: Done) -> bool:
    """True for a deed right beside the name of what it is done to ("the Britta was sold", "sold the Britta")."""
    at, words = done.deed.at, done.entry.folded.words
    return min(abs(i - at) for i in done.deed.governed if words[i].stem == done.thing) <= CLOSE


def _excludes(one: Done, other: Done) -> bool:
    return excludes(one.deed.group, other.deed.group)


def _roots(done: Done) -> set[str]:
    return {root(done.entry.folded.words[i].stem) for i in done.deed.governed}


def _latest(pair: tuple[Done, Done]) -> int:
    return max((when.first for done in pair for when in _dates(done.entry)), default=0)


def _may_be_one_time(one: Done, other: Done) -> bool:
    mine, theirs = _dates(one.entry), _dates(other.entry)
    return not mine or not theirs or any(overlaps(a, b) for a in mine for b in theirs)


def _dates(entry: Entry) -> list[When]:
    return [r.value for r in entry.dates if isinstance(r.value, When) and r.value.resolution is Resolution.WRITTEN]


def _candidate(stem: str, done: Sequence[Done], prover: Prover) -> Candidate | None:
    by_label: dict[str, list[Done]] = defaultdict(list)
    for d in done:
        by_label[d.label].append(d)
    labels = list(by_label)[:LABELS]
    positions = tuple(Position(label, tuple(sorted({_pattern(d, stem) for d in by_label[label]}))) for label in labels)
    stated = _stated([d for d in done if d.label in labels])
    if stated is None:
        return None
    statement, own = stated
    terms = tuple(dict.fromkeys(_subject(d, stem) for d in done))
    claim = Claim("", "", Kind.DESCRIPTION, statement, own.label, positions, terms)
    comparison = prover.compared(claim)
    sources = speaking(comparison)
    if Verdict.FRAMING_DIFFERENCE not in comparison.flags or len(sources) < 2:
        return None
    span = own.entry.folded.span(own.deed.at, own.deed.at)
    why = f"told in different words: {', '.join(p.label for p in positions)}"
    weight = float(len(sources) * 10 + len(positions))
    return Candidate(
        claim, own.entry, span, read_in(comparison, prover), sources, Group.DIFFERENT_WORDS, "medium", why, weight
    )


def _stated(done: Sequence[Done]) -> tuple[str, Done] | None:
    """The statement of one of the two rivals that come first, standing by itself or not; else of the first that stands by itself."""
    for some, make in ((done[:2], statement_of), (done[:2], leaning_statement), (done, statement_of)):
        for d in some:
            statement = make(d.entry.passage.text, d.entry.folded.span(d.deed.at, max(d.deed.at, *d.deed.governed)))
            if statement:
                return statement, d
    return None


def _subject(done: Done, stem: str) -> str:
    """A pattern of what the deed is done to: the named word, with the word before or behind it that makes the name."""
    words = done.entry.folded.words
    at = next(i for i in done.deed.governed if words[i].stem == stem)
    near = next((j for j in (at - 1, at + 1) if 0 <= j < len(words) and _names(done, j)), None)
    return " ".join(words[i].form for i in sorted({at, at if near is None else near}))


def _names(done: Done, i: int) -> bool:
    word = done.entry.folded.words[i]
    return word.form not in STOP and done.entry.folded.text[word.start].isupper() and word.form.isalpha()


def _pattern(done: Done, stem: str) -> str:
    """The deed's word and the thing it is done to, in the order they stand in."""
    words = done.entry.folded.words
    at = next(i for i in done.deed.governed if words[i].stem == stem)
    first, last = sorted((done.deed.at, at))
    return f"{words[first].form} * {words[last].form}"
