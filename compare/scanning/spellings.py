"""Is one name spelled in two ways?

Looked at, by `sourcecheck scan`: every word of a name that is never written small, beside those that differ from it in one letter, in
long ones in two. Two spellings are told when they stand beside the same other word of a name ("Ada Breeze", "Ada Breese"), or when a
long one that stands only once or twice differs in one letter from one that stands often.

Low: the rare one, which may be another person's. Cannot see: short names, transliterations that change more, names in capitals.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.fold import STOP, fold_word
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import Observations
from compare.text.countries import peoples
from compare.text.names_and_negation import names
from seeds.model import PassageKind

CODE = "SRC406"
NAME = "spelling"

SHORTEST, LONG, SHOWN = 5, 8, 6
"""Letters of a name that is looked at, letters of one in which two may differ, and how many places of each are shown."""
RARE, OFTEN = 2, 5
"""In how many passages the one stands at most, the other at least, where no other name stands beside both."""
FORMS = 8
"""Forms that are one when a letter is taken from each: of more, none is a slip of another."""
ENDINGS = frozenset("s n a i y e an es ian ese ist ers er en in na va ov ova".split()) | {""}
"""What makes another word of a name, and no other spelling of it."""


@dataclass
class Spelling:
    """A word of names: where it stands (passage, characters), and the words of names beside it."""

    places: list[tuple[Entry, int, int]] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)


def find(read: Observations) -> Iterator[Finding]:
    """The pairs of spellings of one name, the rarer first."""
    spellings = _read(read)
    for pair in _near(spellings):
        form, _ = sorted(pair, key=lambda form: (len(spellings[form].places), form))
        one, other = spellings[form], spellings[next(f for f in pair if f != form)]
        shared = sorted(one.beside & other.beside)
        rare = len(one.places) <= RARE and len(other.places) >= OFTEN and len(form) >= LONG and OSA.distance(*pair) == 1
        if shared or rare:
            places = tuple(place_at(*place) for place in (*one.places[:SHOWN], *other.places[:SHOWN]))
            counts = f"the one stands {len(one.places)} times, the other {len(other.places)}"
            why = f"both stand beside {', '.join(shared[:3])}" if shared else counts
            severity = Severity.MEDIUM if shared else Severity.LOW
            yield Finding(
                CODE, f"{said(places)}: one name in two spellings", severity, places, why, 1 / len(one.places)
            )


def _read(read: Observations) -> Mapping[str, Spelling]:
    found: dict[str, Spelling] = defaultdict(Spelling)
    small = {w.form for e in read.entries for w in e.folded.words if e.passage.text[w.start].islower()}
    for entry in read.every:
        text, words = entry.passage.text, entry.folded.words
        for run in _joined(names(entry.folded), entry) if entry.passage.kind is not PassageKind.HEADING else ():
            forms = {words[i].form for i in run if words[i].form not in STOP}
            for i in run:
                form, written = words[i].form, text[words[i].start : words[i].end]
                if len(form) >= SHORTEST and form.isalpha() and form not in small and not written.isupper():
                    found[form].places.append((entry, words[i].start, words[i].end))
                    found[form].beside.update(forms - {form})
    return found


def _joined(runs: Iterable[tuple[int, ...]], entry: Entry) -> Iterator[tuple[int, ...]]:
    """The names, with those that "&" joins as one ("Breeze & Sons"); so a lone word before it is a name too."""
    words, text = entry.folded.words, entry.passage.text
    found = list(runs)
    for i in range(1, len(words)):
        if (
            "&" in text[words[i - 1].end : words[i].start]
            and text[words[i - 1].start].isupper()
            and text[words[i].start].isupper()
        ):
            before = next((run for run in found if run[-1] == i - 1), (i - 1,))
            behind = next((run for run in found if run[0] == i), (i,))
            found = [run for run in found if run not in (before, behind)] + [before + behind]
    yield from found


def _near(spellings: Mapping[str, Spelling]) -> Iterator[tuple[str, str]]:
    """Every two forms that differ in few letters: among those that are one when a letter is taken from each."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    for form in sorted(spellings):
        for rest in {form, *(form[:i] + form[i + 1 :] for i in range(len(form)))}:
            by_rest[rest].append(form)
    few = (forms for forms in by_rest.values() if len(forms) <= FORMS)
    pairs = {(a, b) for forms in few for n, a in enumerate(forms) for b in forms[n + 1 :]}
    yield from (pair for pair in sorted(pairs) if _are_spellings(*pair))


def _are_spellings(a: str, b: str) -> bool:
    """True for forms that may be one name: the first letter is the same, and the one is not the other with an ending."""
    most = 2 if min(len(a), len(b)) >= LONG else 1
    if a[0] != b[0] or fold_word(a)[1] == fold_word(b)[1] or OSA.distance(a, b) > most:
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return not {a[same:], b[same:]} <= ENDINGS and not {a, b} & peoples().keys()
