"""What sources tell to be done to a thing: their deeds, by the name of what they are done to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.values import Amount
from compare.facts.folded_passage import Entry
from compare.proposing.candidate import is_prose
from compare.proposing.proving import Prover
from compare.scanning.observations import Observations
from compare.stating.rivals import is_country
from compare.text.countries import capitals
from compare.text.deeds import Deed, find_deeds
from compare.text.groups import LINKS
from compare.text.modality import frame_of, is_denied
from compare.text.sentence import sentence_of
from compare.text.status_verbs import GROUPS

DONE = ("", "decided")
"""Frames of what is done; what is decided is told as done here, since reports tell a decision by what it decides."""


@dataclass(frozen=True)
class Done:
    """A deed of a passage: its label, and the stem of the name of what it is done to."""

    number: int
    entry: Entry
    deed: Deed
    label: str
    thing: str

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.entry.document.source.id

    @property
    def form(self) -> str:
        """The deed's own word."""
        return self.entry.folded.words[self.deed.at].form


def by_thing(read_once: Observations, prover: Prover) -> dict[str, list[Done]]:
    """The deeds by the stems of the names and numbers they govern; no country is a thing that something is done to."""
    found: dict[str, list[Done]] = defaultdict(list)
    numbers = frozenset(number for entry in read_once.entries for number in _numbers(entry))
    for entry in filter(is_prose, read_once.entries):
        number, named = prover.numbers[id(entry.passage)], sentence_of(entry.passage.text).named
        for deed in find_deeds(entry.folded):
            frame, first = frame_of(entry.folded, deed.at)
            if is_denied(entry.folded, first, deed.at) or not _is_worded(entry, deed):
                continue
            label = f"{deed.group} ({frame})" if frame not in DONE else deed.group
            for stem in {entry.folded.words[i].stem for i in _things(entry, deed, named, numbers)}:
                found[stem].append(Done(number, entry, deed, label, stem))
    return found


def _things(entry: Entry, deed: Deed, named: frozenset[int], numbers: frozenset[str]) -> Iterator[int]:
    """The words of names that a deed is done to, their numbers with them: no country or capital, and nobody who does it."""
    words = entry.folded.words
    for i in deed.governed:
        numbered = words[i].form in numbers
        links = [words[j].form for j in range(deed.at + 1, i) if words[j].form in LINKS]
        doer = links[-1:] == ["by"]
        place = is_country(words[i].stem) or words[i].stem in capitals()
        if (i in named or numbered) and not doer and not place and not _is_valued(entry, i):
            yield i


def _numbers(entry: Entry) -> Iterator[str]:
    """The numbers that stand behind a name and belong to it ("Section 907")."""
    words, named = entry.folded.words, sentence_of(entry.passage.text).named
    for i in range(1, len(words)):
        if words[i].form.isdigit() and i - 1 in named and not _is_valued(entry, i):
            yield words[i].form


def _is_valued(entry: Entry, i: int) -> bool:
    """True for a word of a date, and of an amount of something."""
    counted = (r for r in entry.amounts if isinstance(r.value, Amount) and r.value.unit)
    return any(r.start <= entry.folded.words[i].start < r.end for r in (*entry.dates, *counted))


def _is_worded(entry: Entry, deed: Deed) -> bool:
    """True for a word that is listed for its group as it stands, not by its stem alone ("initiative" initials nothing)."""
    form, listed = entry.folded.words[deed.at].form, GROUPS[deed.group].split()
    return any(form in (word, f"{word}s", f"{word}es", f"{word}ing", f"{word[:-1]}ing") for word in listed)
