"""Is a thing still being done where it is said to have been done?

Looked at, by `sourcecheck scan`: what a sentence says is being done ("is finalizing a rule", "is being built") and what another says has
been done ("has finalized the rule"), by the same verb, of a thing named alike right behind the verb or, of what is done to something,
before it, with most of the rare words of the shorter sentence in both. Told in one source, and in two where the one that says "is
being" was not published before the other.

Cannot see: other verbs for the same deed; stages told in other tenses; quoted speech.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model import Severity
from claims.values import When
from compare.facts.folded_passage import Entry, reference_day
from compare.facts.stated import root
from compare.fold import STOP, Word
from compare.lexicon import key_of
from compare.scanning.figures import is_prose
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import COMMON, Observations, spelled
from compare.text.frames import frames_of
from compare.text.names_and_negation import QUOTATION
from compare.text.sentence import sentence_of
from compare.text.small_words import SKIPPED
from compare.values.relations import Relation, relate_dates

CODE = "SRC419"
NAME = "stage"

IS, HAS = frozenset(("is", "are")), frozenset(("has", "have"))
REACH, LONGEST, SHARED, SHARE = 6, 3, 4, 0.5
"""Words from the verb to its thing, and from "is" or "has" to the verb; the rare words that two sentences share at least; the share of
the shorter one's weight they have."""


class Told(NamedTuple):
    """A deed of a sentence: its verb (key), whether it is done, the words of its verb, the roots of the words of its thing."""

    number: int
    verb: str
    done: bool
    words: tuple[int, int]
    things: frozenset[str]


def find(read: Observations) -> Iterator[Finding]:
    """The deeds that are done and still being done."""
    where: dict[tuple[str, str, bool], list[Told]] = defaultdict(list)
    for number, entry in enumerate(read.entries):
        for one in _told(number, entry) if is_prose(entry) else ():
            rivals = [where[one.verb, key, not one.done] for key in one.things]
            met = {other for some in rivals if len(some) <= COMMON for other in some}
            for other in sorted(met):
                if _is_one_thing(one, other, read) and all(_is_said(told, read) for told in (one, other)):
                    doing, done = sorted((one, other), key=lambda told: told.done)
                    yield _finding(doing, done, read)
            for key in one.things:
                where[one.verb, key, one.done].append(one)


def _told(number: int, entry: Entry) -> Iterator[Told]:
    words = entry.folded.words
    for i, word in enumerate(words):
        found = _deed(words, i) if word.form in IS or word.form in HAS else None
        if found:
            at, passive = found
            near = words[max(0, i - REACH) : i] if passive else words[at + 1 : at + 1 + REACH]
            things = frozenset(root(w.stem) for w in near if w.form not in STOP)
            yield Told(number, key_of(words[at].form, words[at].stem), word.form in HAS, (i, at), things)


def _deed(words: Sequence[Word], i: int) -> tuple[int, bool] | None:
    """The verb of "is doing", "is being done", "has done" or "has been done", and whether it is one of the middle two or the last."""
    forms = [word.form for word in words[i + 1 : i + 2 + LONGEST]]
    skipped = next((k for k, form in enumerate(forms) if form not in SKIPPED), len(forms))
    done = words[i].form in HAS
    passive = forms[skipped : skipped + 1] == ["been" if done else "being"]
    rest = forms[skipped + passive :]
    ends = bool(rest) and rest[0].endswith("ing")
    if not rest or (ends if done or passive else not ends or rest[0] == "being"):
        return None
    return i + 1 + skipped + passive, passive


def _is_said(told: Told, read: Observations) -> bool:
    """True for a verb that is said as a fact, and not quoted."""
    entry, (first, at) = read.entries[told.number], told.words
    sentence = sentence_of(entry.passage.text)
    frame, start = frames_of(sentence)[at], entry.folded.words[first].start
    quoted = any(m.start() <= start < m.end() for m in QUOTATION.finditer(entry.passage.text))
    verb = at in sentence.verbs or not told.done
    return verb and not quoted and not frame.denied and not frame.mode


def _is_one_thing(one: Told, other: Told, read: Observations) -> bool:
    a, b = (read.entries[told.number] for told in (one, other))
    words = read.words[one.number] & read.words[other.number]
    verb = root(a.folded.words[one.words[1]].stem)
    rare = {key for key in words if read.counts[key] <= COMMON and key != verb and key not in STOP}
    shorter = min(read.total(read.words[told.number]) for told in (one, other))
    alike = len(rare) >= SHARED and read.total(frozenset(rare)) >= SHARE * shorter
    return alike and bool(one.things & other.things & rare) and _in_order(*((b, a) if one.done else (a, b)))


def _in_order(doing: Entry, done: Entry) -> bool:
    """True where what is done cannot have been done after what is being done: in one source, or one published no later."""
    days = [reference_day(entry.document.source.published) for entry in (doing, done)]
    times = [[r.value for r in entry.dates if isinstance(r.value, When)] for entry in (doing, done)]
    if all(times) and all(relate_dates(x, y) is Relation.OTHER for x in times[0] for y in times[1]):
        return False
    if doing.document is done.document:
        return True
    return days[0] is not None and days[1] is not None and days[1] <= days[0]


def _finding(doing: Told, done: Told, read: Observations) -> Finding:
    entries = [read.entries[told.number] for told in (doing, done)]
    spans = [entry.folded.span(*told.words) for entry, told in zip(entries, (doing, done), strict=True)]
    places = tuple(place_at(entry, *span) for entry, span in zip(entries, spans, strict=True))
    shared = spelled(entries[0], doing.things & done.things)
    why = f"both are told of {shared}, and most of their words are the same"
    return Finding(CODE, f"{said(places)}: {shared}", Severity.MEDIUM, places, why, len(doing.things & done.things))
