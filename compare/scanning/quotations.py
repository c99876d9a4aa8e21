"""Is one quotation given in two wordings, or to two speakers?

Looked at, by `sourcecheck scan`: every quotation of five words and more beside those that share two runs of three words with it, and
beside the sentences of other sources that do (a transcript has no quotation marks). Told are words changed, added or left out between
words that are the same, and the speakers where both are named and are not one.

Low: changes of small words only. Cannot see: a quotation in other words altogether; a speaker named in another sentence.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.fold import STOP, Word
from compare.scanning.finding import Finding, place_at
from compare.scanning.observations import Observations
from compare.text.attribution import QUOTING, speaker
from compare.text.names_and_negation import QUOTATION
from seeds.model import PassageKind

CODE = "SRC407"
NAME = "two-wordings"

RUN, RUNS, COMMON = 3, 2, 12
"""Words of a run, runs that two must share, and in how many quotations a run may stand that is no turn of phrase."""
FEWEST, KEPT, FEWEST_PLAIN, KEPT_PLAIN = 5, 0.7, 8, 0.8
"""Words that must be the same, and their share between the first and the last; where one side has no quotation marks."""
LONGEST = 4
"""How many words may stand on one side where the other has others."""


@dataclass(frozen=True)
class Quoted:
    """The words of a quotation, or of a sentence that may be quoted. speaker: who is said to say them, "" when nobody is named."""

    entry: Entry
    words: Sequence[Word]
    speaker: str = ""
    marked: bool = True

    @property
    def runs(self) -> set[tuple[str, ...]]:
        """Every `RUN` words that follow each other."""
        forms = [word.form for word in self.words]
        return {tuple(forms[i : i + RUN]) for i in range(len(forms) - RUN + 1)}


def find(read: Observations) -> Iterator[Finding]:
    """The quotations that two places give differently."""
    for one, other in quoted_twice(read):
        yield from _compared(one, other)


def quoted_twice(read: Observations) -> Iterator[tuple[Quoted, Quoted]]:
    """A quotation with every other, and with every sentence of another source, that shares runs of words with it."""
    quotations = [quoted for entry in read.every for quoted in _quoted(entry)]
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quoted in enumerate(quotations):
        for run in quoted.runs:
            by_run[run].append(number)
    plain = (Quoted(e, e.folded.words, marked=False) for e in read.entries if not QUOTATION.search(e.passage.text))
    for number, one in enumerate((*quotations, *plain)):
        met = Counter(i for run in one.runs for i in by_run.get(run, ()) if len(by_run[run]) <= COMMON)
        for i, shared in sorted(met.items()):
            other = quotations[i]
            if i < number and shared >= RUNS and _are_comparable(one, other):
                yield other, one


def _are_comparable(one: Quoted, other: Quoted) -> bool:
    """True for two quotations, unless both are titles in notes, and for one and a sentence of another source."""
    notes = all(q.entry.passage.kind is PassageKind.FOOTNOTE for q in (one, other))
    same = one.entry.document is other.entry.document
    return not notes and (one.entry is not other.entry if one.marked else not same)


def _quoted(entry: Entry) -> Iterator[Quoted]:
    for match in QUOTATION.finditer(entry.passage.text):
        start, end = match.span()
        words = [word for word in entry.folded.words if start <= word.start < end]
        if len(words) >= FEWEST:
            yield Quoted(entry, words, speaker(entry.folded, start, end, QUOTING))


def _compared(one: Quoted, other: Quoted) -> Iterator[Finding]:
    a, b = ([word.form for word in quoted.words] for quoted in (one, other))
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    same = [code for code in codes if code[0] == "equal"]
    kept, (_, i, _, k, _), (_, _, j, _, m) = sum(code[2] - code[1] for code in same), same[0], same[-1]
    fewest, share = (FEWEST, KEPT) if one.marked and other.marked else (FEWEST_PLAIN, KEPT_PLAIN)
    if kept < fewest or kept < share * min(j - i, m - k):
        return
    changes = [
        (a[p:q], b[r:s]) for kind, p, q, r, s in codes if kind != "equal" and i <= p and q <= j and k <= r and s <= m
    ]
    places = tuple(place_at(q.entry, q.words[x].start, q.words[y - 1].end) for q, x, y in ((one, i, j), (other, k, m)))
    ids = " and ".join(dict.fromkeys(place.document.source.id for place in places))
    speakers = [{word.lower() for word in quoted.speaker.split()} for quoted in (one, other)]
    why = f"{kept} words are the same, in one order"
    if changes and all(len(x) <= LONGEST and len(y) <= LONGEST for x, y in changes):
        told = "; ".join(f"{_say(x)} / {_say(y)}" for x, y in changes)
        small = all(form in STOP for x, y in changes for form in (*x, *y))
        severity = Severity.LOW if small else Severity.MEDIUM
        yield Finding(CODE, f"{ids}: one quotation in two wordings: {told}", severity, places, why, kept)
    elif not changes and all(speakers) and not speakers[0] & speakers[1]:
        headline = f"{ids}: one quotation, said by {one.speaker} and by {other.speaker}"
        yield Finding(CODE, headline, Severity.MEDIUM, places, why, kept)


def _say(forms: Sequence[str]) -> str:
    return f"“{' '.join(forms)}”" if forms else "nothing"
