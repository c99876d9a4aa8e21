"""Is one title given in two forms?

Looked at, by `sourcecheck scan`: names of many words ("Agreement on Peace and Trade") that hold the same words in another order, five of
them or, where one says what paper it is ("treaty", "charter"), four; and short names in quotation marks ("Ready and Release") that differ
in one word, in two sources, and have the same word behind them ("plan").

Cannot see: titles that leave words out; names in other words.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.facts.stated import root
from compare.fold import STOP, Word
from compare.scanning.finding import Finding, place_at, said
from compare.scanning.observations import Observations
from compare.text.names_and_negation import QUOTATION
from seeds.model import PassageKind

CODE = "SRC423"
NAME = "title"

WORD = r"[A-ZÀ-Þ][\w’'–-]*"
TITLE = re.compile(rf"{WORD}(?: (?:(?:of|on|the|and|for|in|to|with|between) ){{0,2}}{WORD})+")
PAPERS = frozenset(
    root(stem)
    for stem in "agreement treati act charter declar protocol convent statement memorandum accord pact report amend".split()
)
"""Words (stems) that say what paper a title is of."""
LONG, PAPER, QUOTED = 5, 4, range(2, 7)
"""Words of a title that may stand in another order, of one that says what it is, and of a name in quotation marks."""
SHOWN = 6


class Form(NamedTuple):
    """A title as it stands somewhere: its words (roots, or forms where it is quoted), and its characters."""

    words: tuple[str, ...]
    entry: Entry
    start: int
    end: int


def find(read: Observations) -> Iterator[Finding]:
    """The titles of two forms, the rarer form first."""
    turned: dict[frozenset[str], list[Form]] = defaultdict(list)
    quoted: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for entry in read.every:
        if entry.passage.kind is not PassageKind.HEADING:
            for form in _titles(entry):
                turned[frozenset(form.words)].append(form)
            for form, keys in _quoted(entry):
                for key in keys:
                    quoted[key].append(form)
    for some in turned.values():
        yield from _told(some, "the words are the same, in another order")
    for some in quoted.values():
        yield from _told(some, "the names differ in one word, and the same stands behind them", across=True)


def _titles(entry: Entry) -> Iterator[Form]:
    for match in TITLE.finditer(entry.passage.text):
        own = [w for w in entry.folded.words if match.start() <= w.start < match.end() and w.form not in STOP]
        words = tuple(root(word.stem) for word in own)
        least = PAPER if PAPERS.intersection(words) else LONG
        if len(words) == len(set(words)) >= least:
            yield Form(_listed(entry, own) or words, entry, own[0].start, own[-1].end)


def _listed(entry: Entry, words: Sequence[Word]) -> tuple[str, ...]:
    """The words of a title by the parts that "and" joins, these in the order of the alphabet; none where it joins nothing."""
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        between = entry.passage.text[words[at - 1].end : word.start] if at else ""
        if re.search(r"\band\b", between):
            parts.append([])
        parts[-1].append(root(word.stem))
    return tuple(word for part in sorted(parts) for word in part)


def _quoted(entry: Entry) -> Iterator[tuple[Form, Sequence[tuple[str, ...]]]]:
    """The names in quotation marks, each with the keys of all that differ from it in one word that begins with a capital."""
    text, words = entry.passage.text, entry.folded.words
    for match in QUOTATION.finditer(text):
        inside = [i for i, w in enumerate(words) if match.start() <= w.start < match.end()]
        if len(inside) not in QUOTED or inside[-1] + 1 >= len(words) or not text[words[inside[0]].start].isupper():
            continue
        behind = words[inside[-1] + 1].form
        forms = [words[i].form for i in inside]
        named = [k for k, i in enumerate(inside) if text[words[i].start].isupper() and forms[k] not in STOP]
        if len(named) > 1 and behind not in STOP:
            keys = [(*forms[:k], "", *forms[k + 1 :], behind) for k in named]
            yield Form(tuple(forms), entry, words[inside[0]].start, words[inside[-1]].end), keys


def _told(forms: Sequence[Form], why: str, across: bool = False) -> Iterator[Finding]:
    """A finding where a title has two forms; of three and more nobody knows which belong together.

    across: a source that has both means two things.
    """
    by_words: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms:
        by_words[form.words].append(form)
    sources = [{form.entry.document.source.id for form in side} for side in by_words.values()]
    if len(by_words) == 2 and not (across and sources[0] & sources[1]):
        sides = sorted(by_words.values(), key=len)
        places = tuple(place_at(f.entry, f.start, f.end) for side in sides for f in side[:SHOWN])
        yield Finding(CODE, f"{said(places)}: one title in two forms", Severity.MEDIUM, places, why, 1 / len(sides[0]))
